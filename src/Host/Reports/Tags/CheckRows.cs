using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Tags;

/// <summary>Figures as things to look after: a row for each, with what it means and a colour where it is not zero.</summary>
internal static class CheckRows
{
    /// <summary>The table of the rows.</summary>
    public static TableBlock Table(string title, IReadOnlyList<GridRow> rows, Words words) => new(
        title,
        new Grid([new GridColumn(words["quality.what"]), new GridColumn(words["quality.value"], Numeric: true), new GridColumn(words["quality.meaning"]) { Prose = true }], rows),
        []);

    /// <summary>A row for each metric of an answer without groups.</summary>
    public static IEnumerable<GridRow> Of(Answer answer, Voice voice) => answer.Metrics.Select((metric, i) =>
    {
        var figure = answer.Rows is [var row, ..] ? row.Figures[i] : new Figure(null, NoValue.NoRows);
        var cell = voice.Cell(figure, metric);
        return Row(voice.Label(metric), cell, cell.Reason.Length > 0 ? cell.Reason : voice.Meaning(metric), metric.LowerIsBetter && figure.Value > 0);
    });

    public static GridRow Row(string name, GridCell value, string meaning, bool warn) =>
        new([new GridCell(name), value with { Tone = warn ? Tone.Warning : Tone.Plain, Reason = "" }, new GridCell(meaning)]);
}
