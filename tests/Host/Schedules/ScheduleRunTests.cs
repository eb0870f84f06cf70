using Merit.Host.Commands;
using Merit.Host.Delivery;
using Merit.Host.Pipeline;
using Merit.Host.Schedules;
using Merit.Host.Tests.Pipeline;

namespace Merit.Host.Tests.Schedules;

/// <summary><c>merit schedule run</c> over real stages, with a clock of its own.</summary>
public sealed class ScheduleRunTests : SmallWorkspace
{
    private const string Added = """

        recipients:
          archive: { folder: sent }
          broken: { folder: merit.yaml/below }
        schedules:
          monday: { cron: "0 8 * * mon", reports: mine, recipients: archive, max_age: 10d }
        """;

    // A Sunday, soon after the days the data tell about.
    private readonly SetClock _clock = new(new DateTimeOffset(2025, 3, 9, 12, 0, 0, TimeSpan.Zero));

    public ScheduleRunTests() => _folder.Write("merit.yaml", Yaml + Added);

    [Fact]
    public async Task What_is_due_is_loaded_rendered_and_sent_once()
    {
        await Run();
        Assert.Empty(Sent);
        _clock.Now = new DateTimeOffset(2025, 3, 10, 0, 0, 30, TimeSpan.Zero);
        await Run();
        await Run();

        Assert.Equal(["monday/2025-03-10-0800/mine.html", "monday/2025-03-10-0800/mine.md"], Sent);
        Assert.Equal(File.ReadAllText(Path.Combine(_folder.Path, "out", "mine.md")), File.ReadAllText(Path.Combine(_folder.Path, "sent", "monday/2025-03-10-0800/mine.md")));
        var run = Assert.Single(History.Runs);
        Assert.Equal((RunOutcome.Fine, 1, 1, 5, 0), (run.Result, run.Delivered, run.Recipients, run.Rows, run.Changes));
        Assert.Equal(new DateTimeOffset(2025, 3, 10, 0, 0, 0, TimeSpan.Zero), run.Occasion);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_once_and_what_changed_is_told()
    {
        await Run();
        _clock.Now = new DateTimeOffset(2025, 3, 10, 1, 0, 0, TimeSpan.Zero);
        await Run();
        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-29,a,gold\n");
        _clock.Now = new DateTimeOffset(2025, 3, 31, 1, 0, 0, TimeSpan.Zero);

        await Run();

        Assert.Equal(2, History.Runs.Count);
        Assert.Equal((2, -2, new DateTimeOffset(2025, 3, 31, 0, 0, 0, TimeSpan.Zero)), (History.Runs[0].Missed, History.Runs[0].Changes, History.Runs[0].Occasion));
        Assert.Contains("makes up for 2 missed runs", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_again_says_what_has_changed_since_and_is_kept_as_it_was()
    {
        await Run("monday");
        _clock.Now = _clock.Now.AddDays(1);
        await Run("monday");
        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-03,a,gold\n");
        _clock.Now = _clock.Now.AddDays(1);
        await Run("monday");

        var said = Directory.GetFiles(Path.Combine(_folder.Path, "sent"), "read-me.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToList();
        Assert.Equal(2, said.Count);
        Assert.EndsWith("Mine: its figures are those that were sent on 9 Mar 2025 20:00.\n", said[0], StringComparison.Ordinal);
        Assert.EndsWith("Mine: since it was sent on 10 Mar 2025 20:00, figures of the same days have changed: New leads was 3, is 1; Gold leads was 2, is 1.\n", said[1], StringComparison.Ordinal);
        var kept = new SentReports(Path.Combine(_folder.Path, ".merit")).All();
        Assert.Equal([11, 10, 9], kept.Select(s => s.At.Day));
        Assert.Contains("3", File.ReadAllText(Path.Combine(kept[2].Folder, "mine.md")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Data_that_fail_a_blocking_test_are_not_sent_and_recipients_are_told_which()
    {
        _folder.Write("metrics/tests.csx", "Expect(leads.tier == \"GOLD\").Label(\"leads have a tier\", zh: \"线索有等级\").BlockDelivery();");

        Assert.Equal(ExitCode.Failed, await Run("monday"));

        var file = Assert.Single(Sent);
        var said = File.ReadAllText(Path.Combine(_folder.Path, "sent", file));
        Assert.EndsWith("read-me.txt", file, StringComparison.Ordinal);
        Assert.Contains("leads have a tier", said, StringComparison.Ordinal);
        Assert.Contains("MRT4061", Notes, StringComparison.Ordinal);
        Assert.Equal(RunOutcome.HeldBack, Assert.Single(History.Runs).Result);
    }

    [Fact]
    public async Task Data_that_are_older_than_allowed_are_not_sent()
    {
        _clock.Now = new DateTimeOffset(2025, 3, 13, 15, 59, 0, TimeSpan.Zero);
        await Run("monday");
        Assert.Equal(2, Sent.Count);

        _clock.Now = new DateTimeOffset(2025, 3, 13, 16, 1, 0, TimeSpan.Zero);
        await Run("monday");

        Assert.Equal(3, Sent.Count);
        Assert.Contains("The data reach only to 2025-03-03.", File.ReadAllText(Path.Combine(_folder.Path, "sent", Sent.Single(s => s.EndsWith(".txt", StringComparison.Ordinal)))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_that_is_not_reached_is_in_nobody_elses_way()
    {
        _folder.Write("merit.yaml", Yaml + Added.Replace("recipients: archive", "recipients: [broken, archive]", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Failed, await Run("monday"));

        Assert.Equal(2, Sent.Count);
        Assert.Contains("MRT4059: mine", Notes.Replace("'mine'", "mine", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal((RunOutcome.Failed, 1, 2), (History.Runs[0].Result, History.Runs[0].Delivered, History.Runs[0].Recipients));
    }

    [Fact]
    public async Task While_one_runs_no_other_is_started()
    {
        using var other = OnlyOne.Take(Path.Combine(_folder.Path, ".merit"));

        Assert.Equal(ExitCode.Fine, await Run("monday"));

        Assert.NotNull(other);
        Assert.Contains("MRT4062", Notes, StringComparison.Ordinal);
        Assert.Empty(History.All);
    }

    [Fact]
    public async Task A_load_that_fails_is_written_down_and_the_next_schedule_runs()
    {
        _folder.Write("merit.yaml", Yaml + Added + "\n  nightly: { cron: \"0 1 * * *\", load: false }\n");
        await Run();
        File.Delete(Path.Combine(_folder.Path, "spend.csv"));
        _clock.Now = _clock.Now.AddDays(1);

        Assert.Equal(ExitCode.Failed, await Run());

        Assert.Equal([RunOutcome.Failed, RunOutcome.Failed], History.Runs.Select(r => r.Result));
        Assert.Contains("MRT4065", Notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_report_is_sent_by_hand_to_those_it_names_and_under_one_key_once()
    {
        _folder.Write("reports/mine.md", "---\ntitle: Mine\nrecipients: [archive]\nschedule: \"0 6 1 * *\"\n---\n{{metrics \"cost\"}}\n");
        await Merit("load");

        Assert.Equal(ExitCode.Fine, await Do("deliver", "mine", "--key", "today"));
        Assert.Equal(ExitCode.Fine, await Do("deliver", "mine", "--key", "today"));
        Assert.Equal(ExitCode.Fine, await Do("schedule", "list", "--format", "csv"));

        Assert.Single(new DeliveryJournal(Path.Combine(_folder.Path, ".merit")).All, e => e.State == DeliveryState.Delivered);
        Assert.Contains("mine,0 6 1 * *,Asia/Shanghai,mine,archive,2025-04-01 06:00 +08:00,,", _data.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told()
    {
        await Merit("load");
        foreach (var (command, code) in new[] { ("deliver mine", "MRT4058"), ("deliver mine --to nobody", "MRT4051"), ("deliver nothing --to archive", "MRT4001"), ("schedule run tuesday", "MRT4057") })
        {
            Assert.Equal(ExitCode.Failed, await Do(command.Split(' ')));
            Assert.Contains(code, Notes, StringComparison.Ordinal);
        }
    }

    private RunHistory History => new(Path.Combine(_folder.Path, ".merit"));

    private List<string> Sent => Directory.Exists(Path.Combine(_folder.Path, "sent"))
        ? [.. Directory.GetFiles(Path.Combine(_folder.Path, "sent"), "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(_folder.Path, "sent"), f)).Order(StringComparer.Ordinal)]
        : [];

    private Task<int> Run(params string[] more) => Do(["schedule", "run", .. more]);

    private Task<int> Do(params string[] args) =>
        CommandLine.RunAsync(args, Around(new Stages(AppContext.BaseDirectory, _clock)) with { Clock = _clock, Output = new Terminal(_data, _notes, interactive: false, colour: false) }, CancellationToken.None);
}
