using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>Collects what scripts declare while it is open. It belongs to the flow of execution that opened it, so that tests and requests do not mix.</summary>
public sealed class DefinitionScope : IDisposable
{
    private static readonly AsyncLocal<DefinitionScope?> Ambient = new();

    private readonly DefinitionScope? outer = Ambient.Value;
    private readonly List<MetricBuilder> metrics = [];
    private readonly List<ScorecardBuilder> scorecards = [];
    private readonly List<FunnelBuilder> funnels = [];
    private readonly List<CohortBuilder> cohorts = [];
    private readonly List<ParameterBuilder> parameters = [];
    private readonly List<DimensionBuilder> dimensions = [];
    private readonly List<SegmentBuilder> segments = [];
    private readonly List<FunctionDefinition> functions = [];
    private readonly List<ModelBuilder> models = [];
    private readonly List<TestBuilder> tests = [];
    private readonly List<DataTestBuilder> dataTests = [];

    private DefinitionScope()
    {
    }

    internal static DefinitionScope Current =>
        Ambient.Value ?? throw new InvalidOperationException("Nothing collects definitions here: open a DefinitionScope first.");

    /// <summary>Opens a scope; definitions made before it is disposed belong to it.</summary>
    public static DefinitionScope Begin()
    {
        var scope = new DefinitionScope();
        Ambient.Value = scope;
        return scope;
    }

    /// <summary>The ids of the metrics declared so far.</summary>
    public IReadOnlyList<string> MetricIds => [.. Built().Select(m => m.Id)];

    /// <summary>Checks everything collected and returns it; throws <see cref="MeritException"/> with all findings, each at its place.</summary>
    public Definitions Complete() => Collect().Whole();

    /// <summary>Checks everything collected.</summary>
    /// <param name="names">What the scripts declare by its name, as far as that can be read in them: what of it was not collected is left out, and no finding.</param>
    /// <param name="incomplete">Whether statements of the scripts did not run.</param>
    public Declared Collect(DeclaredNames? names = null, bool incomplete = false)
    {
        var all = new Definitions([.. Built()], [.. Cards()])
        {
            Parameters = [.. parameters.Select(p => p.Build())],
            Dimensions = [.. dimensions.Select(d => d.Build())],
            Segments = [.. segments.Select(s => s.Build())],
            Functions = [.. functions],
            Models = [.. models.Select(m => m.Build())],
            Tests = [.. tests.Select(t => t.Build())],
            DataTests = [.. dataTests.Select(t => t.Definition)],
        };
        var broken = funnels.Select(f => f.Problem()).OfType<Diagnostic>().ToList();
        IReadOnlyList<Diagnostic> findings = [.. DefinitionChecks.Of(all), .. broken];
        var missing = incomplete || broken.Count > 0 ? (names ?? DeclaredNames.None).NotIn(all) : LeftOut.Nothing;
        var sound = SoundPart.Of(all, findings);
        var removed = new LeftOut(SoundPart.Ids(all).Except(SoundPart.Ids(sound), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal), [], Unnamed: false);
        return new Declared(sound, [.. findings.Where(f => !missing.Explains(f.Missing))], missing.And(removed));
    }

    /// <inheritdoc/>
    public void Dispose() => Ambient.Value = outer;

    internal void Add(MetricBuilder metric) => metrics.Add(metric);

    internal void Add(FunnelBuilder funnel) => funnels.Add(funnel);

    internal void Add(CohortBuilder cohort) => cohorts.Add(cohort);

    private IEnumerable<MetricDefinition> Built() => metrics.Select(m => m.Build()).Concat(funnels.SelectMany(f => f.Build())).Concat(cohorts.SelectMany(c => c.Build()));

    // Merit's own stand for those who have none: a workspace's scorecard of the same id takes its place.
    private IEnumerable<ScorecardDefinition> Cards()
    {
        var cards = scorecards.Select(s => s.Build()).ToList();
        var own = cards.Where(c => !IsBuiltIn(c.At)).Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        return cards.Where(c => !IsBuiltIn(c.At) || !own.Contains(c.Id));
    }

    private static bool IsBuiltIn(Place at) => at.File.StartsWith("built-in/", StringComparison.Ordinal);

    internal void Add(ScorecardBuilder scorecard) => scorecards.Add(scorecard);

    internal void Add(ParameterBuilder parameter) => parameters.Add(parameter);

    internal void Add(DimensionBuilder dimension) => dimensions.Add(dimension);

    internal void Add(SegmentBuilder segment) => segments.Add(segment);

    internal void Add(FunctionDefinition function) => functions.Add(function);

    internal void Add(ModelBuilder model) => models.Add(model);

    internal void Add(TestBuilder test) => tests.Add(test);

    internal void Add(DataTestBuilder test) => dataTests.Add(test);
}
