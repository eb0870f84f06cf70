using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Runs compiled scripts once and gives back what they declare. What they declare keeps loaded what it needs of them: functions and models, else nothing.</summary>
/// <param name="time">The clock of the deadline.</param>
public sealed class ScriptRunner(TimeProvider time)
{
    /// <summary>How long all scripts together may run, and what they may take.</summary>
    public ScriptLimits Limits { get; init; } = new();

    /// <summary>Runs every script and checks what they declare together. One that throws or does not end is a finding, like whatever does not fit together.</summary>
    public Declared Run(CompiledScripts compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var run = new Run(compiled, Limits);
        return ApartThread.Run(_ => run.Start(), time, Limits, out var watch) ? run.Result() : run.NeverEnded(watch);
    }
}

/// <summary>One run of a set.</summary>
internal sealed class Run(CompiledScripts compiled, ScriptLimits limits)
{
    // Of scripts that were left behind nothing is known.
    private static readonly LeftOut Everything = new([], [], Unnamed: true);

    private readonly List<Diagnostic> findings = [];
    private volatile string at = "";
    private Declared declared = new(Definitions.None, [], Everything);

    public Declared Result() => declared with
    {
        Findings = [.. compiled.Findings.Concat(findings).Concat(declared.Findings).OrderBy(f => f.At?.File, StringComparer.Ordinal).ThenBy(f => f.At?.Line).ThenBy(f => f.At?.Column)],
    };

    public Declared NeverEnded(Watch watch) =>
        new(Definitions.None, [.. compiled.Findings, ScriptRules.NeverEnds.At(watch.Line > 0 ? new Place(at, watch.Line) : new Place(at), limits.Seconds)], Everything);

    public void Start()
    {
        using var context = new ScriptContext(compiled);
        using var scope = DefinitionScope.Begin();
        foreach (var script in compiled.Scripts)
        {
            at = script.Path;
            LoopGuard.At(0);
            Try(() => context.Execute(script));
        }

        LoopGuard.At(0);
        Try(() => declared = MetricMentions.Complete(scope, compiled, compiled.IsPartial || findings.Count > 0));
    }

    private void Try(Action action)
    {
        try
        {
            action();
        }
        catch (MeritException e)
        {
            findings.AddRange(e.Diagnostics);
        }
#pragma warning disable CA1031 // Whatever a script throws is a finding about the script.
        catch (Exception e)
#pragma warning restore CA1031
        {
            findings.Add(Explain(e));
        }
    }

    private Diagnostic Explain(Exception exception)
    {
        var place = Failure.PlaceOf(exception, file => compiled.Scripts.Any(s => s.Path == file), new Place(at));
        return exception switch
        {
            ScriptDeadlineException => ScriptRules.NeverEnds.At(place, limits.Seconds),
            InsufficientExecutionStackException => ScriptRules.EndlessRecursion.At(place),
            ScriptMemoryException or OutOfMemoryException => ScriptRules.TooMuchMemory.At(place),
            _ => ScriptRules.Threw.At(place, exception.GetType().Name, exception.Message),
        };
    }
}
