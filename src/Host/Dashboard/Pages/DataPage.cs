using System.Globalization;
using Merit.Host.Pipeline;
using Merit.Host.Reports.Assets;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Testing;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Whether the data can be trusted: how fresh each source is and how far it reaches, what tests found, what the last load restated, and what figures cannot see.</summary>
internal static class DataPage
{
    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var runs = await view.AskAsync(new RunsQuestion());
        var restated = await view.AskAsync(new RestatedQuestion());
        var part = await view.AskAsync(TemplatePage.Question(view, "data", Resource.Text("pages/data.md")) with { Where = [], Period = null });
        var main = Table(view, "site.sources-of", [.. runs.Loads.Select(l => Source(view, l, runs.AsOf))],
            new(view.Words["site.source"]), new(view.Words["site.loaded"]), new(view.Words["site.reaches"]), Number(view, "site.read"), Number(view, "site.rejected"), Number(view, "site.filtered"))
            + Table(view, "site.tests", [.. runs.Tests.Select(t => Test(view, t))], new(view.Words["site.test"]) { Prose = true }, new(view.Words["site.result"]), new(view.Words["site.detail"]) { Prose = true })
            + Restated(view, restated);
        await Answers.HtmlAsync(context, Frame.Write(view, new Content { Title = part.Title, Lead = part.Description, Facts = part.Facts, Main = main + part.Html, HasCharts = part.HasCharts }));
    }

    private static GridRow Source(View view, Warehouse.LoadSummary load, DateOnly asOf) => new(
    [
        new(load.Source) { Under = $"{load.Connector} → {load.Table}" },
        new(view.Moment(new DateTimeOffset(DateTime.SpecifyKind(load.FinishedAt, DateTimeKind.Utc)), view.Workspace.Zone)),
        new(load.CoveredTo is { } to ? view.Voice.Dates.Day(to) : "–") { Under = load.CoveredTo is { } last && last < asOf && !DataDate.IsPlan(load.Table) ? view.Words.Count("site.behind", asOf.DayNumber - last.DayNumber) : "" },
        Count(load.Read), Count(load.Rejected) with { Tone = load.Rejected > 0 ? Tone.Warning : Tone.Plain }, Count(load.Filtered),
    ]);

    private static GridRow Test(View view, DataTestResult test)
    {
        var failed = test.Outcome is DataTestOutcome.Failed;
        return new GridRow(
        [
            new(test.Shown(view.Words.IsChinese)),
            new(view.Words[test.Outcome switch { DataTestOutcome.Passed => "site.test.Passed", DataTestOutcome.Failed => "site.test.Failed", _ => "site.test.other" }])
            {
                Tone = test.Outcome is DataTestOutcome.Passed ? Tone.Good : failed && !test.IsWarning ? Tone.Bad : failed ? Tone.Warning : Tone.Plain, Under = failed && test.IsWarning ? view.Words["site.test-warning"] : "",
            },
            new(view.Words.Choose(test.Detail, test.DetailZh)),
        ]);
    }

    private static string Restated(View view, Restatements restated)
    {
        if (restated.Restated.Count == 0)
        {
            return Html.Element("p", "nothing", view.Words[restated.Compared ? "site.restated-none" : "site.restated-first"]);
        }

        var metrics = restated.Metrics.ToDictionary(m => m.Id, StringComparer.Ordinal);
        return Table(view, "site.restated", [.. restated.Restated.Select(r => Row(view, r, metrics[r.Metric]))],
            new(view.Words["site.month"]), new(view.Words["site.metric"]), Number(view, "site.was"), Number(view, "site.is"), Number(view, "site.changed"));
    }

    private static GridRow Row(View view, Restated restated, MetricColumn metric) => new(
    [
        new(view.Voice.Dates.Bucket(restated.Month, "month")), new(view.Voice.Label(metric)), new(view.Voice.Format.Text(restated.Before, metric)), new(view.Voice.Format.Text(restated.Now, metric)),
        new(view.Voice.Format.Change(new Figure(restated.Now, NoValue.None) { Compared = restated.Before }, metric)),
    ]);

    private static GridCell Count(long rows) => new(rows.ToString("N0", CultureInfo.InvariantCulture));

    private static GridColumn Number(View view, string word) => new(view.Words[word], Numeric: true);

    private static string Table(View view, string title, IReadOnlyList<GridRow> rows, params GridColumn[] columns) =>
        rows.Count == 0 ? "" : new HtmlBlocks(view.Voice).Write(new TableBlock(view.Words[title], new Grid(columns, rows), []));
}
