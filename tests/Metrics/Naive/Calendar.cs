using Merit.Metrics.Language;

namespace Merit.Metrics.Tests.Naive;

/// <summary>Parts of days and times, each said three times.</summary>
internal static class Calendar
{
    public static readonly string[] Parts = ["Year", "Quarter", "Month", "Week", "Day", "Hour"];

    public static readonly string[] Starts = ["Date", "StartOfWeek", "StartOfMonth", "StartOfQuarter", "StartOfYear"];

    public static Term Part(Term at, string part) => new()
    {
        Kind = Kind.Number,
        IsExact = true,
        Text = $"{at}.{part}",
        Expr = new Expr<double>(PartOf(at, part).Node),
        Parts = [at],
        Again = p => Part(p[0], part),
        Value = (row, scene) => at.Value(row, scene) is { } value && scene.DayOf(value) is { } day ? part switch
        {
            "Year" => (decimal)day.Year,
            "Quarter" => ((day.Month - 1) / 3) + 1,
            "Month" => day.Month,
            "Week" => Week(day, scene.WeekStart),
            "Day" => day.Day,
            _ => scene.Local((DateTime)value).Hour,
        } : null,
    };

    public static Term Start(Term at, string start) => new()
    {
        Kind = Kind.Day,
        Text = $"{at}.{start}",
        Expr = StartOf(at, start),
        Parts = [at],
        Again = p => Start(p[0], start),
        Value = (row, scene) => scene.DayOf(at.Value(row, scene)) is { } day ? start switch
        {
            "StartOfWeek" => StartOfWeek(day, scene.WeekStart),
            "StartOfMonth" => new DateOnly(day.Year, day.Month, 1),
            "StartOfQuarter" => new DateOnly(day.Year, (((day.Month - 1) / 3) * 3) + 1, 1),
            "StartOfYear" => new DateOnly(day.Year, 1, 1),
            _ => day,
        } : null,
    };

    public static Term OnWeekday(Term at, IReadOnlyList<DayOfWeek> days) => new()
    {
        Kind = Kind.Flag,
        Text = $"{at}.Weekday.In({string.Join(", ", days)})",
        Expr = (at.Kind == Kind.Day ? at.Day.Weekday : at.Time.Weekday).In(days),
        Parts = [at],
        Again = p => OnWeekday(p[0], days),
        Value = (row, scene) => scene.DayOf(at.Value(row, scene)) is { } day ? days.Contains(day.DayOfWeek) : null,
    };

    public static DateOnly StartOfWeek(DateOnly day, DayOfWeek first)
    {
        while (day.DayOfWeek != first)
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    // Counted from the week that holds 4 January of the year that holds most of this one.
    private static int Week(DateOnly day, DayOfWeek first)
    {
        var start = StartOfWeek(day, first);
        var one = StartOfWeek(new DateOnly(start.AddDays(3).Year, 1, 4), first);
        return ((start.DayNumber - one.DayNumber) / 7) + 1;
    }

    private static Expr PartOf(Term at, string part) => (at.Kind, part) switch
    {
        (Kind.Day, "Year") => at.Day.Year,
        (Kind.Day, "Quarter") => at.Day.Quarter,
        (Kind.Day, "Month") => at.Day.Month,
        (Kind.Day, "Week") => at.Day.Week,
        (Kind.Day, _) => at.Day.Day,
        (_, "Year") => at.Time.Year,
        (_, "Quarter") => at.Time.Quarter,
        (_, "Month") => at.Time.Month,
        (_, "Week") => at.Time.Week,
        (_, "Day") => at.Time.Day,
        _ => at.Time.Hour,
    };

    private static Expr StartOf(Term at, string start) => (at.Kind, start) switch
    {
        (Kind.Day, "StartOfWeek") => at.Day.StartOfWeek,
        (Kind.Day, "StartOfMonth") => at.Day.StartOfMonth,
        (Kind.Day, "StartOfQuarter") => at.Day.StartOfQuarter,
        (Kind.Day, _) => at.Day.StartOfYear,
        (_, "StartOfWeek") => at.Time.StartOfWeek,
        (_, "StartOfMonth") => at.Time.StartOfMonth,
        (_, "StartOfQuarter") => at.Time.StartOfQuarter,
        (_, "StartOfYear") => at.Time.StartOfYear,
        _ => at.Time.Date,
    };
}
