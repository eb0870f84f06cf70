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
            return unknown.Count == 0 ? definitions : throw new MeritException(unknown);
        }
        catch (MeritException e) when (unknown.Count > 0)
        {
            throw new MeritException([.. unknown, .. e.Diagnostics.Where(d => d.Rule != DefinitionRules.UnknownMetric).Except(unknown)], e);
        }
    }

    private static Diagnostic Unknown(MetricReference mention, IReadOnlyList<string> declared) => ScriptRules.UnknownMetric.At(
        mention.At, mention.Name,
        Nearest.To(mention.Name, declared) is { } near
            ? $"Did you mean metrics.{near}?"
            : $"Declare it with Metric(\"{mention.Name}\", …) in a script under metrics/.");
}
