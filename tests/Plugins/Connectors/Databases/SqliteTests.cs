using Merit.Connectors.Databases.Reading;
using Merit.Connectors.Databases.Sqlite;
using Merit.Plugins.Connectors;
using Microsoft.Data.Sqlite;

namespace Merit.Plugins.Tests.Connectors.Databases;

public sealed class SqliteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-sqlite").FullName;

    public SqliteTests() => Do("CREATE TABLE orders (id INTEGER PRIMARY KEY, name TEXT, amount DECIMAL(10, 2), paid BOOLEAN, rate REAL, updated_at TEXT); CREATE TABLE sqlitelike (a)");

    [Fact]
    public async Task Values_that_are_not_of_their_columns_type_are_faults()
    {
        Do("INSERT INTO orders VALUES (1, 'é😀', 12.5, 1, 0.1, '2025-01-01 00:00:00'), (2, 7, '9.99', 'yes', 'much', NULL), (3, x'00', NULL, NULL, 3, NULL)");
        Assert.Equal(
            ["1|é😀|12.5|True|0.1|2025-01-01 00:00:00", "2|7|9.99|!yes|!much|∅", "3|!System.Byte[]|||3|∅"],
            (await ReadAsync(o => o.Table = "orders")).Rows);
    }

    [Fact]
    public async Task A_cursor_of_text_goes_back_in_time_and_of_numbers_does_not()
    {
        Do("INSERT INTO orders (id, updated_at) VALUES (1, '2025-01-01 10:00:00'), (2, '2025-01-01 11:30:00'), (3, '2025-01-01 12:00:00.5')");
        void ByTime(SqliteOptions o) => (o.Table, o.Cursor) = ("orders", "updated_at");
        var first = await ReadAsync(ByTime);
        Assert.Equal(["3", "2"], (await ReadAsync(ByTime, first.State)).Rows.Select(Id).OrderDescending());
        Assert.Equal(["3"], (await ReadAsync(ByTime, first.State, TimeSpan.Zero)).Rows.Select(Id));
        void ById(SqliteOptions o) => (o.Query, o.Cursor, o.RowKey) = ("SELECT * FROM orders;", "id", ["id"]);
        Assert.Equal(["3"], (await ReadAsync(ById, (await ReadAsync(ById)).State)).Rows.Select(Id));
    }

    [Fact]
    public async Task A_read_sees_the_data_as_they_were_when_it_began()
    {
        Do("PRAGMA journal_mode = WAL; INSERT INTO orders (id) VALUES (1), (2), (3), (4)");
        var rows = await ReadAsync(o => (o.Table, o.BatchSize) = ("orders", 1), seen: chunk =>
        {
            if (chunk is Rows { RowNumbers: [1, ..] })
            {
                Do("DELETE FROM orders WHERE id = 4; INSERT INTO orders (id) VALUES (5)");
            }
        });
        Assert.Equal(["1", "2", "3", "4"], rows.Rows.Select(Id));
    }

    [Fact]
    public async Task A_check_names_the_setting_that_is_wrong()
    {
        File.WriteAllText(Path.Combine(_folder, "text.db"), new string('x', 5000));
        Assert.Empty(await CheckAsync(o => o.Table = "orders"));
        var bad = new (string Option, Action<SqliteOptions> Spoil)[]
        {
            ("path", o => o.Path = "none.db"), ("path", o => o.Path = "text.db"), ("table", o => o.Table = "nowhere"), ("cursor", o => o.Cursor = "nowhere"),
            ("query", o => (o.Table, o.Query) = (null, "DELETE FROM orders")),
        };
        foreach (var (option, spoil) in bad)
        {
            Assert.Equal(option, Assert.Single(await CheckAsync(o =>
            {
                o.Table = "orders";
                spoil(o);
            })).Option);
        }
    }

    [Fact]
    public async Task What_there_is_to_read_is_told()
    {
        var streams = await Make(o => o.Table = "orders").DiscoverAsync(new ReadRequest("db", _folder), TestContext.Current.CancellationToken);
        Assert.Equal(["orders", "sqlitelike"], streams.Select(s => s.Name));
        Assert.Equal([ValueKind.Integer, ValueKind.Text, ValueKind.Decimal, ValueKind.Boolean, ValueKind.Number, ValueKind.Text], streams[0].Columns.Select(c => c.Kind));
        Assert.Equal(["id"], streams[0].Key);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static string Id(string row) => row.Split('|')[0];

    private Task<Reading> ReadAsync(Action<SqliteOptions> set, string? state = null, TimeSpan? lookback = null, Action<Chunk>? seen = null) => Reading.OfAsync(Make(set), _folder, state, lookback, seen);

    private Task<IReadOnlyList<WrongSetting>> CheckAsync(Action<SqliteOptions> set) => Make(set).CheckAsync(new ReadRequest("db", _folder), TestContext.Current.CancellationToken);

    private static DatabaseConnector Make(Action<SqliteOptions> set)
    {
        var options = new SqliteOptions { Path = "data.db" };
        set(options);
        return new DatabaseConnector(new SqliteDatabase(options), options);
    }

    private void Do(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_folder, "data.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
