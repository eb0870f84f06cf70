using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Writers;

/// <summary>Budgets as a table.</summary>
internal static class BudgetText
{
    // Spending runs ahead of time when the money is this much further than the days: less is the ordinary unevenness of bills.
    private const double Ahead = 0.1;

    public static Grid Grid(BudgetBlock block, Voice voice)
    {
        var words = voice.Words;
        return new Grid(
            [
                new GridColumn(words["score.campaign"]), .. block.Metrics.Select(m => new GridColumn(voice.Label(m), Numeric: true)),
                new GridColumn(words["budget.elapsed"], Numeric: true), new GridColumn(words["budget.pace"]),
            ],
            [
                .. block.Lines.Select(l => new GridRow(
                [
                    new GridCell(l.Name), voice.Cell(l.Cost, block.Metrics[0]), voice.Cell(l.Budget, block.Metrics[1]), voice.Cell(l.Used, block.Metrics[2]),
                    voice.Figure(l.Elapsed, Unit.Percent) with { Reason = l.Elapsed is null ? words["budget.no-days"] : "" },
                    Pace(l, words),
                ])),
            ]);
    }

    public static GridCell Pace(BudgetLine line, Words words) => (line.Used.Value, line.Elapsed) switch
    {
        ( > 1, _) => new GridCell(words["budget.over"]) { Tone = Tone.Bad },
        (null, _) or (_, null) => new GridCell(""),
        var (used, elapsed) when used - elapsed > Ahead => new GridCell(words["budget.ahead"]) { Tone = Tone.Warning },
        var (used, elapsed) when elapsed - used > Ahead => new GridCell(words["budget.behind"]),
        _ => new GridCell(words["budget.on-pace"]) { Tone = Tone.Good },
    };
}
