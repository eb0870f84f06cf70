using Merit.Host.Commands.Answers;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Charts;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Writers.Html;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Any question, as a table, a chart or a file.</summary>
internal static class ExplorePage
{
    private static readonly string[] Own = ["lang", "as"];

    private static readonly string[] Dimensions = ["campaign_name", "type", "channel", "campaign_owner", "day", "week", "month", "quarter", "year"];

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var answer = Asked.Names(view.Query, "metrics").Count > 0 ? await view.AskAsync(Asked.Read(view.Query, Own)) : null;
        var blocks = answer is null ? [] : Asked.Text(view.Query, "as") is "pivot" ? await PivotPart.OfAsync(view, answer) : Blocks(view, answer);
        var main = answer is null
            ? Html.Element("p", "nothing", view.Words["site.explore-hint"])
            : string.Concat(blocks.Select(new HtmlBlocks(view.Voice).Write)) + Actions(view, answer) + TemplateText.Shown(view);
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.explore"], Filters = await FormAsync(view, answer is null), Main = main, HasCharts = blocks.Any(b => b is ChartBlock),
        }));
    }

    /// <summary>The same as a file for a spreadsheet.</summary>
    public static async Task CsvAsync(HttpContext context)
    {
        var view = new View(context);
        var answer = await view.AskAsync(Asked.Read(view.Query, Own));
        context.Response.Headers.ContentDisposition = "attachment; filename=\"merit.csv\"";

        // The mark at the beginning has Excel read Chinese.
        await Answers.WriteAsync(context, '\uFEFF' + CsvWriter.Text(AnswerListing.Of(answer, "en", "")) + "\n", "text/csv; charset=utf-8");
    }

    /// <summary>The same as a workbook, as it is shown: a table, or a pivot.</summary>
    public static async Task ExcelAsync(HttpContext context)
    {
        var view = new View(context);
        var answer = await view.AskAsync(Asked.Read(view.Query, Own));
        context.Response.Headers.ContentDisposition = "attachment; filename=\"merit.xlsx\"";
        await Answers.WriteAsync(context, await ExploreWorkbook.OfAsync(view, answer), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    }

    private static IReadOnlyList<Block> Blocks(View view, Answer answer)
    {
        var voice = view.Voice;
        if (Asked.Text(view.Query, "as") is "line" or "bar")
        {
            return ChartTag.Draw(answer, Asked.Text(view.Query, "as") is "line" ? ChartKind.Line : ChartKind.Bar, null, voice);
        }

        var title = AnswerTitle.Of(answer, answer.Metrics, voice);
        if (!AnswerGrid.HasValue(answer))
        {
            return [AnswerGrid.Nothing(title, answer, voice)];
        }

        var table = ComparedGrid.Of(AnswerGrid.Table(title, answer, null, false, voice), answer, voice);
        return [table with { Grid = table.Grid with { Columns = [.. SortLinks.On(table.Grid.Columns, Asked.Text(view.Query, "sort") ?? "", view)] } }];
    }

    private static string Actions(View view, Answer answer)
    {
        var links = new List<string>
        {
            Html.Link(View.Address("/explore.xlsx", Kept(view)), view.Words["site.xlsx"]), Html.Link(At("/explore.csv"), view.Words["site.csv"]), Html.Link(At("/api/query"), view.Words["site.json"]),
        };
        links.AddRange(answer.Metrics.Select(m => Html.Link(View.Address("/explain", Kept(view).Where(k => k.Name is not "metrics").Append(("metric", m.Id))), view.Words.Say("site.explain", view.Voice.Label(m)))));
        return Html.Raw("ul", "actions", string.Concat(links.Select(l => Html.Raw("li", "", l))));

        string At(string path) => View.Address(path, Kept(view).Where(k => k.Name is not ("lang" or "as")));
    }

    private static IEnumerable<(string Name, string? Value)> Kept(View view) => view.Query.SelectMany(q => q.Value.Select(v => (q.Key, v)));

    private static async Task<string> FormAsync(View view, bool first)
    {
        var catalogue = await Catalogues.OfAsync(view);
        var words = view.Words;
        var form = new FilterForm(view);
        return (first ? form.Open() : form)
            .Text("metrics", words["site.metrics"], [.. catalogue.Metrics.Select(m => m.Column.Id)], string.Join(", ", Asked.Names(view.Query, "metrics")), wide: true)
            .Text("by", words["site.by"], Dimensions, string.Join(", ", Asked.Names(view.Query, "by")), wide: true)
            .Period().Compare("none").Where()
            .Choice("model", words["site.model"], [("", words["site.usual"]), .. view.Workspace.Models.Select(m => (m, m))], "")
            .Text("limit", words["site.limit"], []).Check("total", words["site.total"])
            .Choice("as", words["site.as"], [("table", words["site.as.table"]), ("line", words["site.as.line"]), ("bar", words["site.as.bar"]), ("pivot", words["site.as.pivot"])], "table")
            .Keep("sort", "lang").Write();
    }
}
