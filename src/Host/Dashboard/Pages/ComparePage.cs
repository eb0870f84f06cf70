using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Reports.Assets;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Writers.Html;
using Merit.Host.Workers.Protocol;
using Merit.Metrics.Results;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Pages;

/// <summary>Campaigns side by side: each a column, each figure a row.</summary>
internal static class ComparePage
{
    /// <summary>So many have room beside each other.</summary>
    public const int Most = 6;

    private static readonly string[] Metrics =
        ["budget", "cost", "new_leads", "cpl", "mqls", "lead_to_mql", "won_leads", "customers", "cac", "revenue", "profit", "roi", "attributed_revenue", "attributed_roi"];

    public static async Task ShowAsync(HttpContext context)
    {
        var view = new View(context);
        _ = view.Workspace;
        var ids = Asked.Names(view.Query, "id").Distinct(StringComparer.Ordinal).Take(Most).ToList();
        if (ids.Count == 0)
        {
            throw new MeritException(ServeRules.NoPage.Here());
        }

        var filter = $"campaign in ({string.Join(", ", ids.Select(CampaignPage.Quoted))})";
        var asked = TemplatePage.Question(view, "compare", Resource.Text("pages/compare.md"));
        var (facts, shown) = (view.AskAsync(Facts(filter)), view.AskAsync(asked with { Where = [filter] }));
        var answer = await view.AskAsync(new FiguresQuestion { Metrics = Metrics, By = ["campaign"], Period = Asked.Text(view.Query, "period"), Where = [filter] });
        var known = await facts;
        var campaigns = ids.Select(id => known.Rows.FirstOrDefault(r => Equals(r.Dimensions[0], id))).OfType<AnswerRow>().ToList();
        if (campaigns.Count == 0)
        {
            throw new MeritException(ServeRules.NoPage.Here());
        }

        var part = await shown;
        await Answers.HtmlAsync(context, Frame.Write(view, new Content
        {
            Title = view.Words["site.comparison"],
            Facts = part.Facts,
            Filters = new FilterForm(view).Period().Keep("lang").KeepAll("id").Write(),
            Main = new HtmlBlocks(view.Voice).Write(Table(view, known, answer, campaigns)) + part.Html,
            HasCharts = part.HasCharts,
        }));
    }

    private static FiguresQuestion Facts(string filter) => new()
    {
        Metrics = ["campaigns"], By = ["campaign", "campaign_name", "type", "campaign_owner", "campaigns.start_date", "campaigns.end_date"], Where = [filter],
    };

    private static TableBlock Table(View view, Answer known, Answer answer, IReadOnlyList<AnswerRow> campaigns)
    {
        var figures = answer.Rows.Where(r => r.Dimensions[0] is string).ToDictionary(r => r.Dimensions[0] as string ?? "", r => r.Figures, StringComparer.Ordinal);
        var shown = Enumerable.Range(0, answer.Metrics.Count).Where(m => figures.Values.Any(f => f[m].Value is not null)).ToList();
        var facts = new[] { (At: 2, Word: "site.type"), (At: 3, Word: "site.owner"), (At: 4, Word: "site.start"), (At: 5, Word: "site.end") }.Select(f => new GridRow([new(view.Words[f.Word]), .. campaigns.Select(c => new GridCell(view.Voice.Group(c.Dimensions[f.At], known.Dimensions[f.At])))]));
        var left = Enumerable.Range(0, answer.Metrics.Count).Except(shown).Select(m => answer.Metrics[m]).ToList();
        return new TableBlock(
            view.Words["site.comparison"],
            new Grid(
                [new(view.Words["site.metric"]), .. campaigns.Select(c => new GridColumn(view.Voice.Group(c.Dimensions[1], known.Dimensions[1]), Numeric: true) { SortedAt = CampaignPage.At(view, c.Dimensions[0] as string ?? "") })],
                [
                    .. facts,
                    .. shown.Select(m => new GridRow(
                    [
                        new(view.Voice.Label(answer.Metrics[m])),
                        .. Best(campaigns.Select(c => figures.GetValueOrDefault(c.Dimensions[0] as string ?? "")?[m]).ToList(), answer.Metrics[m], view),
                    ])),
                ]),
            left.Count == 0 ? [view.Words["site.comparison-note"]] : [view.Words["site.comparison-note"], view.Words.Say("site.without-value", view.Voice.Labels(left))]);
    }

    // The best one is marked where that says something: of sums more is not better, and less not either.
    private static IEnumerable<GridCell> Best(List<Figure?> figures, MetricColumn metric, View view)
    {
        var values = figures.Select(f => f?.Value).OfType<double>().ToList();
        double? best = values.Count < 2 || metric.Additive ? null : metric.LowerIsBetter ? values.Min() : values.Max();
        var alone = values.Count(v => Equals(v, best)) == 1;
        return figures.Select(f => view.Voice.Cell(f ?? new Figure(null, NoValue.NoRows), metric) is var cell && alone && Equals(f?.Value, best) ? cell with { Tone = Tone.Good, Under = view.Words["site.best"] } : cell);
    }
}
