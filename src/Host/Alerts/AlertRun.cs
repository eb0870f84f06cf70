using Merit.Diagnostics.Rules;
using Merit.Host.Commands;
using Merit.Host.Delivery;
using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;

namespace Merit.Host.Alerts;

/// <summary>Looks at alerts, writes down what is seen and what is to be told, and tells it.</summary>
internal sealed class AlertRun(Workspace workspace, Surroundings around)
{
    private readonly AlertJournal _journal = new(workspace.StateDirectory);
    private readonly Voice _voice = new(Words.For(workspace.Locale), new FigureFormat(workspace.Locale, workspace.Currency));

    /// <summary>How long to wait between attempts, where it is not as usual.</summary>
    public IReadOnlyList<TimeSpan>? Waits { get; init; }

    /// <summary>Looks at those that are due now.</summary>
    public async Task DueAsync(CancellationToken stop)
    {
        var due = AlertWatch.Due(workspace.Alerts, workspace.StateDirectory, around.Clock.GetUtcNow());
        if (due.Count == 0 || AlertWatch.Version(workspace.StateDirectory) is not { } version)
        {
            return;
        }

        var known = _journal.Known();
        foreach (var alert in due)
        {
            // What a crash kept from being told comes first, as it was.
            if (known.GetValueOrDefault(alert.Name)?.Last is { Notice: not null } broken)
            {
                await TellAsync(alert, broken, stop);
            }
        }

        using var open = around.Stages.Open(workspace, stop);
        var inputs = open.Basis();
        foreach (var alert in due)
        {
            var now = around.Clock.GetUtcNow();
            var record = known.GetValueOrDefault(alert.Name, AlertRecord.None);
            var (sight, answer) = new AlertLook(workspace, open.Measures, inputs, around.Clock).At(alert);
            var (state, happened, tell) = AlertSteps.Next(alert, record.StateOf(alert), sight, now, record.SnoozedUntil(alert));
            var text = new AlertText(_voice, answer?.Metrics ?? []);
            var entry = new AlertEntry
            {
                Alert = alert.Name, At = now, Definition = alert.Definition, Version = version, State = state, Happened = happened,
                Notice = tell.Count == 0 ? null : text.Notice(alert, tell, around.Stages.Period(alert.Period, workspace), workspace.Name, now),
            };
            _journal.Append(entry);
            Say(alert, sight, happened);
            if (entry.Notice is not null)
            {
                await TellAsync(alert, entry, stop);
            }
        }
    }

    private async Task TellAsync(Alert alert, AlertEntry entry, CancellationToken stop)
    {
        if (entry.Notice is not { } notice)
        {
            return;
        }

        var findings = new Findings();
        var parcel = new Parcel
        {
            Key = notice.Key, Schedule = alert.Name, Occasion = entry.At, Workspace = workspace.Name, Subject = notice.Subject, Words = notice.Words, Alert = new ToldAlert(alert, notice.Events),
        };
        using var post = new Post(workspace, around.Clock, Waits);
        foreach (var recipient in alert.Recipients)
        {
            await post.SendAsync(parcel, recipient, findings, stop);
        }

        foreach (var finding in findings.All)
        {
            around.Output.Finding(finding);
        }

        _journal.Append(entry with { Notice = null, Happened = [] });
    }

    private void Say(Alert alert, AlertSight sight, IReadOnlyList<AlertEvent> happened)
    {
        if (happened.Any(e => e.What is AlertNews.Unknown))
        {
            around.Output.Finding(AlertRules.NotKnown.At(alert.At, alert.Name, AlertReason.Joined(sight.Unknown, Words.For("en")).TrimEnd('.', '。')));
        }

        foreach (var group in happened.GroupBy(e => e.What).Where(g => g.Key is AlertNews.Fires or AlertNews.Over))
        {
            around.Output.Note($"{alert.Name}: {(group.Key is AlertNews.Fires ? "fires" : "is over")}{(alert.By.Count == 0 ? "" : $" for {Counted.Of(group.Count(), "group")}")}");
        }
    }
}
