using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Merit.Scripting.Running;

/// <summary>What a compiled script calls at the start of every turn of a loop and of every function, so that it can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    // Enough for any script, and little enough that what calls itself without end is told at once: every call on it becomes a line of the exception.
    private const int OwnStackBytes = 1 << 20;

    [ThreadStatic]
    private static Watch? watch;

    // Stacks grow downwards: below this, the script's own calls are nested too deeply. 0 where the stack is not the script's alone.
    [ThreadStatic]
    private static nint deepest;

    /// <summary>Throws when the script has run too long, holds too much memory, or its calls are nested too deeply.</summary>
    public static void Check()
    {
        if (deepest == 0)
        {
            RuntimeHelpers.EnsureSufficientExecutionStack();
        }
        else if (Top() < deepest)
        {
            throw new InsufficientExecutionStackException();
        }

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

    /// <summary>The same on a thread that a script has to itself, with more stack than its own calls may use.</summary>
    internal static void BeginHere(Watch begun) => (watch, deepest) = (begun, Top() - OwnStackBytes);

    /// <summary>What this thread runs from now on is no script's.</summary>
    internal static void End() => watch = null;

    private static unsafe nint Top()
    {
        byte here;
        return (nint)(&here);
    }
}
