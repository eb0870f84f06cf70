using Merit.Diagnostics;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>Everything the scripts of a workspace declare.</summary>
/// <param name="Metrics">The metrics, in the order of their declaration.</param>
/// <param name="Scorecards">The scorecards, in the order of their declaration.</param>
public sealed record Definitions(IReadOnlyList<MetricDefinition> Metrics, IReadOnlyList<ScorecardDefinition> Scorecards)
{
    /// <summary>The tests of metrics, in the order of their declaration.</summary>
    public IReadOnlyList<TestDefinition> Tests { get; init; } = [];

    /// <summary>The tests of data, in the order of their declaration.</summary>
    public IReadOnlyList<DataTestDefinition> DataTests { get; init; } = [];

    /// <summary>What their authors should know, though everything can be asked.</summary>
    public IReadOnlyList<Diagnostic> Warnings { get; init; } = [];

    /// <summary>No definitions.</summary>
    public static Definitions None { get; } = new([], []);

    /// <summary>The parameters, in the order of their declaration, with the values they have been set to.</summary>
    public IReadOnlyList<ParameterDefinition> Parameters { get; init; } = [];

    /// <summary>The dimensions that scripts declare, in the order of their declaration.</summary>
    public IReadOnlyList<DimensionDefinition> Dimensions { get; init; } = [];

    /// <summary>The segments, in the order of their declaration.</summary>
    public IReadOnlyList<SegmentDefinition> Segments { get; init; } = [];

    /// <summary>The functions written in C#, in the order of their declaration: an engine must know them before it is asked.</summary>
    public IReadOnlyList<FunctionDefinition> Functions { get; init; } = [];

    /// <summary>The tables made by C#, in the order of their declaration.</summary>
    public IReadOnlyList<ModelDefinition> Models { get; init; } = [];

    /// <summary>The metric of an id, or null.</summary>
    public MetricDefinition? Metric(string id) => Metrics.FirstOrDefault(m => string.Equals(m.Id, id, StringComparison.Ordinal));

    /// <summary>The scorecard of an id, or null.</summary>
    public ScorecardDefinition? Scorecard(string id) => Scorecards.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    /// <summary>The parameter of an id, or null.</summary>
    public ParameterDefinition? Parameter(string id) => Parameters.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>The segment of an id, or null.</summary>
    public SegmentDefinition? Segment(string id) => Segments.FirstOrDefault(s => string.Equals(s.Id, id, StringComparison.Ordinal));

    /// <summary>These with parameters set; throws <see cref="MeritException"/> where one is not declared or its value is not of its type.</summary>
    public Definitions Set(IReadOnlyList<ParameterSetting> settings) => ParameterValues.Set(this, settings);

    /// <summary>These and more metrics, such as the components of a scorecard, which then can be asked for like any other.</summary>
    public Definitions With(IEnumerable<MetricDefinition> metrics) => this with { Metrics = [.. Metrics, .. metrics] };
}

/// <summary>A declared metric.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Measure">What it measures.</param>
/// <param name="At">Where it is declared.</param>
public sealed record MetricDefinition(string Id, Measure Measure, Place At)
{
    /// <summary>Its label in English.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Its label in Chinese.</summary>
    public string LabelZh { get; init; } = Id;

    /// <summary>What it means, in English; may be empty.</summary>
    public string Description { get; init; } = "";

    /// <summary>What it means, in Chinese; may be empty.</summary>
    public string DescriptionZh { get; init; } = "";

    /// <summary>How it is written.</summary>
    public Unit Unit { get; init; }

    /// <summary>Whether a fall is good.</summary>
    public bool LowerIsBetter { get; init; }

    /// <summary>Dimensions without one value of which it means nothing.</summary>
    public IReadOnlyList<string> Requires { get; init; } = [];

    /// <summary>Who answers for it; may be empty.</summary>
    public string Owner { get; init; } = "";

    /// <summary>Words to find it by.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>A numeric format of its own; empty for that of its unit.</summary>
    public string Format { get; init; } = "";

    /// <summary>What to use instead, where it is on its way out; otherwise null.</summary>
    public string? Deprecated { get; init; }

    internal MetricDefinition Said(string english, string chinese) => this with { Description = english, DescriptionZh = chinese };
}

/// <summary>A declared scorecard.</summary>
/// <param name="Id">Its id, normally the campaign type it is for.</param>
/// <param name="Version">Grows when weights or curves change.</param>
/// <param name="Components">Its components.</param>
/// <param name="At">Where it is declared.</param>
public sealed record ScorecardDefinition(string Id, int Version, IReadOnlyList<ComponentDefinition> Components, Place At)
{
    /// <summary>Its label in English.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Its label in Chinese.</summary>
    public string LabelZh { get; init; } = Id;

    /// <summary>The measure that says how large the sample is, or null.</summary>
    public Measure? Sample { get; init; }

    /// <summary>Below this sample there is no score.</summary>
    public double MinimumSample { get; init; }

    /// <summary>Id of the scoring plugin.</summary>
    public string Scoring { get; init; } = "weighted-sum";

    /// <summary>Its components as metrics, to be asked for by campaign: ids are <c>card.component</c>, in the card's order.</summary>
    public IReadOnlyList<MetricDefinition> ComponentMetrics() =>
        [.. Components.Select(c => new MetricDefinition($"{Id}.{c.Id}", c.Measure, At) { Label = c.Label, LabelZh = c.LabelZh })];

    /// <summary>Its sample as a metric (<c>card.(sample)</c>), or null where it has none.</summary>
    public MetricDefinition? SampleMetric() => Sample is null ? null : new MetricDefinition($"{Id}.(sample)", Sample, At);
}

/// <summary>A component of a scorecard.</summary>
/// <param name="Id">Its id within the card.</param>
/// <param name="Measure">What it measures of a campaign.</param>
/// <param name="Weight">Its weight, positive; weights need not sum to 100.</param>
/// <param name="Curve">Turns the measure into 0 to 100.</param>
/// <param name="Label">Its label in English.</param>
/// <param name="LabelZh">Its label in Chinese.</param>
public sealed record ComponentDefinition(string Id, Measure Measure, double Weight, ScoreCurve Curve, string Label, string LabelZh)
{
    /// <summary>The metric whose target it reads, or null: where it reads none, or several.</summary>
    public string? TargetOf => Measure.Tree().OfType<TargetMeasure>().Select(t => t.Metric).Distinct(StringComparer.Ordinal).ToList() is [var only] ? only : null;
}

/// <summary>A curve through points, straight between them and level outside.</summary>
/// <param name="Points">At least two, x ascending.</param>
public sealed record ScoreCurve(IReadOnlyList<ScorePoint> Points);

/// <summary>A point of a curve.</summary>
/// <param name="X">The component's value.</param>
/// <param name="Y">Its points, 0 to 100.</param>
public sealed record ScorePoint(double X, double Y);
