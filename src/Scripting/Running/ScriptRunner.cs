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

    /// <summary>Runs every script and checks what they declare together.</summary>
    /// <exception cref="MeritException">A script threw or did not end, or the definitions do not fit together.</exception>
    public Definitions Run(CompiledScripts compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var run = new Run(compiled, Limits);
        return ApartThread.Run(_ => run.Start(), time, Limits, out var watch) ? run.Result() : throw new MeritException(run.NeverEnded(watch));
    }
}

/// <summary>One run of a set.</summary>
internal sealed class Run(CompiledScripts compiled, ScriptLimits limits)
{
    private readonly List<Diagnostic> findings = [];
    private volatile string at = "";
    private Definitions? definitions;

    public Definitions Result() => definitions ?? throw new MeritException(findings);

    public Diagnostic NeverEnded(Watch watch) => ScriptRules.NeverEnds.At(watch.Line > 0 ? new Place(at, watch.Line) : new Place(at), limits.Seconds);

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
        if (findings.Count == 0)
        {
            Try(() => definitions = MetricMentions.Complete(scope, compiled.References));
        }
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
