using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Metrics.Language;

/// <summary>What must hold of one measure: every aggregate reads one table.</summary>
internal static class MeasureChecks
{
    public static IEnumerable<Diagnostic> Of(Definitions definitions, string owner, Measure measure, Place at)
    {
        foreach (var part in measure.Tree())
        {
            var findings = part switch
            {
                Aggregate aggregate => OfAggregate(owner, aggregate, at),
                MetricRef { Model: { } model } reference when !IsAttributed(definitions, reference) =>
                    [DefinitionRules.ModelWithoutCredit.At(at, owner, model)],
                _ => [],
            };
            foreach (var finding in findings)
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Diagnostic> OfAggregate(string owner, Aggregate aggregate, Place at)
    {
        if (aggregate.Value is { } value)
        {
            var tables = value.Columns.Select(c => c.Table).Distinct(StringComparer.Ordinal).ToList();
            if (tables.Count != 1)
            {
                yield return DefinitionRules.MixedTables.At(at, owner, tables.Count == 0 ? "a constant" : "columns of " + string.Join(" and ", tables));
            }

            if (LevelChecks.Of(owner, aggregate, value, at) is { } level)
            {
                yield return level;
            }

            if (aggregate.Fraction is { } fraction and not (>= 0 and <= 1))
            {
                yield return DefinitionRules.BadPercentile.At(at, owner, fraction);
            }
        }

        foreach (var condition in aggregate.Conditions)
        {
            if (condition.Node.Columns.FirstOrDefault(c => !string.Equals(c.Table, aggregate.Table, StringComparison.Ordinal)) is { } foreign)
            {
                yield return DefinitionRules.ForeignCondition.At(condition.At, foreign, aggregate.Table, foreign.Table);
            }
        }

        if (aggregate.TimeColumn is { } time && !string.Equals(time.Table, aggregate.Table, StringComparison.Ordinal))
        {
            yield return DefinitionRules.ForeignTime.At(aggregate.TimeAt, time, aggregate.Table);
        }

        if (aggregate.Among is { } among && SpreadProblem(aggregate, among) is { } why)
        {
            yield return DefinitionRules.BadSpread.At(aggregate.AmongAt, owner, among, why);
        }

        if (aggregate is { Credit: null, Model: { } model })
        {
            yield return DefinitionRules.ModelWithoutCredit.At(at, owner, model);
        }
    }

    private static string? SpreadProblem(Aggregate aggregate, ColumnNode among) =>
        !string.Equals(among.Table, aggregate.Table, StringComparison.Ordinal) ? $"the rows are those of {aggregate.Table}"
        : aggregate.Function is AggregateFunction.First or AggregateFunction.Last ? "a level is added up over its series already"
        : aggregate.Credit is not null ? "credit is shared out, and no value of a column has a sum of its own"
        : aggregate.Path is not null ? "contacts that are followed have no value of it"
        : null;

    // An unknown or circular reference is reported elsewhere; here it counts as attributed so that it is not reported twice.
    private static bool IsAttributed(Definitions definitions, MetricRef reference)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        return Reads(reference);

        bool Reads(Measure measure) => measure.Tree().Any(m => m switch
        {
            Aggregate aggregate => aggregate.Credit is not null,
            MetricRef inner => definitions.Metric(inner.Id) is not { } found || (seen.Add(inner.Id) && Reads(found.Measure)),
            _ => false,
        });
    }
}
