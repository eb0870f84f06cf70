using System.Diagnostics;
using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Runs compiled scripts once and gives back what they declare. Nothing of them stays loaded.</summary>
/// <param name="time">The clock of the deadline.</param>
public sealed class ScriptRunner(TimeProvider time)
{
    private const int StackBytes = 4 << 20;

    /// <summary>How long all scripts together may run.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>How much longer a script may be at work where no check reaches it, inside LINQ, before it is left behind.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Runs every script and checks what they declare together.</summary>
    /// <exception cref="MeritException">A script threw or did not end, or the definitions do not fit together.</exception>
    public Definitions Run(CompiledScripts compiled)
    {
        ArgumentNullException.ThrowIfNull(compiled);
        var run = new Run(compiled, time, Limit);

        // A thread of its own: its stack has a known size, and a loop the guard cannot see (inside LINQ) can be left behind.
        var thread = new Thread(run.Start, StackBytes) { IsBackground = true, Name = "scripts" };
        thread.Start();
        return thread.Join(Limit + Grace) ? run.Result() : throw new MeritException(run.NeverEnded());
    }
}

/// <summary>One run of a set.</summary>
internal sealed class Run(CompiledScripts compiled, TimeProvider time, TimeSpan limit)
{
    private readonly List<Diagnostic> findings = [];
    private volatile string at = "";
    private Definitions? definitions;

    public Definitions Result() => definitions ?? throw new MeritException(findings);

    public Diagnostic NeverEnded() => ScriptRules.NeverEnds.At(new Place(at), Seconds);

    private string Seconds => limit.TotalSeconds.ToString("0.##", CultureInfo.InvariantCulture);

    public void Start()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        LoopGuard.Start(time, limit);
        using var context = new ScriptContext(compiled);
        using var scope = DefinitionScope.Begin();
        foreach (var script in compiled.Scripts)
        {
            at = script.Path;
            Try(() => context.Execute(script));
        }

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

    private Diagnostic Explain(Exception exception) => exception switch
    {
        ScriptDeadlineException => ScriptRules.NeverEnds.At(PlaceOf(exception), Seconds),
        InsufficientExecutionStackException => ScriptRules.EndlessRecursion.At(PlaceOf(exception)),
        _ => ScriptRules.Threw.At(PlaceOf(exception), exception.GetType().Name, exception.Message),
    };

    // The innermost line of a script; columns are those of the text with checks and say nothing.
    private Place PlaceOf(Exception exception)
    {
        var frame = new StackTrace(exception, fNeedFileInfo: true).GetFrames()
            .FirstOrDefault(f => compiled.Scripts.Any(s => s.Path == f.GetFileName()));
        return frame is null ? new Place(at) : new Place(frame.GetFileName() ?? at, frame.GetFileLineNumber());
    }
}
