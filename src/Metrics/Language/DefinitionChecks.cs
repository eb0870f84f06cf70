using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

/// <summary>What must hold of all definitions together, whatever the data.</summary>
internal static class DefinitionChecks
{
    public static IReadOnlyList<Diagnostic> Of(Definitions definitions) =>
    [
        .. definitions.Metrics.Where(m => !Identifiers.IsMetricId(m.Id)).Select(m => DefinitionRules.BadId.At(m.At, m.Id)),
        .. definitions.Metrics.Where(m => !Words.IsNumberFormat(m.Format)).Select(m => DefinitionRules.BadFormat.At(m.At, m.Id, m.Format)),
        .. Duplicates(definitions.Metrics.Select(m => (m.Id, m.At))),
        .. Duplicates(definitions.Scorecards.Select(s => (s.Id, s.At))),
        .. definitions.Metrics.SelectMany(m => References(definitions, m.Id, m.Measure, m.At)),
        .. Cycles(definitions),
        .. definitions.Metrics.SelectMany(m => MeasureChecks.Of(definitions, m.Id, m.Measure, m.At)),
        .. definitions.Metrics.SelectMany(m => DerivedChecks.Of(definitions, m)),
        .. definitions.Scorecards.SelectMany(s => ScorecardChecks.Of(definitions, s)),
        .. ReuseChecks.Of(definitions),
        .. FunctionChecks.Of(definitions),
        .. ModelChecks.Of(definitions),
        .. TestChecks.Of(definitions),
    ];

    /// <summary>References of a measure to metrics nobody declares.</summary>
    public static IEnumerable<Diagnostic> References(Definitions definitions, string owner, Measure measure, Place at) =>
        measure.Tree().Select(ReferredTo).OfType<string>().Distinct(StringComparer.Ordinal)
            .Where(id => definitions.Metric(id) is null)
            .Select(id => DefinitionRules.UnknownMetric.At(at, owner, id, MeantInstead(definitions, id)) with { Missing = id });

    private static string? ReferredTo(Measure measure) => measure switch
    {
        MetricRef reference => reference.Id,
        TargetMeasure target => target.Metric,
        BenchmarkMeasure benchmark => benchmark.Metric,
        _ => null,
    };

    private static string MeantInstead(Definitions definitions, string id) =>
        Nearest.To(id, definitions.Metrics.Select(m => m.Id)) is { } near
            ? $"Did you mean metrics.{near}?"
            : $"Declare it with Metric(\"{id}\", …) in a script under metrics/.";

    /// <summary>Ids declared more than once.</summary>
    public static IEnumerable<Diagnostic> Duplicates(IEnumerable<(string Id, Place At)> declared) =>
        declared.GroupBy(d => d.Id, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1).Select(again => DefinitionRules.Duplicate.At(again.At, again.Id, same.First().At)));

    private static IEnumerable<Diagnostic> Cycles(Definitions definitions)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var metric in definitions.Metrics)
        {
            if (!told.Contains(metric.Id) && CycleFrom(definitions, metric.Id, [metric.Id]) is { } cycle)
            {
                told.UnionWith(cycle);
                yield return DefinitionRules.Cycle.At(metric.At, metric.Id, string.Join(" → ", cycle));
            }
        }
    }

    // The way from the first id of the path back to itself, or null. Only metrics on the way are followed twice, so it ends.
    private static IReadOnlyList<string>? CycleFrom(Definitions definitions, string start, IReadOnlyList<string> path)
    {
        var references = definitions.Metric(path[^1])?.Measure.Tree().OfType<MetricRef>().Select(r => r.Id).Distinct(StringComparer.Ordinal) ?? [];
        foreach (var next in references)
        {
            if (string.Equals(next, start, StringComparison.Ordinal))
            {
                return [.. path, next];
            }

            if (!path.Contains(next, StringComparer.Ordinal) && CycleFrom(definitions, start, [.. path, next]) is { } cycle)
            {
                return cycle;
            }
        }

        return null;
    }
}
