namespace Merit.Host.Reports.Charts;

/// <summary>How a chart draws.</summary>
internal enum ChartKind
{
    Line,
    Bar,
}

/// <summary>What a chart draws: positions, series over them, and an axis whose labels are already written.</summary>
/// <param name="Kind">Lines or bars.</param>
/// <param name="Time">Whether the positions are a run of time, left to right; else they are groups, top to bottom.</param>
/// <param name="Positions">The positions' labels.</param>
/// <param name="Series">One value per position each.</param>
/// <param name="Axis">The axis of values.</param>
internal sealed record Chart(ChartKind Kind, bool Time, IReadOnlyList<string> Positions, IReadOnlyList<ChartSeries> Series, Axis Axis)
{
    /// <summary>What all values are measured in.</summary>
    public Metrics.Results.Unit Unit { get; init; }

    /// <summary>The days the positions begin with; empty where they are no time.</summary>
    public IReadOnlyList<DateOnly> Days { get; init; } = [];
}

/// <summary>A line, or the bars of one colour.</summary>
internal sealed record ChartSeries(string Name, IReadOnlyList<ChartPoint> Points);

/// <summary>A value of a series; null is drawn as a gap, never as zero.</summary>
internal sealed record ChartPoint(double? Value, string Text, bool Unfinished);

/// <summary>The axis of values.</summary>
internal sealed record Axis(double From, double To, double Step, IReadOnlyList<string> Labels);
