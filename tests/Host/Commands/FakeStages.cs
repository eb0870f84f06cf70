using Merit.Diagnostics;
using Merit.Host.Attribution.Explained;
using Merit.Host.Attribution.Totals;
using Merit.Host.Commands;
using Merit.Host.Explaining;
using Merit.Host.Measures;
using Merit.Host.Pipeline;
using Merit.Host.Plugins;
using Merit.Host.Proposing;
using Merit.Host.Reports;
using Merit.Host.Testing;
using Merit.Host.Tests.Workspaces;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Commands;

/// <summary>Stages that do nothing but answer as they are told.</summary>
internal sealed class FakeStages : IStages, IMeasures, IDisposable
{
    public List<Diagnostic> PluginFindings { get; } = [];

    public List<Diagnostic> CheckFindings { get; } = [];

    public Func<Request, Answer>? Answers { get; set; }

    public Func<CancellationToken, (LoadResult Load, RunResult Run)>? Runs { get; set; }

    /// <summary>What attribution gives.</summary>
    public AttributedTotals Totals { get; set; } = new([]);

    public Request? Asked { get; private set; }

    /// <summary>The workspace a command opened or checked.</summary>
    public Workspace? Used { get; private set; }

    public string EngineVersion => "v1.5.6";

    public WarehouseSchema Schema { get; set; } = new([], []);

    public (PluginCatalog Catalog, IReadOnlyList<Diagnostic> Findings) Plugins(string directory) => (Loading.Catalog, PluginFindings);

    public IReadOnlyList<Diagnostic> Check(Workspace workspace, PluginCatalog catalog)
    {
        Used = workspace;
        return CheckFindings;
    }

    public Func<Source, IReadOnlyList<SourceStream>> Discovered { get; set; } = _ => [];

    public Task<IReadOnlyList<Diagnostic>> ConnectAsync(Workspace workspace, PluginCatalog catalog, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<Diagnostic>>([Merit.Diagnostics.Rules.LoadRules.WrongSetting.Here("crm", "no answer.", "")]);

    public Task<IReadOnlyList<IReadOnlyList<FileColumn>>> LookAsync(IReadOnlyList<string> files, PluginCatalog catalog, CancellationToken stop) =>
        Task.FromResult<IReadOnlyList<IReadOnlyList<FileColumn>>>([.. files.Select(_ => (IReadOnlyList<FileColumn>)[])]);

    public Task<IReadOnlyList<SourceStream>> DiscoverAsync(Workspace workspace, PluginCatalog catalog, Source source, CancellationToken stop) => Task.FromResult(Discovered(source));

    public Task<LoadResult> LoadAsync(Workspace workspace, PluginCatalog catalog, IOutput output, CancellationToken stop) =>
        Task.FromResult(Do(stop).Load);

    public Task<RunResult> RunAsync(Workspace workspace, PluginCatalog catalog, IOutput output, Action<LoadResult> loaded, CancellationToken stop)
    {
        var (load, run) = Do(stop);
        loaded(load);
        return Task.FromResult(run);
    }

    public Period Period(string text, Workspace workspace) => PeriodParser.Parse(text, new DateOnly(2025, 6, 15), workspace.WeekStart);

    public OpenMeasures Open(Workspace workspace, CancellationToken stop)
    {
        Used = workspace;
        return new(this, this) { Basis = () => Inputs ?? throw new InvalidOperationException("No basis is known.") };
    }

    /// <summary>What reports show beside the answers.</summary>
    public ReportInputs? Inputs { get; set; }

    public OpenMeasures? OpenBefore(Workspace workspace, CancellationToken stop) => null;

    public Func<TestSelection, IReadOnlyList<TestOutcome>>? Tests { get; set; }

    public Explanation Explain(Workspace workspace, ExplainRequest asked, CancellationToken stop) => throw new InvalidOperationException("Nothing to explain.");

    public IReadOnlyList<MetricChange> Changes(Workspace workspace, Revisions revisions, Period period, CancellationToken stop) => throw new InvalidOperationException("Nothing to compare.");

    public AttributedTotals Attribute(Workspace workspace, PluginCatalog catalog, string unit, string? kind, bool? intervals, CancellationToken stop)
    {
        Used = workspace;
        return Totals;
    }

    public ExplainedJourney ExplainJourney(Workspace workspace, PluginCatalog catalog, string conversion, CancellationToken stop) => throw new InvalidOperationException("Nothing to explain.");

    public Person ExplainContact(Workspace workspace, PersonName name, CancellationToken stop) => throw new InvalidOperationException("Nobody to explain.");

    public bool IsForgotten(Workspace workspace, PersonName name) => false;

    public Task<Forgotten> ForgetAsync(Workspace workspace, PluginCatalog catalog, PersonName name, string by, IOutput output, CancellationToken stop) => throw new InvalidOperationException("Nobody to forget.");

    public AttributedTotals AttributePaths(PathFile file, IReadOnlyList<ModelSettings> models, PluginCatalog catalog, bool? intervals, CancellationToken stop) => Totals;

    public IReadOnlyList<TestOutcome> Test(Workspace workspace, PluginCatalog catalog, TestSelection selection, CancellationToken stop) =>
        (Tests ?? throw new InvalidOperationException("Nothing to test."))(selection);

    public IReadOnlyList<DataTestResult> DataTests { get; set; } = [];

    public IReadOnlyList<DataTestResult> TestData(Workspace workspace, CancellationToken stop) => DataTests;

    public void KeepEditor(Workspace workspace, IReadOnlyList<Diagnostic> found) => Edited = workspace;

    public Workspace? Edited { get; private set; }

    public IReadOnlyList<MetricListing> Metrics(Workspace workspace, bool withTests) =>
    [
        new(new MetricColumn("cost", "Total cost", "总成本", Unit.Money, true) { Description = "All of it.", DescriptionZh = "全部。" }, "Sum(spend.amount)", Attributed: false),
        new(new MetricColumn("attributed_revenue", "Attributed revenue", "归因收入", Unit.Money, false), "Attributed(revenue)", Attributed: true),
    ];

    public Answer Ask(Request request)
    {
        Asked = request;
        return (Answers ?? throw new InvalidOperationException("Nothing to answer."))(request);
    }

    public void Dispose()
    {
    }

    private (LoadResult Load, RunResult Run) Do(CancellationToken stop) => (Runs ?? throw new InvalidOperationException("connection of hunter2 lost"))(stop);
}
