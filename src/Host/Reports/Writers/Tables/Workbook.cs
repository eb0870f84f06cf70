using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Merit.Host.Reports.Blocks;

namespace Merit.Host.Reports.Writers.Tables;

/// <summary>A sheet of a workbook.</summary>
/// <param name="Name">What its tab says.</param>
/// <param name="Grid">Its cells.</param>
/// <param name="HasHeading">Whether its first row names the columns; it then stays in sight, and the rows can be filtered.</param>
internal sealed record Sheet(string Name, Grid Grid, bool HasHeading);

/// <summary>Writes a workbook as spreadsheets read it.</summary>
internal static class Workbook
{
    private const double Narrowest = 9;
    private const double Widest = 60;

    public static byte[] Write(IReadOnlyList<Sheet> sheets, string currency)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            book.AddNewPart<WorkbookStylesPart>().Stylesheet = WorkbookStyles.For(currency);
            var list = new Sheets();
            foreach (var (sheet, index) in sheets.Select((s, i) => (s, i)))
            {
                var part = book.AddNewPart<WorksheetPart>();
                part.Worksheet = Worksheet(sheet);
                list.Append(new DocumentFormat.OpenXml.Spreadsheet.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = book.GetIdOfPart(part) });
            }

            book.Workbook = new DocumentFormat.OpenXml.Spreadsheet.Workbook(list);
        }

        return bytes.ToArray();
    }

    private static Worksheet Worksheet(Sheet sheet)
    {
        var (grid, rows) = (sheet.Grid, new SheetData());
        if (sheet.HasHeading)
        {
            rows.Append(new Row([.. grid.Columns.Select((c, i) => Text(c.Label, 1, i, c.Numeric ? WorkbookStyles.HeadingRight : WorkbookStyles.Heading))]) { RowIndex = 1 });
        }

        var at = sheet.HasHeading ? 1u : 0u;
        foreach (var row in grid.Rows)
        {
            at++;
            rows.Append(new Row([.. row.Cells.Select((cell, i) => Cell(cell, at, i, row.Total))]) { RowIndex = at });
        }

        var worksheet = new Worksheet();
        worksheet.Append(sheet.HasHeading
            ? new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 })
            : new SheetViews(new SheetView { WorkbookViewId = 0, ShowGridLines = false }));
        worksheet.Append(new Columns(grid.Columns.Select((_, i) => new Column { Min = (uint)i + 1, Max = (uint)i + 1, Width = Width(sheet, i), CustomWidth = true })));
        worksheet.Append(rows);
        if (sheet.HasHeading)
        {
            worksheet.Append(new AutoFilter { Reference = $"A1:{Name(grid.Columns.Count - 1, (uint)(1 + grid.Rows.Count(r => !r.Total)))}" });
        }

        var links = grid.Rows.SelectMany((r, y) => r.Cells.Select((c, x) => (c.At, Place: Name(x, (uint)y + (sheet.HasHeading ? 2u : 1u))))).Where(c => c.At.Length > 0)
            .Select(c => new Hyperlink { Reference = c.Place, Location = $"'{c.At.Replace("'", "''", StringComparison.Ordinal)}'!A1" }).ToList();
        if (links.Count > 0)
        {
            worksheet.Append(new Hyperlinks(links));
        }

        return worksheet;
    }

    private static Cell Cell(GridCell cell, uint row, int column, bool total)
    {
        if (cell.Value is { } value && double.IsFinite(value))
        {
            return new Cell
            {
                CellReference = Name(column, row), CellValue = new CellValue(value.ToString("R", CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = WorkbookStyles.Of(value, cell.Unit, total),
            };
        }

        if (cell.Day is { } day)
        {
            return new Cell
            {
                CellReference = Name(column, row), CellValue = new CellValue(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)), DataType = CellValues.Number, StyleIndex = WorkbookStyles.Day,
            };
        }

        return Text(cell.Reason.Length > 0 ? "" : cell.Text, row, column, cell.At.Length > 0 ? WorkbookStyles.Link : total ? WorkbookStyles.Strong : WorkbookStyles.Plain);
    }

    // Inline texts are never formulas, whatever they begin with.
    private static Cell Text(string text, uint row, int column, uint style) => new()
    {
        CellReference = Name(column, row), DataType = CellValues.InlineString, StyleIndex = style,
        InlineString = new InlineString(new Text(string.Concat(text.Where(XmlAllows))) { Space = SpaceProcessingModeValues.Preserve }),
    };

    private static bool XmlAllows(char c) => c is '\t' or '\n' or '\r' || (c >= ' ' && c is not ('\uFFFE' or '\uFFFF'));

    private static double Width(Sheet sheet, int column) => Math.Clamp(
        sheet.Grid.Rows.Select(r => r.Cells[column].Text).Prepend(sheet.HasHeading ? sheet.Grid.Columns[column].Label : "").Max(Columns) + 2, Narrowest, sheet.HasHeading ? Widest : 40);

    // Chinese characters are two columns wide.
    private static int Columns(string text) => text.Sum(c => c >= '\u2E80' ? 2 : 1);

    private static string Name(int column, uint row)
    {
        var letters = "";
        for (var n = column + 1; n > 0; n = (n - 1) / 26)
        {
            letters = (char)('A' + ((n - 1) % 26)) + letters;
        }

        return FormattableString.Invariant($"{letters}{row}");
    }
}
