using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse.Keeping;

/// <summary>Sources that give only what changed: the tables are those a full read gives.</summary>
public sealed class IncrementalTests : IDisposable
{
    private readonly LoadBed _bed = new();
    private readonly ChangingSource _crm = new();

    [Fact]
    public async Task The_second_load_reads_what_changed_and_keeps_the_rest()
    {
        _crm.Put(1, "a", 10);
        _crm.Put(2, "b", 20);
        _crm.Put(3, "c", 30);
        var first = await LoadAsync();
        _crm.Put(2, "b2", 21);
        _crm.Put(4, "d", 40);
        _crm.Delete(3);
        var second = await LoadAsync();
        Assert.Equal(["1|a|10.0000", "2|b2|21.0000", "4|d|40.0000"], Orders());
        Assert.Equal([null, "3"], _crm.Asked);
        Assert.Equal((3, false), (first.Changes[0].Rows, first.Changes[0].WentOn));
        Assert.Equal((2, true), (second.Changes[0].Rows, second.Changes[0].WentOn));
        Assert.Equal((3, 3, 0), (second.Loads[0].Read, second.Loads[0].Loaded, second.Loads[0].Rejected));

        await LoadAsync();
        Assert.Equal(3, Orders().Count);
    }

    [Fact]
    public async Task A_full_read_and_a_change_of_settings_begin_at_the_beginning()
    {
        _crm.Put(1, "a", 10);
        await LoadAsync();
        _crm.Records.Clear();
        _crm.Put(2, "b", 20);
        _bed.ReadsAnew = true;
        await LoadAsync();
        Assert.Equal(["2|b|20.0000"], Orders());
        _bed.ReadsAnew = false;
        await LoadAsync();
        await _bed.LoadAsync(Plugins(), Source(new Token { Secret = "new one", Account = "other" }));
        await _bed.LoadAsync(Plugins(), Source(new Token { Secret = "newer", Account = "other" }));
        Assert.Equal([null, null, "2", null, "2"], _crm.Asked);
    }

