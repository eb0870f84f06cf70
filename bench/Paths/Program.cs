using System.Globalization;
using Merit.Bench.Run;
using Merit.Host.Warehouse.Sessions;

// Writes a file of paths, then runs `merit attribute --paths` on it as a process of its own, model by model, in turn with statements written by hand; prints medians.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3;
var channels = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 12;
var command = Repository.Command(Repository.Root());
(string Name, string[] Models)[] asked =
[
    ("five rules", ["--models", "first, last, linear, u-shaped, j-shaped"]),
    ("markov 1", ["--models", "markov", "--intervals", "off"]),
    ("markov 1, intervals", ["--models", "markov"]),
    ("rules and markov 1", ["--models", "first, last, linear, u-shaped, j-shaped, markov"]),
    ("markov 3", ["--models", "markov", "--order", "3"]),
    ("shapley", ["--models", "shapley"]),
];
var folder = Directory.CreateTempSubdirectory("merit-bench").FullName;
try
{
    var file = Path.Combine(folder, "paths.csv");
    using (var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder, AllowedDirectories = [folder] }))
    {
        session.Execute(Text("Data.sql", file));
    }

    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} paths, {channels} channels, {new FileInfo(file).Length >> 20:N0} MB of CSV; {runs} runs each, medians"));
    foreach (var (name, models) in asked)
    {
        string[] arguments =
        [
            "attribute", "--paths", file, "--conversions", "total_conversions", "--value", "total_conversion_value", "--nulls", "total_null",
            "--format", "json", "--output", Path.Combine(folder, "credit.json"), .. models,
        ];
        List<ChildRun> taken = [.. Enumerable.Range(0, runs).Select(_ => ChildRun.Of(command, arguments))];
        Say(name, Taken.Median([.. taken.Select(t => t.Taken)]), taken.Max(t => t.PeakMemory));
    }

    List<Taken> byHand = [];
    for (var run = 0; run < runs; run++)
    {
        using var session = Session.Open(Path.Combine(folder, $"hand{run}.duckdb"), new SessionSettings { TempDirectory = folder, AllowedDirectories = [folder] });
        byHand.Add(Taken.By(() => session.Execute(Text("HandWritten.sql", file))));
    }

    Say("by hand, no solve", Taken.Median(byHand), 0);
    return 0;
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string Text(string name, string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, name))
    .Replace("$rows", rows.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
    .Replace("$channels", channels.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
    .Replace("$file", file.Replace("'", "''", StringComparison.Ordinal), StringComparison.Ordinal);

static void Say(string what, Taken taken, long memory) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture, $"{what,-22}{taken}{(memory > 0 ? $", peak memory {memory >> 20:N0} MB" : "")}"));
