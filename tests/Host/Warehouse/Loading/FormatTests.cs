using DuckDB.NET.Data;
using Merit.Connectors.Files;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;

namespace Merit.Host.Tests.Warehouse.Loading;

public sealed class FormatTests : IDisposable
{
    private readonly LoadBed _bed = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    [Fact]
    public async Task Parquet_keeps_its_types_and_its_row_numbers()
    {
        Parquet("a.parquet", "SELECT * FROM (VALUES (1, 1.10::DOUBLE, 'x', TIMESTAMP '2025-01-01 08:00', TIMESTAMPTZ '2025-01-01 08:00:00+00', DATE '2025-01-02', true, 1.00005::DECIMAL(10,6)), (2, 'nan'::DOUBLE, '7', NULL, NULL, NULL, NULL, NULL)) t(id, d, s, l, z, day, f, m)");
        Parquet("b.parquet", "SELECT 3 AS id, 2.5::DOUBLE AS d, '5' AS s, 'n' AS extra");
        var load = (await _bed.LoadAsync(_bed.Source(
            "things", "*.parquet",
            [
                LoadBed.Map("id"), LoadBed.Typed("d", ColumnType.Money), LoadBed.Typed("s", ColumnType.Integer), LoadBed.Typed("l", ColumnType.Timestamp), LoadBed.Typed("z", ColumnType.Timestamp),
                LoadBed.Typed("day", ColumnType.Date), LoadBed.Typed("f", ColumnType.Flag), LoadBed.Typed("m", ColumnType.Money), LoadBed.Map("extra"),
            ]))).Loads[0];
        Assert.Equal((3, 2, 1), (load.Read, load.Loaded, load.Rejected));
        Assert.Equal(["2|∅|7|∅|∅|∅|∅|∅|∅", "3|2.5000|5|∅|∅|∅|∅|∅|n"], _bed.Rows("SELECT * FROM things ORDER BY id"));
        var reject = Assert.Single(_bed.Rejects());
        Assert.Equal(("a.parquet", 1L, "s", "\"x\" is not a whole number"), (reject.File, reject.Row, reject.Column, reject.Reason));
        Assert.StartsWith("{\"id\":1,\"d\":1.1,\"s\":\"x\"", reject.Raw);
        await _bed.LoadAsync(_bed.Source("things", "a.parquet", [LoadBed.Map("id"), LoadBed.Typed("l", ColumnType.Timestamp), LoadBed.Typed("z", ColumnType.Timestamp), LoadBed.Typed("m", ColumnType.Money)]));
        Assert.Equal("1|2025-01-01 00:00:00|2025-01-01 08:00:00|1.0001", _bed.Rows("SELECT id, l, z, m FROM things ORDER BY id")[0]);
    }

    [Fact]
    public async Task Duplicates_across_parquet_files()
    {
        Parquet("a.parquet", "SELECT 'T' || i AS id FROM range(3) AS r(i)");
        Parquet("b.parquet", "SELECT 'T' || i AS id FROM range(2, 4) AS r(i)");
        await _bed.LoadAsync(_bed.Source("touchpoints", "*.parquet", "touch_id=id"));
        Assert.Equal(4, _bed.Rows("SELECT * FROM touchpoints").Count);
        var reject = Assert.Single(_bed.Rejects());
        Assert.Equal(("b.parquet", 1L, "duplicate of row 3 of a.parquet"), (reject.File, reject.Row, reject.Reason));
    }

    [Fact]
    public async Task Objects_of_a_json_array()
    {
        _bed.Write("t.json", """[{"id": 1, "name": "a\nb", "n": 1.5, "tags": ["x"], "f": true}, {"id": "2", "n": null, "odd \"name\"": 1}, {"id": 3, "n": "x"}]""");
        await _bed.LoadAsync(_bed.Source(
            "things", "t.json", [LoadBed.Map("id"), LoadBed.Map("name"), LoadBed.Typed("n", ColumnType.Number), LoadBed.Sql("tag", "json_extract_string(tags, '$[0]')"), LoadBed.Typed("f", ColumnType.Flag), LoadBed.Map("odd=odd \"name\"")]));
        Assert.Equal(["1|a\nb|1.5|x|true|∅", "2|∅|∅|∅|∅|1"], _bed.Rows("SELECT * FROM things ORDER BY id"));
        Assert.Equal(3, Assert.Single(_bed.Rejects()).Row);
    }

