using System.Diagnostics;
using System.Globalization;
using Merit.Connectors.Databases.PostgreSql;
using Merit.Connectors.Databases.Reading;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Plugins.Connectors;
using Npgsql;

// Reads a table of a PostgreSQL server into the engine by the connector, and by COPY to a file which the engine reads, in turn; prints the medians and their ratio.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var options = new PostgreSqlOptions
{
    Host = Of("PGHOST", "127.0.0.1"), Port = int.Parse(Of("PGPORT", "5432"), CultureInfo.InvariantCulture), User = Of("PGUSER", "postgres"), Password = Of("PGPASSWORD", ""), Database = Of("PGDATABASE", "postgres"),
    Encryption = Encryption.None, Table = "merit_bench",
};
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-postgresql");
Directory.CreateDirectory(folder);
var file = Path.Combine(folder, "copy.csv");
await using var server = new NpgsqlConnection(new NpgsqlConnectionStringBuilder { Host = options.Host, Port = options.Port, Username = options.User, Password = options.Password, Database = options.Database, CommandTimeout = 0 }.ConnectionString);
await server.OpenAsync();
await DoAsync($"""
    DROP TABLE IF EXISTS merit_bench;
    CREATE TABLE merit_bench AS
    SELECT i AS id, nullif(i % 90, 7) AS clicks, i % 1000 / 8.0::float8 AS cost, (i % 100000 / 100.0)::numeric(12, 2) AS amount, 'contact' || i % 200000 || '@example.org' AS contact,
        CASE WHEN i % 3 = 0 THEN 'google' ELSE 'newsletter' END AS source, 'utm-' || i % 60 AS campaign, i % 50 = 0 AS bot, DATE '2025-01-01' + (i % 365)::int AS day,
        TIMESTAMP '2025-01-01' + i * INTERVAL '31 seconds' AS at
    FROM generate_series(1::bigint, {rows}) AS i;
    ANALYZE merit_bench
    """);
using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder, AllowedDirectories = [folder] });
session.Execute($"ATTACH ':memory:' AS {StageTable.Incoming}");
List<Taken> connector = [], copy = [];
for (var run = 0; run <= runs; run++)
{
    Staged? staged = null;
    var ours = await Taken.ByAsync(async () => staged = await StageAsync());
    if (staged?.Count != rows)
    {
        throw new InvalidOperationException("Rows are missing.");
    }

    foreach (var made in staged.Objects)
    {
        session.Execute($"DROP {made}");
    }

    var theirs = await Taken.ByAsync(CopyAsync);
    if (run > 0)
    {
        connector.Add(ours);
        copy.Add(theirs);
    }
}

await DoAsync("DROP TABLE merit_bench");
using var process = Process.GetCurrentProcess();
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of ten columns; {runs} runs, medians; peak memory {process.PeakWorkingSet64 >> 20:N0} MB"));
Console.WriteLine($"the connector         {Taken.Median(connector)}");
Console.WriteLine($"COPY and read_csv     {Taken.Median(copy)}; ratio {Taken.Median(connector).Over(Taken.Median(copy))}");
return 0;

async Task<Staged> StageAsync()
{
    var stage = new RowStage(session);
    await foreach (var chunk in new DatabaseConnector(new PostgreSqlDatabase(options), options).ReadAsync(new ReadRequest("bench", folder), CancellationToken.None))
    {
        if (chunk is Rows page)
        {
            stage.Take(page, page.Place);
        }
    }

    return stage.Finish();
}

async Task CopyAsync()
{
    using (var text = await server.BeginTextExportAsync("COPY merit_bench TO STDOUT (FORMAT csv, HEADER)"))
    await using (var to = new StreamWriter(file))
    {
        var buffer = new char[1 << 16];
        while (await text.ReadAsync(buffer) is > 0 and var read)
        {
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }

    session.Execute($"CREATE OR REPLACE TABLE {StageTable.Incoming}.copied AS FROM read_csv('{file}')");
}

async Task DoAsync(string sql)
{
    await using var command = server.CreateCommand();
    command.CommandText = sql;
    await command.ExecuteNonQueryAsync();
}

static string Of(string variable, string otherwise) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : otherwise;
