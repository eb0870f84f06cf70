using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Host.Tests.Warehouse.Keeping;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins;

namespace Merit.Host.Tests.Warehouse.Updating;

/// <summary>Day by day only what changed is mapped; what comes of it is what a load of everything gives.</summary>
public sealed class DailyTests
{
    private static readonly string[] Compared =
    [
        "SELECT * FROM orders ORDER BY ALL", "SELECT * FROM touchpoints ORDER BY ALL", "SELECT * FROM spend ORDER BY ALL", "SELECT * FROM names ORDER BY ALL",
        "SELECT * FROM sales ORDER BY ALL", "SELECT * FROM first_touches ORDER BY ALL", "SELECT * EXCLUDE (started_at, finished_at) FROM merit.loads ORDER BY rowid",
        "SELECT * FROM merit.notes ORDER BY ALL", "SELECT source, table_name, column_name, regexp_replace(reason, 'row .*', ''), raw FROM merit.rejects ORDER BY ALL",
        "SELECT source, settings, state, key_columns, covered_from, covered_to, mapped, loaded, filtered FROM merit.kept ORDER BY ALL",
    ];

    [Fact]
    public void Random_days_come_to_what_one_load_of_everything_gives() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(new Random(seed)).GetAwaiter().GetResult()));

    [Fact]
    public async Task Only_what_changed_is_mapped_until_something_else_does()
    {
        using var bed = new LoadBed();
        var source = new ChangingSource();
        for (var id = 1; id <= 40; id++)
        {
            source.Put(id, id % 5 == 0 ? null : $"n{id % 7}", id);
        }

        var world = new World(bed, source);
        Assert.Equal([false, false, false, false, false], await world.UpdatedAsync());
        source.Put(3, "n3", 33);
        source.Put(41, "n1", 1);
        source.Delete(7);
        // Names come twice: of those, one row depends on another.
        Assert.Equal([true, true, true, true, false], await world.UpdatedAsync());
        Assert.Equal([true, true, true, true, false], await world.UpdatedAsync());

        world.Rate = 8;
        Assert.Equal([false, true, false, false, false], await world.UpdatedAsync());
        world.Campaign = "n3";
        Assert.Equal([true, false, true, true, false], await world.UpdatedAsync());
        world.Condition = "CAST(amount AS DOUBLE) > 5";
        Assert.Equal([false, true, true, true, false], await world.UpdatedAsync());

        // What would be spread over days, or came from a table that is not what it was, is made anew.
        source.Put(100, "lump", 9);
        Assert.Equal([true, true, false, false, false], await world.UpdatedAsync());
        Assert.Equal(41, bed.Rows("SELECT * FROM touchpoints").Count);
    }

    [Fact]
    public async Task A_key_of_the_table_that_comes_twice_is_judged_among_all_rows()
    {
        using var bed = new LoadBed();
        var source = new ChangingSource();
        for (var id = 1; id <= 20; id++)
        {
            source.Put(id, $"n{id}", id);
        }

        Assert.False(Assert.Single((await LoadAsync()).Changes).Updated);
        source.Put(7, "n7", 70);
        Assert.True(Assert.Single((await LoadAsync()).Changes).Updated);
        source.Put(21, "n7", 1);
        var twice = await LoadAsync();
        Assert.False(Assert.Single(twice.Changes).Updated);
        Assert.Equal((21, 20, 1), (twice.Loads[0].Read, twice.Loads[0].Loaded, twice.Loads[0].Rejected));
        source.Delete(7);
        await LoadAsync();
        Assert.Equal(["n7|1.0000"], bed.Rows("SELECT name, amount FROM names WHERE name = 'n7'"));
        Assert.Empty(bed.Rejects());

        Task<LoadOutcome> LoadAsync() => bed.LoadAsync(LoadBed.With("crm", source), World.From("names", "names") with
        {
            Columns = [LoadBed.Typed("name", ColumnType.Text), LoadBed.Typed("amount", ColumnType.Money)], Key = ["name"],
        });
    }

    private static async Task RunAsync(Random random)
    {
        using var growing = new LoadBed();
        using var whole = new LoadBed();
        var source = new ChangingSource { Lookback = 4, Repeats = random.Next(2) == 0, PageSize = 7, TellsPresent = random.Next(3) == 0 };
        for (var id = 0; id < 30; id++)
        {
            source.Put(id, $"n{id % 6}", id);
        }

        var world = new World(growing, source);
        await world.LoadAsync();
        for (var day = 0; day < 3; day++)
        {
            for (var change = random.Next(7); change > 0; change--)
            {
                if (random.Next(4) == 0)
                {
                    source.Delete(random.Next(40));
                }
                else
                {
                    source.Put(random.Next(40), random.Next(7) == 0 ? null : random.Next(9) == 0 ? "lump" : $"n{random.Next(6)}", random.Next(-120, 120), late: random.Next(3));
                }
            }

            // Around it things change on some days only, so that on others nothing but the rows does.
            if (random.Next(3) == 0)
            {
                (world.Rate, world.Campaign, world.Condition) = (7 + random.Next(2), $"n{random.Next(2)}", random.Next(2) == 0 ? "CAST(amount AS DOUBLE) <> 7" : null);
            }

            await world.LoadAsync();
        }

        var last = await world.LoadAsync();
        var once = await new World(whole, source) { Rate = world.Rate, Campaign = world.Campaign, Condition = world.Condition }.LoadAsync();
        foreach (var sql in Compared)
        {
            Assert.Equal(whole.Rows(sql), growing.Rows(sql));
        }

        Assert.Equal(once.Warnings.Select(w => w.Message).Order(StringComparer.Ordinal), last.Warnings.Select(w => w.Message).Order(StringComparer.Ordinal));
    }

    /// <summary>Five sources of one origin into four tables, with rates and campaigns from files, and every reason for a row not to be loaded.</summary>
    private sealed class World(LoadBed bed, ChangingSource crm)
    {
        public int Rate { get; set; } = 7;

        public string Campaign { get; set; } = "n1";

        public string? Condition { get; set; }

        public static Source From(string name, string into) => new()
        {
            Name = name, Connector = "crm", Options = new NoOptions(), Into = into, Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), At = new Place("merit.yaml", 5, 3), Columns = [],
        };

        public Task<LoadOutcome> LoadAsync()
        {
            bed.Write("rates.csv", $"currency,date,rate\nUSD,2025-01-03,{Rate}\n");
            bed.Write("campaigns.csv", $"id,utm,channel,start,end\nC1,{Campaign},Owned,2025-01-01,2025-01-03\nlump,l,,2025-01-01,2025-01-02\n");
            const string At = "TIMESTAMP '2025-03-29 22:30:00' + to_hours(id)";
            var (amount, currency) = (LoadBed.Sql("amount", "CASE WHEN CAST(amount AS DOUBLE) < -90 THEN 'much' ELSE amount END"), LoadBed.Sql("currency", "CASE WHEN id % 3 = 0 THEN 'usd' WHEN id % 17 = 0 THEN 'JPY' END"));
            ColumnMapping[] costs = [LoadBed.Sql("date", "CASE WHEN coalesce(name, '') <> 'lump' THEN DATE '2025-01-01' + CAST(id % 4 AS INTEGER) END"), LoadBed.Map("campaign_id=name"), amount];
            var ever = (new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31));
            return bed.LoadAsync(
                LoadBed.With("crm", crm),
                bed.Source("rates", "rates.csv", "currency", "date", "rate"),
                bed.Source("campaigns", "campaigns.csv", "campaign_id=id", "utm_campaign=utm", "channel", "start_date=start", "end_date=end"),
                From("orders", "orders") with { Columns = [LoadBed.Map("order_id=id"), LoadBed.Map("channel=name"), LoadBed.Sql("ordered_at", At), amount, currency], Where = Condition },
                From("touches", "touchpoints") with { Columns = [LoadBed.Map("touch_id=id"), LoadBed.Sql("contact_id", "'c' || id % 4"), LoadBed.Sql("occurred_at", At), LoadBed.Map("utm_source=name"), LoadBed.Map("utm_campaign=name")] },
                From("cost", "spend") with { Columns = costs, Covers = ever },
                From("costs_abroad", "spend") with { Columns = [.. costs, currency], Covers = ever },
                From("by_name", "names") with { Columns = [LoadBed.Typed("name", ColumnType.Text), LoadBed.Typed("amount", ColumnType.Money)], Key = ["name"] });
        }

        public async Task<IReadOnlyList<bool>> UpdatedAsync() => [.. (await LoadAsync()).Changes.Select(c => c.Updated)];
    }
}
