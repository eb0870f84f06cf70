using System.CommandLine;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Alerts;
using Merit.Host.Measures.Formatting;
using Merit.Host.Workspaces;

namespace Merit.Host.Commands;

/// <summary><c>merit alerts</c></summary>
internal sealed class AlertsCommand : Verb
{
    private readonly Option<bool> _check = new("--check") { Description = "Look at the figures now, and tell nobody: what each alert sees in the published version." };

    private readonly ListOptions _list = new();

    public AlertsCommand(Surroundings around)
        : base("alerts", "Lists the alerts and what is known of them.", around)
    {
        Options.Add(_check);
        _list.AddTo(this);
        Subcommands.Add(new AlertsSnoozeCommand(around));
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        _ = Books.Open(workspace, Around);
        if (workspace.Alerts.Count == 0)
        {
            Output.Note("No alerts: merit.yaml has none under 'alerts'.");
        }

        _list.Write(parsed, Around, parsed.GetValue(_check) ? Seen(workspace, stop) : Known(workspace));
        return Task.FromResult(Done());
    }

    private Listing Known(Workspace workspace)
    {
        var known = new AlertJournal(workspace.StateDirectory).Known();
        var now = Around.Clock.GetUtcNow();
        return new Listing(
            ["alert", "state", "groups", "since", "looked_at", "snoozed_until", "recipients"],
            [
                .. workspace.Alerts.Select(alert =>
                {
                    var record = known.GetValueOrDefault(alert.Name, AlertRecord.None);
                    var standing = AlertStanding.Of(record.StateOf(alert));
                    var snoozed = record.SnoozedUntil(alert) is { } until && until > now ? until : (DateTimeOffset?)null;
                    return (IReadOnlyList<object?>)
                    [
                        alert.Name, standing.Word, standing.Groups == 0 ? null : (long)standing.Groups, Time(standing.Since, workspace.Zone), Time(record.Last?.At, workspace.Zone), Time(snoozed, workspace.Zone),
                        string.Join(", ", alert.Recipients),
                    ];
                }),
            ]);
    }

    private Listing Seen(Workspace workspace, CancellationToken stop)
    {
        var voice = new Reports.Wording.Voice(Reports.Wording.Words.For(workspace.Locale), new FigureFormat(workspace.Locale, workspace.Currency));
        using var open = Around.Stages.Open(workspace, stop);
        var look = new AlertLook(workspace, open.Measures, open.Basis(), Around.Clock);
        return new Listing(
            ["alert", "group", "holds", "figures"],
            [
                .. workspace.Alerts.SelectMany(alert =>
                {
                    var (sight, answer) = look.At(alert);
                    var text = new AlertText(voice, answer?.Metrics ?? []);
                    return sight.IsUnknown
                        ? [[alert.Name, null, "not known", AlertReason.Joined(sight.Unknown, voice.Words)]]
                        : sight.Groups.Select(g => (IReadOnlyList<object?>)[alert.Name, text.Group(alert, g.Group), g.Holds switch { true => "yes", false => "no", null => "not known" }, text.Figures(alert, g.Figures)]);
                }),
            ]) { Prose = true };
    }

    internal static string? Time(DateTimeOffset? moment, TimeZoneInfo zone) => moment is { } at ? $"{TimeZoneInfo.ConvertTime(at, zone):yyyy-MM-dd HH:mm zzz}" : null;
}

/// <summary><c>merit alerts snooze</c></summary>
internal sealed class AlertsSnoozeCommand : Verb
{
    private readonly Argument<string> _name = new("NAME") { Description = "The alert." };

    private readonly Option<string> _for = new("--for") { Description = "How long, such as 2d or 12h; 0d has it speak again.", HelpName = "LENGTH", Required = true };

    public AlertsSnoozeCommand(Surroundings around)
        : base("snooze", "Has an alert tell nobody for a while; what still holds then is told.", around)
    {
        _for.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Workspaces.Keys.Values.Length(token.Value) is null)
            {
                result.AddError($"'{token.Value}' is not a value of --for: write a number and a unit, such as 2d or 12h.");
            }
        });
        Arguments.Add(_name);
        Options.Add(_for);
    }

    protected override Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var (workspace, _) = Around.Open(Project(parsed));
        var name = parsed.GetRequiredValue(_name);
        if (workspace.Alerts.All(a => a.Name != name))
        {
            throw new MeritException(AlertRules.NoAlert.Here(name, Suggestion.For(name, workspace.Alerts.Select(a => a.Name))));
        }

        var now = Around.Clock.GetUtcNow();
        var until = now + (Workspaces.Keys.Values.Length(parsed.GetRequiredValue(_for)) ?? TimeSpan.Zero);
        new AlertJournal(workspace.StateDirectory).Append(new AlertEntry { Alert = name, At = now, SnoozedUntil = until });
        Output.Note(until > now ? string.Create(CultureInfo.InvariantCulture, $"'{name}' tells nobody until {AlertsCommand.Time(until, workspace.Zone)}.") : $"'{name}' speaks again.");
        return Task.FromResult(Done());
    }
}
