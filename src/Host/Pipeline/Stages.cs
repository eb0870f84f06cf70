using Merit.Diagnostics;
using Merit.Host.Commands;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;

namespace Merit.Host.Pipeline;

/// <summary>The stages, joined.</summary>
internal sealed class Stages(string baseDirectory, TimeProvider clock) : IStages
{
    public string EngineVersion => "";

    public (PluginCatalog Catalog, IReadOnlyList<Diagnostic> Findings) Plugins(string directory) 
    {
        // A folder that is no workspace may have plugins/ for reasons of its own.
        var workspace = File.Exists(Path.Combine(directory, WorkspaceLoader.FileName)) ? directory : null;
        var loaded = PluginLoader.Load(Path.Combine(baseDirectory, "plugins"), workspace);
        return (loaded.Catalog, loaded.Diagnostics);
    }

    public IReadOnlyList<Diagnostic> Check(Workspace workspace, PluginCatalog catalog) => [];

    public Task<LoadResult> LoadAsync(Workspace workspace, PluginCatalog catalog, IOutput output, CancellationToken stop) => throw new NotSupportedException();

    public Task<RunResult> RunAsync(Workspace workspace, PluginCatalog catalog, IOutput output, CancellationToken stop) => throw new NotSupportedException();

    public Period Period(string text, Workspace workspace) =>
        PeriodParser.Parse(text, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.Zone).DateTime), workspace.WeekStart);

    public Filter Filter(string text) => FilterParser.Parse(text);

    public OpenMeasures Open(Workspace workspace) => throw new NotSupportedException();

    public IReadOnlyList<MetricListing> Metrics(Workspace workspace) => [];
}
