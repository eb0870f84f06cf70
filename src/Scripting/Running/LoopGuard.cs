using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Merit.Scripting.Running;

/// <summary>What a compiled script calls at the start of every turn of a loop and of every function, so that it can be stopped.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    [ThreadStatic]
    private static Deadline? deadline;

    /// <summary>Throws when the script has run too long or its calls are nested too deeply.</summary>
    public static void Check()
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        deadline?.Check();
    }

    /// <summary>Sets the deadline for what this thread runs from now on.</summary>
    internal static void Start(TimeProvider time, TimeSpan limit) => deadline = new Deadline(time, time.GetTimestamp(), limit);

    private sealed record Deadline(TimeProvider Time, long Started, TimeSpan Limit)
    {
        public void Check()
        {
            if (Time.GetElapsedTime(Started) > Limit)
            {
                throw new ScriptDeadlineException();
            }
        }
    }
}

/// <summary>Ends a script that ran too long.</summary>
internal sealed class ScriptDeadlineException : Exception;
