using System.Security;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Scripting;

namespace Merit.Host.Editing;

/// <summary>
/// Keeps one project for each of a workspace's scripts under <c>.merit/editor</c>, so that an editor that knows C# completes tables and metrics in them, and
/// <c>dotnet build</c> finds what <c>merit check</c> finds of the compiler's.
/// </summary>
/// <param name="workspace">The workspace.</param>
/// <param name="baseDirectory">Where Merit's own assemblies are.</param>
internal sealed class EditorProjects(Workspace workspace, string baseDirectory)
{
    private const string Stamp = "stamp";

    // Nothing is fetched: all that is referred to lies beside Merit.
    private const string NoPackages = """
        <configuration>
          <packageSources>
            <clear />
          </packageSources>
        </configuration>

        """;

    private static readonly string[] Referenced = ["Merit.Metrics.dll", "Merit.Diagnostics.dll"];

    private string Folder => Path.Combine(workspace.StateDirectory, "editor");

    /// <summary>Brings the projects up to date; does nothing where they are. A folder that cannot be written costs only completion.</summary>
    public void Keep(params IReadOnlyList<ScriptFolder> folders)
    {
        try
        {
            var stamp = string.Join('\n', folders.Select(f => EditorSources.Stamp(f.Scripts, f.Schema)).Prepend(baseDirectory));
            var known = Path.Combine(Folder, Stamp);
            if (File.Exists(known) && File.ReadAllText(known) == stamp)
            {
                return;
            }

            Write("Directory.Build.props", Properties);
            Write("Directory.Build.targets", "<Project />\n");
            Write("Directory.Packages.props", "<Project />\n");
            Write("nuget.config", NoPackages);
            Write(".editorconfig", "root = true\n");
            var projects = folders.SelectMany(Projects).ToList();
            Write("Scripts.slnx", $"<Solution>\n{string.Concat(projects.Select(p => $"  <Project Path=\"{p}\" />\n"))}</Solution>\n");
            Write(Stamp, stamp);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The next check tries again.
        }
    }

    private List<string> Projects(ScriptFolder folder)
    {
        var own = folder.Scripts.Where(s => s.Path.StartsWith(folder.Name + "/", StringComparison.Ordinal)).ToList();
        if (own.Count == 0)
        {
            return [];
        }

        foreach (var (file, text) in EditorSources.Of(folder.Scripts, folder.Schema))
        {
            Write($"{folder.Name}.shared/{file}", text);
        }

        Forget(folder.Name, own);
        return own.ConvertAll(script =>
        {
            var name = Path.GetFileNameWithoutExtension(script.Path);
            var project = $"{folder.Name}/{name}/{name}.csproj";
            Write(project, Project(script, folder.Name));
            return project;
        });
    }

    // The project of a script that is no longer there.
    private void Forget(string folder, List<Script> kept)
    {
        var names = kept.Select(s => Path.GetFileNameWithoutExtension(s.Path)).ToHashSet(StringComparer.Ordinal);
        foreach (var old in Directory.CreateDirectory(Path.Combine(Folder, folder)).EnumerateDirectories().Where(d => !names.Contains(d.Name)))
        {
            old.Delete(recursive: true);
        }
    }

    // A project of its own for each: only one file of a project may have statements outside a method.
    private static string Project(Script script, string folder) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>{(EditorSources.IsProgram(script) ? "Exe" : "Library")}</OutputType>
          </PropertyGroup>
          <ItemGroup>
            <Compile Include="../../../../{SecurityElement.Escape(script.Path)}" />
            <Compile Include="../../{folder}.shared/*.cs" />
          </ItemGroup>
        </Project>

        """;

    private string Properties => $"""
        <Project>
          <!-- Made by merit check; not for editing. Scripts are compiled as merit compiles them. -->
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <LangVersion>latest</LangVersion>
            <Nullable>annotations</Nullable>
            <ImplicitUsings>disable</ImplicitUsings>
            <EnableDefaultItems>false</EnableDefaultItems>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <WarningLevel>0</WarningLevel>
            <NuGetAudit>false</NuGetAudit>
            <UseAppHost>false</UseAppHost>
            <GenerateAssemblyInfo>false</GenerateAssemblyInfo>
          </PropertyGroup>
          <ItemGroup>
        {string.Concat(Referenced.Select(r => $"    <Reference Include=\"{SecurityElement.Escape(Path.Combine(baseDirectory, r))}\" />\n"))}  </ItemGroup>
        </Project>

        """;

    private void Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        if (!File.Exists(path) || File.ReadAllText(path) != text)
        {
            File.WriteAllText(path, text);
        }
    }
}

/// <summary>Scripts that are compiled together, and against what.</summary>
/// <param name="Name">The workspace's folder: <c>metrics</c> or <c>models</c>.</param>
/// <param name="Scripts">Its scripts, and Merit's own beside them.</param>
/// <param name="Schema">The tables they see.</param>
internal sealed record ScriptFolder(string Name, IReadOnlyList<Script> Scripts, WarehouseSchema Schema);
