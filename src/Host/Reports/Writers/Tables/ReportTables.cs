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
        foreach (var (title, grid) in report.Blocks.SelectMany(b => b).SelectMany(b => Tables(b, voice)).Concat(Said(report, voice)).Where(t => t.Grid.Rows.Count > 0))
        {
            var name = Slug.Of(title, LongestName);
            for (var n = 2; !names.Add(name); n++)
            {
                name = $"{Slug.Of(title, LongestName)}-{n}";
            }

            tables.Add(new ReportTable(name, title, Widened(grid, voice)));
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

    /// <summary>What a report says in sentences, so that nothing of it is in some formats only: figures within its text, and what stands out.</summary>
    private static IEnumerable<(string Title, Grid Grid)> Said(Report report, Voice voice)
    {
        var words = voice.Words;
        var figures = Marks.Inlines(report.Prose).Select(i => report.Inlines[i]).Where(f => f.Cell is not null).ToList();
        yield return (words["title.in-text"], new Grid(
            [new GridColumn(words["kpis.figure"]), new GridColumn(words["said.of"]), new GridColumn(words["kpis.value"], Numeric: true)],
            [.. figures.Select(f => new GridRow([new GridCell(f.Label), new GridCell(f.Of), f.Cell ?? new GridCell(f.Text)]))]));
        var sentences = report.Blocks.SelectMany(b => b).Select(b => b switch { FindingBlock f => f.Text, VerdictBlock v => v.Headline, ChartBlock c => c.Finding, _ => "" }).Where(s => s.Length > 0);
        yield return (words["title.in-words"], new Grid([new GridColumn(words["said.sentence"]) { Prose = true }], [.. sentences.Select(s => new GridRow([new GridCell(s)]))]));
    }

    /// <summary>Figures that stand in small below others, in columns of their own.</summary>
    private static Grid Widened(Grid grid, Voice voice)
    {
        var more = grid.Columns.Select((_, i) => grid.Rows.SelectMany(r => r.Cells[i].Beside).Select(b => b.Label).Distinct(StringComparer.Ordinal).ToList()).ToList();
        return more.TrueForAll(m => m.Count == 0) ? grid : new Grid(
            [.. grid.Columns.SelectMany((c, i) => more[i].Select(label => new GridColumn(voice.Words.Say("csv.beside", c.Label, label), Numeric: true)).Prepend(c))],
            [.. grid.Rows.Select(r => r with { Cells = [.. r.Cells.SelectMany((c, i) => more[i].Select(label => Beside(c, label, voice)).Prepend(c))] })]);
    }

    private static GridCell Beside(GridCell cell, string label, Voice voice) =>
        cell.Beside.FirstOrDefault(b => b.Label == label) is { } figure ? voice.Figure(figure.Value, figure.Unit) : new GridCell("");

    /// <summary>A row for every key figure.</summary>
    private static Grid Kpis(KpiBlock block, Voice voice)
    {
        var words = voice.Words;
        var (partly, latest) = (block.Cards.Any(c => c.Goal is { Compared: not null, IsPartlyTargeted: true }), block.Cards.Any(c => c.Latest is not null));
        return new Grid(
            [
                new GridColumn(words["kpis.figure"]), Number("kpis.value"), Number("kpis.target"), .. partly ? new[] { Number("kpis.targeted") } : [],
                Number("kpis.before"), Number("kpis.change"), new GridColumn(words["kpis.days"]),
                .. latest ? new[] { new GridColumn(words["kpis.month"]), Number("kpis.in-month"), Number("kpis.month-before"), Number("kpis.change"), new GridColumn(words["kpis.days"]) } : [],
            ],
            [.. block.Cards.Select(card => new GridRow([.. Now(card), .. latest ? Latest(card) : []]))]);

        GridColumn Number(string word) => new(words[word], Numeric: true);

        IEnumerable<GridCell> Now(Kpi card) =>
        [
            new GridCell(voice.Label(card.Metric)), voice.Cell(card.Figure, card.Metric), Or(card.Goal?.Compared, card.Metric, voice),
            .. partly ? new[] { Or(card.Goal is { Compared: not null, IsPartlyTargeted: true } goal ? goal.Targeted : null, card.Metric, voice) } : [],
            .. Before(card.Figure, card.Metric, card.Before),
        ];

        IEnumerable<GridCell> Latest(Kpi card) => card.Latest is not { } month
            ? Enumerable.Repeat(new GridCell(""), 5)
            : [new GridCell(month.Month), voice.Cell(month.Figure, card.Metric), .. Before(month.Figure, card.Metric, month.Before)];

        IEnumerable<GridCell> Before(Figure figure, MetricColumn metric, string days) => days.Length == 0 || figure.Compared is null
            ? Enumerable.Repeat(new GridCell(""), 3)
            : [Or(figure.Compared, metric, voice), Moved(figure, metric, voice), new GridCell(days)];
    }

    // Of what it was before; rates and scores move by points.
    private static GridCell Moved(Figure figure, MetricColumn metric, Voice voice)
    {
        var points = metric.Unit is Unit.Percent or Unit.Score;
        return (Change.Of(figure, metric, voice.Format), figure) is ({ } change, { Value: { } now, Compared: { } before })
            ? new GridCell(change.Text) { Value = points ? now - before : (now - before) / Math.Abs(before), Unit = points ? metric.Unit : Unit.Percent }
            : new GridCell("");
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
