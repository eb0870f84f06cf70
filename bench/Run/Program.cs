using System.Globalization;
using Merit.Bench.Run;

// Runs `merit run` on a copy of a workspace as a process of its own, cold (no compiled scripts) and warm in turn, and prints medians.
var runs = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 10;
var repository = Repository.Root();
var workspace = args.Length > 1 ? args[1] : Path.Combine(repository, "samples", "guide");
var command = args.Length > 2 ? args[2] : Repository.Command(repository);
var copy = Repository.Copy(workspace);
try
{
    List<ChildRun> cold = [], warm = [];
    for (var run = 0; run <= runs; run++)
    {
        Directory.Delete(Path.Combine(copy, ".merit", "cache"), recursive: true);
        var (first, second) = (ChildRun.Of(command, ["run", "--project", copy]), ChildRun.Of(command, ["run", "--project", copy]));
        if (run > 0)
        {
            cold.Add(first);
            warm.Add(second);
        }
    }

    Console.WriteLine($"merit run, {Path.GetFileName(workspace)}; {runs} runs each, medians");
    Say("cold", cold);
    Say("warm", warm);
    return 0;
}
finally
{
    Directory.Delete(copy, recursive: true);
}

static void Say(string what, List<ChildRun> runs) => Console.WriteLine(string.Create(
    CultureInfo.InvariantCulture,
    $"{what}  {Taken.Median([.. runs.Select(r => r.Taken)])}, peak memory {runs.Select(r => r.PeakMemory).Order().ElementAt(runs.Count / 2) >> 20,4:N0} MB"));
