using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Lets a model make its rows, on a thread of its own that is left behind where it does not end.</summary>
/// <param name="time">The clock of the deadline.</param>
public sealed class ModelRunner(TimeProvider time)
{
    // A model works on rows; a script only declares.
    private const int TimesLonger = 6;

    /// <summary>What a model may take unless told otherwise: more than a script.</summary>
    public static ScriptLimits UsualLimits { get; } = LongerThan(new ScriptLimits());

    /// <summary>How long one model may run, and what it may take.</summary>
    public ScriptLimits Limits { get; init; } = UsualLimits;

    /// <summary>The rows that a model makes of those it has been given.</summary>
    /// <exception cref="MeritException">It threw or did not end.</exception>
    public IReadOnlyList<object?[]> Run(ModelDefinition model, ModelRun begun)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(begun);
        IReadOnlyList<object?[]> made = [];
        MeritException? failed = null;
        var ended = ApartThread.Run(
            _ =>
            {
                try
                {
                    made = begun.Make();
                }
#pragma warning disable CA1031 // Whatever a model throws is a finding about the script.
                catch (Exception e)
#pragma warning restore CA1031
                {
                    failed = Failed(model, Failure.PlaceOf(e, file => file == model.At.File, model.At), Failure.Words(e, Limits), e);
                }
            },
            time, Limits, out var watch);
        return !ended ? throw Failed(model, watch.Line > 0 ? new Place(model.At.File, watch.Line) : model.At, Failure.StillRunning(Limits))
            : failed is not null ? throw failed
            : made;
    }

    private static ScriptLimits LongerThan(ScriptLimits limits) => limits with { Time = limits.Time * TimesLonger, Memory = limits.Memory * 2 };

    private static MeritException Failed(ModelDefinition model, Place at, string words, Exception? cause = null) => new(ScriptRules.ModelFailed.At(at, model.Name, words), cause);
}
