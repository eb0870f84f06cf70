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
        // Where a column's figures are of several units, no heading can name them: each row does.
        var mixed = Enumerable.Range(0, grid.Columns.Count).Any(c => Units(grid, c).Count > 1);
        IEnumerable<string> headings = [.. grid.Columns.Select((c, i) => mixed ? c.Label : Heading(grid, c, i)), .. mixed ? new[] { voice.Words["kpis.unit"] } : []];
        var rows = grid.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Cells.Select(Value), .. mixed ? new object?[] { UnitOf(r) } : []]).ToList();
        // Lines end as RFC 4180 has them, for spreadsheets.
        return CsvWriter.Text(new Listing([.. headings], rows)).ReplaceLineEndings("\r\n") + "\r\n";
    }

    // What small print stands below a figure is not part of it.
    private static object? Value(GridCell cell) => cell switch
    {
        { Value: { } value } => value,
        { Day: { } day } => day,
        { Reason.Length: > 0 } => null,
        _ => cell.Text,
    };

    private string UnitOf(GridRow row) => row.Cells.FirstOrDefault(c => c.Value is not null) is { } cell ? ReportTables.UnitName(cell.Unit, voice) : "";

    private static IReadOnlyList<Metrics.Results.Unit> Units(Grid grid, int column) => [.. grid.Rows.Select(r => r.Cells[column]).Where(c => c.Value is not null).Select(c => c.Unit).Distinct()];

    /// <summary>A column's heading, with the unit that all its figures share.</summary>
    private string Heading(Grid grid, GridColumn column, int index) =>
        Units(grid, index) is [var unit] && ReportTables.UnitName(unit, voice) is { Length: > 0 } name ? voice.Words.Say("csv.heading", column.Label, name) : column.Label;
}
