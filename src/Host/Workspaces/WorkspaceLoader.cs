using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces.Variables;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces;

/// <summary>Reads and checks merit.yaml.</summary>
internal static class WorkspaceLoader
{
    public const string FileName = "merit.yaml";

    /// <summary>The checked workspace; throws with everything that is wrong.</summary>
    public static Workspace Load(string directory, PluginCatalog catalog, IReadOnlyDictionary<string, string> environment)
    {
        var findings = new Findings();
        var workspace = Read(directory, catalog, environment, findings);
        findings.ThrowIfAny();
        return workspace ?? throw new InvalidOperationException("A workspace without findings was not read.");
    }

    /// <summary>What could be read of the workspace, or null; what is wrong is among the findings.</summary>
    public static Workspace? Read(string directory, PluginCatalog catalog, IReadOnlyDictionary<string, string> environment, Findings findings)
    {
        directory = Path.GetFullPath(directory);
        if (!File.Exists(Path.Combine(directory, FileName)))
        {
            throw new MeritException(WorkspaceRules.NoWorkspace.Here(directory));
        }

        var dotEnv = File.Exists(Path.Combine(directory, DotEnv.FileName))
            ? DotEnv.Read(Text(directory, DotEnv.FileName), findings)
            : new Dictionary<string, string>(StringComparer.Ordinal);
        var root = YamlReader.Read(Text(directory, FileName), FileName, new Substitution(environment, dotEnv, findings), findings);
        switch (root)
        {
            case MappingNode mapping:
                return new WorkspaceKeys(catalog, directory).Read(directory, mapping, findings);
            case not null:
                findings.Add(WorkspaceRules.WrongType, root.At, FileName, root.Kind, "a mapping");
                return null;
            default:
                return null;
        }
    }

    private static string Text(string directory, string file)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, file));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(WorkspaceRules.Unreadable.At(new Place(file), failure.Message.TrimEnd('.')), failure);
        }
    }
}
