using System.Text.Json.Nodes;
using Merit.Host.Alerts;
using Merit.Host.Commands;
using Merit.Host.Delivery;
using Merit.Host.Pipeline;
using Merit.Host.Tests.Pipeline;
using Merit.Host.Tests.Schedules;

namespace Merit.Host.Tests.Alerts;

/// <summary>Alerts over real stages, with a clock of their own: looked at by <c>merit schedule run</c> after each load and when what they wait for has come.</summary>
public sealed class AlertRunTests : SmallWorkspace
{
    private const string Added = """

        recipients:
          archive: { folder: sent }
        alerts:
          crowd:
            title: { en: Many leads, zh: 线索多 }
            when: [new_leads > 1, cost > 10]
            by: campaign
            for: 2d
            renotify: 7d
            recipients: archive
        """;

    private readonly SetClock _clock = new(new DateTimeOffset(2025, 3, 9, 0, 0, 0, TimeSpan.Zero));

    public AlertRunTests() => _folder.Write("merit.yaml", Yaml + Added);

    [Fact]
    public async Task It_holds_fires_goes_on_and_is_over()
    {
        await Look();
        Assert.Empty(Sent);
        await Do("load");

        // What it would say is shown without saying it.
        var rows = JsonNode.Parse(await List("--check", "--format", "json"))?.AsArray() ?? [];
        Assert.Equal(["a yes", "b no"], rows.Select(r => $"{r?["group"]} {r?["holds"]}"));
        Assert.Equal("New leads 1, not above 1 and cost ¥30, above ¥10", $"{rows[1]?["figures"]}");
        Assert.Empty(new AlertJournal(State).All);

        await Look();
        await Pass(TimeSpan.FromHours(47));
        Assert.Empty(Sent);
        Assert.Contains("crowd,\"holds, not long enough yet\",1,2025-03-09 08:00 +08:00", await List(), StringComparison.Ordinal);

        await Pass(TimeSpan.FromHours(1));
        Assert.Equal(["crowd/2025-03-11-0800"], Sent);
        Assert.Equal(
            "Alert: Many leads · Small\nCondition: New leads above 1 and cost above ¥10 · All days\na: New leads 2, above 1 and cost ¥1,000.50, above ¥10. Since 9 Mar 2025 08:00.\n", Said);

        await Pass(TimeSpan.FromDays(6.9));
        Assert.Single(Sent);
        await Pass(TimeSpan.FromDays(0.1));
        Assert.StartsWith("Still: Many leads", Said, StringComparison.Ordinal);

        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-01,a,gold\n3,2025-03-03,b,tin\n");
        await Do("load");
        await Pass(TimeSpan.FromHours(1));
        await Pass(TimeSpan.FromDays(30));
        Assert.Equal(3, Sent.Count);
        Assert.Contains("a: New leads 1, not above 1 and cost ¥1,000.50, above ¥10. It is over.", Said, StringComparison.Ordinal);
        Assert.Contains("crowd,well,,", await List(), StringComparison.Ordinal);
        Assert.Equal(["Fires", "Over"], new AlertJournal(State).All.SelectMany(e => e.Happened).Select(h => $"{h.What}"));
    }

