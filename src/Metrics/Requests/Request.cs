namespace Merit.Metrics.Requests;

/// <summary>A question: metrics × dimensions × period × filters × comparison. Every number shown anywhere is the answer to one.</summary>
public sealed record Request
{
    /// <summary>Ids of the metrics, in the order of the answer's columns.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Ids of the dimensions: <c>campaign</c>, <c>campaign_name</c>, <c>type</c>, <c>channel</c>, an owner, <c>day</c> to <c>year</c>, a column (<c>source</c>, <c>leads.source</c>).</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>The days asked about.</summary>
    public Period Period { get; init; } = Period.All;

    /// <summary>Filters; all must hold.</summary>
    public IReadOnlyList<Filter> Where { get; init; } = [];

    /// <summary>What to show beside each figure.</summary>
    public Comparison Compare { get; init; } = Comparison.None;

    /// <summary>Whether the answer ends with a total, computed from rows, never summed.</summary>
    public bool Total { get; init; }

    /// <summary>What to sort by: a metric or dimension id, with a leading <c>-</c> for descending; empty for the dimensions' own order.</summary>
    public IReadOnlyList<string> Sort { get; init; } = [];

    /// <summary>How many groups at most (after sorting), or null for all; the total is not limited.</summary>
    public int? Limit { get; init; }

    /// <summary>The attribution model for attributed metrics, or null for the workspace's default.</summary>
    public string? Model { get; init; }
}

/// <summary>What a figure is compared with.</summary>
public enum Comparison
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>The period of the same kind before; an unfinished period with the same days of it.</summary>
    Previous,

    /// <summary>The same period a year before.</summary>
    YearAgo,

    /// <summary>The goal in <c>targets</c>.</summary>
    Target,
}
