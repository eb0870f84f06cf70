using System.Diagnostics;
using System.Globalization;
using Merit.Attribution.Rules;
using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins;

var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
var folder = Directory.CreateTempSubdirectory("merit-bench").FullName;
try
{
    using var session = Session.Open(Path.Combine(folder, "warehouse.duckdb"), new SessionSettings { TempDirectory = folder });
    session.Execute(Text("Data.sql").Replace("$rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));

    var registry = new PluginRegistry("bench", "built-in", new Place("bench"));
    new RulesPlugin().Register(registry);
    var catalog = new PluginCatalog(registry.Entries);
    var settings = new AttributionSettings
    {
        Default = "u-shaped",
        Models = [.. catalog.Entries.Select(e => new ModelSettings(e.Id, e.Id, Activator.CreateInstance(e.Options) ?? new NoOptions(), new Place("bench")))],
    };

    var statement = Text("HandWritten.sql");
    List<(double Clock, double Processor)> byHand = [], merit = [];
    for (var run = 0; run <= runs; run++)
    {
        var hand = Measure(() => session.Execute(statement));
        var ours = Measure(() => Credits.Build(session, settings, catalog));
        if (run > 0)
        {
            byHand.Add(hand);
            merit.Add(ours);
        }
    }

    var models = settings.Models.Select(m => SqlText.Name(m.Name)).ToList();
    var different = session.Scalar<long>($"""
        SELECT count(*) FROM credits m FULL JOIN credits_by_hand h ON h.conversion_id = m.conversion_id AND h.touch_id IS NOT DISTINCT FROM m.touch_id
        WHERE {string.Join(" OR ", models.Select(m => $"abs(m.{m} - h.{m}) IS NULL OR abs(m.{m} - h.{m}) > 1e-9"))}
        """);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"touchpoints {rows:N0}, conversions {session.Scalar<long>("SELECT count(*) FROM conversions"):N0}, credits {session.Scalar<long>("SELECT count(*) FROM credits"):N0}"));
    Report("clock", t => t.Clock);
    Report("processor", t => t.Processor);
    Console.WriteLine(different == 0 ? "The credits are the same." : $"{different} credits differ.");
    return different == 0 ? 0 : 1;

    void Report(string what, Func<(double Clock, double Processor), double> of)
    {
        var (hand, ours) = (Median(byHand.Select(of)), Median(merit.Select(of)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: by hand {hand:N0} ms; Merit {ours:N0} ms; ratio {ours / hand:N2}"));
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);

// Processor time of all threads, which does not grow when others use the machine, as well as the time on the clock.
static (double Clock, double Processor) Measure(Action action)
{
    using var process = Process.GetCurrentProcess();
    var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
    action();
    process.Refresh();
    return (watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - before).TotalMilliseconds);
}
