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
        var known = view.AskAsync(new FiguresQuestion { Metrics = ["campaigns"], By = ["type", "campaign_owner", "campaign", "campaigns.start_date", "campaigns.end_date"] });
        var runs = view.AskAsync(new RunsQuestion());
        var answer = await view.AskAsync(new FiguresQuestion
        {
            Metrics = Metrics,
            By = ["campaign", "campaign_name", "type", "campaign_owner"],
            Period = Asked.Text(view.Query, "period"),
            Where = [.. Chosen(view, "type"), .. Chosen(view, "owner")],
            Sort = [Asked.Text(view.Query, "sort") ?? Usual],
        });
        var all = await known;
        var statuses = Statuses(all, (await runs).AsOf);
        var form = new FilterForm(view).Period().Choice("type", view.Words["site.type"], Choices(view, all, 0), "").Choice("owner", view.Words["site.owner"], Choices(view, all, 1), "")
            .Choice("status", view.Words["site.status"], [("", view.Words["site.all"]), .. CampaignStatus.All.Select(s => (s, view.Words[$"site.status.{s}"]))], "").Keep("sort", "lang");
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.campaigns"], Lead = view.Words["site.campaigns-note"], Filters = form.Write(), Main = Tables(view, answer, statuses) + Choice(view),
        }));
    }

    private static Dictionary<string, string> Statuses(Answer all, DateOnly asOf) => all.Rows
        .Select(r => (Id: r.Dimensions[2] as string, Status: CampaignStatus.Of(r.Dimensions[3], r.Dimensions[4], asOf)))
        .Where(r => r is { Id: not null, Status: not null }).DistinctBy(r => r.Id, StringComparer.Ordinal)
        .ToDictionary(r => r.Id ?? "", r => r.Status ?? "", StringComparer.Ordinal);

    private static string Tables(View view, Answer answer, Dictionary<string, string> statuses)
    {
        var wanted = Asked.Text(view.Query, "status");
        var known = answer with { Rows = [.. answer.Rows.Where(r => r.Dimensions[0] is string id && (wanted is null || statuses.GetValueOrDefault(id) == wanted))] };
        var blocks = new HtmlBlocks(view.Voice);
        if (!AnswerGrid.HasValue(known))
        {
            return blocks.Write(AnswerGrid.Nothing(view.Words["site.campaigns"], known, view.Voice));
        }

        return string.Concat(known.Rows.GroupBy(r => r.Dimensions[2] as string, StringComparer.Ordinal).OrderBy(g => g.Key is null).ThenBy(g => g.Key, StringComparer.Ordinal).Select(type =>
        {
            var title = view.Words.Say("site.campaigns-of", type.Key is { } name ? view.Voice.CampaignType(name) : view.Words["site.no-type"]);
            return blocks.Write(Linked(AnswerGrid.Table(title, answer with { Rows = [.. type] }, null, false, view.Voice), [.. type], statuses, view));
        }));
    }

    // The id leads to the campaign's page; the type stands above the table; whose it is and how far it is stand below its name, so that figures come next also on a phone.
    private static TableBlock Linked(TableBlock table, IReadOnlyList<AnswerRow> rows, Dictionary<string, string> statuses, View view)
    {
        var sort = Asked.Text(view.Query, "sort") ?? Usual;
        var figures = Enumerable.Range(4, table.Grid.Columns.Count - 4).ToList();
        var columns = SortLinks.On(table.Grid.Columns, sort, view).ToList();
        return table with
        {
            Grid = new Grid(
                [columns[1], .. figures.Select(i => columns[i])],
                [
                    .. table.Grid.Rows.Select((row, r) => row with
                    {
                        Cells =
                        [
                            row.Cells[1] with { At = rows[r].Dimensions[0] is string id ? CampaignPage.At(view, id) : "", Choice = rows[r].Dimensions[0] as string ?? "", Under = Under(row.Cells[3].Text, rows[r], statuses, view) },
                            .. figures.Select(i => row.Cells[i]),
                        ],
                    }),
                ]),
        };
    }

    // The boxes stand in the tables, and belong to this form by its id.
    private static string Choice(View view) =>
        $"<form id=\"choice\" class=\"choice\" method=\"get\" action=\"/compare\" aria-label=\"{Html.Text(view.Words["site.compare-chosen"])}\">"
        + string.Concat(View.Kept.Where(k => k is not "compare").Select(k => Asked.Text(view.Query, k) is { } value ? $"<input type=\"hidden\" name=\"{k}\" value=\"{Html.Text(value)}\">" : ""))
        + $"<button type=\"submit\">{Html.Text(view.Words["site.compare-chosen"])}</button> {Html.Element("span", "type", view.Words.Say("site.compare-most", ComparePage.Most))}</form>";

    private static string Under(string owner, AnswerRow row, Dictionary<string, string> statuses, View view) =>
        statuses.TryGetValue(row.Dimensions[0] as string ?? "", out var status) ? $"{owner} · {view.Words[$"site.status.{status}"]}" : owner;

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
