using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Plugins.Connectors;

// Takes rows of ten columns as a connector gives them into the engine, and lets the engine read the same rows from Parquet, in turn; prints the medians and their ratio.
var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_000_000;
var runs = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 7;
const int Page = 10_000;
var folder = Path.Combine(Path.GetTempPath(), "merit-bench-rows");
Directory.CreateDirectory(folder);
var file = Path.Combine(folder, $"{rows}.parquet");
var pages = Enumerable.Range(0, rows / Page).Select(MakePage).ToList();
using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder });
session.Execute($"ATTACH ':memory:' AS {StageTable.Incoming}");
var written = Stage();
session.Execute($"COPY (SELECT * EXCLUDE \"{Staged.RowId}\" FROM {written.Relation}) TO '{file}'");
List<Taken> plugin = [], parquet = [];
for (var run = 0; run <= runs; run++)
{
    Staged? staged = null;
    var given = Taken.By(() => staged = Stage());
    foreach (var made in staged?.Objects ?? [])
    {
        session.Execute($"DROP {made}");
    }

    var read = Taken.By(() => session.Execute($"CREATE OR REPLACE TABLE {StageTable.Incoming}.read AS FROM read_parquet('{file}')"));
    if (run > 0)
    {
        plugin.Add(given);
        parquet.Add(read);
    }
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows:N0} rows of ten columns; {runs} runs, medians"));
Console.WriteLine($"rows of a connector     {Taken.Median(plugin)}");
Console.WriteLine($"the same from Parquet   {Taken.Median(parquet)}; ratio {Taken.Median(plugin).Over(Taken.Median(parquet))}");
return 0;

Staged Stage()
{
    var stage = new RowStage(session);
    foreach (var page in pages)
    {
        stage.Take(page, page.Place);
    }

    var staged = stage.Finish();
    return staged.Count == rows ? staged : throw new InvalidOperationException("Rows are missing.");
}

Rows MakePage(int page)
{
    var first = page * Page;
    var numbers = Enumerable.Range(first, Page).ToList();
    return new Rows($"page {page}",
    [
        new IntegerColumn("id", [.. numbers.Select(i => (long?)i)]), new IntegerColumn("clicks", [.. numbers.Select(i => i % 7 == 0 ? (long?)null : i % 90)]),
        new NumberColumn("cost", [.. numbers.Select(i => (double?)(i % 1000 / 8.0))]), new NumberColumn("share", [.. numbers.Select(i => (double?)(i % 11 / 16.0))]),
        new TextColumn("contact", [.. numbers.Select(i => $"contact{i % 200_000}@example.org")]), new TextColumn("source", [.. numbers.Select(i => i % 3 == 0 ? "google" : "newsletter")]),
        new TextColumn("campaign", [.. numbers.Select(i => $"utm-{i % 60}")]), new BooleanColumn("bot", [.. numbers.Select(i => (bool?)(i % 50 == 0))]),
        new DateColumn("day", [.. numbers.Select(i => (DateOnly?)new DateOnly(2025, 1, 1).AddDays(i % 365))]),
        new TimestampColumn("at", [.. numbers.Select(i => (DateTime?)new DateTime(2025, 1, 1).AddSeconds(i * 31.0))]),
    ], [.. numbers.Select(i => (long)i + 1)]);
}
