using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Verdicts;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers.Tables;

/// <summary>A table of a report as a file or a sheet of its own.</summary>
/// <param name="Name">What tells it from the report's other tables, in letters, digits and hyphens.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Grid">Its cells.</param>
internal sealed record ReportTable(string Name, string Title, Grid Grid);

/// <summary>Everything of a report that is a table or can be one: what readers see drawn or as cards too.</summary>
internal static class ReportTables
{
    private const int LongestName = 60;

    public static IReadOnlyList<ReportTable> Of(Report report, Voice voice)
    {
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var tables = new List<ReportTable>();
        foreach (var (title, grid) in report.Blocks.SelectMany(b => b).SelectMany(b => Tables(b, voice)).Where(t => t.Grid.Rows.Count > 0))
        {
            var name = Slug.Of(title, LongestName);
            for (var n = 2; !names.Add(name); n++)
            {
                name = $"{Slug.Of(title, LongestName)}-{n}";
            }

            tables.Add(new ReportTable(name, title, grid));
        }

        return tables;
    }

    private static IEnumerable<(string Title, Grid Grid)> Tables(Block block, Voice voice) => block switch
    {
        KpiBlock kpis => [(voice.Words["title.kpis"], Kpis(kpis, voice))],
        TableBlock table => [(table.Title, table.Grid)],
        ChartBlock chart => [(chart.Title, chart.Numbers)],
        FunnelBlock funnel => [(funnel.Title, FunnelText.Grid(funnel, voice))],
        ScorecardBlock card => [(ScoreText.Title(card, voice), ScoreText.Grid(card, voice))],
        VerdictBlock verdicts => [(voice.Words["verdict.title"], Verdicts(verdicts, voice))],
        BudgetBlock budget => [(voice.Words["title.budget"], BudgetText.Grid(budget, voice))],
        BasisBlock basis =>
        [
            (voice.Words["basis.title"], new Grid(
                [new GridColumn(voice.Words["basis.what"]), new GridColumn(voice.Words["basis.text"]) { Prose = true }],
                [.. basis.Entries.Select(e => new GridRow([new GridCell(e.Name), new GridCell(e.Text)]))])),
            .. basis.Loads is { } loads ? [(voice.Words["loads.title"], loads)] : Array.Empty<(string, Grid)>(),
            .. basis.Rejects is { } rejects ? [(voice.Words["rejects.title"], rejects)] : Array.Empty<(string, Grid)>(),
        ],
        _ => [],
    };

    /// <summary>A row for every key figure.</summary>
    private static Grid Kpis(KpiBlock block, Voice voice)
    {
        var words = voice.Words;
        return new Grid(
            [
                new GridColumn(words["kpis.figure"]), new GridColumn(words["kpis.value"], Numeric: true), new GridColumn(words["kpis.target"], Numeric: true),
                new GridColumn(words["kpis.before"], Numeric: true), new GridColumn(words["kpis.days"]),
            ],
            [
                .. block.Cards.Select(card => new GridRow(
                [
                    new GridCell(voice.Label(card.Metric)), voice.Cell(card.Figure, card.Metric), Or(card.Goal?.Compared, card.Metric, voice),
                    Or(card.Before.Length > 0 ? card.Figure.Compared : null, card.Metric, voice), new GridCell(card.Figure.Compared is null ? "" : card.Before),
                ])),
            ]);
    }

    private static GridCell Or(double? value, MetricColumn metric, Voice voice) => value is null ? new GridCell("") : voice.Figure(value, metric);

    /// <summary>What a figure as a bare number is measured in.</summary>
    public static string UnitName(Unit unit, Voice voice) => unit switch
    {
        Unit.Money => voice.Format.Currency,
        Unit.Percent => voice.Words["unit.share"],
        Unit.Days => voice.Words["unit.days"],
        Unit.Score => voice.Words["unit.score"],
        _ => "",
    };

    private static Grid Verdicts(VerdictBlock block, Voice voice)
    {
        var (words, wording) = (voice.Words, new VerdictWording(voice));
        return new Grid(
            [
                new GridColumn(words["verdict.title"]), new GridColumn(words[block.ByCampaign ? "score.campaign" : "verdict.channel"]), new GridColumn(words["verdict.type"]),
                new GridColumn(words["verdict.stake"], Numeric: true), new GridColumn(words["verdict.why"]) { Prose = true }, new GridColumn(words["verdict.evidence"]) { Prose = true },
            ],
            [
                .. block.Verdicts.Select(v => new GridRow(
                [
                    new GridCell(wording.Kind(v.Kind)), new GridCell(v.Subject.Name), new GridCell(v.Subject.Type is { } type ? voice.CampaignType(type) : ""),
                    v.Stake is { } stake ? voice.Cell(stake.Figure, stake.Metric) with { Text = wording.Stake(stake) } : new GridCell(""),
                    new GridCell(wording.Why(v)), new GridCell(wording.Evidence(v)),
                ])),
            ]);
    }
}
