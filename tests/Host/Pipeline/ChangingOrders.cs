using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Merit.Tests;
using Microsoft.AspNetCore.Http;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Merit.Host.Tests.Pipeline;

/// <summary>Orders of which nearly all change one night, and somewhere a load reads them from.</summary>
/// <param name="rows">How many there are before, and how many rows the night changes or adds.</param>
internal abstract class ChangingOrders(int rows) : IDisposable
{
    /// <summary>The variable of the environment in which a load finds the database's password.</summary>
    public const string Password = "MERIT_TEST_PASSWORD";

    private const string Described = "id INTEGER, amount DECIMAL(10, 2), placed VARCHAR(20), channel VARCHAR(9), changed INTEGER";

    /// <summary>The source in merit.yaml, but for what it fills.</summary>
    public abstract string Source { get; }

    /// <summary>Whether it tells changes, with a state that says nothing of where the workspace is.</summary>
    public virtual bool HasState => true;

    protected int Rows => rows;

    /// <summary>By the name of the connector.</summary>
    public static ChangingOrders Of(string connector, string folder, int rows, PostgreSqlServer server) => connector switch
    {
        "sqlite" => new InSqlite(folder, rows),
        "postgresql" => new InPostgreSql(server, rows),
        "duckdb" => new InDuckDb(folder, rows),
        "files" => new InFiles(folder, rows),
        _ => new BehindHttp(folder, rows),
    };

    /// <summary>Every row changes but each tenth, of which there is a new one.</summary>
    public abstract void Night();

    public virtual void Dispose()
    {
    }

    // The same in every language of databases: times as texts.
    private string Filled(string time) => $"""
        CREATE TABLE orders ({Described});
        INSERT INTO orders WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows}) SELECT i, i % 1000, {time}, 'c' || (i % 7), i FROM n
        """;

    private string Changed => $"UPDATE orders SET amount = amount + 1, changed = changed + {rows} WHERE id % 10 <> 0; INSERT INTO orders SELECT id + {rows}, 5, placed, 'new', changed + {rows} FROM orders WHERE id % 10 = 0";

    private sealed class InSqlite : ChangingOrders
    {
        private readonly string _file;

        public InSqlite(string folder, int rows)
            : base(rows)
        {
            _file = Path.Combine(folder, "crm.db");
            Do(Filled("datetime('2025-01-01', (i % 500000) || ' minutes')"));
        }

        public override string Source => "connector: sqlite, path: crm.db, table: orders, cursor: changed, row_key: id, batch_size: 5000";

        public override void Night() => Do(Changed);

