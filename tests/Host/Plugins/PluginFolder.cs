using Merit.Plugins;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Merit.Host.Tests.Plugins;

/// <summary>A temporary workspace and a folder of built-in plugins, whose assemblies are compiled on the spot.</summary>
internal sealed class PluginFolder : IDisposable
{
    private static readonly MetadataReference[] Framework =
    [
        .. ((string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "").Split(Path.PathSeparator)
            .Where(file => Path.GetDirectoryName(file) == Path.GetDirectoryName(typeof(object).Assembly.Location))
            .Select(file => MetadataReference.CreateFromFile(file)),
        MetadataReference.CreateFromFile(typeof(IPlugin).Assembly.Location),
    ];

    private readonly string _root = Directory.CreateTempSubdirectory("merit-plugins").FullName;

    public string BuiltIn => Path.Combine(_root, "built-in");

    public string Workspace => Path.Combine(_root, "workspace");

    /// <summary>The source of a plugin whose entry type registers what <paramref name="body"/> says.</summary>
    public static string Plugin(string body, int contract = 1, string members = "") => $$"""
        using System;
        using Merit.Plugins;
        using Merit.Plugins.Attribution;
        using Merit.Plugins.Scoring;
        [assembly: MeritPlugin(typeof(Entry), {{contract}})]
        [assembly: System.Reflection.AssemblyInformationalVersion("2.5.0-beta+abc")]
        public class Entry : IPlugin { {{members}} public void Register(IRegistry add) { {{body}} } }
        public class Fixed(double weight) : IRuleModel { public Term Weigh(Touch touch) => weight; }
        public class Nothing : IScoringModel { public System.Collections.Generic.IReadOnlyList<Score> Score(Scorecard card, System.Collections.Generic.IReadOnlyList<Subject> peers) => []; }
        """;

    /// <summary>A plugin with one rule.</summary>
    public static string Rule(string id, int contract = 1) => Plugin($"add.Rule<NoOptions>(\"{id}\", _ => new Fixed(1));", contract);

    /// <summary>Compiles a workspace plugin into <c>plugins/name/name.dll</c>; gives the file.</summary>
    public string Add(string name, string source, params string[] references) =>
        Compile(Path.Combine(Workspace, "plugins", name, name + ".dll"), source, references);

    public string AddBuiltIn(string name, string source) => Compile(Path.Combine(BuiltIn, name, name + ".dll"), source, []);

    public string Write(string path, string content)
    {
        var file = Path.Combine(Workspace, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
        File.WriteAllText(file, content);
        return file;
    }

    public static string Compile(string file, string source, string[] references, Platform platform = Platform.AnyCpu)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? file);
        var compilation = CSharpCompilation.Create(
            Path.GetFileNameWithoutExtension(file),
            [CSharpSyntaxTree.ParseText(source)],
            [.. Framework, .. references.Select(r => MetadataReference.CreateFromFile(r))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, platform: platform));
        var result = compilation.Emit(file);
        Assert.True(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return file;
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(_root, recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Some systems do not delete an assembly that is loaded; the temporary folder then stays.
        }
    }
}
