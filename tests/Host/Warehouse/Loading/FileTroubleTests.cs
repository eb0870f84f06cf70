using System.Globalization;
using System.Runtime.CompilerServices;
using DuckDB.NET.Data;
using Merit.Connectors.Databases.DuckDb;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Merit.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse.Loading;

/// <summary>Files in every kind of trouble that one can be in.</summary>
public sealed class FileTroubleTests : IDisposable
{
    private const int Rows = 3000;

    // Two letters and more from the right, one that turns the writing round, and what ends a text in other languages.
    private const string Odd = "赢单 🎉 'done', مرحلة \u202eX; -- \"";

    private static readonly PluginCatalog Plugins = new(
    [
        .. LoadBed.FilesOnly.Entries,
        new PluginEntry(PluginKind.Connector, "duckdb", "1", "built-in", typeof(DuckDbOptions), o => new DuckDbConnector((DuckDbOptions)o)),
    ]);

    private readonly LoadBed _bed = new();

    public void Dispose() => _bed.Dispose();

    [Theory]
    [InlineData("csv")]
    [InlineData("ndjson")]
    [InlineData("json")]
    [InlineData("parquet")]
    [InlineData("duckdb")]
    public async Task A_file_that_is_cut_short_loses_no_row_unsaid_and_comes_whole_when_it_is(string format)
    {
        var path = Write(format);
        var source = Source(format);
        await _bed.LoadAsync(Plugins, source);
        var before = _bed.Rows("SELECT count(*), sum(amount::DOUBLE) FROM things");
        var whole = await File.ReadAllBytesAsync(path, Stop);
        foreach (var share in new[] { 0.3, 0.7 })
        {
            await File.WriteAllBytesAsync(path, whole.AsMemory(0, Cut(whole, share)), Stop);
            if (format is "csv" or "ndjson")
            {
                // What is there is loaded, and the row in which it ends is accounted for.
                var load = Assert.Single((await _bed.LoadAsync(Plugins, source)).Loads);
                Assert.Equal((load.Read - 1, 1L), (load.Loaded, load.Rejected));
                Assert.InRange(load.Read, (Rows * share) - 300, (Rows * share) + 300);
                Assert.Equal(load.Read + (format is "csv" ? 1 : 0), Assert.Single(_bed.Rejects()).Row);
            }
            else
            {
                var told = Assert.Single((await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(Plugins, source))).Diagnostics);
                Assert.Contains("'thing", told.Message, StringComparison.Ordinal);
                Assert.NotEmpty(told.NextStep);
                Assert.DoesNotContain("MRT1301", told.ToString(), StringComparison.Ordinal);
            }
        }

