using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Explained;
using Merit.Host.Attribution.Totals;
using Merit.Host.Commands;
using Merit.Host.Editing;
using Merit.Host.Measures;
using Merit.Host.Plugins;
using Merit.Host.Proposing;
using Merit.Host.Reports;
using Merit.Host.Reports.Archive;
using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Scores;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Testing;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;
using Merit.Metrics.Language;
using Merit.Metrics.Planning;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Plugins.Connectors;
using Merit.Scripting.Running;

namespace Merit.Host.Pipeline;

/// <summary>The stages, joined.</summary>
/// <param name="baseDirectory">The folder that holds what Merit brings along: plugins, metrics, reports.</param>
/// <param name="clock">Today, and the time of loads.</param>
internal sealed partial class Stages(string baseDirectory, TimeProvider clock) : IStages
{
    private readonly MetricScripts _scripts = new(baseDirectory, clock);

    /// <summary>How long one model may run, and what it may take.</summary>
    public ScriptLimits ModelLimits { get; init; } = ModelRunner.UsualLimits;

    public string EngineVersion => Session.EngineVersion;

    public (PluginCatalog Catalog, IReadOnlyList<Diagnostic> Findings) Plugins(string directory)
    {
        // A folder that is no workspace may have plugins/ for reasons of its own.
        var workspace = File.Exists(Path.Combine(directory, WorkspaceLoader.FileName)) ? directory : null;
        var loaded = PluginLoader.Load(Path.Combine(baseDirectory, "plugins"), workspace);
        return (loaded.Catalog, loaded.Diagnostics);
    }

    public IReadOnlyList<Diagnostic> Check(Workspace workspace, PluginCatalog catalog) =>
        new WorkspaceCheck(workspace, catalog, _scripts, Promised(workspace), Settings(workspace), ReportsFolder).Run();

    public Task<IReadOnlyList<Diagnostic>> ConnectAsync(Workspace workspace, PluginCatalog catalog, CancellationToken stop) =>
        new SourceConnections(workspace, catalog, clock).CheckAsync(stop);

    public Task<IReadOnlyList<IReadOnlyList<FileColumn>>> LookAsync(IReadOnlyList<string> files, PluginCatalog catalog, CancellationToken stop) => FileLook.ColumnsAsync(files, catalog, stop);

    public Task<IReadOnlyList<SourceStream>> DiscoverAsync(Workspace workspace, PluginCatalog catalog, Source source, CancellationToken stop) =>
        new SourceConnections(workspace, catalog, clock).DiscoverAsync(source, stop);

    public async Task<LoadResult> LoadAsync(Workspace workspace, PluginCatalog catalog, IOutput output, CancellationToken stop) =>
        (await Build(workspace, catalog, output, session => TestLoaded(workspace, session), stop).RunAsync(null, stop)).Load;

    public async Task<RunResult> RunAsync(Workspace workspace, PluginCatalog catalog, IOutput output, Action<LoadResult> loaded, CancellationToken stop)
    {
        var definitions = Definitions.None;
        var built = await Build(workspace, catalog, output, session => (TestData(workspace, session, definitions), []), stop).RunAsync(
            session =>
            {
                var schema = SchemaReader.Read(session);
                definitions = Sound(_scripts.Load(workspace, schema), schema, workspace);
                var scores = new ScoreRun(all => new WarehouseMeasures(new SessionRows(session), schema, all, workspace, Today(workspace)), definitions, workspace, catalog, Today(workspace)).Run();
                ScoreStore.Write(session, scores.Scores, Today(workspace));
                return scores;
            },
            stop);

        loaded(built.Load);
        output.Progress("Rendering…");
        using var published = PublishedVersions.Of(workspace).Open(built.Version, stop);
        using var rows = new PublishedRows(published);
        var measures = new WarehouseMeasures(rows, SchemaReader.Read(published), definitions, workspace, Today(workspace));
        var inputs = Basis(workspace, published, measures) with { Scores = built.Scores.Scores, Loads = built.Load.Sources };
        var rendering = new ReportRun(workspace, measures, inputs, Today(workspace)) { BuiltIn = ReportsFolder, Archive = new ReportArchive(workspace.StateDirectory, workspace.Archive), Clock = clock };
        var reports = rendering.Render(workspace.Reports, workspace.OutDirectory);
        return new RunResult(
            built.Scores.Scores,
            [.. reports.SelectMany(r => r.Files).Select(f => Path.Combine(workspace.OutDirectory, f))],
            [.. definitions.Warnings, .. built.Scores.Findings, .. rendering.Warnings]);
    }

