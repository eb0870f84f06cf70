using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins;
using Merit.Plugins.Connectors;
using PluginColumn = Merit.Plugins.Connectors.Column;

namespace Merit.Host.Tests.Warehouse.Loading;

/// <summary>Connectors that give rows rather than files.</summary>
public sealed class ConnectorTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Rows_rejects_and_what_is_covered()
    {
        var outcome = await Load(
            Rows("page 1", [1, 2], new TextColumn("id", ["a", "b"]), new DecimalColumn("amount", [1.00005m, null]), new TimestampColumn("at", [new DateTime(2025, 1, 1, 8, 0, 0, DateTimeKind.Utc), null])),
            new Reject("page 1", 3, "amount", "not readable", "raw"),
            new Checkpoint("s1", new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31)),
            Rows("page 2", [7, 9], new TextColumn("id", ["c", "a"]), new NumberColumn("amount", [2.5, 3]), new TimestampColumn("at", [new DateTime(2025, 1, 2), null])),
            new Checkpoint("s2", new DateOnly(2025, 2, 1), new DateOnly(2025, 2, 28)));
        Assert.Equal(["a|1.0001|2025-01-01 08:00:00", "b|∅|∅", "c|2.5000|2025-01-02 05:00:00"], _bed.Rows("SELECT order_id, amount, ordered_at FROM orders ORDER BY 1"));
        Assert.Equal(["page 1 3 not readable", "page 2 9 duplicate of row 1 of page 1"], _bed.Rejects().Select(r => $"{r.File} {r.Row} {r.Reason}"));
        var load = outcome;
        Assert.Equal((5, 3, 2), (load.Read, load.Loaded, load.Rejected));
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 2, 28)), (load.CoveredFrom, load.CoveredTo));
    }

    [Fact]
    public async Task Every_kind_of_column_arrives_whole()
    {
        _bed.Write("unused", "");
        var rows = Rows(
            "sheet", [1],
            new TextColumn("t", ["x"]), new IntegerColumn("i", [9007199254740993]), new NumberColumn("n", [0.1]), new DecimalColumn("m", [0.1234m]), new BooleanColumn("f", [true]),
            new DateColumn("d", [new DateOnly(2025, 1, 2)]), new TimestampColumn("l", [new DateTime(2025, 1, 2, 10, 0, 0)]), new TimestampColumn("u", [new DateTime(2025, 1, 2, 10, 0, 0, DateTimeKind.Utc)]));
        await _bed.LoadAsync(LoadBed.With("given", new Given([rows])), Source("things", [
            LoadBed.Map("t"), LoadBed.Typed("i", ColumnType.Integer), LoadBed.Typed("n", ColumnType.Number), LoadBed.Typed("m", ColumnType.Money), LoadBed.Typed("f", ColumnType.Flag),
            LoadBed.Typed("d", ColumnType.Date), LoadBed.Typed("l", ColumnType.Timestamp), LoadBed.Typed("u", ColumnType.Timestamp)]));
        Assert.Equal(["x|9007199254740993|0.1|0.1234|true|2025-01-02|2025-01-02 15:00:00|2025-01-02 10:00:00"], _bed.Rows("SELECT * FROM things"));
    }

    [Fact]
    public async Task A_cell_that_holds_an_error_rejects_its_row_where_its_column_is_used()
    {
        var faulty = new Dictionary<int, string> { [1] = "#DIV/0!", [3] = "#N/A" };
        var rows = new[]
        {
            Rows("early", [2], new TextColumn("id", ["z"]), new NumberColumn("n", [9]), new TextColumn("kind", ["a"])),
            Rows("sheet", [2, 3, 4, 5], new TextColumn("id", ["a", "b", "c", "d"]), new NumberColumn("n", [1, null, null, null]) { Faults = faulty },
                new TextColumn("unused", [null, "", null, ""]) { Faults = new Dictionary<int, string> { [0] = "#REF!" } }, new TextColumn("kind", ["a", "a", "a", "b"])),
        };
        var source = Source("things", [LoadBed.Map("id"), LoadBed.Typed("n", ColumnType.Number)]);

        var load = (await _bed.LoadAsync(LoadBed.With("given", new Given(rows)), source with { Where = "kind = 'a'" })).Loads[0];
        Assert.Equal(["a|1", "c|∅", "z|9"], _bed.Rows("SELECT * FROM things ORDER BY id"));
        Assert.Equal((5, 3, 1, 1), (load.Read, load.Loaded, load.Rejected, load.Filtered));
        var reject = Assert.Single(_bed.Rejects());
        Assert.Equal(("sheet", 3L, "n", "the cell holds the error #DIV/0!"), (reject.File, reject.Row, reject.Column, reject.Reason));
        Assert.Contains("\"n\":\"#DIV/0!\"", reject.Raw, StringComparison.Ordinal);

        // To an expression the cell would be no value, which it could turn into one.
        await _bed.LoadAsync(LoadBed.With("given", new Given(rows)), Source("things", [LoadBed.Map("id"), LoadBed.Sql("m", "coalesce(N, 0)", ColumnType.Number)]));
        Assert.Equal(["a|1", "c|0", "z|9"], _bed.Rows("SELECT * FROM things ORDER BY id"));
        await _bed.LoadAsync(LoadBed.With("given", new Given(rows)), Source("things", [LoadBed.Map("id")]) with { Where = "n > 0 OR n IS NULL" });
        Assert.Equal(["a", "c", "z"], _bed.Rows("SELECT id FROM things ORDER BY id"));
        Assert.Equal(2, _bed.Rejects().Count);
    }

    [Fact]
    public async Task What_the_connector_says_reaches_the_user_and_nothing_is_published()
    {
        var error = await Assert.ThrowsAsync<MeritException>(() => Load(new Failing(new ConnectorException("The token has expired.", "Get a new one."))));
        Assert.Equal("merit.yaml(5,3): error MRT1201: The source 'given' cannot be read: The token has expired. Get a new one.", Assert.Single(error.Diagnostics).ToString());
        error = await Assert.ThrowsAsync<MeritException>(() => Load(new Failing(new InvalidCastException("oops"))));
        Assert.Equal(LoadRules.ConnectorFailed, Assert.Single(error.Diagnostics).Rule);
        Assert.Null(_bed.Versions.Latest);
    }

    [Fact]
    public async Task A_failure_after_rows_publishes_nothing()
    {
        var error = await Assert.ThrowsAsync<MeritException>(() => Load(new Failing(new ConnectorException("The line broke."), Rows("p", [1], new TextColumn("id", ["a"])))));
        Assert.Equal(LoadRules.CannotRead, Assert.Single(error.Diagnostics).Rule);
        Assert.Null(_bed.Versions.Latest);
    }

    [Fact]
    public async Task Files_and_rows_together_are_refused()
    {
        var path = _bed.Write("a.csv", "id\n1\n");
        var error = await Assert.ThrowsAsync<MeritException>(() => Load(new Given([new Files([path], new CsvFormat()), Rows("p", [1], new TextColumn("id", ["a"]))])));
        Assert.Equal(LoadRules.MixedChunks, Assert.Single(error.Diagnostics).Rule);
    }

    [Fact]
    public async Task A_source_without_anything_fills_nothing()
    {
        await _bed.LoadAsync(LoadBed.With("given", new Given([])), Source("things", []));
        Assert.Empty(_bed.Rows("SELECT table_name FROM duckdb_tables() WHERE table_name = 'things'"));
    }

    public void Dispose() => _bed.Dispose();

    private static Rows Rows(string place, long[] numbers, params PluginColumn[] columns) => new(place, columns, numbers);

    private Source Source(string into, IReadOnlyList<ColumnMapping> columns) => new()
    {
        Name = "given", Connector = "given", Options = new NoOptions(), Into = into, Columns = columns,
        Zone = TimeZoneInfo.FindSystemTimeZoneById("America/New_York"), At = new Place("merit.yaml", 5, 3),
    };

    private async Task<Host.Warehouse.LoadSummary> Load(params Chunk[] chunks) => await Load(new Given(chunks));

    private async Task<Host.Warehouse.LoadSummary> Load(IConnector connector) =>
        (await _bed.LoadAsync(LoadBed.With("given", connector), Source("orders", [LoadBed.Map("order_id=id"), LoadBed.Map("amount"), LoadBed.Map("ordered_at=at")]))).Loads[0];

    private sealed class Given(IReadOnlyList<Chunk> chunks) : IConnector
    {
        public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => chunks.ToAsyncEnumerable();
    }

    private sealed class Failing(Exception failure, params Chunk[] before) : IConnector
    {
        public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => Read().ToAsyncEnumerable();

        private IEnumerable<Chunk> Read()
        {
            foreach (var chunk in before)
            {
                yield return chunk;
            }

            throw failure;
        }
    }
}
