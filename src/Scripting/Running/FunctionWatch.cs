using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Watches over a function of a script while the engine has it work on one chunk of rows, on whatever thread.</summary>
public sealed class FunctionWatch : IDisposable
{
    private const int ShownLength = 60;

    private static readonly ScriptLimits Limits = new();

    private readonly FunctionDefinition _function;
    private readonly Watch _watch = new(TimeProvider.System, Limits);

    private FunctionWatch(FunctionDefinition function) => _function = function;

    /// <summary>Begins; until it is disposed, the checks in the function's code answer to it.</summary>
    public static FunctionWatch Begin(FunctionDefinition function)
    {
        var begun = new FunctionWatch(function);
        LoopGuard.Begin(begun._watch);
        Watchdog.Add(begun);
        return begun;
    }

    /// <summary>What a call that failed comes to: the function, its line, and what it was called with.</summary>
    public MeritException Failed(Exception cause, IEnumerable<object?> arguments) => new(
        ScriptRules.FunctionFailed.At(
            Failure.PlaceOf(cause, file => file == _function.At.File, _function.At), _function.Name, Failure.Words(cause, Limits), string.Join(", ", arguments.Select(Shown))),
        cause);

    /// <inheritdoc/>
    public void Dispose()
    {
        Watchdog.Remove(this);
        LoopGuard.End();
    }

    internal bool IsStuck => _watch.IsStuck;

    internal Diagnostic Stuck() =>
        ScriptRules.FunctionNeverEnds.At(_watch.Line > 0 ? new Place(_function.At.File, _watch.Line) : _function.At, _function.Name, Limits.Seconds);

    private static string Shown(object? value) => value switch
    {
        null => "nothing",
        string text => text.Length > ShownLength ? $"\"{text[..ShownLength]}…\"" : $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
