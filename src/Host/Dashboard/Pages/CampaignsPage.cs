using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>All campaigns, a table for each type, since scores of different types are never compared.</summary>
internal static class CampaignsPage
{
    private const string Usual = "-revenue";

    private static readonly string[] Metrics = ["cost", "new_leads", "cpl", "customers", "revenue", "roi", "score"];

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var all = await view.AskAsync(new FiguresQuestion { Metrics = ["campaigns"], By = ["type", "campaign_owner"] });
        var answer = await view.AskAsync(new FiguresQuestion
        {
            Metrics = Metrics,
            By = ["campaign", "campaign_name", "type", "campaign_owner"],
            Period = Asked.Text(view.Query, "period"),
            Where = [.. Chosen(view, "type"), .. Chosen(view, "owner")],
            Sort = [Asked.Text(view.Query, "sort") ?? Usual],
        });
        var form = new FilterForm(view).Period().Choice("type", view.Words["site.type"], Choices(view, all, 0), "").Choice("owner", view.Words["site.owner"], Choices(view, all, 1), "").Keep("sort", "lang");
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.campaigns"], Lead = view.Words["site.campaigns-note"], Filters = form.Write(), Main = Tables(view, answer),
        }));
    }

    private static string Tables(View view, Answer answer)
    {
        var known = answer with { Rows = [.. answer.Rows.Where(r => r.Dimensions[0] is not null)] };
        var blocks = new HtmlBlocks(view.Voice);
        if (!AnswerGrid.HasValue(known))
        {
            return blocks.Write(AnswerGrid.Nothing(view.Words["site.campaigns"], known, view.Voice));
        }

        return string.Concat(known.Rows.GroupBy(r => r.Dimensions[2] as string, StringComparer.Ordinal).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(type =>
        {
            var title = view.Words.Say("site.campaigns-of", type.Key is { } name ? view.Voice.CampaignType(name) : view.Words["site.no-type"]);
            return blocks.Write(Linked(AnswerGrid.Table(title, answer with { Rows = [.. type] }, null, false, view.Voice), [.. type], view));
        }));
    }

    // The id leads to the campaign's page; the type stands above the table.
    private static TableBlock Linked(TableBlock table, IReadOnlyList<AnswerRow> rows, View view)
    {
        var sort = Asked.Text(view.Query, "sort") ?? Usual;
        var shown = Enumerable.Range(0, table.Grid.Columns.Count).Where(i => i is not (0 or 2)).ToList();
        return table with
        {
            Grid = new Grid(
                [.. SortLinks.On(table.Grid.Columns, sort, view).Where((_, i) => shown.Contains(i))],
                [
                    .. table.Grid.Rows.Select((row, r) => row with
                    {
                        Cells = [.. shown.Select(i => i == 1 && rows[r].Dimensions[0] is string id ? row.Cells[i] with { At = CampaignPage.At(view, id) } : row.Cells[i])],
                    }),
                ]),
        };
    }

    private static IEnumerable<string> Chosen(View view, string name) => Asked.Text(view.Query, name) switch
    {
        null => [],
        "(none)" => [$"{(name == "owner" ? "campaign_owner" : name)} = (none)"],
        { } value => [$"{(name == "owner" ? "campaign_owner" : name)} = '{value.Replace("'", "''", StringComparison.Ordinal)}'"],
    };

    private static IReadOnlyList<(string, string)> Choices(View view, Answer all, int dimension) =>
    [
        ("", view.Words["site.all"]),
        .. all.Rows.Select(r => r.Dimensions[dimension] as string).Distinct(StringComparer.Ordinal).OrderBy(v => v is null).ThenBy(v => v, StringComparer.Ordinal)
            .Select(v => (v ?? "(none)", view.Voice.Group(v, all.Dimensions[dimension]))),
    ];
}
