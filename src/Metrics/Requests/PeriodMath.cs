using System.Globalization;

namespace Merit.Metrics.Requests;

/// <summary>What a period is compared with. A period that is not over is compared with the same days of the other one.</summary>
public static class PeriodMath
{
    /// <summary>The period of the same kind and length before, or null where there is none (<c>all</c>).</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static Period? Previous(Period period, DateOnly today) => Back(period, today, TimeStep.Of(period));

    /// <summary>The same period a year before (a week: 52 weeks before), or null where there is none.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static Period? YearAgo(Period period, DateOnly today) => Back(period, today, TimeStep.Of(period)?.Year);

    /// <summary>Whether days of the period are still to come, today's included.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static bool IsUnfinished(Period period, DateOnly today) => period.To is { } to && to > today;

    /// <summary>The end of what has happened: today is the last day that counts, unless the days have not begun at all.</summary>
    internal static DateOnly End(DateOnly from, DateOnly to, DateOnly today)
    {
        var tomorrow = today.AddDays(1);
        return to > tomorrow && tomorrow > from ? tomorrow : to;
    }

    private static Period? Back(Period period, DateOnly today, TimeStep? by)
    {
        if (by is not { } step || period is not { From: { } first, To: { } last })
        {
            return null;
        }

        return Named(step.Before(first), step.EndBefore(first, End(first, last, today)), period.Kind);
    }

    private static Period Named(DateOnly from, DateOnly to, PeriodKind kind)
    {
        var grain = kind switch { PeriodKind.Month => TimeGrain.Month, PeriodKind.Quarter => TimeGrain.Quarter, PeriodKind.Year => TimeGrain.Year, _ => TimeGrain.Day };
        var name = grain.Add(from, 1) == to
            ? grain.Name(from)
            : string.Create(CultureInfo.InvariantCulture, $"{from:yyyy-MM-dd}..{to:yyyy-MM-dd}");
        return new Period(from, to, name, kind);
    }
}
