using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using Merit.Bench.Load;
using Merit.Connectors.Files;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

// Loads touchpoints through Merit and by statements written by hand, and prints the ratio of the best of several runs.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-load");
Directory.CreateDirectory(folder);
Generate();
foreach (var format in new[] { "csv", "parquet" })
{
    var never = new Taken(TimeSpan.MaxValue, TimeSpan.MaxValue);
    var (merit, straight, bare) = (never, never, never);
    for (var run = 0; run < runs; run++)
    {
        merit = Best(merit, await Time(() => LoadAsync(format)));
        straight = Best(straight, await Time(() => Straight(format, whole: true)));
        bare = Best(bare, await Time(() => Straight(format, whole: false)));
    }

    Say(format, "wall clock", merit.Wall, straight.Wall, bare.Wall);
    Say(format, "processor", merit.Processor, straight.Processor, bare.Processor);
}

static void Say(string format, string what, TimeSpan merit, TimeSpan straight, TimeSpan bare) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{format}, {what}: merit {merit.TotalMilliseconds:F0} ms; the same tables by hand {straight.TotalMilliseconds:F0} ms, ratio {merit / straight:F2}; touchpoints alone, nothing checked or derived {bare.TotalMilliseconds:F0} ms, ratio {merit / bare:F2}"));

// The best of each, for a machine that does other things too only adds to a time.
static Taken Best(Taken a, Taken b) => new(a.Wall < b.Wall ? a.Wall : b.Wall, a.Processor < b.Processor ? a.Processor : b.Processor);

static async Task<Taken> Time(Func<Task> run)
{
    using var process = Process.GetCurrentProcess();
    var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
    await run();
    process.Refresh();
    return new Taken(watch.Elapsed, process.TotalProcessorTime - before);
}

void Generate()
{
    if (File.Exists(Path.Combine(folder, $"{rows}.csv")))
    {
        return;
    }

    using var connection = new DuckDBConnection("DataSource=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = $"""
        CREATE TABLE t AS SELECT 'T' || i AS touch_id, 'C' || (hash(i) % 200000) AS contact_id,
            strftime(TIMESTAMP '2025-01-01' + to_seconds((hash(i * 7) % 31536000)::BIGINT), '%Y-%m-%d %H:%M:%S') AS occurred_at,
            CASE WHEN hash(i * 3) % 10 < 6 THEN 'camp-' || (hash(i * 5) % 40) END AS campaign_id, 'visit' AS kind,
            ['google', 'facebook', 'newsletter', 'bing', 'linkedin'][(hash(i * 11) % 5)::INT + 1] AS utm_source,
            ['cpc', 'social', 'email', 'organic', 'paid_social'][(hash(i * 13) % 5)::INT + 1] AS utm_medium,
            'utm-' || (hash(i * 5) % 60) AS utm_campaign, 'page-' || (hash(i * 17) % 500) AS content_id
        FROM range({rows}) AS r(i);
        COPY t TO '{folder}/{rows}.csv' (HEADER);
        COPY (SELECT * REPLACE (occurred_at::TIMESTAMP AS occurred_at) FROM t) TO '{folder}/{rows}.parquet';
        COPY (SELECT 'camp-' || i AS campaign_id, 'utm-' || i AS utm_campaign, CASE WHEN i % 2 = 0 THEN 'channel-' || (i % 7) END AS channel FROM range(40) AS r(i)) TO '{folder}/campaigns.csv' (HEADER)
        """;
    command.ExecuteNonQuery();
}

async Task LoadAsync(string format)
{
    var at = new Place("merit.yaml");
    Source From(string into, string file, params string[] columns) => new()
    {
        Name = into, Connector = "files", Into = into, Zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin"), At = at,
        Options = new FilesOptions { Path = [Path.Combine(folder, file)] },
        Columns = [.. columns.Select(c => new ColumnMapping { Name = c, From = c, At = at })],
    };
    var workspace = new Workspace
    {
        Directory = Path.Combine(folder, "workspace"), Name = "Bench", Currency = "CNY", Zone = TimeZoneInfo.Utc,
        Attribution = new AttributionSettings { Default = "linear", Models = [] },
        Sources =
        [
            From("campaigns", "campaigns.csv", "campaign_id", "utm_campaign", "channel"),
            From("touchpoints", $"{rows}.{format}", "touch_id", "contact_id", "occurred_at", "campaign_id", "kind", "utm_source", "utm_medium", "utm_campaign", "content_id"),
        ],
    };
    Directory.CreateDirectory(workspace.Directory);
    var plugins = new PluginCatalog([new PluginEntry(PluginKind.Connector, "files", "1", "built-in", typeof(FilesOptions), o => new FilesConnector((FilesOptions)o))]);
    await using var inputs = await Inputs.GatherAsync(workspace, plugins, CancellationToken.None);
    using var draft = PublishedVersions.Of(workspace).BeginDraft(DraftContent.Empty);
    var session = draft.Open(inputs.Folders);
    var outcome = await new Loader(session, workspace, inputs, draft.TempDirectory, TimeProvider.System).LoadAsync(CancellationToken.None);
    Derivation.Run(session, workspace);
    draft.Publish();
    if (outcome.Loads[1].Loaded != rows)
    {
        throw new InvalidOperationException("Rows are missing.");
    }
}

Task Straight(string format, bool whole)
{
    var file = Path.Combine(folder, "straight.duckdb");
    File.Delete(file);
    using var connection = new DuckDBConnection($"DataSource={file}");
    connection.Open();
    using var command = connection.CreateCommand();
    var rest = !whole ? "" : $"""
        CREATE TABLE campaigns AS FROM read_csv('{folder}/campaigns.csv');
        CREATE TEMP TABLE channels AS SELECT DISTINCT utm_source AS s, utm_medium AS m, utm_campaign AS c, CASE WHEN utm_medium = 'cpc' THEN 'paid' ELSE utm_medium END AS channel FROM raw;
        CREATE TABLE touchpoints AS SELECT raw.* REPLACE (coalesce(raw.campaign_id, u.campaign_id) AS campaign_id), coalesce(k.channel, h.channel) AS channel
        FROM raw LEFT JOIN campaigns AS u ON u.utm_campaign = raw.utm_campaign LEFT JOIN campaigns AS k ON k.campaign_id = coalesce(raw.campaign_id, u.campaign_id)
        LEFT JOIN channels AS h ON h.s IS NOT DISTINCT FROM raw.utm_source AND h.m IS NOT DISTINCT FROM raw.utm_medium AND h.c IS NOT DISTINCT FROM raw.utm_campaign;
        SELECT count(DISTINCT touch_id) FROM touchpoints;
        CREATE TABLE first_touches AS SELECT contact_id, arg_min(touch_id, (occurred_at, touch_id)) AS touch_id, min(occurred_at) AS occurred_at FROM touchpoints GROUP BY contact_id;
        """;
    var kind = whole ? "TEMP TABLE raw" : "TABLE touchpoints";
    var reader = format == "csv" ? $"read_csv('{folder}/{rows}.csv', all_varchar = true)" : $"read_parquet('{folder}/{rows}.parquet')";
    command.CommandText = $"""
        SET TimeZone = 'UTC';
        CREATE {kind} AS SELECT * REPLACE (CAST(timezone('Europe/Berlin', CAST(occurred_at AS TIMESTAMP)) AS TIMESTAMP) AS occurred_at) FROM {reader};
        {rest}
        CHECKPOINT
        """;
    command.ExecuteNonQuery();
    return Task.CompletedTask;
}
