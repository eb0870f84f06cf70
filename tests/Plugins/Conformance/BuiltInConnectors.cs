using System.Globalization;
using System.Text;
using Merit.Connectors.Databases.DuckDb;
using Merit.Connectors.Databases.PostgreSql;
using Merit.Connectors.Databases.Reading;
using Merit.Connectors.Databases.Sqlite;
using Merit.Connectors.Events;
using Merit.Connectors.Files;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using Merit.Plugins.Tests.Connectors;
using Merit.Plugins.Tests.Connectors.Databases;
using Merit.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Merit.Plugins.Tests.Conformance;

public sealed class FilesConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-files").FullName;

    public FilesConformance() => File.WriteAllText(Path.Combine(_folder, "a.csv"), "id\n1\n");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => new FilesConnector(new FilesOptions { Path = ["*.csv"] });

    protected override (IConnector Connector, string Option)? MakeWrong() => (new FilesConnector(new FilesOptions { Path = ["b.csv"] }), "path");
}

/// <summary>A folder that is followed: rows are told apart by their files and their places in them. Of text files the engine itself reads the rows, so here they are a workbook's.</summary>
public sealed class FollowedFilesConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-followed").FullName;
    private int _changes;

    public FollowedFilesConformance()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Write("a.xlsx", ["1", "2"]);
        Write("b.xlsx", ["3"]);
    }

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => new FilesConnector(new FilesOptions { Path = ["*.xlsx"], Follow = true });

    protected override (IConnector Connector, string Option)? MakeWrong() => (new FilesConnector(new FilesOptions { Path = ["*.parquet"], Follow = true }), "path");

    protected override Task<bool> ChangeAsync()
    {
        // One is new, one has other rows, one is gone.
        var n = ++_changes;
        Write($"c{n}.xlsx", [$"{n}0", $"{n}1"]);
        Write("a.xlsx", ["1", $"{n}2", $"{n}3"]);
        File.Delete(Path.Combine(_folder, n == 1 ? "b.xlsx" : $"c{n - 1}.xlsx"));
        return Task.FromResult(true);
    }

    private void Write(string name, IReadOnlyList<string> ids)
    {
        File.Delete(Path.Combine(_folder, name));
        Workbook.Write(Path.Combine(_folder, name), ("Sheet", string.Concat(ids.Prepend("id").Select((id, i) => $"<row r=\"{i + 1}\"><c r=\"A{i + 1}\" t=\"inlineStr\"><is><t>{id}</t></is></c></row>"))));
    }
}

public sealed class InboundConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-inbound").FullName;

    public InboundConformance() => File.WriteAllText(Path.Combine(_folder, "a.ndjson"), "{\"event\":\"open\",\"email\":\"a@example.com\",\"timestamp\":1760000000}\n{\"event\":\"click\",\"email\":\"a@example.com\",\"timestamp\":1760000001}\n");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => new InboundConnector(new InboundOptions { Path = ["*.ndjson"], Shape = Shape.Sendgrid });

    protected override (IConnector Connector, string Option)? MakeWrong() => (new InboundConnector(new InboundOptions { Path = ["b.ndjson"] }), "path");
}

public sealed class DuckDbConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-duckdb").FullName;

    public DuckDbConformance() => File.WriteAllText(Path.Combine(_folder, "a.duckdb"), "");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => new DuckDbConnector(new DuckDbOptions { Path = "a.duckdb", Table = "t" });

    protected override (IConnector Connector, string Option)? MakeWrong() => (new DuckDbConnector(new DuckDbOptions { Path = "b.duckdb", Table = "t" }), "path");
}

public sealed class SqliteConformance : ConnectorConformance, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("merit-sqlite").FullName;
    private int _changes;

    public SqliteConformance() => Do("CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT, updated_at TEXT); INSERT INTO t VALUES (1, 'a', '2025-01-01 00:00:00'), (2, 'b', '2025-01-02 00:00:00'), (3, 'c', '2025-01-02 00:30:00')");

    protected override ReadRequest Request => base.Request with { Directory = _folder };

    protected override string? FutureState => """{"Kind":0,"Value":"9999-01-01 00:00:00"}""";

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override IConnector Make() => Make("data.db");

    protected override (IConnector Connector, string Option)? MakeWrong() => (Make("other.db"), "path");

    protected override Task<bool> ChangeAsync()
    {
        var n = ++_changes;
        Do(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO t VALUES ({n + 10}, 'new', '2025-02-{n:00} 00:00:00'); UPDATE t SET name = 'x{n}', updated_at = '2025-02-{n:00} 00:00:00' WHERE id = 1; DELETE FROM t WHERE id = {n + 1}"));
        return Task.FromResult(true);
    }

    protected override Task<bool> RestateAsync()
    {
        Do("UPDATE t SET name = 'restated' WHERE id = 2");
        return Task.FromResult(true);
    }

    private static DatabaseConnector Make(string file)
    {
        var options = new SqliteOptions { Path = file, Table = "t", Cursor = "updated_at", FindDeleted = true, BatchSize = 2 };
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

[Collection(PostgreSqlCollection.Name)]
public sealed class PostgreSqlConformance(PostgreSqlServer server) : ConnectorConformance, IAsyncLifetime
{
    private readonly string _table = $"t{Guid.NewGuid():N}";
    private int _changes;

    protected override string? FutureState => """{"Kind":6,"Value":"9999-01-01T00:00:00.0000000Z"}""";

    protected override IReadOnlyList<string> Secrets => [PostgreSqlServer.Password, "wr0ng-secret"];

    public async ValueTask InitializeAsync()
    {
        server.Need();
        await DoAsync($"CREATE TABLE {_table} (id int PRIMARY KEY, name text, amount numeric, updated_at timestamptz); INSERT INTO {_table} SELECT n, 'n', n, '2025-01-02'::timestamptz + n * interval '10 minutes' FROM generate_series(1, 5) AS n");
    }

    public async ValueTask DisposeAsync() => await DoAsync($"DROP TABLE {_table}");

    protected override IConnector Make() => Make(PostgreSqlServer.Password);

    protected override (IConnector Connector, string Option)? MakeWrong() => (Make("wr0ng-secret"), "password");

    protected override async Task<bool> ChangeAsync()
    {
        var n = ++_changes;
        await DoAsync($"INSERT INTO {_table} VALUES ({n + 10}, 'new', 1, '2025-02-0{n}'); UPDATE {_table} SET name = 'x{n}', updated_at = '2025-02-0{n}' WHERE id = 1; DELETE FROM {_table} WHERE id = {n + 1}");
        return true;
    }

    protected override async Task<bool> RestateAsync()
    {
        await DoAsync($"UPDATE {_table} SET amount = 99 WHERE id = 3");
        return true;
    }

    private DatabaseConnector Make(string password)
    {
        var options = new PostgreSqlOptions
        {
            Host = PostgreSqlServer.Host, Port = server.Port, Database = PostgreSqlServer.Database, User = PostgreSqlServer.User, Password = password,
            Table = _table, Cursor = "updated_at", FindDeleted = true, BatchSize = 2,
        };
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
