using Merit.Diagnostics;
using Merit.Host.Commands;
using Merit.Host.Reports;
using Merit.Host.Schedules;
using Merit.Host.Tests.Commands;
using Merit.Host.Tests.Workspaces;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Schedules;

/// <summary>Schedules run through a year in which clocks go forward and back, by a machine that looks now and then, sleeps, and is killed.</summary>
public sealed class ScheduleYearTests : IDisposable
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    // The days before the nights on which clocks change.
    private static readonly DateTimeOffset[] Changes = [new(2026, 3, 28, 0, 0, 0, TimeSpan.Zero), new(2026, 10, 24, 0, 0, 0, TimeSpan.Zero)];

    private readonly TemporaryFolder _folder = new();
    private readonly SetClock _clock = new(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_occasion_is_run_once_or_made_up_for_by_the_next()
    {
        // In the hour that spring leaves out and autumn shows twice, and at a time no clock touches.
        List<Schedule> schedules = [Of("night", "30 2 * * *"), Of("monday", "0 8 * * mon")];
        var random = new Random(7);
        var awake = 0;
        while (_clock.Now < new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero))
        {
            await Run().DueAsync(schedules, CancellationToken.None);
            awake++;

            // Mostly every few hours, now and then not for days; always on the nights on which clocks change.
            var near = _clock.Now.UtcDateTime is { Month: 3, Day: 28 or 29 } or { Month: 10, Day: 24 or 25 };
            var before = _clock.Now;
            _clock.Now += near ? TimeSpan.FromMinutes(40) : TimeSpan.FromMinutes(random.Next(12) == 0 ? random.Next(60, 60 * 24 * 4) : random.Next(60 * 5, 60 * 22));
            _clock.Now = Changes.FirstOrDefault(c => c > before && c < _clock.Now, _clock.Now);
        }

        var history = new RunHistory(Path.Combine(_folder.Path, ".merit"));
        foreach (var schedule in schedules)
        {
            var runs = history.Runs.Where(r => r.Schedule == schedule.Name).OrderBy(r => r.StartedAt).ToList();
            var wanted = Occasions(schedule, history.All.First(e => e.Schedule == schedule.Name).Occasion, runs[^1].Occasion);

            Assert.All(runs, r => Assert.Equal(RunOutcome.Fine, r.Result));
            Assert.All(runs, r => Assert.True(r.Occasion <= r.StartedAt));
            Assert.Equal(runs.Count, runs.Select(r => r.Occasion).Distinct().Count());
            Assert.Equal(wanted.Count, runs.Sum(r => 1 + r.Missed));
            Assert.Subset(wanted.ToHashSet(), runs.Select(r => r.Occasion).ToHashSet());
            Assert.True(schedule.Name is "monday" || runs.Exists(r => r.Missed > 0));
        }

        // Berlin leaves out 2:30 on 29 March, so that night's is at 3:00, and shows it twice on 25 October, of which the first counts.
        var nights = history.Runs.Where(r => r.Schedule == "night").Select(r => r.Occasion).ToList();
        Assert.Equal([new DateTimeOffset(2026, 3, 29, 1, 0, 0, TimeSpan.Zero)], nights.Where(n => n.UtcDateTime is { Month: 3, Day: 29 }));
        Assert.Equal([new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero)], nights.Where(n => n.UtcDateTime is { Month: 10, Day: 25 }));
        Assert.InRange(awake, 300, 1500);
    }

    // By the calendar alone: each day has one such time.
    private static List<DateTimeOffset> Occasions(Schedule schedule, DateTimeOffset after, DateTimeOffset until)
    {
        var found = new List<DateTimeOffset>();
        for (var day = new DateTime(2025, 12, 30, 0, 0, 0, DateTimeKind.Unspecified); day.Year < 2027; day = day.AddDays(1))
        {
            var local = schedule.Name is "night" ? day.AddMinutes(150) : day.AddHours(8);
            if (schedule.Name is "monday" && local.DayOfWeek is not DayOfWeek.Monday)
            {
                continue;
            }

            var moment = Berlin.IsInvalidTime(local) ? new DateTimeOffset(local.Date.AddHours(3), TimeSpan.FromHours(2))
                : new DateTimeOffset(local, Berlin.IsAmbiguousTime(local) ? TimeSpan.FromHours(2) : Berlin.GetUtcOffset(local));
            if (moment > after && moment <= until)
            {
                found.Add(moment.ToUniversalTime());
            }
        }

        return found;
    }

    private static Schedule Of(string name, string cron) => new() { Name = name, Timing = new Timing(cron, null, Loads: false, MaxAge: null), At = new Place("merit.yaml") };

    private ScheduleRun Run()
    {
        var workspace = new Workspace { Directory = _folder.Path, Name = "Year", Currency = "EUR", Zone = Berlin, Attribution = new AttributionSettings { Default = "last", Models = [] } };
        var stages = new FakeStages { Inputs = new ReportInputs { AsOf = new DateOnly(2026, 1, 1), DefinitionHash = "", Version = "" } };
        return new ScheduleRun(workspace, Loading.Catalog, new Surroundings
        {
            Output = new Terminal(TextWriter.Null, TextWriter.Null, interactive: false, colour: false), Environment = new Dictionary<string, string>(StringComparer.Ordinal), CurrentDirectory = _folder.Path,
            BaseDirectory = AppContext.BaseDirectory, Clock = _clock, Stages = stages,
        });
    }
}
