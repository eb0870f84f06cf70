namespace Merit.Host.Samples;

/// <summary>When things happen in the demo company: it grows, has seasons, rests at weekends, and sleeps.</summary>
internal sealed class DemoCalendar
{
    public static readonly DateOnly First = new(2024, 1, 1);
    public static readonly DateOnly Last = new(2025, 12, 31);
    public static readonly int Days = Last.DayNumber - First.DayNumber + 1;

    /// <summary>The first moment after the data.</summary>
    public static readonly DateTime End = Last.AddDays(1).ToDateTime(TimeOnly.MinValue);

    // By month from January: a dip around the spring festival, fairs in spring and autumn, a slow summer.
    private static readonly double[] Season = [.9, .62, 1.15, 1.18, 1.05, .98, .84, .8, 1.16, 1.1, 1.2, .95];

    // By day from Sunday.
    private static readonly double[] Week = [.45, 1.1, 1.2, 1.2, 1.15, 1.0, .5];

    private static readonly double[] Hours = [1, 1, .5, .5, .5, 1, 2, 4, 8, 12, 13, 11, 8, 10, 12, 12, 11, 9, 7, 6, 6, 5, 3, 2];

    private readonly double[] upTo = new double[Days];

    public DemoCalendar()
    {
        var sum = 0.0;
        for (var day = 0; day < Days; day++)
        {
            // Whoever comes in the last weeks has had fewer touches by the end.
            sum += Busy(First.AddDays(day)) * Math.Min(1, .45 + (.55 * (Days - day) / 40));
            upTo[day] = sum;
        }
    }

    /// <summary>How busy a day is: 1 on an ordinary day at the beginning.</summary>
    public static double Busy(DateOnly day) =>
        (1 + (0.6 * (day.DayNumber - First.DayNumber) / Days)) * Season[day.Month - 1] * Week[(int)day.DayOfWeek];

    /// <summary>The day of the contacts with whom a share of all touches is reached.</summary>
    public DateOnly DayAt(double share)
    {
        var found = Array.BinarySearch(upTo, share * upTo[^1]);
        return First.AddDays(Math.Min(found < 0 ? ~found : found, Days - 1));
    }

    /// <summary>A time of that day.</summary>
    public static DateTime TimeOf(DateOnly day, RandomStream random) =>
        day.ToDateTime(TimeOnly.MinValue).AddHours(random.Weighted(Hours)).AddSeconds(random.Below(3600));

    /// <summary>A time some days after another, on that day's own clock; what falls on a weekend mostly waits for Monday.</summary>
    public static DateTime Later(DateTime moment, double meanDays, RandomStream random)
    {
        var day = DateOnly.FromDateTime(moment).AddDays((int)random.Skewed(meanDays));
        if (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday && random.Chance(.6))
        {
            day = day.AddDays(day.DayOfWeek is DayOfWeek.Saturday ? 2 : 1);
        }

        var later = TimeOf(day, random);
        return later > moment ? later : moment.AddMinutes(5 + random.Below(240));
    }
}
