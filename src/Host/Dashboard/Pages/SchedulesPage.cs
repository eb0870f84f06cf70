using System.Globalization;
using Merit.Host.Delivery;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Schedules;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>What is run again and again, how it went, and what reached whom.</summary>
internal static class SchedulesPage
{
    private const int Runs = 30;
    private const int Deliveries = 60;

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        var workspace = view.Workspace;
        var history = new RunHistory(workspace.StateDirectory).Runs;
        var blocks = new HtmlBlocks(view.Voice);
        var main = workspace.Schedules.Count == 0
            ? Html.Element("p", "nothing", view.Words["site.schedules-none"])
            : blocks.Write(Schedules(view, history, view.Now(context)));
        main += Table(view, "site.runs", [.. history.Take(Runs).Select(r => Run(view, r))], Text("site.occasion"), Prose("site.result"), Number("site.took"), Number("site.rows"), Number("site.changed"), Number("site.reached"));
        var deliveries = new DeliveryJournal(workspace.StateDirectory).All.GroupBy(e => e.Key, StringComparer.Ordinal).Select(g => g.Last()).OrderByDescending(e => e.At).Take(Deliveries).ToList();
        main += Table(view, "site.deliveries", [.. deliveries.Select(d => Delivery(view, d))], Text("site.when"), Prose("site.result"), Text("site.report"), Text("site.recipient"), Number("site.attempts"));
        await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = view.Words["site.schedules"], Lead = view.Words["site.schedules-note"], Main = main }));

        GridColumn Text(string word) => new(view.Words[word]);
        GridColumn Prose(string word) => new(view.Words[word]) { Prose = true };
        GridColumn Number(string word) => new(view.Words[word], Numeric: true);
    }

    private static TableBlock Schedules(View view, IReadOnlyList<RunEntry> history, DateTimeOffset now) => new(
        view.Words["site.schedules"],
        new Grid(
            [new(view.Words["site.schedule"]), new(view.Words["site.times"]), new(view.Words["site.next"]), new(view.Words["site.report"]), new(view.Words["site.recipient"]), new(view.Words["site.last"])],
            [
                .. view.Workspace.Schedules.Select(s =>
                {
                    var zone = TimeZoneInfo.FindSystemTimeZoneById(s.Zone);
                    var last = history.FirstOrDefault(r => r.Schedule == s.Name);
                    return new GridRow(
                    [
                        new(s.Name), new(s.Cron) { Under = s.Zone },
                        new(CronTimes.Of(s.Cron, zone).After(now) is { } next ? view.Moment(next, s.Zone) : "–"),
                        new(string.Join(", ", s.Reports)), new(string.Join(", ", s.Recipients)),
                        last is null ? new GridCell("–") : Result(view, last),
                    ]);
                }),
            ]),
        []);

    private static GridRow Run(View view, RunEntry run)
    {
        var missed = run.Missed == 0 ? run.Schedule : $"{run.Schedule} · {view.Words.Say("site.missed", run.Missed)}";
        return new GridRow(
        [
            new(view.Moment(run.Occasion, view.Workspace.Zone)) { Under = missed }, Result(view, run) with { Under = string.Join(' ', run.Findings ?? []) },
            new(run.FinishedAt is { } end ? $"{(end - run.StartedAt).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s" : "–"),
            new(run.Rows?.ToString("N0", CultureInfo.InvariantCulture) ?? "–"), new(run.Changes?.ToString("+#,0;-#,0;0", CultureInfo.InvariantCulture) ?? "–"),
            new(string.Create(CultureInfo.InvariantCulture, $"{run.Delivered} / {run.Recipients}")),
        ]);
    }

    private static GridRow Delivery(View view, DeliveryEntry delivery) => new(
    [
        new(view.Moment(delivery.At, view.Workspace.Zone)) { Under = delivery.Schedule },
        new(view.Words[$"site.delivery.{delivery.State}"])
        {
            Tone = delivery.State switch { DeliveryState.Delivered => Tone.Good, DeliveryState.Failed => Tone.Bad, DeliveryState.Begun => Tone.Plain, _ => Tone.Warning }, Under = delivery.Detail ?? "",
        },
        new(What(view, delivery)), new(delivery.Recipient), new(delivery.Attempt.ToString(CultureInfo.InvariantCulture)),
    ]);

    private static string What(View view, DeliveryEntry delivery) => delivery switch
    {
        { Reports.Count: > 0 } => string.Join(", ", delivery.Reports),
        { Key: var key } when key.StartsWith("alert/", StringComparison.Ordinal) => view.Words["site.alert"],
        _ => view.Words["site.held-back"],
    };

    private static GridCell Result(View view, RunEntry run) => new(view.Words[$"site.run.{run.Result}"])
    {
        Tone = run.Result switch { RunOutcome.Fine => Tone.Good, RunOutcome.Failed => Tone.Bad, RunOutcome.HeldBack => Tone.Warning, _ => Tone.Plain },
    };

    private static string Table(View view, string title, IReadOnlyList<GridRow> rows, params GridColumn[] columns) =>
        rows.Count == 0 ? "" : new HtmlBlocks(view.Voice).Write(new TableBlock(view.Words[title], new Grid(columns, rows), []));
}
