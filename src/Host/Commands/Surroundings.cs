using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Pipeline;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary>What commands have around them; tests give them other surroundings.</summary>
internal sealed record Surroundings
{
    private const string ReportsFolder = "reports/";

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

    /// <summary>What stopped a verb. Where an author's mistake did, all the others that 'check' finds in the workspace too, so that they are mended in one go.</summary>
    public IReadOnlyList<Diagnostic> All(MeritException stopped, string directory)
    {
        if (!stopped.Diagnostics.Any(IsOfAuthor) || stopped.Diagnostics.Any(IsOfRunning))
        {
            return stopped.Diagnostics;
        }

        var findings = new Findings();
        findings.AddRange(stopped.Diagnostics);
        try
        {
            var (workspace, catalog, found) = Read(directory);
            findings.AddRange(found.All);
            findings.AddRange(workspace is null ? [] : Stages.Check(workspace, catalog));
        }
        catch (MeritException)
        {
            // What stopped the verb is what can be said.
        }

        return [.. findings.InOrder().Where(d => d.Severity == Severity.Error || stopped.Diagnostics.Contains(d)).DistinctBy(d => (d.Code, d.At, d.Message))];
    }

    private static bool IsOfAuthor(Diagnostic finding) => finding.At?.File is { } file
        && (file is WorkspaceLoader.FileName || file.EndsWith(".csx", StringComparison.Ordinal) || file.StartsWith(ReportsFolder, StringComparison.Ordinal));

    // It would be waited for a second time.
    private static bool IsOfRunning(Diagnostic finding) =>
        finding.Rule == ScriptRules.NeverEnds || finding.Rule == ScriptRules.ModelFailed || finding.Rule == ScriptRules.FunctionFailed || finding.Rule == ScriptRules.FunctionNeverEnds || finding.Rule == ScriptRules.TooMuchMemory;

    /// <summary>What could be read of the workspace of a folder, its plugins, and what is wrong with them.</summary>
    public (Workspace? Workspace, PluginCatalog Catalog, Findings Findings) Read(string directory)
    {
        var findings = new Findings();
        var (catalog, found) = Stages.Plugins(directory);
        findings.AddRange(found);
        return (WorkspaceLoader.Read(directory, catalog, Environment, findings), catalog, findings);
    }
}
