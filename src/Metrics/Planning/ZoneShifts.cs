namespace Merit.Metrics.Planning;

/// <summary>How far the clocks of a zone are from UTC between two days: one shift, or a few where they jump.</summary>
/// <remarks>To add a shift costs an engine next to nothing; to look a zone up for every row costs most of a question about days.</remarks>
internal static class ZoneShifts
{
    // Two years of summer times. What has more is as well looked up.
    private const int MostJumps = 4;
    private const int MostDays = 10 * 366;

    // Before, some clocks were off by seconds, of which the platform keeps only minutes.
    private const int FirstYear = 1973;

    /// <summary>The shifts in their order, each with the instant until which it holds (the last: none); null where the zone is unknown or there are too many.</summary>
    /// <param name="zone">The zone's IANA name.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The day after the last.</param>
    public static IReadOnlyList<(DateTime? Until, TimeSpan Shift)>? Between(string zone, DateOnly from, DateOnly to)
    {
        if (to.DayNumber - from.DayNumber is < 0 or > MostDays || from.Year < FirstYear || to == DateOnly.MaxValue || !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var clocks))
        {
            return null;
        }

        // A day more at both ends: no clock is further from UTC.
        var end = Midnight(to.AddDays(1));
        var day = Midnight(from.AddDays(-1));
        var shift = clocks.GetUtcOffset(day);
        List<(DateTime? Until, TimeSpan Shift)> shifts = [];
        for (; day < end && shifts.Count <= MostJumps; day = day.AddDays(1))
        {
            var next = clocks.GetUtcOffset(day.AddDays(1));
            if (next != shift)
            {
                shifts.Add((Jump(clocks, day, shift), shift));
                shift = next;
            }
        }

        shifts.Add((null, shift));
        return shifts.Count - 1 <= MostJumps ? shifts : null;
    }

    private static DateTime Midnight(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    // The first second of a day whose shift is another.
    private static DateTime Jump(TimeZoneInfo clocks, DateTime day, TimeSpan shift)
    {
        var (before, after) = (0, 24 * 60 * 60);
        while (after - before > 1)
        {
            var middle = (before + after) / 2;
            (before, after) = clocks.GetUtcOffset(day.AddSeconds(middle)) == shift ? (middle, after) : (before, middle);
        }

        return DateTime.SpecifyKind(day.AddSeconds(after), DateTimeKind.Unspecified);
    }
}
