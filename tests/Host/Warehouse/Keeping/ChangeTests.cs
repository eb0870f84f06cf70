using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Plugins;
using Merit.Plugins.Connectors;
using PluginColumn = Merit.Plugins.Connectors.Column;

namespace Merit.Host.Tests.Warehouse.Keeping;

/// <summary>What a connector may say of changes, piece by piece.</summary>
public sealed class ChangeTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task The_last_row_of_a_key_counts_and_what_is_gone_may_come_again()
    {
        await LoadAsync(
            new Changes(["id"]), Page("a", 1, "b", 2, "a", 3, "c", 4),
            new Removed([new TextColumn("id", ["a", "b"])]), Page("b", 5), new Checkpoint("1"));
        Assert.Equal(["b|5", "c|4"], Things());
        await LoadAsync(new Changes(["id"]), new Removed([new TextColumn("id", ["c"])]), Page("d", 6), new Checkpoint("2"));
        Assert.Equal(["b|5", "d|6"], Things());
    }

    [Fact]
    public async Task Days_told_anew_take_the_place_of_what_was_told_before()
    {
        await LoadAsync(new Changes(["id"]), Days("2025-01-01", 1, "2025-01-02", 2, "2025-01-03 23:59:59", 3), new Checkpoint("1"));
        var days = new Restated("id", new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 4));
        // The same slice twice: the first answer is gone too.
        await LoadAsync(new Changes(["id"]), days, Days("2025-01-02", 9, "2025-01-04", 9), days, Days("2025-01-02", 5), new Checkpoint("2"));
        Assert.Equal(["2025-01-01|1", "2025-01-02|5"], Things());
    }

    [Fact]
    public async Task Keys_there_are_tell_which_rows_are_gone()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 1, "b", 2, "c", 3), new Checkpoint("1"));
        await LoadAsync(new Changes(["id"]), new Present([new TextColumn("id", ["a"])]), new Present([new TextColumn("id", ["c"])]), new Checkpoint("2"));
        Assert.Equal(["a|1", "c|3"], Things());
        await LoadAsync(new Changes(["id"]), new Present([new TextColumn("id", [])]), new Checkpoint("3"));
        Assert.Empty(Things());
    }

    [Fact]
    public async Task Rows_without_a_key_and_rows_the_connector_rejects_stay_among_the_rejects()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 1, null, 2), new Reject("p", 9, null, "broken", "raw"), new Checkpoint("1"));
        var outcome = await LoadAsync(new Changes(["id"]), Page("b", 3, null, 2), new Checkpoint("2"));
        Assert.Equal(["a|1", "b|3"], Things());
        Assert.Equal(["broken raw", "the key id is empty {\"id\":null,\"v\":2}"], _bed.Rejects().Select(r => $"{r.Reason} {r.Raw}").Order(StringComparer.Ordinal));
        Assert.Equal((4, 2, 2), (outcome.Loads[0].Read, outcome.Loads[0].Loaded, outcome.Loads[0].Rejected));
    }

    [Fact]
    public async Task New_columns_are_added_and_missing_ones_told()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 1), new Checkpoint("1"));
        var outcome = await LoadAsync(new Changes(["id"]), Rows(new TextColumn("id", ["b"]), new TextColumn("w", ["new"])), new Checkpoint("2"));
        Assert.Equal(["a|1|∅", "b|∅|new"], _bed.Rows("SELECT id, v, w FROM things ORDER BY 1"));
        Assert.Equal([LoadRules.ColumnAdded, LoadRules.ColumnGone], outcome.Warnings.Select(w => w.Rule));
        // A page without rows says nothing of what is gone.
        Assert.Empty((await LoadAsync(new Changes(["id"]), Rows(new TextColumn("id", [])), new Checkpoint("3"))).Warnings);
    }

    [Fact]
    public async Task A_column_of_another_kind_is_widened_where_nothing_is_lost_and_refused_else()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 9007199254740993), new Checkpoint("1"));
        var outcome = await LoadAsync(new Changes(["id"]), Rows(new TextColumn("id", ["b"]), new NumberColumn("v", [0.5])), new Checkpoint("2"));
        Assert.Equal(["9007199254740993", "0.5"], _bed.Rows("SELECT v FROM kept.given ORDER BY id"));
        Assert.Equal("b|0.5", Things()[1]);
        Assert.Equal("The column 'v' of the source 'given' now holds numbers, where it held whole numbers: it is kept as text.", Assert.Single(outcome.Warnings).Message);
        // No values, no kind.
        Assert.Empty((await LoadAsync(new Changes(["id"]), Rows(new TextColumn("id", ["c"]), new BooleanColumn("v", [null])), new Checkpoint("3"))).Warnings);

        using var other = new LoadBed();
        await LoadAsync(other, new Changes(["id"]), Page("a", 1), new Checkpoint("1"));
        var refused = await Assert.ThrowsAsync<MeritException>(() => LoadAsync(other, new Changes(["id"]), Rows(new TextColumn("id", ["b"]), new DateColumn("v", [new DateOnly(2025, 1, 1)])), new Checkpoint("2")));
        Assert.Equal(LoadRules.ColumnChanged, Assert.Single(refused.Diagnostics).Rule);
        Assert.Equal(["a|1"], other.Rows("SELECT id, v FROM things"));
    }

    [Fact]
    public async Task Another_key_needs_a_full_read()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 1), new Checkpoint("1"));
        var refused = await Assert.ThrowsAsync<MeritException>(() => LoadAsync(new Changes(["v"]), Page("b", 1), new Checkpoint("2")));
        Assert.Equal(LoadRules.KeyChanged, Assert.Single(refused.Diagnostics).Rule);
        _bed.ReadsAnew = true;
        await LoadAsync(new Changes(["v"]), Page("b", 1), new Checkpoint("2"));
        Assert.Equal(["b|1"], Things());
    }

    [Fact]
    public async Task A_source_that_gives_all_it_has_again_replaces_what_was_kept()
    {
        await LoadAsync(new Changes(["id"]), Page("a", 1), new Checkpoint("1"));
        await LoadAsync(Page("b", 2), new Checkpoint("2"));
        Assert.Equal(["b|2"], Things());
        Assert.Empty(_bed.Rows("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'kept'"));
    }

    [Fact]
    public async Task What_the_contract_forbids_is_the_connectors_defect()
    {
        Chunk[][] wrong =
        [
            [Page("a", 1), new Changes(["id"])],
            [new Removed([new TextColumn("id", ["a"])])],
            [new Changes(["nothing"]), Page("a", 1)],
            [new Changes(["id"]), Page("a", 1), new Present([new TextColumn("v", ["a"])])],
            [Rows(new TextColumn("id", ["a"]), new TextColumn("v", ["a", "b"]))],
        ];
        foreach (var chunks in wrong)
        {
            var refused = await Assert.ThrowsAsync<MeritException>(() => LoadAsync(chunks));
            Assert.Equal(LoadRules.ConnectorFailed, Assert.Single(refused.Diagnostics).Rule);
        }

        Assert.Null(_bed.Versions.Latest);
    }

    [Fact]
    public async Task Sources_whose_names_differ_in_capitals_only_are_kept_apart()
    {
        var plugins = LoadBed.With("given", new Given([new Changes(["id"]), Page("a", 1), new Checkpoint("1")]));
        var source = Source();
        await _bed.LoadAsync(plugins, source with { Name = "crm" }, source with { Name = "CRM", Into = "others" });
        await _bed.LoadAsync(plugins, source with { Name = "crm" }, source with { Name = "CRM", Into = "others" });
        Assert.Equal(["a|1"], Things());
        Assert.Equal(["a|1"], _bed.Rows("SELECT * FROM others"));
    }

    public void Dispose() => _bed.Dispose();

    private IReadOnlyList<string> Things() => _bed.Rows("SELECT id, v FROM things ORDER BY 1");

    private Task<Host.Warehouse.Loading.LoadOutcome> LoadAsync(params Chunk[] chunks) => LoadAsync(_bed, chunks);

    private static Task<Host.Warehouse.Loading.LoadOutcome> LoadAsync(LoadBed bed, params Chunk[] chunks) => bed.LoadAsync(LoadBed.With("given", new Given(chunks)), Source());

    private static Source Source() => new()
    {
        Name = "given", Connector = "given", Options = new NoOptions(), Into = "things", Columns = [], Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 5, 3),
    };

    private static Rows Page(params object?[] idsAndValues) => Rows(
        new TextColumn("id", [.. idsAndValues.Chunk(2).Select(p => (string?)p[0])]),
        new IntegerColumn("v", [.. idsAndValues.Chunk(2).Select(p => p[1] is { } v ? Convert.ToInt64(v, System.Globalization.CultureInfo.InvariantCulture) : (long?)null)]));

    private static Rows Days(params object?[] daysAndValues) => Page(daysAndValues);

    private static Rows Rows(params PluginColumn[] columns) => new("p", columns, [.. Enumerable.Range(1, columns[0].Count).Select(n => (long)n)]);

    private sealed class Given(IReadOnlyList<Chunk> chunks) : IConnector
    {
        public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => chunks.ToAsyncEnumerable();
    }
}
