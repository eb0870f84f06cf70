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
    List<double> byHand = [], merit = [], journeys = [];
    for (var run = 0; run <= runs; run++)
    {
        var hand = Milliseconds(() => session.Execute(statement));
        var found = Milliseconds(() => Journeys.Build(session, settings));
        var shared = Milliseconds(() => Credits.Build(session, settings, catalog));
        if (run > 0)
        {
            byHand.Add(hand);
            journeys.Add(found);
            merit.Add(found + shared);
        }
    }

    var models = settings.Models.Select(m => SqlText.Name(m.Name)).ToList();
    var different = session.Scalar<long>($"""
        SELECT count(*) FROM credits m FULL JOIN credits_by_hand h ON h.conversion_id = m.conversion_id AND h.touch_id IS NOT DISTINCT FROM m.touch_id
        WHERE {string.Join(" OR ", models.Select(m => $"abs(m.{m} - h.{m}) IS NULL OR abs(m.{m} - h.{m}) > 1e-9"))}
        """);
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"touchpoints {rows:N0}, conversions {session.Scalar<long>("SELECT count(*) FROM journeys"):N0}, credits {session.Scalar<long>("SELECT count(*) FROM credits"):N0}"));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"by hand {Median(byHand):N0} ms; Merit {Median(merit):N0} ms, of which journeys {Median(journeys):N0} ms; ratio {Median(merit) / Median(byHand):N2}"));
    Console.WriteLine(different == 0 ? "The credits are the same." : $"{different} credits differ.");
    return different == 0 ? 0 : 1;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

static string Text(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, file));

static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

static double Milliseconds(Action action)
{
    var watch = Stopwatch.StartNew();
    action();
    return watch.Elapsed.TotalMilliseconds;
}
