namespace Merit.Host.Reports.Charts;

/// <summary>The days, weeks, months, quarters or years between two of them, so that one without rows leaves a gap.</summary>
internal static class TimeRun
{
    // A chart of more positions than this could not be read; the answer's own are drawn instead.
    private const int Most = 1200;

    public static bool IsTime(string dimension) => dimension is "day" or "week" or "month" or "quarter" or "year";

    public static IReadOnlyList<DateOnly> Between(IReadOnlyList<DateOnly> known, string dimension)
    {
        if (known.Count == 0)
        {
            return [];
        }

        var run = new List<DateOnly>();
        var last = known.Max();
        for (var at = known.Min(); at <= last && run.Count < Most; at = Next(at, dimension))
        {
            run.Add(at);
        }

        return known.All(run.Contains) ? run : [.. known.Distinct().Order()];
    }

    private static DateOnly Next(DateOnly at, string dimension) => dimension switch
    {
        "week" => at.AddDays(7),
        "month" => at.AddMonths(1),
        "quarter" => at.AddMonths(3),
        "year" => at.AddYears(1),
        _ => at.AddDays(1),
    };
}
