using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Dashboard.Pages;

/// <summary>A table whose figures have beside them what they are compared with.</summary>
internal static class ComparedGrid
{
    public static TableBlock Of(TableBlock table, Answer answer, Voice voice)
    {
        if (answer.Request.Compare == Comparison.None)
        {
            return table;
        }

        var word = answer.Request.Compare switch { Comparison.Previous => "site.compare.previous", Comparison.YearAgo => "site.compare.year-ago", _ => "site.compare.target" };
        var metrics = table.Grid.Columns.Select(c => answer.Metrics.ToList().FindIndex(m => c.Numeric && m.Id == c.Id)).ToList();
        IReadOnlyList<AnswerRow> rows = answer.Total is { } total ? [.. answer.Rows, total] : answer.Rows;
        return table with
        {
            Grid = new Grid(
                [.. table.Grid.Columns.SelectMany((c, i) => metrics[i] < 0 ? [c] : new[] { c, new GridColumn($"{c.Label} ({voice.Words[word]})", Numeric: true) })],
                [.. table.Grid.Rows.Select((row, r) => row with { Cells = [.. row.Cells.SelectMany((cell, i) => metrics[i] < 0 ? [cell] : new[] { cell, Beside(rows[r].Figures[metrics[i]], answer.Metrics[metrics[i]], voice) })] })]),
        };
    }

    private static GridCell Beside(Figure figure, MetricColumn metric, Voice voice) => voice.Cell(new Figure(figure.Compared, figure.ComparedReason), metric);
}
