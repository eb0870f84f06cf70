using System.Text;
using Merit.Connectors.Files;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Warehouse.Loading;

public sealed class CsvLoadingTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Headers_are_found_without_regard_to_case_blanks_and_mark_and_a_second_one_gets_a_number()
    {
        _bed.Write("t.csv", "\uFEFF Id ,NAME,name, ,b\n1,x,y,z,w\n");
        await _bed.LoadAsync(_bed.Source("things", "t.csv", "id=ID", "one=Name", "two=name_1", "three=column4"));
        Assert.Equal(["1|x|y|z"], _bed.Rows("SELECT id, one, two, three FROM things"));
    }

    [Fact]
    public async Task Rows_keep_the_line_they_begin_in_after_quoted_line_breaks_blank_lines_and_broken_lines()
    {
        _bed.Write("t.csv", "a,b,n\r\n1,\"two\r\nlines\",1\r\n\r\n2,\"one \"\"line\"\"\",x\r\n3,\"oops\"!,3\r\n4,\"three\nlines\rhere\",4\r\n5,y,z\r\n");
        await _bed.LoadAsync(_bed.Source("things", "t.csv", [LoadBed.Map("a"), LoadBed.Map("b"), LoadBed.Typed("n", ColumnType.Integer)]));
        Assert.Equal(["1|two\r\nlines", "4|three\nlines\rhere"], _bed.Rows("SELECT a, b FROM things ORDER BY a"));
        Assert.Equal(
            ["5 n 2,\"one \"\"line\"\"\",x", "6  3,\"oops\"!,3", "10 n 5,y,z"],
            _bed.Rejects().Select(r => $"{r.Row} {r.Column} {r.Raw}"));
    }

    [Fact]
    public async Task Lines_are_those_of_each_file_of_a_pattern()
    {
        _bed.Write("data/a.csv", "id,n\n1,1\n2,\"x\ny\"\n3,3\n");
        _bed.Write("data/b.csv", "n,extra,id\n4,e,4\nbad,e,5\n");
        _bed.Write("data/deep/c.csv", "id\n6\n");
        await _bed.LoadAsync(_bed.Source("things", "data/**/*.csv", [LoadBed.Map("id"), LoadBed.Typed("n", ColumnType.Integer), LoadBed.Map("extra")]));
        Assert.Equal(["1|1|∅", "3|3|∅", "4|4|e", "6|∅|∅"], _bed.Rows("SELECT id, n, extra FROM things ORDER BY id"));
        Assert.Equal(["data/a.csv 3", "data/b.csv 3"], _bed.Rejects().Select(r => $"{r.File} {r.Row}"));
    }

    [Theory]
    [InlineData("gb18030")]
    [InlineData("gbk")]
    [InlineData("utf-16")]
    [InlineData("utf-8")]
    public async Task Other_encodings(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        _bed.Write("t.csv", Encoding.GetEncoding(encoding).GetBytes("编号,渠道,n\n1,展会,1\n2,\"广\n告\",x\n"));
        await _bed.LoadAsync(_bed.Source(
            "things", "t.csv", [LoadBed.Map("id=编号"), LoadBed.Map("channel=渠道"), LoadBed.Typed("n", ColumnType.Integer)], new FilesOptions { Encoding = encoding }));
        Assert.Equal(["1|展会"], _bed.Rows("SELECT id, channel FROM things"));
        var reject = Assert.Single(_bed.Rejects());
        Assert.Equal((3L, "2,\"广\n告\",x"), (reject.Row, reject.Raw));
    }

    // What one setting would mend is said with the setting.
    [Theory]
    [InlineData("25/05/2025", "1", "\"25/05/2025\" is not a date in ISO 8601; 'format' says how else it is written")]
    [InlineData("2025-05-25", "1.234,50", "\"1.234,50\" is not an amount of money; with decimal: \",\" it is a number")]
    [InlineData("2025-05-25", "unclear", "\"unclear\" is not an amount of money")]
    [InlineData("2025-05-25", "£20", "\"£20\" is not in CNY")]
    public async Task A_reason_names_the_setting_that_would_mend_it(string date, string amount, string reason)
    {
        _bed.Write("spend.csv", $"date;amount\n{date};{amount}\n");
        await _bed.LoadAsync(_bed.Source("spend", "spend.csv", "date", "amount"));
        Assert.Equal(reason, Assert.Single(_bed.Rejects()).Reason);
    }

    [Fact]
    public async Task Names_in_another_encoding_are_told_from_missing_ones()
    {
        _bed.Write("t.csv", [.. "\"id\",\"W"u8, 0xE4, .. "hrung\"\n1,EUR\n"u8]);
        var finding = Assert.Single(await _bed.FailAsync(_bed.Source("things", "t.csv", "id", "currency=Währung")));
        Assert.StartsWith("Give the source its 'encoding', such as gb18030 or windows-1252", finding.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-8", new byte[] { 0xFF, 0xFE }, "it holds bytes that are not utf-8; 'encoding' says what the file is written in")]
    [InlineData("gb18030", new byte[] { 0xFF, 0xFF }, "it holds bytes that are not gb18030; 'encoding' says what the file is written in")]
    public async Task A_row_with_bytes_of_no_meaning_is_rejected(string encoding, byte[] bytes, string reason)
    {
        _bed.Write("t.csv", [.. "id,v\n1,a\n2,"u8, .. bytes, .. "\n3,c\n"u8]);
        await _bed.LoadAsync(_bed.Source("things", "t.csv", [LoadBed.Map("id"), LoadBed.Map("v")], new FilesOptions { Encoding = encoding }));
        Assert.Equal(["1|a", "3|c"], _bed.Rows("SELECT id, v FROM things ORDER BY id"));
        var reject = Assert.Single(_bed.Rejects());
        Assert.Equal((3L, reason), (reject.Row, reject.Reason));
    }

    [Theory]
    [InlineData("a;b\n1;x,y\n")]
    [InlineData("a\tb\n1\tx,y\n")]
    [InlineData("a|b\n1|x,y\n")]
    [InlineData("a,b\n1,\"x,y\"\n")]
    [InlineData("a,b\r1,\"x,y\"\r")]
    public async Task The_delimiter_is_found_out(string text)
    {
        _bed.Write("t.csv", text);
        await _bed.LoadAsync(_bed.Source("things", "t.csv", "a", "b"));
        Assert.Equal(["1|x,y"], _bed.Rows("SELECT a, b FROM things"));
    }

    [Fact]
    public async Task Without_a_header_columns_are_numbered_and_lines_still_right()
    {
        _bed.Write("t.txt", "a report\n\n1~x\n2~y~z\n");
        await _bed.LoadAsync(_bed.Source("things", "t.txt", [LoadBed.Map("a=column1"), LoadBed.Map("b=column2")], new FilesOptions { Header = false, Skip = 2, Delimiter = "~" }));
        Assert.Equal(["1|x"], _bed.Rows("SELECT a, b FROM things"));
        Assert.Equal(4, Assert.Single(_bed.Rejects()).Row);
    }

    [Fact]
    public async Task Blank_lines_before_the_header_are_passed_over()
    {
        _bed.Write("t.csv", "\n\nid,\"the\nname\"\n1,x\nbad\n");
        await _bed.LoadAsync(_bed.Source("things", "t.csv", "id", "name=the\nname"));
        Assert.Equal(["1|x"], _bed.Rows("SELECT id, name FROM things"));
        Assert.Equal(6, Assert.Single(_bed.Rejects()).Row);
    }

    [Fact]
    public async Task A_file_of_one_column_keeps_its_empty_lines()
    {
        _bed.Write("t.csv", "a\n1\n\n3\n");
        var outcome = await _bed.LoadAsync(_bed.Source("things", "t.csv", "a"));
        Assert.Equal(["1", "∅", "3"], _bed.Rows("SELECT a FROM things"));
        Assert.Equal(3, outcome.Loads[0].Read);
    }

    [Fact]
    public async Task A_file_with_a_header_only_has_no_rows_and_an_empty_one_no_columns()
    {
        _bed.Write("head.csv", "lead_id,created_at\n");
        var outcome = await _bed.LoadAsync(_bed.Source("leads", "head.csv", "lead_id", "created_at"));
        Assert.Equal((0, 0), (outcome.Loads[0].Read, outcome.Loads[0].Loaded));
        _bed.Write("empty.csv", "");
        var findings = await _bed.FailAsync(_bed.Source("leads", "empty.csv", "lead_id", "created_at"));
        Assert.All(findings, f => Assert.Equal(LoadRules.NoSuchColumn, f.Rule));
        Assert.Contains("is the file empty?", findings[0].NextStep);
    }

    [Fact]
    public async Task When_every_row_is_bad_every_row_is_kept()
    {
        _bed.Write("t.csv", "id,n\n" + string.Concat(Enumerable.Range(1, 12_000).Select(i => $"{i},x{i}\n")));
        var outcome = await _bed.LoadAsync(_bed.Source("things", "t.csv", [LoadBed.Map("id"), LoadBed.Typed("n", ColumnType.Integer)]));
        Assert.Equal((12_000, 0, 12_000), (outcome.Loads[0].Read, outcome.Loads[0].Loaded, outcome.Loads[0].Rejected));
        Assert.All(_bed.Rejects(), r => Assert.Equal($"{r.Row - 1},x{r.Row - 1}", r.Raw));
    }

    [Fact]
    public async Task A_trailing_delimiter_is_forgiven()
    {
        _bed.Write("t.csv", "a,b\n1,2,\n3,4\n5,6,7\n");
        var outcome = await _bed.LoadAsync(_bed.Source("things", "t.csv", "a", "b"));
        Assert.Equal((3, 2, 1), (outcome.Loads[0].Read, outcome.Loads[0].Loaded, outcome.Loads[0].Rejected));
        Assert.Equal("3 fields where the header has 2", Assert.Single(_bed.Rejects()).Reason);
    }

    [Theory]
    [InlineData(null, "1,2\n1,2,\n3,4\n", 3)]
    [InlineData(null, "1,2\n1,2,3\n3,4\n", 1)]
    [InlineData(true, "1,2\n1,2,3\n3\n1,2,3,4\n", 3)]
    [InlineData(false, "1,2\n1,2,\n3,4\n", 1)]
    public async Task Short_rows_are_whole_where_the_file_leaves_out_empty_fields_at_the_end(bool? pad, string rows, int loaded)
    {
        _bed.Write("t.csv", "a,b,c\n" + rows);
        var load = (await _bed.LoadAsync(_bed.Source("things", "t.csv", [LoadBed.Map("a"), LoadBed.Map("b"), LoadBed.Map("c")], new FilesOptions { PadShortRows = pad }))).Loads[0];
        Assert.Equal((rows.Count(c => c == '\n'), loaded), (load.Read, load.Loaded));
        Assert.Equal(load.Read - loaded, _bed.Rejects().Count);
    }

    [Fact]
    public async Task An_unknown_encoding_is_named()
    {
        _bed.Write("t.csv", "a\n1\n");
        var finding = Assert.Single(await _bed.FailAsync(_bed.Source("things", "t.csv", [LoadBed.Map("a")], new FilesOptions { Encoding = "utf-9" })));
        Assert.Equal(LoadRules.UnknownEncoding, finding.Rule);
    }

    [Fact]
    public async Task A_missing_file_is_named_with_the_nearest()
    {
        _bed.Write("data/leads.csv", "a\n1\n");
        var finding = Assert.Single(await _bed.FailAsync(_bed.Source("things", "data/lead.csv", "a")));
        Assert.Equal(LoadRules.CannotRead, finding.Rule);
        Assert.Equal("merit.yaml(10,3): error MRT1201: The source 'lead' cannot be read: There is no file data/lead.csv. Did you mean data/leads.csv?", $"{finding}");
    }

    public void Dispose() => _bed.Dispose();
}
