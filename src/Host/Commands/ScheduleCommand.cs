using System.CommandLine;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Alerts;
using Merit.Host.Schedules;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit schedule</c></summary>
internal sealed class ScheduleCommand : Command
{
    public ScheduleCommand(Surroundings around)
        : base("schedule", "Lists what is run again and again, and runs what is due.")
    {
        Subcommands.Add(new ScheduleListCommand(around));
        Subcommands.Add(new ScheduleRunCommand(around));
    }
}

/// <summary><c>merit schedule list</c></summary>
internal sealed class ScheduleListCommand : Verb
{
    private readonly ListOptions _list = new();

    public ScheduleListCommand(Surroundings around)
        : base("list", "Lists the schedules: when each is next due, and how the last run went.", around) => _list.AddTo(this);

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var book = Books.Open(workspace, Around);
        var runs = new RunHistory(workspace.StateDirectory).Runs;
        var now = Around.Clock.GetUtcNow();
        _list.Write(parsed, Around, new Listing(
            ["schedule", "cron", "timezone", "reports", "recipients", "next", "last", "result"],
            [
                .. book.All.Select(s =>
                {
                    var zone = s.Zone(workspace.Zone);
                    var last = runs.FirstOrDefault(r => r.Schedule == s.Name);
                    return (IReadOnlyList<object?>)
                    [
                        s.Name, s.Timing.Cron, zone.Id, string.Join(", ", s.Reports), string.Join(", ", s.Recipients), Time(CronTimes.Of(s.Timing.Cron, zone).After(now), zone), Time(last?.StartedAt, zone),
                        last is null ? null : Books.Word(last.Result),
                    ];
                }),
            ]));
        return Task.FromResult(Done());
    }

    private static string? Time(DateTimeOffset? moment, TimeZoneInfo zone) => moment is { } at ? $"{TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm zzz}" : null;
}

/// <summary><c>merit schedule run</c></summary>
internal sealed class ScheduleRunCommand : Verb
{
    private readonly Argument<string?> _name = new("NAME") { Description = "Run this one now, due or not; without it, whatever is due.", Arity = ArgumentArity.ZeroOrOne };

    public ScheduleRunCommand(Surroundings around)
        : base("run", "Runs what is due, one at a time, and looks at alerts: for the system's cron, every minute or as often as you like.", around) => Arguments.Add(_name);

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, catalog) = Around.Open(Project(parsed));
        var book = Books.Open(workspace, Around);
        using var only = OnlyOne.Take(workspace.StateDirectory);
        if (only is null)
        {
            Output.Finding(DeliveryRules.AlreadyRunning.Here());
            return ExitCode.Fine;
        }

        var run = new ScheduleRun(workspace, catalog, Around);
        if (parsed.GetValue(_name) is not { } name)
        {
            await run.DueAsync(book.All, stop);
            await new AlertRun(workspace, Around).DueAsync(stop);
            return Done();
        }

        var schedule = book.All.FirstOrDefault(s => s.Name == name) ?? throw new MeritException(DeliveryRules.NoSchedule.Here(name, Suggestion.For(name, book.All.Select(s => s.Name))));
        await run.RunAsync(schedule, Around.Clock.GetUtcNow(), 0, stop);
        return Done();
    }
}

/// <summary>Schedules as commands meet them.</summary>
internal static class Books
{
    /// <summary>The schedules of a workspace; throws with what is wrong with them.</summary>
    public static ScheduleBook Open(Workspace workspace, Surroundings around)
    {
        var findings = new Findings();
        var book = ScheduleBook.Of(workspace, Path.Combine(around.BaseDirectory, "reports"), findings);
        findings.ThrowIfAny();
        return book;
    }

    public static string Word(RunOutcome result) => result switch
    {
        RunOutcome.Fine => "fine",
        RunOutcome.HeldBack => "held back",
        RunOutcome.Begun => "not finished",
        _ => "failed",
    };
}
