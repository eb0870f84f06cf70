using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Explained;
using Merit.Host.Attribution.Totals;
using Merit.Host.Commands;
using Merit.Host.Explaining;
using Merit.Host.Measures;
using Merit.Host.Plugins;
using Merit.Host.Proposing;
using Merit.Host.Reports;
using Merit.Host.Scoring;
using Merit.Host.Testing;
using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Forgetting;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Workspaces;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Plugins.Connectors;

namespace Merit.Host.Pipeline;

/// <summary>The stages of Merit as the commands call them.</summary>
internal interface IStages
{
    /// <summary>The version of the engine.</summary>
    string EngineVersion { get; }

    /// <summary>The plugins of Merit and of a workspace's folder, and what is wrong with those that could not be loaded.</summary>
    (PluginCatalog Catalog, IReadOnlyList<Diagnostic> Findings) Plugins(string directory);

    /// <summary>Everything that can be found wrong without data and network, beyond merit.yaml itself.</summary>
    IReadOnlyList<Diagnostic> Check(Workspace workspace, PluginCatalog catalog);

    /// <summary>Tries the sources' settings without reading their data; what is wrong with them.</summary>
    Task<IReadOnlyList<Diagnostic>> ConnectAsync(Workspace workspace, PluginCatalog catalog, CancellationToken stop);

    /// <summary>The columns of each of some files, as a load would read them.</summary>
    Task<IReadOnlyList<IReadOnlyList<FileColumn>>> LookAsync(IReadOnlyList<string> files, PluginCatalog catalog, CancellationToken stop);

    /// <summary>What a source of the workspace could read.</summary>
    Task<IReadOnlyList<SourceStream>> DiscoverAsync(Workspace workspace, PluginCatalog catalog, Source source, CancellationToken stop);

    /// <summary>Reads the sources, attributes, and publishes a version of the warehouse.</summary>
    Task<LoadResult> LoadAsync(Workspace workspace, PluginCatalog catalog, IOutput output, CancellationToken stop);

    /// <summary>Loads, scores, publishes and renders the reports.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="catalog">Its plugins.</param>
    /// <param name="output">Where progress is shown.</param>
    /// <param name="loaded">Hears what was loaded once it is published, before anything is rendered.</param>
    /// <param name="stop">Asks to stop.</param>
    Task<RunResult> RunAsync(Workspace workspace, PluginCatalog catalog, IOutput output, Action<LoadResult> loaded, CancellationToken stop);

    /// <summary>Reads a period as users write it, such as <c>2025-Q1</c> or <c>last-month</c>.</summary>
    Period Period(string text, Workspace workspace);

    /// <summary>Opens the published version for questions.</summary>
    OpenMeasures Open(Workspace workspace, CancellationToken stop);

    /// <summary>Opens the version that was published before it, or null where there is none any more.</summary>
    OpenMeasures? OpenBefore(Workspace workspace, CancellationToken stop);

    /// <summary>Explains a metric, with what the published version says of it where there is one.</summary>
    Explanation Explain(Workspace workspace, ExplainRequest asked, CancellationToken stop);

    /// <summary>Shares out the conversions of the published version by the workspace's models, in total.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="catalog">Its plugins.</param>
    /// <param name="unit">What earns credit: channel or campaign.</param>
    /// <param name="kind">The kind of conversion; sales, where there are any, unless given.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    AttributedTotals Attribute(Workspace workspace, PluginCatalog catalog, string unit, string? kind, bool? intervals, CancellationToken stop);

    /// <summary>One conversion, touch by touch, with what each model gave and why.</summary>
    ExplainedJourney ExplainJourney(Workspace workspace, PluginCatalog catalog, string conversion, CancellationToken stop);

    /// <summary>One person: the records that became it, why, and what it did.</summary>
    Person ExplainContact(Workspace workspace, PersonName name, CancellationToken stop);

    /// <summary>Whether a person is on the list of those who are forgotten.</summary>
    bool IsForgotten(Workspace workspace, PersonName name);

    /// <summary>Puts a person on that list, loads without it, and removes what is left of it.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="catalog">Its plugins.</param>
    /// <param name="name">Who.</param>
    /// <param name="by">Who asks for it.</param>
    /// <param name="output">Where progress is shown.</param>
    /// <param name="stop">Asks to stop.</param>
    Task<Forgotten> ForgetAsync(Workspace workspace, PluginCatalog catalog, PersonName name, string by, IOutput output, CancellationToken stop);

