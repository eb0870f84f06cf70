using DuckDB.NET.Data;
using Merit.Connectors.Databases;
using Merit.Connectors.Databases.DuckDb;
using Merit.Connectors.Databases.Reading;
using Merit.Connectors.Databases.Sqlite;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Plugins;
using Merit.Host.Workspaces;
using Microsoft.Data.Sqlite;

namespace Merit.Host.Tests.Warehouse.Loading;

/// <summary>Databases, from their files into the warehouse.</summary>
public sealed class DatabaseLoadingTests : IDisposable
{
    private static readonly PluginCatalog Plugins = new(
    [
        new PluginEntry(PluginKind.Connector, "sqlite", "1", "built-in", typeof(SqliteOptions), o => new DatabaseConnector(new SqliteDatabase((SqliteOptions)o), (SqliteOptions)o)),
        new PluginEntry(PluginKind.Connector, "duckdb", "1", "built-in", typeof(DuckDbOptions), o => new DuckDbConnector((DuckDbOptions)o)),
    ]);

    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Incremental_loads_of_a_table_give_what_a_full_one_gives()
    {
        Do("CREATE TABLE orders (id INTEGER PRIMARY KEY, amount DECIMAL(10, 2), updated_at TEXT)");
        var source = Source("sqlite", "orders", new SqliteOptions { Path = "crm.db", Table = "orders", Cursor = "updated_at", FindDeleted = true, BatchSize = 3 });
        var random = new Random(7);
        for (var day = 1; day <= 6; day++)
        {
            for (var change = 0; change < 8; change++)
            {
                var id = random.Next(12);
                Do(random.Next(4) == 0
                    ? $"DELETE FROM orders WHERE id = {id}"
                    : FormattableString.Invariant($"INSERT OR REPLACE INTO orders VALUES ({id}, {random.Next(9999) / 100m}, '2025-01-{day:00} 10:{change:00}:00')"));
            }

            await _bed.LoadAsync(Plugins, source);
        }

        var grown = _bed.Rows("SELECT order_id, amount, ordered_at FROM orders ORDER BY 1");
        Assert.NotEmpty(grown);
        _bed.ReadsAnew = true;
        await _bed.LoadAsync(Plugins, source);
        Assert.Equal(_bed.Rows("SELECT order_id, amount, ordered_at FROM orders ORDER BY 1"), grown);
    }

    [Fact]
    public async Task A_budget_that_is_smaller_than_what_is_read_again_ends_all_the_same()
    {
        // Many rows of one stamp, as after an import: all of them are read again by whoever stopped among them.
        Do("CREATE TABLE orders (id TEXT PRIMARY KEY, amount DECIMAL(9, 2), updated_at TEXT); WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20) INSERT INTO orders SELECT 'O' || i, i, '2025-01-01 00:00:00' FROM n");
        var source = Source("sqlite", "orders", new SqliteOptions { Path = "crm.db", Table = "orders", Cursor = "updated_at", BatchSize = 2 }) with { Budget = new ReadBudget(6, null) };
        Assert.Equal(LoadRules.BudgetSpent, Assert.Single((await _bed.LoadAsync(Plugins, source)).Warnings).Rule);
        Assert.Equal(["6"], _bed.Rows("SELECT count(*) FROM orders"));
        await _bed.LoadAsync(Plugins, source);
        Assert.Equal(["20"], _bed.Rows("SELECT count(*) FROM orders"));
    }

    [Fact]
    public async Task A_table_and_a_query_of_a_DuckDB_file()
    {
        using (var connection = new DuckDBConnection($"DataSource={Path.Combine(_bed.Directory, "crm.duckdb")}"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE orders AS SELECT 'O' || i AS id, i::DECIMAL(9, 2) AS amount, TIMESTAMP '2025-01-01' + to_days(i::INT) AS updated_at FROM range(3) AS r(i); CREATE SCHEMA s; CREATE VIEW s.\"two of them\" AS FROM orders LIMIT 2";
            command.ExecuteNonQuery();
        }

        await _bed.LoadAsync(Plugins, Source("duckdb", "orders", new DuckDbOptions { Path = "crm.duckdb", Table = "orders" }));
        Assert.Equal(["O0|0.0000|2025-01-01 00:00:00", "O1|1.0000|2025-01-02 00:00:00", "O2|2.0000|2025-01-03 00:00:00"], _bed.Rows("SELECT order_id, amount, ordered_at FROM orders ORDER BY 1"));
        await _bed.LoadAsync(Plugins, Source("duckdb", "orders", new DuckDbOptions { Path = "crm.duckdb", Table = "s.two of them" }));
        Assert.Equal(2, _bed.Rows("SELECT 1 FROM orders").Count);
        await _bed.LoadAsync(Plugins, Source("duckdb", "orders", new DuckDbOptions { Path = "crm.duckdb", Query = "SELECT * FROM orders WHERE amount > 1;" }));
        Assert.Equal(["O2"], _bed.Rows("SELECT order_id FROM orders"));
        foreach (var query in new[] { "DROP TABLE orders", "SELECT * FROM nowhere" })
        {
            var refused = await Assert.ThrowsAsync<MeritException>(() => _bed.LoadAsync(Plugins, Source("duckdb", "orders", new DuckDbOptions { Path = "crm.duckdb", Query = query })));
            Assert.Equal(LoadRules.WrongFormat, Assert.Single(refused.Diagnostics).Rule);
        }
    }

    public void Dispose() => _bed.Dispose();

    private static Source Source(string connector, string into, TableOptions options) => new()
    {
        Name = "crm", Connector = connector, Options = options, Into = into, Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 5, 3),
        Columns = [LoadBed.Map("order_id=id"), LoadBed.Map("amount"), LoadBed.Map("ordered_at=updated_at")],
    };

    private void Do(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_bed.Directory, "crm.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
