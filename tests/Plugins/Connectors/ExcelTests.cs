using System.Text;
using Merit.Connectors.Files;
using Merit.Plugins.Connectors;

namespace Merit.Plugins.Tests.Connectors;

public sealed class ExcelTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"merit-excel-{Guid.NewGuid():N}");

    public ExcelTests()
    {
        Directory.CreateDirectory(_folder);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
    }

    [Fact]
    public async Task Columns_are_typed_and_rows_have_the_sheets_numbers()
    {
        // Cells: text; s2 number in a date format, s3 in a date-and-time format, b yes or no.
        Workbook(("Leads", """
            <row r="2"><c r="A2" t="inlineStr"><is><t> id </t></is></c><c r="B2" t="inlineStr"><is><t>n</t></is></c><c r="C2" t="inlineStr"><is><t>d</t></is></c><c r="D2" t="inlineStr"><is><t>t</t></is></c><c r="E2" t="inlineStr"><is><t>f</t></is></c><c r="F2" t="inlineStr"><is><t>mix</t></is></c><c r="G2" t="inlineStr"><is><t>id</t></is></c></row>
            <row r="3"><c r="A3"><v>1</v></c><c r="B3"><v>1.5</v></c><c r="C3" s="1"><v>45659</v></c><c r="D3" s="2"><v>45659.5</v></c><c r="E3" t="b"><v>1</v></c><c r="F3"><v>2</v></c><c r="G3" t="inlineStr"><is><t>x</t></is></c></row>
            <row r="6"><c r="A6"><v>2</v></c><c r="B6"><v>2</v></c><c r="E6" t="b"><v>0</v></c><c r="F6" t="inlineStr"><is><t>two</t></is></c><c r="G6" t="inlineStr"><is><t>NA</t></is></c></row>
            """));
        var rows = await Read(new FilesOptions { Nulls = ["NA"] });
        Assert.Equal([3L, 6L], rows.RowNumbers);
        Assert.Equal(["id", "n", "d", "t", "f", "mix", "id_1"], rows.Columns.Select(c => c.Name));
        Assert.Equal([1L, 2L], Assert.IsType<IntegerColumn>(rows.Columns[0]).Values);
        Assert.Equal([1.5, 2], Assert.IsType<NumberColumn>(rows.Columns[1]).Values);
        Assert.Equal([new DateOnly(2025, 1, 2), null], Assert.IsType<DateColumn>(rows.Columns[2]).Values);
        Assert.Equal([new DateTime(2025, 1, 2, 12, 0, 0), null], Assert.IsType<TimestampColumn>(rows.Columns[3]).Values);
        Assert.Equal([true, false], Assert.IsType<BooleanColumn>(rows.Columns[4]).Values);
        Assert.Equal(["2", "two"], Assert.IsType<TextColumn>(rows.Columns[5]).Values);
        Assert.Equal(["x", null], Assert.IsType<TextColumn>(rows.Columns[6]).Values);
    }

    [Fact]
    public async Task A_sheet_by_its_name_and_rows_to_pass_over()
    {
        Workbook(("One", Row(1, "x") + Row(2, "1")), ("Two", Row(1, "a title") + Row(2, "y") + Row(3, "2")));
        var rows = await Read(new FilesOptions { Sheet = ["two "], Skip = 1 });
        Assert.Equal("y", Assert.Single(rows.Columns).Name);
        Assert.Equal([3L], rows.RowNumbers);
        var error = await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions { Sheet = ["three"] }));
        Assert.Equal("Its sheets are: One, Two.", error.NextStep);
    }

    [Fact]
    public async Task Several_sheets_are_read_each_with_a_place_of_its_own()
    {
        Workbook(("2025 Q1", Row(1, "x") + Row(2, "1")), ("Notes", Row(1, "none")), ("2025 Q2", Row(1, "x") + Row(2, "2") + Row(3, "3")));
        var sheets = await ReadAll(new FilesOptions { Sheet = ["2025 q*"] });
        Assert.Equal(["t.xlsx/2025 Q1", "t.xlsx/2025 Q2"], sheets.Select(r => Path.GetRelativePath(_folder, r.Place)));
        Assert.Equal([[2L], [2L, 3L]], sheets.Select(r => r.RowNumbers));
        Assert.Equal(2, (await ReadAll(new FilesOptions { Sheet = ["2025 Q2", "2025 Q1"] })).Count);
        Assert.Contains("has no sheet '2026*'", (await Assert.ThrowsAsync<ConnectorException>(() => ReadAll(new FilesOptions { Sheet = ["2025*", "2026*"] }))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_header_under_a_title_is_found()
    {
        Workbook(("One", Cells(1, "Costs") + Cells(2, "made", "2025-01-01") + Cells(5, "day", "campaign", "cost") + Cells(6, "2025-01-01", "C1", "5") + Cells(7, "2025-01-02", "C2")));
        var rows = await Read(new FilesOptions { FindHeader = true });
        Assert.Equal(["day", "campaign", "cost"], rows.Columns.Select(c => c.Name));
        Assert.Equal([6L, 7L], rows.RowNumbers);
    }

    [Fact]
    public async Task Without_a_header_columns_are_numbered()
    {
        Workbook(("One", Row(1, "x") + Row(2, "y")));
        var rows = await Read(new FilesOptions { Header = false });
        Assert.Equal("column1", Assert.Single(rows.Columns).Name);
        Assert.Equal([1L, 2L], rows.RowNumbers);
    }

    [Fact]
    public async Task A_first_sheet_without_a_table_is_not_taken_for_one()
    {
        Workbook(("Read me", Row(1, "This is how.")), ("Two", Row(1, "y") + Row(2, "2")));
        var error = await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions()));
        Assert.Equal("The first sheet of t.xlsx, 'Read me', holds no table.", error.Message);
        Assert.Single((await Read(new FilesOptions { Sheet = ["Two"] })).RowNumbers);
        Assert.Empty((await Read(new FilesOptions { Sheet = ["Read me"] })).RowNumbers);
    }

    [Fact]
    public async Task An_empty_sheet_has_no_rows()
    {
        Workbook(("One", ""));
        Assert.Empty((await Read(new FilesOptions())).RowNumbers);
    }

    [Fact]
    public async Task A_formula_that_failed_is_told_from_an_empty_cell()
    {
        Workbook(("One", Row(1, "id") + """
            <row r="2"><c r="A2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="B2"><v>1</v></c></row><row><c><v>7</v></c><c t="e"><v>#N/A</v></c></row><row><c/><c/></row>
            <row r="6"><c r="A6" t="e"><v>#REF!</v></c></row>
            """));
        var rows = await Read(new FilesOptions { Nulls = ["#N/A"] });
        Assert.Equal([2L, 3L, 6L], rows.RowNumbers);
        Assert.Equal([null, 7L, null], Assert.IsType<IntegerColumn>(rows.Columns[0]).Values);
        Assert.Equal([(0, "#DIV/0!"), (2, "#REF!")], rows.Columns[0].Faults.Select(f => (f.Key, f.Value)));
        Assert.Empty(rows.Columns[1].Faults);
        Assert.Equal([1L, null, null], Assert.IsType<IntegerColumn>(rows.Columns[1]).Values);
    }

    [Fact]
    public async Task What_is_no_workbook_is_said()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "t.xlsx"), "id,n\n1,2\n", TestContext.Current.CancellationToken);
        var error = await Assert.ThrowsAsync<ConnectorException>(() => Read(new FilesOptions()));
        Assert.StartsWith("t.xlsx cannot be read as an Excel file: ", error.Message);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Row(int number, string text) => $"""<row r="{number}"><c r="A{number}" t="inlineStr"><is><t>{text}</t></is></c></row>""";

    private async Task<Rows> Read(FilesOptions options) => Assert.Single(await ReadAll(options));

    private async Task<List<Rows>> ReadAll(FilesOptions options)
    {
        options.Path = ["t.xlsx"];
        var chunks = new FilesConnector(options).ReadAsync(new ReadRequest("test", _folder), TestContext.Current.CancellationToken);
        return [.. (await chunks.ToListAsync(TestContext.Current.CancellationToken)).Select(Assert.IsType<Rows>)];
    }

    private static string Cells(int row, params string[] texts) =>
        $"<row r=\"{row}\">{string.Concat(texts.Select((t, i) => $"<c r=\"{(char)('A' + i)}{row}\" t=\"inlineStr\"><is><t>{t}</t></is></c>"))}</row>";

    private void Workbook(params (string Name, string Rows)[] sheets) => Connectors.Workbook.Write(Path.Combine(_folder, "t.xlsx"), sheets);
}