    [Fact]
    public async Task Lines_of_json_and_those_that_are_none()
    {
        _bed.Write("t.ndjson", "{\"id\": 1}\n\n{broken\n[1]\n{\"id\": 2, \"n\": \"x\"}\n{\"id\": 3}\n");
        var load = (await _bed.LoadAsync(_bed.Source("things", "t.ndjson", [LoadBed.Map("id"), LoadBed.Typed("n", ColumnType.Integer)]))).Loads[0];
        Assert.Equal((5, 2, 3), (load.Read, load.Loaded, load.Rejected));
        Assert.Equal(
            ["3 it is not a JSON object {broken", "4 it is not a JSON object [1]", "5 \"x\" is not a whole number {\"id\": 2, \"n\": \"x\"}"],
            _bed.Rejects().Select(r => $"{r.Row} {r.Reason} {r.Raw}"));
    }

    [Theory]
    [InlineData("[\n {\"id\": 1},\n {\"渠道\": \"广告\" \"id\": 2}\n]", "t.json(3,14): error MRT1205: The source 't' cannot be read as a JSON array of objects: '\"' is invalid after a value")]
    [InlineData("[\n {\"id\": 1},\n {\"id\": 2}\n", "t.json(4,1): error MRT1205: ")]
    [InlineData("{\"rows\": []}", "t.json(1,1): error MRT1205: The source 't' cannot be read as a JSON array of objects: it begins with '{', not with '['; one object a line is 'format: ndjson'.")]
    public async Task Where_a_json_array_breaks_off_is_said_and_nothing_published(string text, string message)
    {
        _bed.Write("t.json", text);
        Assert.StartsWith(message, Assert.Single(await _bed.FailAsync(_bed.Source("things", "t.json", "id"))).ToString(), StringComparison.Ordinal);
        Assert.Null(_bed.Versions.Latest);
    }

    [Fact]
    public async Task A_file_that_is_something_else_is_said()
    {
        _bed.Write("t.parquet", "id\n1\n");
        Assert.Equal(LoadRules.WrongFormat, Assert.Single(await _bed.FailAsync(_bed.Source("things", "t.parquet", "id"))).Rule);
        _bed.Write("t.json", "{\"id\": 1");
        Assert.Equal(LoadRules.WrongFormat, Assert.Single(await _bed.FailAsync(_bed.Source("things", "t.json", "id"))).Rule);
    }

    [Fact]
    public async Task A_table_of_ones_own_takes_all_columns_and_their_types()
    {
        _bed.Write("t.csv", "Deal Size,zip,share,seen,at,ok,编号\n12,007,0.5,2025-01-02,2025-01-02 10:00,true,x\n,010,1,2025-01-03,2025-01-03 11:00:30,false,y\n");
        await _bed.LoadAsync(_bed.Source("things", "t.csv", []));
        Assert.Equal(["deal_size|BIGINT", "zip|VARCHAR", "share|DOUBLE", "seen|DATE", "at|TIMESTAMP", "ok|BOOLEAN", "column7|VARCHAR"], _bed.Rows("SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = 'things' ORDER BY column_index"));
        Assert.Equal("12|007|0.5|2025-01-02|2025-01-02 02:00:00|true|x", _bed.Rows("SELECT * FROM things")[0]);
    }

    [Fact]
    public async Task Files_outside_the_workspace_are_read()
    {
        var outside = Path.Combine(Path.GetTempPath(), $"merit-outside-{Guid.NewGuid():N}");
        Directory.CreateDirectory(outside);
        try
        {
            await File.WriteAllTextAsync(Path.Combine(outside, "a.csv"), "id\n1\nx,y\n", TestContext.Current.CancellationToken);
            await _bed.LoadAsync(_bed.Source("things", Path.Combine(outside, "a.csv"), [LoadBed.Map("id")], new FilesOptions { Delimiter = "," }));
            Assert.Equal(["1"], _bed.Rows("SELECT id FROM things"));
            Assert.Equal(Path.Combine(outside, "a.csv"), Assert.Single(_bed.Rejects()).File);
        }
        finally
        {
            Directory.Delete(outside, recursive: true);
        }
    }

    public void Dispose() => _bed.Dispose();

    private void Parquet(string name, string query)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SET TimeZone = 'UTC'; COPY ({query}) TO '{Path.Combine(_bed.Directory, name)}'";
        command.ExecuteNonQuery();
    }
}