    [Fact]
    public async Task A_load_that_fails_leaves_data_and_state_as_they_were()
    {
        _crm.Put(1, "a", 10);
        await LoadAsync();
        _crm.Put(1, "changed", 11);
        var failing = Source() with { Name = "other", Columns = [LoadBed.Map("order_id=nowhere")] };
        await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(Plugins(), Source(), failing with { Into = "things" }));
        Assert.Equal(["1|a|10.0000"], Orders());
        await LoadAsync();
        Assert.Equal(["1|changed|11.0000"], Orders());
        Assert.Equal([null, null, "1", "1"], _crm.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Rejected_rows_are_judged_again_with_the_mapping_of_the_day()
    {
        _crm.Put(1, "a", 10);
        _crm.Put(2, "not a number", 20);
        var source = Source() with { Columns = [LoadBed.Map("order_id=id"), LoadBed.Map("amount=name")] };
        await _bed.LoadAsync(Plugins(), source);
        Assert.Equal(2, _bed.Rejects().Count);
        _crm.Put(3, "5", 1);
        await _bed.LoadAsync(Plugins(), source);
        Assert.Equal(["3|5.0000"], _bed.Rows("SELECT order_id, amount FROM orders"));
        Assert.Equal(["page 1", "page 2"], _bed.Rejects().Select(r => $"{r.File} {r.Row}"));
        await LoadAsync();
        Assert.Equal(3, Orders().Count);
        Assert.Equal([null, "2", "3"], _crm.Asked);
    }

    [Fact]
    public async Task A_budget_stops_at_a_checkpoint_and_the_next_load_goes_on()
    {
        for (var id = 1; id <= 10; id++)
        {
            _crm.Put(id, "x", id);
        }

        var source = Source() with { Budget = new ReadBudget(4, null) };
        var outcome = await _bed.LoadAsync(Plugins(), source);
        Assert.Equal(6, Orders().Count);
        Assert.Equal(LoadRules.BudgetSpent, Assert.Single(outcome.Warnings).Rule);
        outcome = await _bed.LoadAsync(Plugins(), source);
        Assert.Equal(10, Orders().Count);
        Assert.Equal([null, "6"], _crm.Asked);
    }

    [Fact]
    public async Task Of_two_rows_with_one_key_of_the_table_the_same_counts_in_whatever_order_they_came()
    {
        _crm.Put(2, "twin", 20);
        await LoadTwinsAsync();
        _crm.Put(1, "twin", 10);
        await LoadTwinsAsync();
        Assert.Equal(["twin|10.0000"], _bed.Rows("SELECT order_id, amount FROM orders"));
        Assert.Contains("duplicate of row", Assert.Single(_bed.Rejects()).Reason, StringComparison.Ordinal);

        Task LoadTwinsAsync() => _bed.LoadAsync(Plugins(), Source() with { Columns = [LoadBed.Map("order_id=name"), LoadBed.Map("amount")] });
    }

    [Fact]
    public void A_full_load_and_incremental_ones_give_equal_tables() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(8),
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Kind, byte Id, sbyte Value)[][]>(), batches =>
        {
            RunAsync(batches).GetAwaiter().GetResult();
        }));

    private static async Task RunAsync((byte Kind, byte Id, sbyte Value)[][] batches)
    {
        using var growing = new LoadBed();
        using var whole = new LoadBed();
        var source = new ChangingSource { Lookback = 5, Repeats = batches.Length % 2 == 0, PageSize = 1 + (batches.Length % 4), TellsPresent = batches.Length % 3 == 0 };
        foreach (var batch in batches.Take(5))
        {
            foreach (var (kind, id, value) in batch ?? [])
            {
                if (kind % 5 == 0)
                {
                    source.Delete(id % 16);
                }
                else
                {
                    // Some names are no key: their rows are rejected. Some changes come late, within the lookback.
                    source.Put(id % 16, value % 7 == 0 ? null : $"n{value % 5}", value, late: Math.Min(kind % 4, 3));
                }
            }

            await growing.LoadAsync(Plugins(source), Source(), ByName());
        }

        await growing.LoadAsync(Plugins(source), Source(), ByName());
        await whole.LoadAsync(Plugins(source), Source(), ByName());
        foreach (var sql in new[] { "SELECT order_id, channel, amount FROM orders ORDER BY ALL", "SELECT * EXCLUDE name FROM names ORDER BY ALL", "SELECT * FROM sales ORDER BY ALL" })
        {
            Assert.Equal(whole.Rows(sql), growing.Rows(sql));
        }

        const string Rejected = "SELECT source, table_name, column_name, regexp_replace(reason, 'row .*', ''), raw FROM merit.rejects ORDER BY ALL";
        Assert.Equal(whole.Rows(Rejected), growing.Rows(Rejected));

        static Source ByName() => Source() with { Name = "by_name", Into = "names", Columns = [LoadBed.Typed("name", ColumnType.Text), LoadBed.Typed("amount", ColumnType.Money)], Key = ["name"] };
    }

    public void Dispose() => _bed.Dispose();

    private Task<Host.Warehouse.Loading.LoadOutcome> LoadAsync() => _bed.LoadAsync(Plugins(), Source());

    private IReadOnlyList<string> Orders() => _bed.Rows("SELECT order_id, channel, amount FROM orders ORDER BY 1");

    private Host.Plugins.PluginCatalog Plugins() => Plugins(_crm);

    private static Host.Plugins.PluginCatalog Plugins(IConnector connector) => LoadBed.With("crm", connector);

    private static Source Source(object? options = null) => new()
    {
        Name = "crm", Connector = "crm", Options = options ?? new NoOptions(), Into = "orders", Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 5, 3),
        Columns = [LoadBed.Map("order_id=id"), LoadBed.Map("channel=name"), LoadBed.Map("amount")],
    };

    private sealed class Token
    {
        [Secret]
        public string Secret { get; set; } = "";

        public string Account { get; set; } = "";
    }
}
