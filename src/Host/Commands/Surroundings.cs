using Merit.Diagnostics;
using Merit.Host.Pipeline;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary>What commands have around them; tests give them other surroundings.</summary>
internal sealed record Surroundings
{
    public required Terminal Output { get; init; }

    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public required string CurrentDirectory { get; init; }

    /// <summary>The folder that holds what Merit brings along: plugins, metrics, reports, samples.</summary>
    public required string BaseDirectory { get; init; }

    public required TimeProvider Clock { get; init; }

    public required IStages Stages { get; init; }

    /// <summary>A path as the user would write it here: relative where it lies below the current folder.</summary>
    public string Shown(string path)
    {
        var relative = Path.GetRelativePath(CurrentDirectory, path);
        return relative.StartsWith("..", StringComparison.Ordinal) ? path : relative;
    }

    /// <summary>The checked workspace of a folder and its plugins; throws with everything that is wrong with either.</summary>
    public (Workspace Workspace, PluginCatalog Catalog) Open(string directory)
    {
        var (workspace, catalog, findings) = Read(directory);
        if (workspace is null || findings.All.Any(d => d.Severity == Severity.Error))
        {
            throw new MeritException(findings.InOrder());
        }

        foreach (var warning in findings.InOrder())
        {
            Output.Finding(warning);
        }

        return (workspace, catalog);
    }

    /// <summary>What could be read of the workspace of a folder, its plugins, and what is wrong with them.</summary>
    public (Workspace? Workspace, PluginCatalog Catalog, Findings Findings) Read(string directory)
    {
        var findings = new Findings();
        var (catalog, found) = Stages.Plugins(directory);
        findings.AddRange(found);
        return (WorkspaceLoader.Read(directory, catalog, Environment, findings), catalog, findings);
    }
}
