using Merit.Host.Alerts;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What is told as soon as figures are so: how each alert stands, for what, and what happened.</summary>
internal static class AlertsPage
{
    private const int MostEvents = 60;

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        var workspace = view.Workspace;
        var main = workspace.Alerts.Count == 0 ? Html.Element("p", "nothing", view.Words["site.alerts-none"]) : await TablesAsync(view, workspace.Alerts, workspace.StateDirectory, view.Now(context));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = view.Words["site.alerts"], Lead = view.Words["site.alerts-note"], Main = main }));
    }

    private static async Task<string> TablesAsync(View view, IReadOnlyList<Alert> alerts, string stateDirectory, DateTimeOffset now)
    {
        var journal = new AlertJournal(stateDirectory);
        var known = journal.Known();
        var catalogue = await Catalogues.OfAsync(view);
        var text = new AlertText(view.Voice, [.. catalogue.Metrics.Select(m => m.Column)]);
        var blocks = new HtmlBlocks(view.Voice);
        var fires = alerts.SelectMany(a => (known.GetValueOrDefault(a.Name)?.StateOf(a)?.Groups ?? []).Where(g => g.Fires).Select(g => (Alert: a, Group: g))).ToList();
        var happened = journal.All.Reverse().Join(alerts, e => e.Alert, a => a.Name, (e, a) => (Entry: e, Alert: a), StringComparer.Ordinal).Where(e => e.Entry.Definition == e.Alert.Definition)
            .SelectMany(e => e.Entry.Happened.Select(h => (e.Entry.At, e.Alert, Event: h))).Take(MostEvents).ToList();
        return blocks.Write(new TableBlock(view.Words["site.alerts"], new Grid(
                [Column("site.alert"), Column("site.alert-state"), Column("site.since"), Column("site.looked"), Column("site.recipient")],
                [.. alerts.Select(a => Row(view, text, a, known.GetValueOrDefault(a.Name, AlertRecord.None), now))]), []))
            + Table(view, "site.alerts-fire", [.. fires.Select(f => new GridRow([new(AlertText.Title(f.Alert, view.Words)) { Under = text.Group(f.Alert, f.Group.Group) }, new(text.Figures(f.Alert, f.Group.Figures)), new(Time(view, f.Group.Since))]))],
                Column("site.alert"), Prose("site.figures"), Column("site.since"))
            + Table(view, "site.alerts-history", [.. happened.Select(h => new GridRow([new(Time(view, h.At)), new(view.Words[$"site.alert.{h.Event.What}"]) { Tone = Colour(h.Event.What) }, new(AlertText.Title(h.Alert, view.Words)) { Under = text.Group(h.Alert, h.Event.Group) }, new(Told(text, h.Alert, h.Event))]))],
                Column("site.when"), Column("site.what"), Column("site.alert"), Prose("site.figures"));

        GridColumn Column(string word) => new(view.Words[word]);
        GridColumn Prose(string word) => new(view.Words[word]) { Prose = true };
    }

    private static GridRow Row(View view, AlertText text, Alert alert, AlertRecord record, DateTimeOffset now)
    {
        var state = record.StateOf(alert);
        var standing = AlertStanding.Of(state);
        var snoozed = record.SnoozedUntil(alert) is { } until && until > now ? view.Words.Say("site.snoozed", Time(view, until)) : "";
        var why = $"{AlertReason.Joined(state?.IsUnknown is true ? state.Unknown : [], view.Words)} {snoozed}".Trim();
        return new GridRow(
        [
            new(AlertText.Title(alert, view.Words)) { Under = text.Condition(alert) },
            new(standing.Groups > 1 ? view.Words.Say("site.alert-groups", view.Words[$"site.alert-state.{standing.Mood}"], standing.Groups) : view.Words[$"site.alert-state.{standing.Mood}"])
            {
                Tone = standing.Mood switch { AlertMood.Well => Tone.Good, AlertMood.Fires => Tone.Bad, AlertMood.Holds or AlertMood.Unknown => Tone.Warning, _ => Tone.Plain }, Under = why,
            },
            new(Time(view, standing.Since)), new(Time(view, record.Last?.At)), new(string.Join(", ", alert.Recipients)),
        ]);
    }

    private static string Told(AlertText text, Alert alert, AlertEvent happened) => happened.What switch
    {
        AlertNews.Unknown => AlertReason.Joined(happened.Why, text.Words),
        AlertNews.Back => "",
        _ => text.Figures(alert, happened.Figures),
    };

    private static Tone Colour(AlertNews news) => news switch { AlertNews.Fires or AlertNews.Again => Tone.Bad, AlertNews.Unknown => Tone.Warning, _ => Tone.Good };

    private static string Time(View view, DateTimeOffset? moment) => moment is { } at ? view.Moment(at, view.Workspace.Zone) : "–";

    private static string Table(View view, string title, IReadOnlyList<GridRow> rows, params GridColumn[] columns) =>
        rows.Count == 0 ? "" : new HtmlBlocks(view.Voice).Write(new TableBlock(view.Words[title], new Grid(columns, rows), []));
}
