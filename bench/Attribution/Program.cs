using System.Diagnostics;
using System.Globalization;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins;

// Shares out the same conversions through Merit and by one statement written by hand, in turn, and prints the medians and their ratio.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var folder = Directory.CreateTempSubdirectory("merit-bench").FullName;
try
{
    var limits = new SessionSettings { TempDirectory = folder };
    using var session = Session.Open(Path.Combine(folder, "warehouse.duckdb"), limits);
    session.Execute(Text("Data.sql").Replace("$rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    var registry = new PluginRegistry("bench", "built-in", new Place("bench"));
    new RulesPlugin().Register(registry);
    var catalog = new PluginCatalog(registry.Entries);
    var settings = new AttributionSettings
    {
        Default = "u-shaped",
        Models = [.. catalog.Entries.Where(e => e.Id is "first" or "last" or "linear" or "u-shaped" or "time-decay").Select(e => new ModelSettings(e.Id, e.Id, Activator.CreateInstance(e.Options) ?? new NoOptions(), new Place("bench")))],
    };

    var statement = Text("HandWritten.sql");
    List<Taken> byHand = [], merit = [];
    for (var run = 0; run <= runs; run++)
    {
        var hand = Taken.By(() => session.Execute(statement));
        var ours = Taken.By(() => Credits.Build(session, settings, catalog));
        if (run > 0)
        {
            byHand.Add(hand);
            merit.Add(ours);
        }
    }

    using var process = Process.GetCurrentProcess();
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"touchpoints {rows:N0}, conversions {session.Scalar<long>("SELECT count(*) FROM conversions"):N0}, credits {session.Scalar<long>("SELECT count(*) FROM credits"):N0}; {runs} runs, medians"));
    Console.WriteLine($"by hand   {Taken.Median(byHand)}");
    Console.WriteLine($"Merit     {Taken.Median(merit)}");
    Console.WriteLine($"ratio     {Taken.Median(merit).Over(Taken.Median(byHand))}");
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process {process.PeakWorkingSet64 >> 20:N0} MB, the engine's limit {limits.MemoryLimit}"));

    var models = settings.Models.Select(m => SqlText.Name(m.Name)).ToList();
    var different = session.Scalar<long>($"""
        SELECT count(*) FROM credits m FULL JOIN credits_by_hand h ON h.conversion_id = m.conversion_id AND h.touch_id IS NOT DISTINCT FROM m.touch_id
        WHERE {string.Join(" OR ", models.Select(m => $"abs(m.{m} - h.{m}) IS NULL OR abs(m.{m} - h.{m}) > 1e-9"))}
        """);
    Console.WriteLine(different == 0 ? "The credits are the same." : $"{different} credits differ.");
    return different == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));
