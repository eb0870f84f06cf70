using System.Diagnostics;
using System.Globalization;

namespace Merit.Bench;

/// <summary>How long something took.</summary>
/// <param name="Wall">On the clock.</param>
/// <param name="Processor">Of all processors, which does not grow when others use the machine.</param>
internal sealed record Taken(TimeSpan Wall, TimeSpan Processor)
{
    /// <summary>Runs something in this process and times it.</summary>
    public static async Task<Taken> ByAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        await work();
        process.Refresh();
        return new Taken(watch.Elapsed, process.TotalProcessorTime - before);
    }

    /// <summary>Runs something in this process and times it.</summary>
    public static Taken By(Action work) => ByAsync(() =>
    {
        work();
        return Task.CompletedTask;
    }).GetAwaiter().GetResult();

    /// <summary>The medians of several runs.</summary>
    public static Taken Median(IReadOnlyCollection<Taken> runs) => new(Middle(runs.Select(r => r.Wall)), Middle(runs.Select(r => r.Processor)));

    /// <summary>Both figures, in milliseconds.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"wall {Wall.TotalMilliseconds,7:N0} ms, processor {Processor.TotalMilliseconds,7:N0} ms");

    /// <summary>Both figures over those of something else.</summary>
    public string Over(Taken anchor) =>
        string.Create(CultureInfo.InvariantCulture, $"wall {Wall / anchor.Wall:N2}, processor {Processor / anchor.Processor:N2}");

    private static TimeSpan Middle(IEnumerable<TimeSpan> times)
    {
        var ordered = times.Order().ToList();
        var half = ordered.Count / 2;
        return ordered.Count % 2 == 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
    }
}
