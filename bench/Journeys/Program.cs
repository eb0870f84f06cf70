using System.Diagnostics;
using System.Globalization;
using Merit.Bench.Journeys;
using Merit.Host.Attribution.Recounting;
using Merit.Host.Attribution.Totals;

// What attribution takes, from loaded tables: see README.md for what is measured, and against what.
string Argument(int at, string otherwise) => args.Length > at ? args[at] : otherwise;
long Number(int at, long otherwise) => long.Parse(Argument(at, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
var (what, touches, runs) = (Argument(0, "totals"), Number(1, 1_000_000), (int)Number(2, 3));
var (length, channels) = (Argument(3, "long") == "long" ? 30 : 3, (int)Number(4, 12));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {touches:N0} touchpoints of the demo, {length} of a contact on average, {channels} channels; {runs} runs, medians"));
switch (what)
{
    case "totals":
        Totals();
        break;
    case "all":
        All();
        break;
    case "growth":
        Growth();
        break;
    case "day":
        Day();
        break;
    default:
        Console.Error.WriteLine("The first argument is totals, all, growth or day.");
        return 1;
}

using (var process = Process.GetCurrentProcess())
{
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"peak memory of the process {process.PeakWorkingSet64 >> 20:N0} MB"));
}

return 0;

// Each in turn, after a run that does not count.
IReadOnlyList<Taken> InTurn(params Action[] works)
{
    var taken = works.Select(_ => new List<Taken>()).ToList();
    for (var run = 0; run <= runs; run++)
    {
        for (var i = 0; i < works.Length; i++)
        {
            var one = Taken.By(works[i]);
            if (run > 0)
            {
                taken[i].Add(one);
            }
        }
    }

    return [.. taken.Select(Taken.Median)];
}

void Totals()
{
    using var world = new World(touches, length, channels);
    using var session = world.Open("warehouse");
    var (alone, hand) = (world.Statement("JoinAlone.sql"), world.Statement("HandWritten.sql"));
    IReadOnlyList<double[]> byHand = [];
    IReadOnlyList<AttributedTotal> merit = [];
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"touches in journeys           {session.Query(alone, r => r.GetInt64(1))[0]:N0}"));
    var taken = InTurn(
        () => session.Query(alone, r => r.GetInt64(0)),
        () => byHand = session.Query(hand, r => Enumerable.Range(1, 10).Select(r.GetDouble).ToArray()),
        () => merit = new WorkspaceTotals(session, world.Settings(World.Five), world.Catalog).Compute("channel", null, null, CancellationToken.None).Rows);
    Console.WriteLine($"scan and join alone           {taken[0]}");
    Console.WriteLine($"five rules by hand            {taken[1]}");
    Console.WriteLine($"five rules by Merit           {taken[2]}; over by hand {taken[2].Over(taken[1])}; over scan and join {taken[2].Over(taken[0])}");
    Same([.. byHand.Select(r => r[..5].Sum())], merit.Where(m => m.Unit is not AttributedTotals.Unattributed).GroupBy(m => m.Unit, StringComparer.Ordinal).Select(g => g.Sum(t => t.Conversions)));
    Same([.. byHand.Select(r => r[5..].Sum())], merit.Where(m => m.Unit is not AttributedTotals.Unattributed).GroupBy(m => m.Unit, StringComparer.Ordinal).Select(g => g.Sum(t => t.Value)));
}

void Same(IReadOnlyList<double> byHand, IEnumerable<double> merit)
{
    var ok = byHand.Order().Zip(merit.Order()).All(p => Math.Abs(p.First - p.Second) <= 1e-9 * Math.Abs(p.First));
    Console.WriteLine(ok ? "The totals are the same." : "The totals differ.");
}

void All()
{
    using var world = new World(touches, length, channels);
    using var session = world.Open("warehouse");
    void Compute(IEnumerable<string> models) => new WorkspaceTotals(session, world.Settings(models), world.Catalog).Compute("channel", null, null, CancellationToken.None);
    Console.WriteLine($"all models, with intervals    {InTurn(() => Compute(World.Rules.Concat(World.Learning)))[0]}");
    Console.WriteLine($"of which {World.Rules.Length} rules              {InTurn(() => Compute(World.Rules))[0]}");
    foreach (var model in World.Learning)
    {
        Console.WriteLine($"of which {model,-20} {InTurn(() => Compute([model]))[0]}");
    }
}

// What it takes is taken to grow with a power of the number of touches.
void Growth()
{
    long[] sizes = [touches / 50, touches / 5, touches];
    var taken = sizes.Select(size =>
    {
        using var world = new World(size, length, channels);
        using var session = world.Open("warehouse");
        var one = InTurn(() => new WorkspaceTotals(session, world.Settings(World.Five), world.Catalog).Compute("channel", null, null, CancellationToken.None))[0];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"five rules, {size,12:N0}       {one}"));
        return one;
    }).ToList();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"exponent: wall {Math.Log(taken[2].Wall / taken[0].Wall) / Math.Log(50):N3}, processor {Math.Log(taken[2].Processor / taken[0].Processor) / Math.Log(50):N3}"));
}

// The whole of what a load does after its sources are read and conversions derived: credit on touches, checked and kept.
void Day()
{
    using var world = new World(touches, length, channels);
    var settings = world.Settings(World.Five);
    Taken full;
    using (var session = world.Open("warehouse"))
    {
        full = Taken.By(() => new KeptCredits(session, settings, world.Catalog).Build(null, CancellationToken.None));
        session.Execute("CHECKPOINT");
    }

    Console.WriteLine($"all credit                    {full}");
    List<Taken> copies = [], days = [];
    for (var run = 0; run < runs; run++)
    {
        File.Delete(world.FileOf("next"));
        copies.Add(Taken.By(() => File.Copy(world.FileOf("warehouse"), world.FileOf("next"))));
        using var next = world.Open("next");
        next.Execute(world.Statement("Day.sql"));
        next.Execute($"ATTACH '{world.FileOf("warehouse")}' AS former (READ_ONLY)");
        days.Add(Taken.By(() => Console.WriteLine($"counted again: {new KeptCredits(next, settings, world.Catalog).Build("former", CancellationToken.None).Recounted:N0} journeys")));
    }

    Console.WriteLine($"copying the version           {Taken.Median(copies)}");
    Console.WriteLine($"a day's                       {Taken.Median(days)}; over all {Taken.Median(days).Over(full)}");
}
