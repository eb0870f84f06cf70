using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Holds every <c>metrics.name</c> of the scripts against what they have declared.</summary>
internal static class MetricMentions
{
    /// <summary>Completes the scope; a name nobody declares is told where it is mentioned, not only where it is used.</summary>
    public static Definitions Complete(DefinitionScope scope, IReadOnlyList<MetricReference> mentions)
    {
        var declared = scope.MetricIds;
        var unknown = mentions.Where(m => !declared.Contains(m.Name, StringComparer.Ordinal)).Select(m => Unknown(m, declared)).ToList();
        try
        {
            var definitions = scope.Complete();
            return unknown.Count == 0 ? definitions with { Warnings = [.. mentions.Select(m => Deprecated(m, definitions)).OfType<Diagnostic>()] } : throw new MeritException(unknown);
        }
        catch (MeritException e) when (unknown.Count > 0)
        {
            throw new MeritException([.. unknown, .. e.Diagnostics.Where(d => d.Rule != DefinitionRules.UnknownMetric).Except(unknown)], e);
        }
    }

    // A test of a metric on its way out is no use of it.
    private static Diagnostic? Deprecated(MetricReference mention, Definitions definitions) =>
        definitions.Metric(mention.Name) is { Deprecated: { } instead }
        && !definitions.Tests.SelectMany(t => t.Expectations).Any(e => e.Metric == mention.Name && e.At.File == mention.At.File && e.At.Line == mention.At.Line)
            ? DefinitionRules.Deprecated.At(mention.At, mention.Name, instead)
            : null;

    /// <summary>What is said of a name that no metric has.</summary>
    public static Diagnostic Unknown(MetricReference mention, IReadOnlyList<string> declared) => ScriptRules.UnknownMetric.At(
        mention.At, mention.Name,
        Nearest.To(mention.Name, declared) is { } near
            ? $"Did you mean metrics.{near}?"
            : $"Declare it with Metric(\"{mention.Name}\", …) in a script under metrics/.");
}
