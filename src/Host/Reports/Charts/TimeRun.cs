using Merit.Metrics.Requests;

namespace Merit.Host.Reports.Charts;

/// <summary>The days, weeks, months, quarters or years between two of them, so that one without rows leaves a gap.</summary>
internal static class TimeRun
{
    // A chart of more positions than this could not be read; the answer's own are drawn instead.
    private const int Most = 1200;

    public static IReadOnlyList<DateOnly> Between(IReadOnlyList<DateOnly> known, TimeGrain grain)
    {
        if (known.Count == 0)
        {
            return [];
        }

        var run = new List<DateOnly>();
        var last = known.Max();
        for (var at = known.Min(); at <= last && run.Count < Most; at = grain.Add(at, 1))
        {
            run.Add(at);
        }

        return known.All(run.Contains) ? run : [.. known.Distinct().Order()];
    }
}
