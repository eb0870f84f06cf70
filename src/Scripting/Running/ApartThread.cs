using System.Globalization;

namespace Merit.Scripting.Running;

/// <summary>Runs code of scripts on a thread of its own: its stack has a known size, and what no check reaches can be left behind.</summary>
internal static class ApartThread
{
    // Far more than scripts may use themselves, because no check reaches what they have the library do: an iterator over an iterator, a hundred thousand times.
    // Only what is used of it is ever memory.
    private const int StackBytes = 512 << 20;

    /// <summary>Runs it; false where it did not end and was left behind.</summary>
    public static bool Run(Action<Watch> work, TimeProvider time, ScriptLimits limits, out Watch watch)
    {
        var begun = watch = new Watch(time, limits);
        var thread = new Thread(
            () =>
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                LoopGuard.BeginHere(begun);
                work(begun);
            },
            StackBytes)
        { IsBackground = true, Name = "scripts" };
        thread.Start();
        return thread.Join(limits.Time + limits.Grace);
    }
}