    public Period Period(string text, Workspace workspace) => PeriodParser.Parse(text, Today(workspace), workspace.WeekStart);

    public AttributedTotals Attribute(Workspace workspace, PluginCatalog catalog, string unit, string? kind, bool? intervals, CancellationToken stop)
    {
        using var session = PublishedVersions.Of(workspace).OpenLatest(stop);
        return new WorkspaceTotals(session, workspace.Attribution, catalog).Compute(string.Join(',', unit.Split(',').Select(u => u is "campaign" ? "campaign_id" : u)), kind, intervals, stop);
    }

    public ExplainedJourney ExplainJourney(Workspace workspace, PluginCatalog catalog, string conversion, CancellationToken stop)
    {
        using var session = PublishedVersions.Of(workspace).OpenLatest(stop);
        return new JourneyExplainer(session, workspace.Attribution, catalog).Explain(conversion);
    }

    public AttributedTotals AttributePaths(PathFile file, IReadOnlyList<ModelSettings> models, PluginCatalog catalog, bool? intervals, CancellationToken stop)
    {
        var spill = Directory.CreateTempSubdirectory("merit-paths");
        try
        {
            var folder = Path.GetDirectoryName(file.File) ?? throw new InvalidOperationException(file.File);
            using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = spill.FullName, AllowedDirectories = [folder] }, stop);
            return new PathFileTotals(session, file).Compute(models, catalog, intervals, stop);
        }
        finally
        {
            spill.Delete(recursive: true);
        }
    }

    public IReadOnlyList<TestOutcome> Test(Workspace workspace, PluginCatalog catalog, TestSelection selection, CancellationToken stop)
    {
        var promised = WithModels(workspace, Promised(workspace));
        var definitions = Sound(Declared(workspace, promised, selection.ReadsBuiltIn), promised.Schema, workspace);
        var ofSources = new SourceConnections(workspace, catalog, clock).TestAsync(stop).GetAwaiter().GetResult();
        var chosen = selection.Of([.. definitions.Tests, .. ofSources.Select(o => o.Test)]);
        var (done, asked) = (ofSources.Where(o => chosen.Contains(o.Test)).ToList(), chosen.Where(t => definitions.Tests.Contains(t)).ToList());
        if (asked.Count == 0)
        {
            return done;
        }

        using var warehouse = new TestWarehouse(workspace, promised.Schema, catalog, stop);
        var tests = new MetricTests(workspace, definitions, warehouse, clock);
        return [.. done, .. asked.Select(tests.Run)];
    }

    public IReadOnlyList<DataTestResult> TestData(Workspace workspace, CancellationToken stop)
    {
        using var session = PublishedVersions.Of(workspace).OpenLatest(stop);
        return TestData(workspace, session, _scripts.Load(workspace, SchemaReader.Read(session)));
    }

    private IReadOnlyList<DataTestResult> TestData(Workspace workspace, Session session, Definitions definitions)
    {
        var schema = SchemaReader.Read(session);
        return new DataTests(definitions, all => new WarehouseMeasures(new SessionRows(session), schema, all, workspace, Today(workspace)), workspace, Today(workspace)).Run();
    }

    // A mistake in a script is no reason to leave data unread.
    private (IReadOnlyList<DataTestResult>, IReadOnlyList<Diagnostic>) TestLoaded(Workspace workspace, Session session)
    {
        try
        {
            return (TestData(workspace, session, _scripts.Load(workspace, SchemaReader.Read(session))), []);
        }
        catch (MeritException wrong) when (wrong.Diagnostics.All(d => d.Rule != WarehouseRules.EngineRefused))
        {
            return ([], [TestRules.DataNotTested.Here()]);
        }
    }

    private WarehouseBuild Build(
        Workspace workspace, PluginCatalog catalog, IOutput output, Func<Session, (IReadOnlyList<DataTestResult>, IReadOnlyList<Diagnostic>)> test, CancellationToken stop) => new(workspace, catalog, clock, output)
    {
        Test = test,
        MakeModels = session => new ModelStage(workspace, _scripts, Settings(workspace), new ModelRunner(clock) { Limits = ModelLimits }, clock).Run(session, stop),
    };

    // Merit's own are sound; a workspace's metric that cannot be asked is told before anything is made of it.
    private Definitions Sound(Definitions definitions, WarehouseSchema schema, Workspace workspace)
    {
        MetricPlans.Of([.. definitions.Metrics.Where(m => !ScriptSet.IsBuiltIn(m.At))], new PlannedMeasures(schema, definitions, Settings(workspace)).Plan);
        return definitions;
    }

    private Definitions Declared(Workspace workspace, Promise promised, bool builtInTests = false)
    {
        try
        {
            return _scripts.Load(workspace, promised.Schema, builtInTests);
        }
        catch (MeritException wrong) when (wrong.Diagnostics.All(d => promised.Explains(d, workspace.Directory)))
        {
            throw new MeritException([.. promised.Findings(ScriptRules.NeedsColumns)], wrong);
        }
    }

    private string ReportsFolder => Path.Combine(baseDirectory, "reports");

    private DateOnly Today(Workspace workspace) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), workspace.Zone).DateTime);

    private PlannerSettings Settings(Workspace workspace) =>
        new(workspace.Zone.Id, workspace.WeekStart, Today(workspace), workspace.Attribution.Default) { Industry = workspace.Scoring.Industry };

    public void KeepEditor(Workspace workspace, IReadOnlyList<Diagnostic> found)
    {
        try
        {
            var promised = Promised(workspace).Schema;

            // An editor is for mending scripts: a broken model takes only its own tables away. One that does not end is not waited for again.
            var ended = found.All(d => d.Rule != ScriptRules.NeverEnds || d.At?.File.StartsWith("models/", StringComparison.Ordinal) != true);
            var models = ended ? _scripts.Models(workspace, promised).Sound : Definitions.None;
            new EditorProjects(workspace, baseDirectory).Keep(
                new ScriptFolder("models", ScriptSet.Models(workspace), promised),
                new ScriptFolder("metrics", ScriptSet.Of(baseDirectory, workspace), ModelStage.With(promised, models)));
        }
        catch (MeritException)
        {
            // Found before.
        }
    }

    private Promise WithModels(Workspace workspace, Promise promised) =>
        promised with { Schema = ModelStage.With(promised.Schema, _scripts.Models(workspace, promised.Schema).Whole()) };

    // What is published matters only for tables whose columns merit.yaml leaves to their source.
    private static Promise Promised(Workspace workspace)
    {
        var versions = PublishedVersions.Of(workspace);
        if (workspace.Sources.All(s => s.Columns.Count > 0) || versions.Latest is null)
        {
            return new Promise(DeclaredSchema.Of(workspace), DeclaredSchema.Unknown(workspace));
        }

        using var session = versions.OpenLatest();
        var published = SchemaReader.Read(session);
        return new Promise(DeclaredSchema.Of(workspace, published), DeclaredSchema.Unknown(workspace, published));
    }
}
