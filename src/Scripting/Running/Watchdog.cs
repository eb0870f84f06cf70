using System.Collections.Concurrent;
using Merit.Diagnostics;

namespace Merit.Scripting.Running;

/// <summary>
/// Looks after functions that no check reaches: a loop inside LINQ, on a thread of the engine. Nothing stops such a thread but the end of its process, which is for the
/// process to decide.
/// </summary>
public static class Watchdog
{
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(250);
    private static readonly ConcurrentDictionary<FunctionWatch, bool> Busy = new();

    private static Action<Diagnostic>? onStuck;
    private static ITimer? timer;

    /// <summary>From now on, tells of a function that does not end. Once; what is done then should end the process.</summary>
    public static void Start(TimeProvider time, Action<Diagnostic> stuck)
    {
        ArgumentNullException.ThrowIfNull(time);
        onStuck = stuck;
        timer ??= time.CreateTimer(_ => Look(), null, Often, Often);
    }

    internal static void Add(FunctionWatch watch) => Busy[watch] = true;

    internal static void Remove(FunctionWatch watch) => Busy.TryRemove(watch, out _);

    private static void Look()
    {
        if (Busy.Keys.FirstOrDefault(w => w.IsStuck) is { } stuck)
        {
            Interlocked.Exchange(ref onStuck, null)?.Invoke(stuck.Stuck());
        }
    }
}
