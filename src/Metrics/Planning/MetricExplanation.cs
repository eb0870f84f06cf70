namespace Merit.Metrics.Planning;

/// <summary>What a metric of a plan is made of.</summary>
/// <param name="Id">The metric.</param>
/// <param name="Formula">Its definition in words: <c>sum(spend.amount) ÷ count(leads)</c>.</param>
/// <param name="Facts">The facts it reads.</param>
public sealed record MetricExplanation(string Id, string Formula, IReadOnlyList<FactExplanation> Facts)
{
    /// <summary>The metrics it is made of, nearest first, with their formulas.</summary>
    public IReadOnlyList<MetricPart> Parts { get; init; } = [];

    /// <summary>The ids of the parameters its value depends on.</summary>
    public IReadOnlyList<string> Parameters { get; init; } = [];
}

/// <summary>A metric another one is made of.</summary>
/// <param name="Id">The metric.</param>
/// <param name="Formula">Its definition in words.</param>
public sealed record MetricPart(string Id, string Formula);

/// <summary>How a metric reads one fact.</summary>
/// <param name="Table">The fact.</param>
/// <param name="Measure">What is taken of its rows.</param>
/// <param name="DatedBy">What dates a row; empty where nothing does.</param>
/// <param name="Key">The columns that identify a row, joined by commas; empty where none do.</param>
/// <param name="Paths">How its rows reach each dimension of the request.</param>
public sealed record FactExplanation(string Table, string Measure, string DatedBy, string Key, IReadOnlyList<PathExplanation> Paths)
{
    /// <summary>The columns it takes all this from, as <c>table.column</c>.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];
}

/// <summary>How rows reach a dimension.</summary>
/// <param name="Dimension">The dimension.</param>
/// <param name="Path">In words: <c>campaigns.channel by campaign_id, else spend.channel</c>.</param>
public sealed record PathExplanation(string Dimension, string Path);