        private void Do(string sql)
        {
            using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    private sealed class InPostgreSql : ChangingOrders
    {
        private readonly PostgreSqlServer _server;

        public InPostgreSql(PostgreSqlServer server, int rows)
            : base(rows)
        {
            _server = server;
            Do($"DROP TABLE IF EXISTS orders; {Filled("to_char(timestamp '2025-01-01' + i % 500000 * interval '1 minute', 'YYYY-MM-DD HH24:MI:SS')")}");
        }

        public override string Source => string.Create(
            CultureInfo.InvariantCulture,
            $"connector: postgresql, host: {PostgreSqlServer.Host}, port: {_server.Port}, database: {PostgreSqlServer.Database}, user: {PostgreSqlServer.User}, password: \"${{{Password}}}\", table: orders, cursor: changed, row_key: id, batch_size: 5000");

        public override void Night() => Do(Changed);

        private void Do(string sql)
        {
            var text = new NpgsqlConnectionStringBuilder
            {
                Host = PostgreSqlServer.Host, Port = _server.Port, Database = PostgreSqlServer.Database, Username = PostgreSqlServer.User, Password = PostgreSqlServer.Password, Pooling = false,
            };
            using var connection = new NpgsqlConnection(text.ConnectionString);
            connection.Open();
            using var command = new NpgsqlCommand(sql, connection);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A file that is read whole each time.</summary>
    private sealed class InDuckDb : ChangingOrders
    {
        private readonly string _file;

        public InDuckDb(string folder, int rows)
            : base(rows)
        {
            _file = Path.Combine(folder, "crm.duckdb");
            Do($"CREATE TABLE orders ({Described}); INSERT INTO orders SELECT i, i % 1000, strftime(TIMESTAMP '2025-01-01' + to_minutes(i % 500000), '%Y-%m-%d %H:%M:%S'), 'c' || (i % 7), i FROM range(1, {rows} + 1) AS n(i)");
        }

        public override string Source => "connector: duckdb, path: crm.duckdb, table: orders";

        public override bool HasState => false;

        public override void Night() => Do(Changed);

        private void Do(string sql)
        {
            using var connection = new DuckDBConnection($"DataSource={_file}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>A folder of files, of which the night writes nine of ten anew, and one more.</summary>
    private sealed class InFiles : ChangingOrders
    {
        private const int Files = 40;

        private readonly string _folder;

        public InFiles(string folder, int rows)
            : base(rows)
        {
            _folder = Directory.CreateDirectory(Path.Combine(folder, "orders")).FullName;
            Write(isAfter: false);
        }

        public override string Source => "connector: files, path: orders, follow: true";

        public override bool HasState => false;

        public override void Night() => Write(isAfter: true);

        private void Write(bool isAfter)
        {
            for (var file = 0; file <= Files; file++)
            {
                var isLast = file == Files;
                if ((isLast || (isAfter && file % 10 == 0)) && !(isLast && isAfter))
                {
                    continue;
                }

                var ids = isLast ? Enumerable.Range(1, Rows).Where(i => i % 10 == 0) : Enumerable.Range(1, Rows).Where(i => i % Files == file);
                File.WriteAllLines(Path.Combine(_folder, $"{file:00}.csv"), ids.Select(i => string.Create(
                    CultureInfo.InvariantCulture, $"{(isLast ? i + Rows : i)},{(isLast ? 5 : (i % 1000) + (isAfter ? 1 : 0))},{new DateTime(2025, 1, 1).AddMinutes(i % 500000):yyyy-MM-dd HH:mm:ss},{(isLast ? "new" : $"c{i % 7}")}")).Prepend("id,amount,placed,channel"));
            }
        }
    }

    /// <summary>An API on the loopback: pages of what changed since a number, in order of that number.</summary>
    private sealed class BehindHttp : ChangingOrders
    {
        private const int Page = 4_000;

        private readonly LoopbackServer _server;
        private volatile bool _isAfter;

        public BehindHttp(string folder, int rows)
            : base(rows)
        {
            _server = new LoopbackServer(AnswerAsync);
            File.WriteAllText(Path.Combine(folder, "crm.yaml"), $$$"""
                address: {{{_server.Address}}}
                streams:
                  orders:
                    path: /orders
                    query: { page: "{{page}}", since: "{{from}}" }
                    records: items
                    paging: { kind: page, size: {{{Page}}} }
                    key: [id]
                    cursor: changed
                    start: "0"
                    fields:
                      id: { type: integer }
                      amount: { type: decimal }
                      placed: { type: timestamp }
                      channel: {}
                      changed: { type: integer }
                """);
        }

        public override string Source => "connector: http, describe: crm.yaml, stream: orders";

        public override void Night() => _isAfter = true;

        public override void Dispose() => _server.Dispose();

        private Task AnswerAsync(HttpContext context)
        {
            var (since, page) = (Number(context, "since"), Number(context, "page"));
            var items = Items(since).Skip((int)(page - 1) * Page).Take(Page).Select(Item);
            return LoopbackServer.AnswerAsync(context, Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', items)}}]}"""));
        }

        // In order of the last change; after the night the changed ones, and the new ones among them, come behind those that stayed.
        private IEnumerable<(long Id, long Changed)> Items(long since)
        {
            var isAfter = _isAfter;
            for (var changed = Math.Max(since, 1); changed <= (isAfter ? 2 * Rows : Rows); changed++)
            {
                var (id, isLater) = (((changed - 1) % Rows) + 1, changed > Rows);
                if (!isAfter || isLater || id % 10 == 0)
                {
                    yield return (id, changed);
                }
            }
        }

        private string Item((long Id, long Changed) item)
        {
            var (id, isLater) = (item.Id, item.Changed > Rows);
            var isNew = isLater && id % 10 == 0;
            return string.Create(
                CultureInfo.InvariantCulture,
                $$"""{"id":{{(isNew ? id + Rows : id)}},"amount":"{{(isNew ? 5 : (id % 1000) + (isLater ? 1 : 0))}}.00","placed":"{{new DateTime(2025, 1, 1).AddMinutes(id):yyyy-MM-ddTHH:mm:ss}}","channel":"{{(isNew ? "new" : $"c{id % 7}")}}","changed":{{item.Changed}}}""");
        }

        private static long Number(HttpContext context, string name) => long.Parse(context.Request.Query[name].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
    }
}
