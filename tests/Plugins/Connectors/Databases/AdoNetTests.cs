using System.Globalization;
using Merit.Connectors.Databases.AdoNet;
using Merit.Connectors.Databases.Reading;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Microsoft.Data.Sqlite;

namespace Merit.Plugins.Tests.Connectors.Databases;

/// <summary>A provider that Merit does not bring along, found in a folder: System.Data.SQLite, which is not the one the connector <c>sqlite</c> is made of.</summary>
public sealed class AdoNetTests : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-adonet").FullName;
    private int _changes;

    public AdoNetTests() => Do("CREATE TABLE \"the rows\" (id INTEGER PRIMARY KEY, name TEXT, amount DECIMAL(10, 2), paid BOOLEAN, updated_at DATETIME); INSERT INTO \"the rows\" VALUES (1, 'é😀', 12.5, 1, '2025-01-01 00:00:00'), (2, 'b', NULL, 0, '2025-01-02 00:00:00'), (3, 'c', 3, NULL, NULL)");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    protected override IReadOnlyList<string> Secrets => [_folder];

    [Fact]
    public async Task Types_are_those_the_provider_gives() =>
        Assert.Equal(["3|c|3||", "1|é😀|12.5|True|2025-01-01 00:00:00.000000", "2|b||False|2025-01-02 00:00:00.000000"], (await Reading.OfAsync(Make(), _folder)).Rows);

    [Fact]
    public async Task A_check_names_the_setting_that_is_wrong()
    {
        (string? Option, Action<AdoNetOptions> Spoil)[] bad =
        [
            ("provider", o => o.Provider = "nowhere.dll"), ("provider", o => o.Provider = typeof(IConnector).Assembly.Location), ("factory", o => o.Factory = "Some.Factory"),
            ("connection", o => o.Connection = "no such thing"), ("cursor", o => o.Cursor = "nowhere"), (null, o => o.Table = "nowhere"),
        ];
        foreach (var (option, spoil) in bad)
        {
            var wrong = Assert.Single(await Make(spoil).CheckAsync(Request, TestContext.Current.CancellationToken));
            Assert.Equal(option, wrong.Option);
        }
    }

    [Fact]
    public async Task Nothing_but_a_SELECT_can_be_asked()
    {
        var error = await Assert.ThrowsAsync<ConnectorException>(() => Reading.OfAsync(Make(o => (o.Table, o.Cursor, o.Query) = (null, null, "DELETE FROM \"the rows\" RETURNING id")), _folder));
        Assert.DoesNotContain(_folder, error.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await Reading.OfAsync(Make(), _folder)).Rows.Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => Make(_ => { });

    protected override (IConnector Connector, string Option)? MakeWrong() => (Make(o => o.Cursor = "nowhere"), "cursor");

    protected override Task<bool> ChangeAsync()
    {
        var n = ++_changes;
        Do(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO \"the rows\" VALUES ({n + 10}, 'new', 1, 1, '2025-02-{n:00} 00:00:00'); UPDATE \"the rows\" SET name = 'x{n}', updated_at = '2025-02-{n:00} 00:00:00' WHERE id = 1; DELETE FROM \"the rows\" WHERE id = {n + 1}"));
        return Task.FromResult(true);
    }

    private DatabaseConnector Make(Action<AdoNetOptions> set)
    {
        var options = new AdoNetOptions
        {
            Provider = Path.Combine(AppContext.BaseDirectory, "System.Data.SQLite.dll"), Connection = $"Data Source={Path.Combine(_folder, "data.db")};Read Only=True;Pooling=False",
            Isolation = ReadIsolation.ReadCommitted, Table = "the rows", Cursor = "updated_at", FindDeleted = true, BatchSize = 2,
        };
        set(options);
        return new DatabaseConnector(new AdoNetDatabase(options), options);
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
