using AngleSharp.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Merit.Host.Reports;

namespace Merit.Samples.Tests.Reports;

/// <summary>A report as each format has it, read back.</summary>
internal sealed record ReadReport
{
    public required string Name { get; init; }

    public required IDocument Page { get; init; }

    public required string Markdown { get; init; }

    /// <summary>The CSV files by the names of their tables.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<string>>> Files { get; init; }

    /// <summary>The workbook's sheets by the same names.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<IReadOnlyList<SheetCell>>> Sheets { get; init; }

    /// <summary>The text of the paper; null where there is none.</summary>
    public string? Paper { get; init; }

    /// <summary>The sheets of a workbook behind its first one, which says how their tables are called.</summary>
    public static Dictionary<string, IReadOnlyList<IReadOnlyList<SheetCell>>> SheetsOf(string file)
    {
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        var sheets = book.WorkbookPart?.Workbook?.Descendants<Sheet>().Select(s => (Name: s.Name?.Value ?? "", Rows: Rows(book, s.Id?.Value ?? ""))).ToList() ?? [];
        var titles = sheets[0].Rows.Where(r => r.Count > 1 && r[1].Text.Length > 0).ToDictionary(r => r[0].Text, r => r[1].Text, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return sheets.Skip(1).ToDictionary(s => FileNames.Next(titles[s.Name], taken), s => s.Rows, StringComparer.Ordinal);
    }

    private static IReadOnlyList<IReadOnlyList<SheetCell>> Rows(SpreadsheetDocument book, string id) =>
        [.. ((WorksheetPart?)book.WorkbookPart?.GetPartById(id))?.Worksheet?.Descendants<Row>().Select(r => (IReadOnlyList<SheetCell>)[.. r.Elements<Cell>().Select(Read)]) ?? []];

    private static SheetCell Read(Cell cell) => cell.DataType?.Value == CellValues.Number
        ? new SheetCell("", double.Parse(cell.CellValue?.Text ?? "", System.Globalization.CultureInfo.InvariantCulture))
        : new SheetCell(cell.InnerText, null);
}

/// <summary>A cell of a sheet: a text, or a number.</summary>
internal sealed record SheetCell(string Text, double? Number);

/// <summary>The names of tables' files.</summary>
internal static class FileNames
{
    private const int Longest = 60;

    /// <summary>The name of the next table of a title.</summary>
    public static string Next(string title, HashSet<string> taken) =>
        Enumerable.Range(1, 40).Select(n => Slug.Of(title, Longest) + (n == 1 ? "" : $"-{n}")).First(taken.Add);
}
