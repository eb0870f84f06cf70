using Merit.Host.Schedules;

namespace Merit.Host.Tests.Schedules;

/// <summary>What is due, through a year in which clocks go forward and back.</summary>
public sealed class RunHistoryTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Through_a_year_each_occasion_is_run_once_or_made_up_for()
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var times = CronTimes.Of("30 2 * * *", zone);
        var history = new RunHistory(_folder.Path);
        var start = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var random = new Random(6);
        var (runs, missed) = (new List<DateTimeOffset>(), 0);

        // Looks at odd times, and sleeps for days now and then.
        for (var now = start; now < start.AddYears(1); now += random.Next(12) == 0 ? TimeSpan.FromHours(random.Next(30, 200)) : TimeSpan.FromMinutes(random.Next(200, 900)))
        {
            switch (history.DueOf("daily", times, now))
            {
                case { Occasion: null }:
                    history.Append(Entry(now, RunOutcome.Known));
                    break;
                case { Occasion: { } occasion } due:
                    history.Append(Entry(occasion, RunOutcome.Begun));
                    history.Append(Entry(occasion, RunOutcome.Fine));
                    Assert.Null(history.DueOf("daily", times, now));
                    runs.Add(occasion);
                    missed += due.Missed;
                    break;
            }
        }

        var last = runs[^1];
        var all = times.LastWithin(start, last) is { } found ? found.Missed + 1 : 0;
        Assert.Equal(runs.Distinct(), runs);
        Assert.Equal(all, runs.Count + missed);
        Assert.True(missed > 20);
        Assert.Contains(runs, r => r.UtcDateTime == new DateTime(2026, 10, 25, 0, 30, 0) || r.UtcDateTime.Date > new DateTime(2026, 10, 25));
    }

    [Fact]
    public void A_run_that_a_crash_ended_goes_on()
    {
        var history = new RunHistory(_folder.Path);
        var times = CronTimes.Of("0 8 * * *", TimeZoneInfo.Utc);
        var occasion = new DateTimeOffset(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);
        history.Append(Entry(occasion, RunOutcome.Begun));

        var due = history.DueOf("daily", times, occasion.AddDays(3));

        Assert.Equal(new Due(occasion, 0) { GoesOn = true }, due);
        history.Append(Entry(occasion, RunOutcome.Failed));
        Assert.Equal(new Due(occasion.AddDays(3), 2), history.DueOf("daily", times, occasion.AddDays(3)));
    }

    [Fact]
    public void A_schedule_seen_for_the_first_time_makes_up_for_nothing() =>
        Assert.Equal(new Due(null, 0), new RunHistory(_folder.Path).DueOf("new", CronTimes.Of("* * * * *", TimeZoneInfo.Utc), DateTimeOffset.UnixEpoch));

    public void Dispose() => _folder.Dispose();

    private static RunEntry Entry(DateTimeOffset occasion, RunOutcome result) => new() { Schedule = "daily", Occasion = occasion, StartedAt = occasion, Result = result };
}
