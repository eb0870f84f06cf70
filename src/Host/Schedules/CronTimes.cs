using Quartz;

namespace Merit.Host.Schedules;

/// <summary>
/// The occasions of a schedule. Cron names times on a clock on the wall; each of them is one occasion, whatever the zone's clocks do: one that is left out when they go forward is
/// the moment they do, together with any other left out, and one that comes twice when they go back is the first of the two.
/// </summary>
internal sealed class CronTimes
{
    private readonly CronExpression _expression;
    private readonly TimeZoneInfo _zone;

    private CronTimes(CronExpression expression, TimeZoneInfo zone) => (_expression, _zone) = (expression.WithTimeZone(TimeZoneInfo.Utc), zone);

    /// <summary>The times of an expression of five fields, as cron reads it.</summary>
    /// <exception cref="FormatException">It is none.</exception>
    public static CronTimes Of(string cron, TimeZoneInfo zone) => new(CronExpression.Parse(cron, CronFormat.Unix), zone);

    /// <summary>What is wrong with an expression, or null.</summary>
    public static string? Fault(string cron)
    {
        try
        {
            // One that can never come, such as 30 February, is as wrong as one that cannot be read.
            return CronExpression.Parse(cron, CronFormat.Unix).WithTimeZone(TimeZoneInfo.Utc).GetNextValidTimeAfter(new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)) is null
                ? "it never comes"
                : null;
        }
        catch (FormatException wrong)
        {
            return wrong.Message.Split(". ")[0].TrimEnd('.');
        }
    }

    /// <summary>The first occasion after a moment; null where there is none any more.</summary>
    public DateTimeOffset? After(DateTimeOffset moment)
    {
        // A little earlier on the wall: what comes twice is then met at its first coming, and what was left out at the moment the clocks went forward.
        var wall = Wall(moment).AddHours(-3);
        while (_expression.GetNextValidTimeAfter(new DateTimeOffset(wall, TimeSpan.Zero)) is { } next)
        {
            wall = next.UtcDateTime;
            if (Moment(wall) is var occasion && occasion > moment)
            {
                return occasion;
            }
        }

        return null;
    }

    /// <summary>The last occasion after one moment and not after another, and how many there were before it; null where there was none.</summary>
    public (DateTimeOffset Occasion, int Missed)? LastWithin(DateTimeOffset after, DateTimeOffset until)
    {
        (DateTimeOffset Occasion, int Missed)? last = null;
        for (var next = After(after); next is { } occasion && occasion <= until; next = After(occasion))
        {
            last = (occasion, last is { } before ? before.Missed + 1 : 0);
        }

        return last;
    }

    private DateTime Wall(DateTimeOffset moment) => DateTime.SpecifyKind(TimeZoneInfo.ConvertTime(moment, _zone).DateTime, DateTimeKind.Utc);

    private DateTimeOffset Moment(DateTime wall)
    {
        var local = DateTime.SpecifyKind(wall, DateTimeKind.Unspecified);
        if (_zone.IsInvalidTime(local))
        {
            return Forward(local);
        }

        // Of two readings of the same time, the one with the greater offset comes first.
        var offset = _zone.IsAmbiguousTime(local) ? _zone.GetAmbiguousTimeOffsets(local).Max() : _zone.GetUtcOffset(local);
        return new DateTimeOffset(local, offset).ToUniversalTime();
    }

    // The moment the clocks go forward over a time: the first that is shown again, minute by minute.
    private DateTimeOffset Forward(DateTime left)
    {
        var shown = new DateTime(left.Year, left.Month, left.Day, left.Hour, left.Minute, 0, DateTimeKind.Unspecified);
        while (_zone.IsInvalidTime(shown))
        {
            shown = shown.AddMinutes(1);
        }

        return new DateTimeOffset(shown, _zone.GetUtcOffset(shown)).ToUniversalTime();
    }
}
