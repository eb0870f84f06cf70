using Merit.Connectors.Databases;
using Merit.Connectors.Databases.AdoNet;
using Merit.Connectors.Databases.PostgreSql;
using Merit.Connectors.Databases.Reading;
using Merit.Connectors.Databases.Sqlite;
using Merit.Plugins.Connectors;
using Merit.Plugins.Tests.Connectors.Http;
using Merit.Tests;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Merit.Plugins.Tests.Connectors.Databases;

/// <summary>A table <c>deals</c> (id, name, stamp) in a database of some kind, that tests change and spoil, and read by its stamp.</summary>
internal abstract class TroubledTable : IAsyncDisposable
{
    /// <summary>The kinds there are.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["sqlite", "adonet", "postgresql"];

    /// <summary>The clock reads go by: noon of 15 June 2025, UTC.</summary>
    public HastyClock Clock { get; } = new();

    public static async Task<TroubledTable> MakeAsync(string kind, PostgreSqlServer server)
    {
        TroubledTable table = kind switch { "sqlite" => new InSqlite(), "adonet" => new BehindProvider(), _ => new InPostgreSql(server) };
        await table.BeginAsync();
        return table;
    }

    /// <summary>Rows by their columns, in the order of ids.</summary>
    public static IReadOnlyList<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];

    public abstract Task DoAsync(string sql);

    public abstract IConnector Make(Action<ChangingTableOptions>? set = null);

    /// <summary>Puts in a row; the stamp is of UTC.</summary>
    public Task PutAsync(int id, string? name, string stamp) =>
        DoAsync($"DELETE FROM deals WHERE id = {id}; INSERT INTO deals (id, name, stamp) VALUES ({id}, {(name is null ? "NULL" : $"'{name.Replace("'", "''", StringComparison.Ordinal)}'")}, '{stamp}')");

    /// <summary>What has a read give its first rows before it has looked at the last.</summary>
    public virtual Action<ChangingTableOptions>? WhileReading => null;

    /// <summary>What breaks a read that is at work; the name of the trouble in the message.</summary>
    public abstract Task<string> BreakAsync();

    /// <summary>Ends the trouble.</summary>
    public virtual Task MendAsync() => Task.CompletedTask;

    public ReadRequest Request => new("crm", Folder) { Clock = Clock };

    protected string Folder { get; } = Directory.CreateTempSubdirectory("merit-trouble").FullName;

    public virtual ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }

    protected abstract string Schema { get; }

    private Task BeginAsync() => DoAsync(Schema);

    private static T Set<T>(T options, Action<ChangingTableOptions>? set)
        where T : ChangingTableOptions
    {
        (options.Table, options.Cursor, options.FindDeleted, options.BatchSize) = ("deals", "stamp", true, 100);
        set?.Invoke(options);
        return options;
    }

    private class InSqlite : TroubledTable
    {
        protected string File => Path.Combine(Folder, "crm.db");

        protected override string Schema => "PRAGMA journal_mode = WAL; CREATE TABLE deals (id INTEGER PRIMARY KEY, name TEXT, stamp TEXT); CREATE INDEX deals_by_stamp ON deals (stamp)";

        public override IConnector Make(Action<ChangingTableOptions>? set = null)
        {
            var options = Set(new SqliteOptions { Path = "crm.db" }, set);
            return new DatabaseConnector(new SqliteDatabase(options), options);
        }

        public override async Task DoAsync(string sql)
        {
            await using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync();
        }

        // As when whoever copies the file here begins anew.
        public override Task<string> BreakAsync()
        {
            System.IO.File.Copy(File, $"{File}.whole");
            using var file = new FileStream(File, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            file.SetLength(file.Length / 2);
            return Task.FromResult("malformed|damaged");
        }

        public override Task MendAsync()
        {
            System.IO.File.Move($"{File}.whole", File, overwrite: true);
            return Task.CompletedTask;
        }
    }

    private sealed class BehindProvider : InSqlite
    {
        // In whatever order: it would sort all rows before it gives the first.
        public override Action<ChangingTableOptions>? WhileReading => o => o.Cursor = null;

        public override IConnector Make(Action<ChangingTableOptions>? set = null)
        {
            var options = Set(new AdoNetOptions
            {
                Provider = Path.Combine(AppContext.BaseDirectory, "System.Data.SQLite.dll"), Connection = $"Data Source={File};Read Only=True;Pooling=False", Isolation = ReadIsolation.ReadCommitted,
            }, set);
            return new DatabaseConnector(new AdoNetDatabase(options), options);
        }
    }

    private sealed class InPostgreSql(PostgreSqlServer server) : TroubledTable
    {
        private readonly string _name = $"trouble_{Guid.NewGuid():N}";

        protected override string Schema => $"CREATE SCHEMA {_name}; CREATE TABLE {_name}.deals (id int PRIMARY KEY, name text, stamp timestamptz)";

        public override IConnector Make(Action<ChangingTableOptions>? set = null)
        {
            var options = Set(new PostgreSqlOptions { Host = PostgreSqlServer.Host, Port = server.Port, Database = PostgreSqlServer.Database, User = PostgreSqlServer.User, Password = PostgreSqlServer.Password }, set);
            options.Table = options.Table is null ? null : $"{_name}.{options.Table}";
            return new DatabaseConnector(new PostgreSqlDatabase(options), options);
        }

        public override async Task DoAsync(string sql)
        {
            var text = new NpgsqlConnectionStringBuilder
            {
                Host = PostgreSqlServer.Host, Port = server.Port, Database = PostgreSqlServer.Database, Username = PostgreSqlServer.User, Password = PostgreSqlServer.Password, SearchPath = _name, Timezone = "UTC", Pooling = false,
            };
            await using var connection = new NpgsqlConnection(text.ConnectionString);
            await connection.OpenAsync();
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }

        // As when the server is restarted.
        public override async Task<string> BreakAsync()
        {
            await DoAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'merit' AND query LIKE '%{_name}%'");
            return "broke off|connection failed";
        }

        public override async ValueTask DisposeAsync()
        {
            await DoAsync($"DROP SCHEMA {_name} CASCADE");
            await base.DisposeAsync();
        }
    }
}
