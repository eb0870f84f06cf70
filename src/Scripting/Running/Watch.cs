namespace Merit.Scripting.Running;

/// <summary>Watches over one piece of script code at work on one thread.</summary>
internal sealed class Watch(TimeProvider time, ScriptLimits limits)
{
    // A turn of a loop takes a few nanoseconds; to look at the clock takes many.
    private const int TurnsBetweenLooks = 16;
    private const long BytesBetweenLooks = 32 << 20;

    private readonly long _started = time.GetTimestamp();
    private readonly long _held = GC.GetTotalMemory(forceFullCollection: false);
    private long _seen = GC.GetAllocatedBytesForCurrentThread();
    private int _turns;
    private volatile int _line;

    /// <summary>The line it was last known to be at, or 0.</summary>
    public int Line
    {
        get => _line;
        set => _line = value;
    }

    /// <summary>Whether it has run so long that no check can have reached it.</summary>
    public bool IsStuck => time.GetElapsedTime(_started) > limits.Time + limits.Grace;

    /// <summary>A turn of a loop, or a call of a function.</summary>
    public void Turn()
    {
        // Not every so many turns: a text that doubles is too large after a few.
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        if (allocated - _seen > BytesBetweenLooks)
        {
            _seen = allocated;
            Weigh();
        }

        if (++_turns % TurnsBetweenLooks == 0 && time.GetElapsedTime(_started) > limits.Time)
        {
            throw new ScriptDeadlineException();
        }
    }

    // What is only waiting to be collected does not count, but to know that takes a collection.
    private void Weigh()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) - _held > limits.Memory && GC.GetTotalMemory(forceFullCollection: true) - _held > limits.Memory)
        {
            throw new ScriptMemoryException();
        }
    }
}

/// <summary>Ends code that ran too long.</summary>
internal sealed class ScriptDeadlineException : Exception;

/// <summary>Ends code that holds too much memory.</summary>
internal sealed class ScriptMemoryException : Exception;
