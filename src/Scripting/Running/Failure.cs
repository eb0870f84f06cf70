using System.Diagnostics;
using Merit.Diagnostics;

namespace Merit.Scripting.Running;

/// <summary>What went wrong in code of a script, in words and with its place.</summary>
internal static class Failure
{
    /// <summary>What it did, to follow "The model" or "The function".</summary>
    public static string Words(Exception exception, ScriptLimits limits) => exception switch
    {
        ScriptDeadlineException => StillRunning(limits),
        InsufficientExecutionStackException => "called itself without end",
        ScriptMemoryException or OutOfMemoryException => "asked for more memory than it may have",
        _ => $"stopped with {exception.GetType().Name}: {exception.Message.TrimEnd('.')}",
    };

    public static string StillRunning(ScriptLimits limits) => $"was still running after {limits.Seconds} seconds";

    /// <summary>The innermost line of a script among the exception's callers. Columns are those of the text with checks and say nothing.</summary>
    /// <param name="exception">What was thrown.</param>
    /// <param name="isScript">Whether a path is that of a script.</param>
    /// <param name="otherwise">Where no line is known.</param>
    public static Place PlaceOf(Exception exception, Predicate<string> isScript, Place otherwise)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames().FirstOrDefault(f => f.GetFileName() is { } file && isScript(file));
        return frame?.GetFileName() is { } path ? new Place(path, frame.GetFileLineNumber()) : otherwise;
    }
}
