using System.Globalization;

namespace Merit.Metrics.Requests;

/// <summary>The lengths of time an answer can be grouped by; a group's value is its first day.</summary>
public enum TimeGrain
{
    /// <summary>A calendar day.</summary>
    Day,

    /// <summary>A week, from the workspace's first day of the week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A calendar quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}

/// <summary>Arithmetic on groups of days.</summary>
public static class TimeGrains
{
    /// <summary>The grain a dimension id stands for (<c>day</c> to <c>year</c>), or null.</summary>
    public static TimeGrain? Of(string dimension) => dimension switch
    {
        "day" => TimeGrain.Day,
        "week" => TimeGrain.Week,
        "month" => TimeGrain.Month,
        "quarter" => TimeGrain.Quarter,
        "year" => TimeGrain.Year,
        _ => null,
    };

    /// <summary>First day of the group that holds a day.</summary>
    public static DateOnly Start(this TimeGrain grain, DateOnly day, DayOfWeek weekStart) => grain switch
    {
        TimeGrain.Day => day,
        TimeGrain.Week => day.AddDays(-((((int)day.DayOfWeek - (int)weekStart) + 7) % 7)),
        TimeGrain.Month => new DateOnly(day.Year, day.Month, 1),
        TimeGrain.Quarter => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
        _ => new DateOnly(day.Year, 1, 1),
    };

    /// <summary>First day of the group that lies a number of groups after the one that starts on a day.</summary>
    public static DateOnly Add(this TimeGrain grain, DateOnly start, int groups) => grain switch
    {
        TimeGrain.Day => start.AddDays(groups),
        TimeGrain.Week => start.AddDays(7 * groups),
        TimeGrain.Month => start.AddMonths(groups),
        TimeGrain.Quarter => start.AddMonths(3 * groups),
        _ => start.AddYears(groups),
    };

    /// <summary>How many groups lie between two first days.</summary>
    public static int Between(this TimeGrain grain, DateOnly start, DateOnly later) => grain switch
    {
        TimeGrain.Day => later.DayNumber - start.DayNumber,
        TimeGrain.Week => (later.DayNumber - start.DayNumber) / 7,
        TimeGrain.Month => Months(later) - Months(start),
        TimeGrain.Quarter => (Months(later) - Months(start)) / 3,
        _ => later.Year - start.Year,
    };

    /// <summary>The group's name as a period is written: <c>2025-03-04</c>, <c>2025-W10</c>, <c>2025-03</c>, <c>2025-Q1</c>, <c>2025</c>.</summary>
    public static string Name(this TimeGrain grain, DateOnly start) => grain switch
    {
        TimeGrain.Day => start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeGrain.Week => WeekName(start),
        TimeGrain.Month => start.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        TimeGrain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{start.Year:D4}-Q{((start.Month - 1) / 3) + 1}"),
        _ => start.ToString("yyyy", CultureInfo.InvariantCulture),
    };

    /// <summary>First day of a numbered week: week 1 is the one that holds 4 January (ISO 8601, for any first day of the week), or null where the year has no such week.</summary>
    public static DateOnly? Week(int year, int number, DayOfWeek weekStart)
    {
        if (number is < 1 or > 53)
        {
            return null;
        }

        var start = TimeGrain.Week.Start(new DateOnly(year, 1, 4), weekStart).AddDays(7 * (number - 1));
        return start.AddDays(3).Year == year ? start : null;
    }

    // A week belongs to the year that holds most of it, which is the year of its fourth day.
    private static string WeekName(DateOnly start)
    {
        var middle = start.AddDays(3);
        return string.Create(CultureInfo.InvariantCulture, $"{middle.Year:D4}-W{((middle.DayOfYear - 1) / 7) + 1:D2}");
    }

    private static int Months(DateOnly day) => (day.Year * 12) + day.Month;
}
