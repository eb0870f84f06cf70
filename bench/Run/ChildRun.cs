using System.ComponentModel;
using System.Diagnostics;

namespace Merit.Bench.Run;

/// <summary>One run of a command.</summary>
/// <param name="Taken">How long it took, from start to exit.</param>
/// <param name="PeakMemory">The most memory it held, in bytes.</param>
internal sealed record ChildRun(Taken Taken, long PeakMemory)
{
    // A process that has ended tells its figures on Windows only; elsewhere they are read while it runs, and at most so much of the end is missed.
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(4);

    /// <summary>Runs a command that is to succeed.</summary>
    public static ChildRun Of(string command, IReadOnlyList<string> arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })
            ?? throw new InvalidOperationException($"{command} does not start.");
        var said = process.StandardError.ReadToEndAsync();
        _ = process.StandardOutput.ReadToEndAsync();
        var (processor, memory) = (TimeSpan.Zero, 0L);
        bool ended;
        do
        {
            ended = process.WaitForExit(Interval);
            try
            {
                process.Refresh();
                (processor, memory) = (process.TotalProcessorTime, Math.Max(memory, process.PeakWorkingSet64));
            }
            catch (Exception e) when (e is InvalidOperationException or Win32Exception)
            {
                // It has ended since.
            }
        }
        while (!ended);

        var wall = watch.Elapsed;
        return process.ExitCode == 0
            ? new ChildRun(new Taken(wall, processor), memory)
            : throw new InvalidOperationException($"{command} exited with {process.ExitCode}:\n{said.GetAwaiter().GetResult()}");
    }
}
