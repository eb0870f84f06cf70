using Merit.Connectors.Databases.PostgreSql;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins.Connectors;
using Merit.Tests;
using Npgsql;

namespace Merit.Plugins.Tests.Connectors.Databases;

/// <summary>Against a real server.</summary>
[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlTests(PostgreSqlServer server) : IAsyncLifetime
{
    private readonly string _schema = $"s{Guid.NewGuid():N}";

    public async ValueTask InitializeAsync()
    {
        server.Need();
        await DoAsync($"CREATE SCHEMA {_schema}; CREATE TABLE {_schema}.orders (id int PRIMARY KEY, name text, amount numeric(12, 2), updated_at timestamptz)");
    }

    [Fact]
    public async Task Every_type_arrives_whole()
    {
        await DoAsync($$"""
            CREATE TABLE {{_schema}}.kinds (a smallint, b bigint, c real, d double precision, e numeric, f boolean, g date, h timestamp, i timestamptz, j uuid, k jsonb, l text[], m varchar(5), n money, o interval);
            INSERT INTO {{_schema}}.kinds VALUES (1, 9007199254740993, 0.1, 0.1, 12345678901234567890.1234, true, '2025-01-02', '2025-01-02 03:04:05.678901', '2025-01-02 03:04:05+08',
                '00000000-0000-0000-0000-00000000002a', '{"a": "é😀"}', '{x,y}', 'عربي', 12.5, '1 day');
            INSERT INTO {{_schema}}.kinds (e) VALUES ('NaN');
            INSERT INTO {{_schema}}.kinds (a, e) VALUES (2, 1e40)
            """);
        Assert.Equal(
            [
                "1|9007199254740993|0.1|0.1|12345678901234567890.1234|True|2025-01-02|2025-01-02 03:04:05.678901|2025-01-01 19:04:05.000000Z|00000000-0000-0000-0000-00000000002a|{\"a\": \"é😀\"}|{x,y}|عربي|12.50|1 day",
                "||||!NaN||||" + "|∅|∅|∅|∅||∅", "2||||!10000000000000000000000000000000000000000||||" + "|∅|∅|∅|∅||∅",
            ],
            (await ReadAsync(o => o.Table = $"{_schema}.kinds")).Rows);
    }

    [Fact]
    public async Task With_a_cursor_only_what_changed_is_read_and_deleted_rows_are_told()
    {
        await DoAsync($"INSERT INTO {_schema}.orders SELECT n, 'n' || n, n, '2025-01-01'::timestamptz + n * interval '1 day' FROM generate_series(1, 5) AS n; INSERT INTO {_schema}.orders VALUES (9, 'never', 1, NULL)");
        void Cursor(PostgreSqlOptions o) => (o.Table, o.Cursor, o.FindDeleted, o.BatchSize) = ($"{_schema}.orders", "updated_at", true, 2);
        var first = await ReadAsync(Cursor);
        Assert.Equal(["id"], first.Chunks.OfType<Changes>().Single().Key);
        Assert.Equal(["9", "1", "2", "3", "4", "5"], first.Rows.Select(Id));
        Assert.Empty(first.Present);

        await DoAsync($"UPDATE {_schema}.orders SET name = 'late', updated_at = '2025-01-05 12:00Z' WHERE id = 2; UPDATE {_schema}.orders SET name = 'new', updated_at = '2025-02-01' WHERE id = 3; DELETE FROM {_schema}.orders WHERE id = 1");
        var second = await ReadAsync(Cursor, first.State);
        Assert.Equal(["9", "5", "3"], second.Rows.Select(Id));
        Assert.Equal(["2", "3", "4", "5", "9"], second.Present.Order(StringComparer.Ordinal));
        Assert.Equal(["9", "4", "2", "5", "3"], (await ReadAsync(Cursor, first.State, TimeSpan.FromDays(1))).Rows.Select(Id));
        // The last value is read again: another row may have it.
        Assert.Equal(["9", "3"], (await ReadAsync(Cursor, second.State)).Rows.Select(Id));
        Assert.Equal(second.State, (await ReadAsync(Cursor, second.State)).State);
    }

    [Fact]
    public async Task A_read_sees_the_data_as_they_were_when_it_began()
    {
        await DoAsync($"INSERT INTO {_schema}.orders SELECT n, 'old', n, '2025-01-01' FROM generate_series(1, 6) AS n");
        var changed = false;
        var reading = await ReadAsync(o => (o.Table, o.Cursor, o.FindDeleted, o.BatchSize) = ($"{_schema}.orders", "id", true, 2), """{"Kind":1,"Value":"0"}""", seen: chunk =>
        {
            if (chunk is Rows && !changed)
            {
                changed = true;
                DoAsync($"UPDATE {_schema}.orders SET name = 'new'; DELETE FROM {_schema}.orders WHERE id = 6; INSERT INTO {_schema}.orders VALUES (7, 'new')").GetAwaiter().GetResult();
            }
        });
        Assert.Equal(6, reading.Rows.Count(r => r.Contains("|old|", StringComparison.Ordinal)));
        Assert.Equal(["1", "2", "3", "4", "5", "6"], reading.Present);
    }

    [Fact]
    public async Task Nothing_can_be_written()
    {
        var error = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(o => o.Query = $"WITH w AS (INSERT INTO {_schema}.orders VALUES (1) RETURNING *) SELECT * FROM w"));
        Assert.Contains("The server gave the error", error.Message, StringComparison.Ordinal);
        await DoAsync($"CREATE FUNCTION {_schema}.sneak() RETURNS int LANGUAGE sql AS 'INSERT INTO {_schema}.orders VALUES (1) RETURNING id'");
        error = await Assert.ThrowsAsync<ConnectorException>(() => ReadAsync(o => o.Query = $"SELECT {_schema}.sneak() AS x"));
        Assert.Contains("25006", error.Message, StringComparison.Ordinal);
        Assert.Empty((await ReadAsync(o => o.Table = $"{_schema}.orders")).Rows);
    }

    [Fact]
    public async Task A_check_names_the_setting_that_is_wrong()
    {
        var bad = new (string Option, Action<PostgreSqlOptions> Spoil)[]
        {
            ("password", o => o.Password = "wr0ng-secret"), ("password", o => o.User = "nobody"), ("database", o => o.Database = "nowhere"), ("host", o => o.Port = 1),
            ("table", o => o.Table = "nowhere"), ("cursor", o => o.Cursor = "nowhere"), ("cursor", o => o.Cursor = "amount"), ("row_key", o => (o.Cursor, o.RowKey) = ("id", ["nowhere"])),
            ("query", o => (o.Table, o.Query) = (null, "SELEC 1")), ("query", o => (o.Table, o.Query) = (null, "SELECT 1 AS a, 2 AS a")), ("row_key", o => (o.Table, o.Query, o.Cursor) = (null, "SELECT 1 AS a", "a")),
        };
        Assert.Empty(await CheckAsync(_ => { }));
        foreach (var (option, spoil) in bad)
        {
            var wrong = Assert.Single(await CheckAsync(spoil));
            Assert.Equal(option, wrong.Option);
            Assert.DoesNotContain("wr0ng", wrong.Message + wrong.NextStep, StringComparison.Ordinal);
            Assert.EndsWith(".", wrong.Message, StringComparison.Ordinal);
        }

        Task<IReadOnlyList<WrongSetting>> CheckAsync(Action<PostgreSqlOptions> spoil) => Make(o =>
        {
            o.Table = $"{_schema}.orders";
            spoil(o);
        }).CheckAsync(new ReadRequest("db", "/"), TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task What_there_is_to_read_is_told_with_keys_and_kinds()
    {
        var streams = await Make(o => (o.Table, o.Cursor) = ($"{_schema}.orders", "updated_at")).DiscoverAsync(new ReadRequest("db", "/"), TestContext.Current.CancellationToken);
        var orders = Assert.Single(streams, s => s.Selected);
        Assert.Equal(($"{_schema}.orders", "updated_at", "id"), (orders.Name, orders.Cursor, Assert.Single(orders.Key)));
        Assert.Equal([ValueKind.Integer, ValueKind.Text, ValueKind.Decimal, ValueKind.Timestamp], orders.Columns.Select(c => c.Kind));
    }

    public async ValueTask DisposeAsync() => await DoAsync($"DROP SCHEMA {_schema} CASCADE");

    private static string Id(string row) => row.Split('|')[0];

    private Task<Reading> ReadAsync(Action<PostgreSqlOptions> set, string? state = null, TimeSpan? lookback = null, Action<Chunk>? seen = null) =>
        Reading.OfAsync(Make(set), "/", state, lookback, seen);

    private DatabaseConnector Make(Action<PostgreSqlOptions> set)
    {
        var options = new PostgreSqlOptions { Host = PostgreSqlServer.Host, Port = server.Port, Database = PostgreSqlServer.Database, User = PostgreSqlServer.User, Password = PostgreSqlServer.Password };
        set(options);
        return new DatabaseConnector(new PostgreSqlDatabase(options), options);
    }

    private async Task DoAsync(string sql)
    {
        var text = new NpgsqlConnectionStringBuilder { Host = PostgreSqlServer.Host, Port = server.Port, Database = PostgreSqlServer.Database, Username = PostgreSqlServer.User, Password = PostgreSqlServer.Password };
        await using var connection = new NpgsqlConnection(text.ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>Tests that share one server.</summary>
[CollectionDefinition(Name)]
public sealed class PostgreSqlCollection : ICollectionFixture<PostgreSqlServer>
{
    public const string Name = "PostgreSQL";
}
