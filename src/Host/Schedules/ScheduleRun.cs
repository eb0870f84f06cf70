using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Commands;
using Merit.Host.Delivery;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;

namespace Merit.Host.Schedules;

/// <summary>Runs what is due, one after the other, and writes down what came of it.</summary>
internal sealed class ScheduleRun(Workspace workspace, PluginCatalog catalog, Surroundings around)
{
    private readonly RunHistory _history = new(workspace.StateDirectory);

    /// <summary>Runs all that is due now.</summary>
    public async Task DueAsync(IReadOnlyList<Schedule> schedules, CancellationToken stop)
    {
        foreach (var schedule in schedules)
        {
            var now = around.Clock.GetUtcNow();
            switch (_history.DueOf(schedule.Name, CronTimes.Of(schedule.Timing.Cron, schedule.Zone(workspace.Zone)), now))
            {
                case { Occasion: { } occasion } due:
                    await RunAsync(schedule, occasion, due.Missed, stop);
                    break;
                case { Occasion: null }:
                    _history.Append(new RunEntry { Schedule = schedule.Name, Occasion = now, StartedAt = now, Result = RunOutcome.Known });
                    break;
            }
        }
    }

    /// <summary>Runs one schedule for an occasion.</summary>
    public async Task RunAsync(Schedule schedule, DateTimeOffset occasion, int missed, CancellationToken stop)
    {
        var before = _history.Runs.FirstOrDefault(r => r.Schedule == schedule.Name && r.Rows is not null)?.Rows;
        var entry = new RunEntry { Schedule = schedule.Name, Occasion = occasion, StartedAt = around.Clock.GetUtcNow(), Result = RunOutcome.Begun, Missed = missed, Recipients = schedule.Recipients.Count };
        _history.Append(entry);
        around.Output.Note($"{schedule.Name}: {occasion.UtcDateTime:yyyy-MM-dd HH:mm}Z{(missed == 0 ? "" : $", which makes up for {Counted.Of(missed, "missed run")}")}");
        try
        {
            if (schedule.Timing.Loads)
            {
                await around.Stages.RunAsync(workspace, catalog, around.Output, _ => { }, stop);
            }

            var key = $"{schedule.Name}@{occasion.UtcDateTime:yyyy-MM-ddTHH:mm}Z";
            var outcome = await new Consignment(workspace, around.Stages, around.BaseDirectory, around.Clock) { Waits = Waits }.SendAsync(schedule, key, occasion, stop);
            Say(outcome.Findings);
            End(entry with
            {
                Result = outcome.HeldBack ? RunOutcome.HeldBack : outcome.Findings.Any(f => f.Severity == Severity.Error) ? RunOutcome.Failed : RunOutcome.Fine,
                Rows = outcome.Rows, Changes = outcome.Rows - (before ?? outcome.Rows), Delivered = outcome.Delivered, Recipients = Math.Max(outcome.Addressed, entry.Recipients), Findings = Texts(outcome.Findings),
            });
        }
        catch (MeritException failed)
        {
            // Another schedule is not to suffer for it.
            Say([.. failed.Diagnostics, DeliveryRules.RunFailed.At(schedule.At, schedule.Name)]);
            End(entry with { Result = RunOutcome.Failed, Findings = Texts(failed.Diagnostics) });
        }
    }

    /// <summary>How long to wait between attempts, where it is not as usual.</summary>
    public IReadOnlyList<TimeSpan>? Waits { get; init; }

    private void End(RunEntry entry) => _history.Append(entry with { FinishedAt = around.Clock.GetUtcNow() });

    private void Say(IEnumerable<Diagnostic> findings)
    {
        foreach (var finding in findings)
        {
            around.Output.Finding(finding);
        }
    }

    private static IReadOnlyList<string>? Texts(IReadOnlyList<Diagnostic> findings) => findings.Count == 0 ? null : [.. findings.Select(f => $"{f.Code}: {f.Message}")];
}