        await File.WriteAllBytesAsync(path, whole, Stop);
        await _bed.LoadAsync(Plugins, source);
        Assert.Equal(before, _bed.Rows("SELECT count(*), sum(amount::DOUBLE) FROM things"));
    }

    [Theory]
    [InlineData("csv", "id,name\n1,\"赢单 🎉 'done', مرحلة \u202eX; -- \"\"\"\n2,\n", "id,name,new\n3,x,{}\n")]
    [InlineData("ndjson", "{\"id\":\"1\",\"name\":\"赢单 🎉 'done', مرحلة \\u202eX; -- \\\"\"}\n{\"id\":\"2\",\"name\":null}\n", "{\"id\":\"3\",\"name\":\"x\",\"new\":{\"a\":[1,null]}}\n")]
    [InlineData("json", "[{\"id\":\"1\",\"name\":\"赢单 🎉 'done', مرحلة \\u202eX; -- \\\"\"},{\"id\":\"2\"}]", "[{\"id\":\"3\",\"name\":\"x\",\"new\":{\"a\":[1,null]}}]")]
    public async Task Odd_texts_nothing_and_columns_that_nobody_knows(string format, string first, string second)
    {
        _bed.Write($"thing1.{format}", first);
        _bed.Write($"thing2.{format}", second);
        var source = _bed.Source("things", $"thing*.{format}", "id", "name");
        await _bed.LoadAsync(source);
        Assert.Equal([$"1|{Odd}", "2|∅", "3|x"], _bed.Rows("SELECT id, name FROM things ORDER BY id"));
    }

    [Fact]
    public async Task A_file_that_goes_between_being_found_and_being_read_is_named()
    {
        _bed.Write("thing.csv", "id\n1\n");
        var eraser = new Eraser(Path.Combine(_bed.Directory, "thing.csv"));
        var other = new Source { Name = "other", Connector = "eraser", Options = new NoOptions(), Into = "others", Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 3, 3), Columns = [LoadBed.Map("id")] };
        var told = (await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(LoadBed.With("eraser", eraser), _bed.Source("things", "thing.csv", "id"), other))).Diagnostics;
        Assert.Contains("thing.csv", Assert.Single(told).ToString(), StringComparison.Ordinal);
        Assert.Empty(_bed.Versions.All());
    }

    [Fact]
    public async Task An_hour_that_comes_twice_and_one_that_does_not_come_are_told_apart_from_others()
    {
        // In Berlin 2:30 does not come on 30 March 2025, and comes twice on 26 October.
        _bed.Write("thing.csv", "id,at\n1,2025-03-30 01:59:59\n2,2025-03-30 02:30:00\n3,2025-03-30 03:00:00\n4,2025-10-26 02:30:00\n5,2025-10-26T02:30:00+01:00\n6,1735689600\n");
        var source = _bed.Source("touchpoints", "thing.csv", "touch_id=id", "occurred_at=at") with { Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") };
        var load = Assert.Single((await _bed.LoadAsync(source)).Loads);
        Assert.Equal(6, load.Read);
        Assert.Equal(load.Read, load.Loaded + load.Rejected);
        var rows = _bed.Rows("SELECT touch_id, occurred_at FROM touchpoints ORDER BY 1");
        Assert.Contains("1|2025-03-30 00:59:59", rows);
        Assert.Contains("3|2025-03-30 01:00:00", rows);
        Assert.Contains("5|2025-10-26 01:30:00", rows);
        Assert.DoesNotContain(rows, r => r.StartsWith("6|", StringComparison.Ordinal));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // Within the first column of a row, so that it is no shorter row that would do.
    private static int Cut(byte[] whole, double share)
    {
        var at = Array.IndexOf(whole, (byte)'\n', (int)(whole.Length * share));
        return at < 0 || at + 5 > whole.Length ? (int)(whole.Length * share) : at + 5;
    }

    private Source Source(string format) => format is "duckdb"
        ? _bed.Source("things", "thing.duckdb", "id", "name", "amount") with { Connector = "duckdb", Options = new DuckDbOptions { Path = "thing.duckdb", Table = "things" } }
        : _bed.Source("things", $"thing.{format}", "id", "name", "amount");

    private string Write(string format)
    {
        var path = Path.Combine(_bed.Directory, $"thing.{format}");
        if (format is "csv" or "ndjson" or "json")
        {
            var rows = Enumerable.Range(1, Rows).Select(i => format is "csv"
                ? FormattableString.Invariant($"row{i},{Name(i)},{i}")
                : FormattableString.Invariant($"{{\"id\":\"row{i}\",\"name\":\"{Name(i)}\",\"amount\":{i}}}"));
            File.WriteAllText(path, format switch { "csv" => $"id,name,amount\n{string.Join('\n', rows)}\n", "json" => $"[{string.Join(",\n", rows)}]", _ => $"{string.Join('\n', rows)}\n" });
            return path;
        }

        using var connection = new DuckDBConnection(format is "duckdb" ? $"DataSource={path}" : "DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE things AS SELECT 'row' || i AS id, md5(i::VARCHAR) AS name, i AS amount FROM range(1, {Rows + 1}) AS r(i)" + (format is "duckdb" ? "; CHECKPOINT" : $"; COPY things TO '{path}' (FORMAT parquet, ROW_GROUP_SIZE 1000)");
        command.ExecuteNonQuery();
        return path;
    }

    private static string Name(int i) => string.Create(CultureInfo.InvariantCulture, $"name {i * 7919 % 10_007}");

    /// <summary>A source that, as it is read, takes another one's file away.</summary>
    private sealed class Eraser(string path) : IConnector
    {
        public async IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, [EnumeratorCancellation] CancellationToken stop)
        {
            await Task.Yield();
            yield return new Rows("a page", [new IntegerColumn("id", [1])], [1]);
            File.Delete(path);
            yield return new Rows("a page", [new IntegerColumn("id", [2])], [2]);
        }
    }
}
