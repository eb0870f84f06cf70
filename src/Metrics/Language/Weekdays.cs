namespace Merit.Metrics.Language;

/// <summary>Days of the week as numbers, as ISO 8601 has them: Monday is 1, Sunday 7.</summary>
internal static class Weekdays
{
    public static long Number(DayOfWeek day) => day == DayOfWeek.Sunday ? 7 : (long)day;
}
