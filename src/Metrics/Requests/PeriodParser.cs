using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Requests;

/// <summary>Reads periods as people write them.</summary>
public static partial class PeriodParser
{
    /// <summary>Reads a period; throws <see cref="MeritException"/> with examples when it is none.</summary>
    /// <param name="text">Such as <c>2025-Q1</c>, <c>last-month</c> or <c>2025-03-01..2025-04-01</c> (the last day not included).</param>
    /// <param name="today">Today in the workspace's zone.</param>
    /// <param name="weekStart">The workspace's first day of the week.</param>
    public static Period Parse(string text, DateOnly today, DayOfWeek weekStart)
    {
        var name = text.Trim();
        if (name.Contains("..", StringComparison.Ordinal))
        {
            return Range(name);
        }

        return Relative(name, today, weekStart) ?? Recent(name, today, weekStart) ?? Calendar(name, weekStart)
            ?? throw new MeritException(RequestRules.BadPeriod.Here(text, ""));
    }

    private static Period Range(string text)
    {
        var parts = text.Split("..");
        if (parts.Length == 2 && Day(parts[0]) is { } from && Day(parts[1]) is { } to)
        {
            return to > from
                ? new Period(from, to, text, PeriodKind.Days)
                : throw new MeritException(RequestRules.BadPeriod.Here(text, ": it ends before it begins (the last day is not included)"));
        }

        throw new MeritException(RequestRules.BadPeriod.Here(text, ": each side of '..' must be a day such as 2025-03-01"));
    }

    private static Period? Relative(string name, DateOnly today, DayOfWeek weekStart)
    {
        var tomorrow = today.AddDays(1);
        return name.ToLowerInvariant() switch
        {
            "all" => Period.All,
            "today" => new Period(today, tomorrow, "today", PeriodKind.Days),
            "yesterday" => new Period(today.AddDays(-1), today, "yesterday", PeriodKind.Days),
            "this-week" => Whole(TimeGrain.Week, 0),
            "last-week" => Whole(TimeGrain.Week, -1),
            "this-month" => Whole(TimeGrain.Month, 0),
            "last-month" => Whole(TimeGrain.Month, -1),
            "this-quarter" => Whole(TimeGrain.Quarter, 0),
            "last-quarter" => Whole(TimeGrain.Quarter, -1),
            "this-year" => Whole(TimeGrain.Year, 0),
            "last-year" => Whole(TimeGrain.Year, -1),
            "week-to-date" => Whole(TimeGrain.Week, 0) with { To = tomorrow },
            "month-to-date" => Whole(TimeGrain.Month, 0) with { To = tomorrow },
            "quarter-to-date" => Whole(TimeGrain.Quarter, 0) with { To = tomorrow },
            "year-to-date" => Whole(TimeGrain.Year, 0) with { To = tomorrow },
            _ => null,
        };

        Period Whole(TimeGrain grain, int offset)
        {
            var start = grain.Add(grain.Start(today, weekStart), offset);
            return new Period(start, grain.Add(start, 1), name.ToLowerInvariant(), KindOf(grain));
        }
    }

    // Complete days, weeks and months only: the one we are in would make the last point of every chart fall.
    private static Period? Recent(string name, DateOnly today, DayOfWeek weekStart)
    {
        var match = RecentForm().Match(name);
        if (!match.Success)
        {
            return null;
        }

        var grain = match.Groups["unit"].Value.ToLowerInvariant() switch { "d" => TimeGrain.Day, "w" => TimeGrain.Week, _ => TimeGrain.Month };
        var count = int.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture);
        var end = grain.Start(today, weekStart);
        return count == 0 ? null : new Period(grain.Add(end, -count), end, name.ToLowerInvariant(), KindOf(grain));
    }

    private static Period? Calendar(string name, DayOfWeek weekStart)
    {
        if (Day(name) is { } day)
        {
            return new Period(day, day.AddDays(1), name, PeriodKind.Days);
        }

        var match = CalendarForm().Match(name);
        if (!match.Success || !int.TryParse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 1 or > 9998)
        {
            return null;
        }

        return (Number("month"), Number("quarter"), Number("week")) switch
        {
            ({ } month, _, _) => month is >= 1 and <= 12 ? From(TimeGrain.Month, new DateOnly(year, month, 1)) : null,
            (_, { } quarter, _) => quarter is >= 1 and <= 4 ? From(TimeGrain.Quarter, new DateOnly(year, (quarter * 3) - 2, 1)) : null,
            (_, _, { } week) => TimeGrains.Week(year, week, weekStart) is { } start ? From(TimeGrain.Week, start) : null,
            _ => From(TimeGrain.Year, new DateOnly(year, 1, 1)),
        };

        int? Number(string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : null;

        Period From(TimeGrain grain, DateOnly start) => new(start, grain.Add(start, 1), name.ToUpperInvariant(), KindOf(grain));
    }

    private static DateOnly? Day(string text) =>
        DateOnly.TryParseExact(text.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day < DateOnly.MaxValue ? day : null;

    private static PeriodKind KindOf(TimeGrain grain) => grain switch
    {
        TimeGrain.Day => PeriodKind.Days,
        TimeGrain.Week => PeriodKind.Week,
        TimeGrain.Month => PeriodKind.Month,
        TimeGrain.Quarter => PeriodKind.Quarter,
        _ => PeriodKind.Year,
    };

    [GeneratedRegex(@"^last-(?<count>[0-9]{1,4})(?<unit>[dwm])$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex RecentForm();

    [GeneratedRegex("^(?<year>[0-9]{4})(-(?<month>[0-9]{2})|-Q(?<quarter>[0-9])|-W(?<week>[0-9]{2}))?$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CalendarForm();
}
