namespace Merit.Host.Warehouse.Testing;

/// <summary>A time on the clocks of a zone as an instant, as a load reads it: one that the clocks jump over counts as if they had not jumped; of one that comes twice, the first.</summary>
internal static class WallClock
{
    private static readonly TimeSpan BeforeTheJump = TimeSpan.FromHours(3);

    public static DateTime ToUtc(DateTime local, TimeZoneInfo zone)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var offset = zone.IsInvalidTime(time) ? zone.GetUtcOffset(time - BeforeTheJump)
            : zone.IsAmbiguousTime(time) ? zone.GetAmbiguousTimeOffsets(time).Max()
            : zone.GetUtcOffset(time);
        return DateTime.SpecifyKind(time - offset, DateTimeKind.Utc);
    }
}
