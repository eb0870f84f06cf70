using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Merit.Host.Tests.Reports.Writers.Tables;

public sealed class ReportTablesTests
{
    private const string Page = "---\ntitle: T\nperiod: 2025\nformats: [html, csv, xlsx]\n---\n{{metrics \"cost, cpl, lead_to_mql\"}}\n{{table \"cost, new_leads, cpl, lead_to_mql\" by=\"campaign_name, month\" total=true title=\"=cmd() [all] 'figures'\"}}\n"
        + "{{chart \"cost\" by=\"month\"}}\n{{funnel \"new_leads, mqls\" rates=\"lead_to_mql\"}}\n{{scorecard}}\n{{verdict}}\n{{budget}}\n{{matrix \"new_leads\" by=\"channel, type\"}}";

    [Fact]
    public void Every_table_of_the_page_is_a_file_and_its_figures_are_those_of_the_page()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", Page);

        bench.Render(ReportBench.Ask("page"));

        var table = bench.Html("page").QuerySelectorAll("figure.table").First();
        var rows = Rows(Path.Combine(bench.Out, "page.cmd-all-figures.csv"));
        Assert.Equal(["Campaign", "Month", "Total cost (CNY)", "New leads", "CPL (CNY)", "Lead to MQL (1 = 100%)"], rows[0]);
        Assert.Equal(table.QuerySelectorAll("tbody tr, tfoot tr").Length, rows.Count - 1);
        foreach (var (shown, written) in table.QuerySelectorAll("tbody tr, tfoot tr").Zip(rows.Skip(1)))
        {
            var cost = double.Parse(written[2], CultureInfo.InvariantCulture);
            Assert.Equal(shown.Children[2].QuerySelector("span.none") is null ? shown.Children[2].TextContent : "", "¥" + cost.ToString(cost % 1 == 0 ? "N0" : "N2", CultureInfo.InvariantCulture));
        }

        Assert.All(rows.Skip(1).SkipLast(1), r => Assert.Matches("^2025-[0-9]{2}-01$", r[1]));
    }

    [Fact]
    public void Spreadsheets_are_told_that_it_is_utf8_and_get_no_formula()
    {
        using var bench = new ReportBench();
        bench.Facts.Campaigns[0] = bench.Facts.Campaigns[0] with { Name = "=HYPERLINK(\"http://x\")" };
        bench.Template("page.md", "---\ntitle: T\nformats: csv\n---\n{{table \"cost\" by=\"campaign_name\" title=\"t\"}}");

        bench.Render(ReportBench.Ask("page"));

        var bytes = File.ReadAllBytes(Path.Combine(bench.Out, "page.t.csv"));
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.Contains("\"'=HYPERLINK(\"\"http://x\"\")\",10000\r\n", Encoding.UTF8.GetString(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "T", "Total cost")]
    [InlineData("zh-CN", "T", "总成本")]
    public void A_workbook_is_sound_and_its_figures_are_numbers(string locale, string title, string heading)
    {
        using var bench = new ReportBench(locale: locale);
        bench.Template("page.md", Page);

        bench.Render(ReportBench.Ask("page"));

        using var book = SpreadsheetDocument.Open(Path.Combine(bench.Out, "page.xlsx"), isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var names = book.WorkbookPart?.Workbook?.Descendants<Sheet>().Select(s => s.Name?.Value ?? "").ToList() ?? [];
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.InRange(n.Length, 1, 31));
        var cells = Cells(book, names[2]);
        Assert.Equal(heading, cells["C1"].InnerText);
        Assert.Equal(CellValues.Number, cells["C2"].DataType?.Value);
        // 1 January 1900 is day 1 of spreadsheets, and 1900 a leap year to them.
        Assert.Matches("^4[56][0-9]{3}$", cells["B2"].CellValue?.Text);
        Assert.Equal(title, Cells(book, names[0])["A1"].InnerText);
        Assert.DoesNotContain(cells.Values, c => c.CellFormula is not null);
    }

    [Fact]
    public void Long_and_like_named_sheets_are_told_apart()
    {
        var names = Merit.Host.Reports.Writers.Tables.SheetNames.Of(["A very long title that no tab of a sheet can show", "A very long title that no tab of a sheet can bear", "a/b", "A?B", "", "'"]);

        Assert.Equal(6, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(names, n => Assert.True(n.Length is > 0 and <= 31 && n.IndexOfAny(['[', ']', ':', '*', '?', '/', '\\']) < 0));
    }

    private static Dictionary<string, Cell> Cells(SpreadsheetDocument book, string sheet)
    {
        var id = book.WorkbookPart?.Workbook?.Descendants<Sheet>().First(s => s.Name == sheet).Id?.Value ?? "";
        return ((WorksheetPart?)book.WorkbookPart?.GetPartById(id))?.Worksheet?.Descendants<Cell>().ToDictionary(c => c.CellReference?.Value ?? "", StringComparer.Ordinal) ?? [];
    }

    private static List<string[]> Rows(string file) => [.. File.ReadAllText(file).TrimStart('\uFEFF').TrimEnd().Split("\r\n").Select(line => line.Split(','))];
}