    /// <summary>Shares out the conversions of a file of paths; no workspace is needed.</summary>
    AttributedTotals AttributePaths(PathFile file, IReadOnlyList<ModelSettings> models, PluginCatalog catalog, bool? intervals, CancellationToken stop);

    /// <summary>Runs tests of metrics on the rows they give; no warehouse is needed.</summary>
    IReadOnlyList<TestOutcome> Test(Workspace workspace, PluginCatalog catalog, TestSelection selection, CancellationToken stop);

    /// <summary>Runs the tests of data on the published version.</summary>
    IReadOnlyList<DataTestResult> TestData(Workspace workspace, CancellationToken stop);

    /// <summary>What changed in the metrics since a revision of the workspace's repository, and what that does to the figures of the published version.</summary>
    IReadOnlyList<MetricChange> Changes(Workspace workspace, Revisions revisions, Period period, CancellationToken stop);

    /// <summary>The metrics the workspace has.</summary>
    IReadOnlyList<MetricListing> Metrics(Workspace workspace, bool withTests);

    /// <summary>Keeps the projects that let an editor complete the workspace's scripts.</summary>
    /// <param name="workspace">The workspace.</param>
    /// <param name="found">What has been found wrong with it: nothing of that is said again, and no model that failed is run again.</param>
    void KeepEditor(Workspace workspace, IReadOnlyList<Diagnostic> found);
}

/// <summary>What a load did.</summary>
/// <param name="Version">The number of the version published.</param>
/// <param name="Sources">What came of each source.</param>
/// <param name="Journeys">What journeys were found.</param>
/// <param name="Notes">What is suspicious in the data.</param>
/// <param name="Findings">What a user should know; nothing here kept the version from being published.</param>
internal sealed record LoadResult(
    long Version, IReadOnlyList<LoadSummary> Sources, JourneySummary Journeys, IReadOnlyList<DataNote> Notes, IReadOnlyList<Diagnostic> Findings)
{
    /// <summary>What tests of the data found.</summary>
    public IReadOnlyList<DataTestResult> DataTests { get; init; } = [];

    /// <summary>What came of sources that tell changes only.</summary>
    public IReadOnlyList<SourceChange> Changes { get; init; } = [];
}

/// <summary>What a run did.</summary>
/// <param name="Scores">The campaigns' scores.</param>
/// <param name="Reports">The files written, absolute.</param>
/// <param name="Findings">What a user should know.</param>
internal sealed record RunResult(IReadOnlyList<CampaignScore> Scores, IReadOnlyList<string> Reports, IReadOnlyList<Diagnostic> Findings);

/// <summary>A published version, open for questions.</summary>
internal sealed record OpenMeasures(IMeasures Measures, IDisposable Held) : IDisposable
{
    /// <summary>What pages show beside the answers.</summary>
    public Func<ReportInputs> Basis { get; init; } = () => throw new InvalidOperationException("No basis is known.");

    /// <summary>The metrics that can be asked for, without their tests.</summary>
    public Func<IReadOnlyList<MetricListing>> Metrics { get; init; } = () => [];

    /// <summary>Explains a metric of this version; Merit's own tests of it are not read.</summary>
    public Func<ExplainRequest, Explanation> Explain { get; init; } = _ => throw new InvalidOperationException("Nothing can be explained.");

    /// <summary>The same for who may see some rows only: those that pass filters. It holds nothing of its own.</summary>
    public Func<IReadOnlyList<Filter>, OpenMeasures> Only { get; init; } = _ => throw new InvalidOperationException("No rows can be told apart.");

    public void Dispose() => Held.Dispose();
}

/// <summary>A metric as <c>merit metrics</c> lists it.</summary>
/// <param name="Column">Its id, labels, unit and description.</param>
/// <param name="Formula">How it is made.</param>
/// <param name="Attributed">Whether it follows an attribution model.</param>
internal sealed record MetricListing(MetricColumn Column, string Formula, bool Attributed)
{
    /// <summary>Where it is declared; a path that begins with <c>built-in/</c> is Merit's own.</summary>
    public string DeclaredAt { get; init; } = "";

    /// <summary>The tables it reads.</summary>
    public IReadOnlyList<string> Facts { get; init; } = [];

    /// <summary>The dimensions it can be grouped by, apart from columns.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    /// <summary>Dimensions without one value of which it means nothing.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Who answers for it; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>What dates the rows it reads, table by table; empty where it is of no date.</summary>
    public IReadOnlyList<string> DatedBy { get; init; } = [];

    /// <summary>The parameters its value depends on.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];

    /// <summary>The tests that expect it, by name.</summary>
    public IReadOnlyList<string> Tests { get; init; } = [];
}
