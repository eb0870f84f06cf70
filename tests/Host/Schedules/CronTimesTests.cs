using System.Globalization;
using Merit.Host.Schedules;

namespace Merit.Host.Tests.Schedules;

/// <summary>The occasions of a schedule, beside a count of every minute that the clock on the wall shows.</summary>
public sealed class CronTimesTests
{
    private static readonly (int Least, int Most)[] Ranges = [(0, 59), (0, 23), (1, 31), (1, 12), (0, 6)];
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    public static TheoryData<string, string> Schedules { get; } = new(
        from zone in new[] { "Europe/Berlin", "America/New_York", "Asia/Shanghai", "Australia/Lord_Howe", "UTC" }
        from cron in new[] { "0 8 * * mon", "30 2 * * *", "*/20 1-3 * * *", "15 2 1 * 0", "0 0 29 2 *", "0 9-17/2 * 1,6,12 1-5" }
        select (zone, cron));

    [Theory]
    [MemberData(nameof(Schedules))]
    public void Every_time_of_a_year_is_one_occasion(string zone, string cron)
    {
        var at = TimeZoneInfo.FindSystemTimeZoneById(zone);
        var times = CronTimes.Of(cron, at);
        var from = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var until = from.AddYears(1);

        Assert.Equal(Naive(cron, at, from, until), Occasions(times, from, until));
    }

    [Fact]
    public void A_time_that_clocks_leave_out_comes_when_they_go_forward()
    {
        var after = CronTimes.Of("30 2 * * *", Berlin).After(Utc("2026-03-28T12:00"));

        // At 2:00 in Berlin it is 3:00 at once: 1:00 in Greenwich.
        Assert.Equal(Utc("2026-03-29T01:00"), after);
    }

    [Fact]
    public void A_time_that_comes_twice_is_its_first_coming_only()
    {
        var times = CronTimes.Of("30 2 * * *", Berlin);

        Assert.Equal(Utc("2026-10-25T00:30"), times.After(Utc("2026-10-24T12:00")));
        Assert.Equal(Utc("2026-10-26T01:30"), times.After(Utc("2026-10-25T00:30")));
    }

    [Fact]
    public void Hours_left_out_together_come_once() =>
        Assert.Equal((Utc("2026-03-29T01:00"), 0), CronTimes.Of("*/15 2 * * *", Berlin).LastWithin(Utc("2026-03-29T00:30"), Utc("2026-03-29T12:00")));

    [Fact]
    public void What_was_missed_is_counted() =>
        Assert.Equal((Utc("2026-07-04T06:00"), 3), CronTimes.Of("0 8 * * *", Berlin).LastWithin(Utc("2026-06-30T06:00"), Utc("2026-07-05T05:59")));

    [Theory]
    [InlineData("61 * * * *")]
    [InlineData("0 8 * *")]
    [InlineData("0 0 8 * * *")]
    [InlineData("0 8 30 2 *")]
    [InlineData("every monday")]
    [InlineData("")]
    public void What_names_no_times_is_told(string cron) => Assert.NotNull(CronTimes.Fault(cron));

    [Theory]
    [InlineData("0 8 * * mon")]
    [InlineData("0 8 * * 7")]
    [InlineData("*/5 * 1-7 jan-mar *")]
    public void What_names_times_is_not(string cron) => Assert.Null(CronTimes.Fault(cron));

    private static List<DateTimeOffset> Occasions(CronTimes times, DateTimeOffset from, DateTimeOffset until)
    {
        var found = new List<DateTimeOffset>();
        for (var next = times.After(from.AddTicks(-1)); next is { } at && at < until; next = times.After(at))
        {
            found.Add(at);
        }

        return found;
    }

    // Goes through the year as the system's clock does, and notes what the wall shows for the first time, or leaves out.
    private static List<DateTimeOffset> Naive(string cron, TimeZoneInfo zone, DateTimeOffset from, DateTimeOffset until)
    {
        var fields = Fields(cron);
        var seen = new HashSet<DateTime>();
        var found = new List<DateTimeOffset>();
        var before = TimeZoneInfo.ConvertTime(from.AddHours(-6), zone).DateTime;
        for (var moment = from.AddHours(-6).AddMinutes(1); moment < until; moment = moment.AddMinutes(1))
        {
            var wall = TimeZoneInfo.ConvertTime(moment, zone).DateTime;
            var due = false;
            for (var shown = wall > before ? before.AddMinutes(1) : wall; shown <= wall; shown = shown.AddMinutes(1))
            {
                due |= seen.Add(shown) && Matches(fields, shown);
            }

            if (due && moment >= from)
            {
                found.Add(moment);
            }

            before = wall;
        }

        return found;
    }

    private static bool Matches(Field[] fields, DateTime at)
    {
        var (day, weekday) = (fields[2].Values.Contains(at.Day), fields[4].Values.Contains((int)at.DayOfWeek));
        return fields[0].Values.Contains(at.Minute) && fields[1].Values.Contains(at.Hour) && fields[3].Values.Contains(at.Month)
            && (fields[2].IsAny || fields[4].IsAny ? day && weekday : day || weekday);
    }

    private static Field[] Fields(string cron) => [.. cron.Split(' ').Zip(Ranges, (field, range) => new Field(field is "*", [.. Values(field, range.Least, range.Most)]))];

    private static IEnumerable<int> Values(string field, int least, int most) => field.Split(',').SelectMany(part =>
    {
        var (range, step) = part.Split('/') is [var r, var s] ? (r, int.Parse(s, CultureInfo.InvariantCulture)) : (part, 1);
        var (low, high) = range is "*" ? (least, most) : range.Split('-') is [var a, var b] ? (Number(a), Number(b)) : (Number(range), Number(range));
        return Enumerable.Range(low, high - low + 1).Where(value => (value - low) % step == 0);
    });

    private static int Number(string text) => text switch { "sun" => 0, "mon" => 1, _ => int.Parse(text, CultureInfo.InvariantCulture) };

    private static DateTimeOffset Utc(string text) => DateTimeOffset.Parse(text + "Z", CultureInfo.InvariantCulture);

    private sealed record Field(bool IsAny, HashSet<int> Values);
}
