using System.Globalization;
using System.Net;
using System.Text;
using Merit.Tests;
using Microsoft.Data.Sqlite;

namespace Merit.Host.Tests.Pipeline;

/// <summary>Orders of which nearly all change one night, and somewhere a load reads them from.</summary>
internal abstract class ChangingOrders : IDisposable
{
    /// <summary>How many there are before, and how many rows the night changes or adds.</summary>
    protected const int Rows = 200_000;

    /// <summary>The source in merit.yaml, but for what it fills.</summary>
    public abstract string Source { get; }

    /// <summary>By the name of the connector.</summary>
    public static ChangingOrders Of(string connector, string folder) => connector is "sqlite" ? new InSqlite(folder) : new BehindHttp(folder);

    /// <summary>Every row changes but each tenth, of which there is a new one.</summary>
    public abstract void Night();

    public virtual void Dispose()
    {
    }

    private sealed class InSqlite : ChangingOrders
    {
        private readonly string _file;

        public InSqlite(string folder)
        {
            _file = Path.Combine(folder, "crm.db");
            Do($"""
                CREATE TABLE orders (id INTEGER, amount DECIMAL(10, 2), at TEXT, channel TEXT, changed INTEGER);
                WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {Rows})
                INSERT INTO orders SELECT i, i % 1000, datetime('2025-01-01', (i % 500000) || ' minutes'), 'c' || (i % 7), i FROM n
                """);
        }

        public override string Source => "connector: sqlite, path: crm.db, table: orders, cursor: changed, row_key: id, batch_size: 5000";

        public override void Night() => Do($"UPDATE orders SET amount = amount + 1, changed = changed + {Rows} WHERE id % 10 <> 0; INSERT INTO orders SELECT id + {Rows}, 5, at, 'new', changed + {Rows} FROM orders WHERE id % 10 = 0");

        private void Do(string sql)
        {
            using var connection = new SqliteConnection($"Data Source={_file};Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    /// <summary>An API on the loopback: pages of what changed since a number, in order of that number.</summary>
    private sealed class BehindHttp : ChangingOrders
    {
        private const int Page = 4_000;

        private readonly HttpListener _listener;
        private volatile bool _isAfter;

        public BehindHttp(string folder)
        {
            (_listener, var address) = LoopbackListener.Start();
            File.WriteAllText(Path.Combine(folder, "crm.yaml"), $$$"""
                address: {{{address}}}
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
                      at: { type: timestamp }
                      channel: {}
                      changed: { type: integer }
                """);
            _ = Task.Run(ServeAsync);
        }

        public override string Source => "connector: http, describe: crm.yaml, stream: orders";

        public override void Night() => _isAfter = true;

        public override void Dispose() => _listener.Close();

        private async Task ServeAsync()
        {
            while (_listener.IsListening)
            {
                HttpListenerContext context;
                try
                {
                    context = await _listener.GetContextAsync();
                }
                catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
                {
                    return;
                }

                try
                {
                    var (since, page) = (Number(context, "since"), Number(context, "page"));
                    var body = Encoding.UTF8.GetBytes($$"""{"items":[{{string.Join(',', Items(since).Skip((int)(page - 1) * Page).Take(Page))}}]}""");
                    context.Response.ContentLength64 = body.Length;
                    context.Response.Close(body, willBlock: true);
                }
                catch (HttpListenerException)
                {
                    // Who asked was killed.
                }
            }
        }

        // In order of the last change; after the night the changed ones, and the new ones among them, come behind those that stayed.
        private IEnumerable<string> Items(long since)
        {
            var isAfter = _isAfter;
            for (var changed = Math.Max(since, 1); changed <= (isAfter ? 2 * Rows : Rows); changed++)
            {
                var (id, isLater) = ((changed - 1) % Rows + 1, changed > Rows);
                var isTenth = id % 10 == 0;
                if (!isAfter || isLater || isTenth)
                {
                    yield return Item(isLater && isTenth ? id + Rows : id, id, isLater && isTenth ? 5 : (id % 1000) + (isLater ? 1 : 0), isLater && isTenth ? "new" : $"c{id % 7}", changed);
                }
            }
        }

        private static string Item(long id, long of, long amount, string channel, long changed) => string.Create(
            CultureInfo.InvariantCulture, $$"""{"id":{{id}},"amount":"{{amount}}.00","at":"{{new DateTime(2025, 1, 1).AddMinutes(of):yyyy-MM-ddTHH:mm:ss}}","channel":"{{channel}}","changed":{{changed}}}""");

        private static long Number(HttpListenerContext context, string name) => long.Parse(context.Request.QueryString[name] ?? "0", CultureInfo.InvariantCulture);
    }
}
