using System.Text;
using Merit.Host.Commands;
using Merit.Host.Commands.Answers;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Host.Workspaces;

namespace Merit.Host.Reports.Writers.Tables;

/// <summary>Writes every table of a report as a CSV file: figures as bare numbers, days as dates, with the mark by which spreadsheets know UTF-8.</summary>
internal sealed class CsvReportWriter(Voice voice) : IReportWriter
{
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    public string Format => ReportFormats.Csv;

    public IReadOnlyList<ReportFile> Write(string name, Report report) =>
        [.. ReportTables.Of(report, voice).Select(t => new ReportFile($"{name}.{t.Name}.{Format}", (byte[])[.. Marked.GetPreamble(), .. Marked.GetBytes(Text(t.Grid))]))];

    private string Text(Grid grid)
    {
        var rows = grid.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Cells.Select(Value)]).ToList();
        // Lines end as RFC 4180 has them, for spreadsheets.
        return CsvWriter.Text(new Listing([.. grid.Columns.Select((c, i) => Heading(grid, c, i))], rows)).ReplaceLineEndings("\r\n") + "\r\n";
    }

    // What small print stands below a figure is not part of it.
    private static object? Value(GridCell cell) => cell switch
    {
        { Value: { } value } => value,
        { Day: { } day } => day,
        { Reason.Length: > 0 } => null,
        _ => cell.Text,
    };

    /// <summary>A column's heading, with the unit that all its figures share.</summary>
    private string Heading(Grid grid, GridColumn column, int index)
    {
        var units = grid.Rows.Select(r => r.Cells[index]).Where(c => c.Value is not null).Select(c => c.Unit).Distinct().ToList();
        return units is [var unit] && ReportTables.UnitName(unit, voice) is { Length: > 0 } name ? voice.Words.Say("csv.heading", column.Label, name) : column.Label;
    }
}
