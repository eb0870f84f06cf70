using System.Runtime.InteropServices;

namespace Merit.Metrics.Requests;

/// <summary>How far one run of days lies behind another: days, weeks, or calendar months.</summary>
/// <param name="Grain">Day, week or month.</param>
/// <param name="Count">How many.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct TimeStep(TimeGrain Grain, int Count)
{
    /// <summary>A year as this step's kind counts it: weeks stay whole weeks (52 of them), all else follows the calendar.</summary>
    public TimeStep Year => Grain == TimeGrain.Week ? new TimeStep(TimeGrain.Week, 52) : new TimeStep(TimeGrain.Month, 12);

    /// <summary>One step of a grain.</summary>
    public static TimeStep Of(TimeGrain grain, int count) => grain switch
    {
        TimeGrain.Quarter => new TimeStep(TimeGrain.Month, 3 * count),
        TimeGrain.Year => new TimeStep(TimeGrain.Month, 12 * count),
        _ => new TimeStep(grain, count),
    };

    /// <summary>From a period to the one before: its own length, in whole units of its kind; null where it has no bounds.</summary>
    public static TimeStep? Of(Period period)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return null;
        }

        var days = to.DayNumber - from.DayNumber;
        var last = to.AddDays(-1);
        var months = ((last.Year - from.Year) * 12) + last.Month - from.Month + 1;
        return period.Kind switch
        {
            PeriodKind.Month => new TimeStep(TimeGrain.Month, months),
            PeriodKind.Quarter => new TimeStep(TimeGrain.Month, Whole(months, 3)),
            PeriodKind.Year => new TimeStep(TimeGrain.Month, Whole(months, 12)),
            PeriodKind.Week => new TimeStep(TimeGrain.Week, Whole(days, 7) / 7),
            _ => new TimeStep(TimeGrain.Day, days),
        };
    }

    /// <summary>A day this far back. A day that a shorter month does not have becomes its last one; before the calendar begins, its first day.</summary>
    public DateOnly Before(DateOnly day)
    {
        var days = Grain == TimeGrain.Week ? 7L * Count : Count;
        return Grain == TimeGrain.Month
            ? day.AddMonths(-(int)Math.Min(Count, ((day.Year - 1L) * 12) + day.Month - 1))
            : DateOnly.FromDayNumber((int)Math.Max(0, day.DayNumber - days));
    }

    /// <summary>The end (exclusive) of a run of days, this far back. Whole months stay whole; otherwise the last day moves, so that the 31st meets the
    /// last day of a shorter month and never two days.</summary>
    public DateOnly EndBefore(DateOnly? from, DateOnly end)
    {
        if (Grain != TimeGrain.Month || (end.Day == 1 && from is null or { Day: 1 }))
        {
            return Before(end);
        }

        return Before(end.AddDays(-1)).AddDays(1);
    }

    private static int Whole(int length, int unit) => ((length + unit - 1) / unit) * unit;
}
