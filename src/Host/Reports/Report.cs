using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;

namespace Merit.Host.Reports;

/// <summary>A report before it is written: prose with marks, and what the marks stand for. Every output is written from the same one.</summary>
internal sealed record Report
{
    public required string Title { get; init; }

    public required string Description { get; init; }

    /// <summary>The workspace it is about.</summary>
    public required string Workspace { get; init; }

    /// <summary>The days it covers.</summary>
    public required string Period { get; init; }

    /// <summary>What its figures are compared with; empty for nothing.</summary>
    public required string Compared { get; init; }

    /// <summary>The last day of the data.</summary>
    public required string AsOf { get; init; }

    /// <summary>Markdown with marks.</summary>
    public required string Prose { get; init; }

    public required IReadOnlyList<IReadOnlyList<Block>> Blocks { get; init; }

    public required IReadOnlyList<Inline> Inlines { get; init; }

    /// <summary>The metrics it shows figures of, in the order they are asked for.</summary>
    public IReadOnlyList<Metrics.Results.MetricColumn> Metrics { get; init; } = [];
}
