using System.Globalization;

namespace Merit.Metrics.Requests;

/// <summary>What a period is compared with. A period that is not over is compared with the same days of the other one.</summary>
public static class PeriodMath
{
    /// <summary>The period of the same kind and length before, or null where there is none (<c>all</c>).</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static Period? Previous(Period period, DateOnly today)
    {
        if (period is not { From: { } from, To: { } to })
        {
            return null;
        }

        return period.Kind switch
        {
            PeriodKind.Month => ByMonths(1),
            PeriodKind.Quarter => ByMonths(3),
            PeriodKind.Year => ByMonths(12),
            PeriodKind.Week => ByDays(7 * (((to.DayNumber - from.DayNumber) + 6) / 7)),
            _ => ByDays(to.DayNumber - from.DayNumber),
        };

        Period ByDays(int days)
        {
            var end = End(period, today);
            return Named(from.AddDays(-days), end.AddDays(-days), period.Kind);
        }

        Period ByMonths(int unit)
        {
            var last = to.AddDays(-1);
            var months = ((last.Year - from.Year) * 12) + last.Month - from.Month + 1;
            return Shift(period, today, -(((months + unit - 1) / unit) * unit));
        }
    }

    /// <summary>The same period a year before (a week: 52 weeks before), or null where there is none.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static Period? YearAgo(Period period, DateOnly today) =>
        period is not { From: { } from, To: not null } ? null
        : period.Kind == PeriodKind.Week ? Named(from.AddDays(-364), End(period, today).AddDays(-364), period.Kind)
        : Shift(period, today, -12);

    /// <summary>Whether days of the period are still to come, today's included.</summary>
    /// <param name="period">The period.</param>
    /// <param name="today">Today in the workspace's zone.</param>
    public static bool IsUnfinished(Period period, DateOnly today) => period.To is { } to && to > today;

    // First days shift safely (they exist in every month); a last day in the middle of a month is held inside the shorter month.
    private static Period Shift(Period period, DateOnly today, int months)
    {
        var from = period.From.GetValueOrDefault().AddMonths(months);
        var end = End(period, today);
        var to = end.Day == 1 ? end.AddMonths(months) : end.AddDays(-1).AddMonths(months).AddDays(1);
        return Named(from, to > from ? to : from.AddDays(1), period.Kind);
    }

    // The end of what has happened: today is the last day that counts, unless the period has not begun at all.
    private static DateOnly End(Period period, DateOnly today)
    {
        var to = period.To.GetValueOrDefault();
        var tomorrow = today.AddDays(1);
        return to > tomorrow && tomorrow > period.From ? tomorrow : to;
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
