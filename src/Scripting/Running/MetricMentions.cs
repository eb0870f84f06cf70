using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Scripting.Running;

/// <summary>Holds every <c>metrics.name</c> of the scripts against what they have declared.</summary>
internal static class MetricMentions
{
    /// <summary>Completes the scope; a name nobody declares is told where it is mentioned, not only where it is used.</summary>
    /// <param name="scope">What the scripts declared while they ran.</param>
    /// <param name="compiled">The scripts.</param>
    /// <param name="incomplete">Whether some of their statements did not run.</param>
    public static Declared Complete(DefinitionScope scope, CompiledScripts compiled, bool incomplete)
    {
        var ids = scope.MetricIds.ToHashSet(StringComparer.Ordinal);
        var declared = scope.Collect(compiled.Names, incomplete);
        var unknown = compiled.References.Where(m => !ids.Contains(m.Name) && !declared.LeftOut.Explains(m.Name)).Select(m => Unknown(m, ids)).ToList();
        var told = unknown.Select(u => u.Missing).ToHashSet(StringComparer.Ordinal);
        return declared with
        {
            Sound = declared.Sound with { Warnings = [.. compiled.References.Select(m => Deprecated(m, declared.Sound)).OfType<Diagnostic>()] },
            Findings = [.. unknown, .. declared.Findings.Where(f => f.Rule != DefinitionRules.UnknownMetric || !told.Contains(f.Missing))],
        };
    }

    // A test of a metric on its way out is no use of it.
    private static Diagnostic? Deprecated(MetricReference mention, Definitions definitions) =>
        definitions.Metric(mention.Name) is { Deprecated: { } instead }
        && !definitions.Tests.SelectMany(t => t.Expectations).Any(e => e.Metric == mention.Name && e.At.File == mention.At.File && e.At.Line == mention.At.Line)
            ? DefinitionRules.Deprecated.At(mention.At, mention.Name, instead)
            : null;

    private static Diagnostic Unknown(MetricReference mention, IReadOnlySet<string> declared) => ScriptRules.UnknownMetric.At(
        mention.At, mention.Name,
        Nearest.To(mention.Name, declared) is { } near
            ? $"Did you mean metrics.{near}?"
            : $"Declare it with Metric(\"{mention.Name}\", …) in a script under metrics/.") with { Missing = mention.Name };
}
