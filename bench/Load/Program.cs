using System.Globalization;
using DuckDB.NET.Data;
using Merit.Connectors.Files;
using Merit.Diagnostics;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

// Loads touchpoints through Merit and by statements written by hand, in turn, and prints the medians and their ratios.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 5;
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-load");
Directory.CreateDirectory(folder);
Generate();
foreach (var format in new[] { "csv", "parquet" })
{
    List<Taken> merit = [], byHand = [], alone = [];
    for (var run = 0; run <= runs; run++)
    {
        var (ours, hand, bare) = (await Taken.ByAsync(() => LoadAsync(format)), Taken.By(() => ByHand(format, "HandWritten.sql")), Taken.By(() => ByHand(format, "Alone.sql")));
        if (run > 0)
        {
            merit.Add(ours);
            byHand.Add(hand);
            alone.Add(bare);
        }
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{format}, {rows:N0} touchpoints; {runs} runs, medians"));
    Console.WriteLine($"Merit                       {Taken.Median(merit)}");
    Console.WriteLine($"the same tables by hand     {Taken.Median(byHand)}; ratio {Taken.Median(merit).Over(Taken.Median(byHand))}");
    Console.WriteLine($"one bare CREATE TABLE       {Taken.Median(alone)}; ratio {Taken.Median(merit).Over(Taken.Median(alone))}");
}

return 0;

void Generate()
{
    if (File.Exists(Path.Combine(folder, $"{rows}.csv")))
    {
        return;
    }

    using var connection = new DuckDBConnection("DataSource=:memory:");
    connection.Open();
    using var command = connection.CreateCommand();
    command.CommandText = Text("Data.sql");
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

void ByHand(string format, string statements)
{
    var file = Path.Combine(folder, "by-hand.duckdb");
    File.Delete(file);
    using var connection = new DuckDBConnection($"DataSource={file}");
    connection.Open();
    using var command = connection.CreateCommand();
    var (source, raw) = format == "csv" ? ($"read_csv('{folder}/{rows}.csv', all_varchar = true)", "TABLE") : ($"read_parquet('{folder}/{rows}.parquet')", "VIEW");
    command.CommandText = Text(statements).Replace("$source", source, StringComparison.Ordinal).Replace("$raw", raw, StringComparison.Ordinal);
    command.ExecuteNonQuery();
}

string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file))
    .Replace("$rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal).Replace("$folder", folder, StringComparison.Ordinal);
