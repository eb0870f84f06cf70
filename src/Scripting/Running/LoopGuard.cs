using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Merit.Scripting.Running;

/// <summary>What a compiled script calls at the start of every turn of a loop and of every function, so that it can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    [ThreadStatic]
    private static Watch? watch;

    /// <summary>Throws when the script has run too long, holds too much memory, or its calls are nested too deeply.</summary>
    public static void Check()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        watch?.Turn();
    }

    /// <summary>Says which line comes next, where a call follows that no check reaches.</summary>
    public static void At(int line)
    {
        if (watch is { } current)
        {
            current.Line = line;
        }
    }

    /// <summary>Watches over what this thread runs from now on.</summary>
    internal static void Begin(Watch begun) => watch = begun;

    /// <summary>What this thread runs from now on is no script's.</summary>
    internal static void End() => watch = null;
}
