using System.Globalization;

namespace Merit.Scripting.Running;

/// <summary>Runs code of scripts on a thread of its own: its stack has a known size, and what no check reaches can be left behind.</summary>
internal static class ApartThread
{
    // Enough for any script, and little enough that what calls itself without end is told at once: every call on it becomes a line of the exception.
    private const int StackBytes = 1 << 20;

    /// <summary>Runs it; false where it did not end and was left behind.</summary>
    public static bool Run(Action<Watch> work, TimeProvider time, ScriptLimits limits, out Watch watch)
    {
        var begun = watch = new Watch(time, limits);
        var thread = new Thread(
            () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                LoopGuard.Begin(begun);
                work(begun);
            },
            StackBytes)
        { IsBackground = true, Name = "scripts" };
        thread.Start();
        return thread.Join(limits.Time + limits.Grace);
    }
}
