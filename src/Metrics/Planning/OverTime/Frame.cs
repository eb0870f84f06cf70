using System.Runtime.InteropServices;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning.OverTime;

/// <summary>The days a figure is about, and how far behind them the days before lie.</summary>
/// <param name="From">First day, or null for no bound.</param>
/// <param name="To">The day after the last, or null for no bound.</param>
/// <param name="Step">From these days to those before; null where nothing comes before.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Frame(DateOnly? From, DateOnly? To, TimeStep? Step)
{
    /// <summary>A period's days.</summary>
    public static Frame Of(Period period) => new(period.From, period.To, TimeStep.Of(period));

    /// <summary>The days a measure reads instead of these, or null where there are none it could mean. What has not happened yet is left out first.</summary>
    public Frame? Moved(IReadOnlyList<TimeMove> moves, DateOnly today, DayOfWeek weekStart)
    {
        if (moves.Count == 0)
        {
            return this;
        }

        var end = To is not { } to ? today.AddDays(1) : PeriodMath.End(From ?? DateOnly.MinValue, to, today);
        Frame? frame = this with { To = end };
        foreach (var move in moves)
        {
            frame = frame?.Moved(move, today, weekStart);
        }

        return frame;
    }

    private Frame? Moved(TimeMove move, DateOnly today, DayOfWeek weekStart) => move switch
    {
        RollingMove rolling => Rolled(TimeStep.Of(rolling.Grain, rolling.Count)),
        SinceMove { Grain: { } grain } => new Frame(grain.Start(Last, weekStart), To, TimeStep.Of(grain, 1)),
        SinceMove => new Frame(null, To, Step ?? new TimeStep(TimeGrain.Month, 12)),
        BackMove { Year: true } => Step is { } step ? Back(step.Year) : null,
        BackMove => Step is { } length && From is not null ? Back(length) : null,
        TodayMove => From > today ? null : this,
        _ => throw new InvalidOperationException($"No days for {move}."),
    };

    // Every move comes after the end was set.
    private DateOnly End => To.GetValueOrDefault();

    private DateOnly Last => End.DayNumber == 0 ? End : End.AddDays(-1);

    private Frame Rolled(TimeStep length) => new(length.Before(End), To, length);

    private Frame Back(TimeStep step)
    {
        DateOnly? from = From is { } first ? step.Before(first) : null;
        return new Frame(from, step.EndBefore(From, End), Step);
    }
}