    [Fact]
    public async Task While_it_is_snoozed_nobody_is_told_and_then_what_still_is_so()
    {
        _folder.Write("merit.yaml", Yaml + Added.Replace("    for: 2d\n", "", StringComparison.Ordinal));
        await Do("load");
        Assert.Equal(ExitCode.Fine, await Do("alerts", "snooze", "crowd", "--for", "1d"));
        await Look();
        Assert.Empty(Sent);
        Assert.Contains("crowd,fires,1,2025-03-09 08:00 +08:00,2025-03-09 08:00 +08:00,2025-03-10 08:00 +08:00,archive", await List(), StringComparison.Ordinal);

        await Pass(TimeSpan.FromDays(1));
        Assert.Single(Sent);

        // A time of its own, and another condition, have it looked at; what was known was of something else, so that it is over is no news.
        Assert.Empty(AlertWatch.Due(Alerts, State, _clock.Now));
        Assert.Empty(AlertWatch.Due([Alerts[0] with { Cron = "0 9 * * *" }], State, _clock.Now.AddMinutes(59)));
        Assert.Single(AlertWatch.Due([Alerts[0] with { Cron = "0 9 * * *" }], State, _clock.Now.AddMinutes(60)));
        _folder.Write("merit.yaml", File.ReadAllText(Path.Combine(_folder.Path, "merit.yaml")).Replace("new_leads > 1", "new_leads > 5", StringComparison.Ordinal));
        Assert.Single(AlertWatch.Due(Alerts, State, _clock.Now));
        await Look();
        Assert.Single(Sent);

        Assert.Equal(ExitCode.WrongUsage, await Do("alerts", "snooze", "crowd", "--for", "long"));
        Assert.Equal(ExitCode.Failed, await Do("alerts", "snooze", "crwd", "--for", "1d"));
        Assert.Contains("There is no alert 'crwd'.", Notes, StringComparison.Ordinal);
        Assert.Contains("did you mean 'crowd'?", Notes, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_crash_at_any_point_tells_it_once()
    {
        _folder.Write("merit.yaml", Yaml + Added.Replace("    for: 2d\n", "", StringComparison.Ordinal));
        await Do("load");
        await Look();
        var (alerts, deliveries) = (File.ReadAllLines(Path.Combine(State, "alerts.jsonl")), File.ReadAllLines(Path.Combine(State, "deliveries.jsonl")));
        Assert.Equal((2, 3), (alerts.Length, deliveries.Length));
        var first = Said;

        // What was on the disk at each moment: before anything was sent, while it was, before that was written down.
        foreach (var (known, sent) in new[] { (0, 0), (1, 0), (1, 1), (1, 2), (1, 3), (2, 3) })
        {
            File.WriteAllText(Path.Combine(State, "alerts.jsonl"), Lines(alerts[..known], torn: alerts[known < 2 ? known : 0]));
            File.WriteAllText(Path.Combine(State, "deliveries.jsonl"), Lines(deliveries[..sent], torn: deliveries[0]));
            _clock.Now = _clock.Now.AddMinutes(sent == 0 ? 0 : 1);

            await Look();
            await Look();

            var keys = new DeliveryJournal(State).All.Where(e => e.State is DeliveryState.Delivered).Select(e => e.Key).ToList();
            Assert.Equal("alert/crowd@2025-03-09T00:00:00.000Z/archive", Assert.Single(keys));
            Assert.Equal(["crowd/2025-03-09-0800"], Sent);
            Assert.Equal(first, Said);
        }
    }

    [Fact]
    public async Task Missing_data_are_told_as_such_and_neither_as_a_fire_nor_as_well()
    {
        _folder.Write("merit.yaml", Yaml + """

            recipients: { archive: { folder: sent } }
            alerts:
              quiet: { when: new_leads < 1, period: last-7d, recipients: archive }
              dear: { when: cpl > 50% of previous, by: campaign, period: 2025-03, recipients: archive }
              goal: { when: new_leads < 90% of target, period: 2025-03, recipients: archive }
            """);
        _clock.Now = new DateTimeOffset(2025, 3, 4, 1, 0, 0, TimeSpan.Zero);
        await Do("load");
        await Look();
        Assert.Equal(["dear/2025-03-04-0900", "goal/2025-03-04-0900"], Sent);
        Assert.Equal("Not known: goal · Small\nCondition: New leads below 90% of the target · Mar 2025\nNothing can be said, because data are missing: No target or benchmark is set.\n", File.ReadAllText(Path.Combine(_folder.Path, "sent", Sent[1], "read-me.txt")));

        // Loaded again, and no row of the last days is there: nobody can say whether there were no leads or no data.
        _clock.Now = new DateTimeOffset(2025, 3, 20, 1, 0, 0, TimeSpan.Zero);
        await Do("load");
        await Look();
        await Do("load");
        await Look();
        Assert.Contains("Not known: quiet", Said, StringComparison.Ordinal);
        Assert.Contains("The data reach only to 2025-03-03.", Said, StringComparison.Ordinal);
        Assert.Equal(3, Sent.Count);
        Assert.Contains("MRT4069", Notes, StringComparison.Ordinal);
        Assert.Contains("not known", await List("--check"), StringComparison.Ordinal);

        _folder.Write("leads.csv", "id,day,campaign,tier\n1,2025-03-19,a,gold\n");
        await Do("load");
        _clock.Now = _clock.Now.AddMinutes(1);
        await Look();
        Assert.Contains("Known again: quiet", Said, StringComparison.Ordinal);
        Assert.Contains("quiet,well", await List(), StringComparison.Ordinal);
    }

    private string State => Path.Combine(_folder.Path, ".merit");

    private List<string> Sent => Directory.Exists(Path.Combine(_folder.Path, "sent"))
        ? [.. Directory.GetFiles(Path.Combine(_folder.Path, "sent"), "read-me.txt", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Path.Combine(_folder.Path, "sent"), Path.GetDirectoryName(f) ?? "")).Order(StringComparer.Ordinal)]
        : [];

    // What was sent last.
    private string Said => Directory.GetFiles(Path.Combine(_folder.Path, "sent"), "read-me.txt", SearchOption.AllDirectories).OrderBy(f => Path.GetFileName(Path.GetDirectoryName(f)), StringComparer.Ordinal).Select(File.ReadAllText).Last();

    private static string Lines(string[] whole, string torn) => string.Concat(whole.Select(l => l + "\n")) + torn[..(torn.Length / 2)];

    private async Task Pass(TimeSpan time)
    {
        _clock.Now += time;
        await Look();
    }

    private async Task Look() => Assert.Equal(ExitCode.Fine, await Do("schedule", "run"));

    private IReadOnlyList<Alert> Alerts => Around(new Stages(AppContext.BaseDirectory, _clock)).Open(_folder.Path).Workspace.Alerts;

    private async Task<string> List(params string[] more)
    {
        _data.GetStringBuilder().Clear();
        Assert.Equal(ExitCode.Fine, await Do(["alerts", .. more.Contains("--format", StringComparer.Ordinal) ? more : [.. more, "--format", "csv"]]));
        return _data.ToString();
    }

    private Task<int> Do(params string[] args) =>
        CommandLine.RunAsync(args, Around(new Stages(AppContext.BaseDirectory, _clock)) with { Clock = _clock, Output = new Terminal(_data, _notes, interactive: false, colour: false) }, CancellationToken.None);
}
