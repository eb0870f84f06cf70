using Merit.Metrics.Language;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Says what the metrics of a question are made of, from the very scans and paths the statement is made of.</summary>
internal static class Explaining
{
    public static IReadOnlyList<MetricExplanation> Of(Question question) =>
        [.. question.Metrics.Select(m => new MetricExplanation(m.Definition.Id, FormulaText.Of(m.Definition.Measure), [.. Facts(question, m)])
        {
            Parts = [.. Parts(question.Context.Definitions, m.Definition.Measure).Where(p => !string.Equals(p.Id, m.Definition.Id, StringComparison.Ordinal)).DistinctBy(p => p.Id, StringComparer.Ordinal)],
            Parameters = UsedParameters.Of(question.Context.Definitions, m.Definition.Measure),
        })];

    private static IEnumerable<MetricPart> Parts(Definitions definitions, Measure measure)
    {
        // Definitions hold no cycle, so this ends.
        var used = measure.Tree().OfType<MetricRef>().Select(r => definitions.Metric(r.Id)).OfType<MetricDefinition>().ToList();
        return used.Select(m => new MetricPart(m.Id, FormulaText.Of(m.Measure))).Concat(used.SelectMany(m => Parts(definitions, m.Measure)));
    }

    private static IEnumerable<FactExplanation> Facts(Question question, AskedMetric metric) =>
        metric.Tree().OfType<AggregateLeaf>().DistinctBy(l => (l.Scan.Name, l.Measure.Column)).Select(leaf =>
        {
            var fact = leaf.Scan.Fact.Name;
            return new FactExplanation(
                fact,
                Taken(leaf.Measure),
                leaf.Scan is { Time: { } time, Span: not Span.AllTime } ? time.Text(fact) : "",
                string.Join(", ", question.Context.Schema.Table(fact)?.Key ?? []),
                [.. question.By.Select(b => b.Dimension).Select(d => Path(d, leaf.Scan)).OfType<PathExplanation>()])
            {
                Reads = [.. ReadColumns.Of(question, leaf).Distinct(StringComparer.Ordinal)],
            };
        });

    /// <summary>What a measure takes of the rows of its fact, in words.</summary>
    public static string Taken(ScanMeasure measure) => measure.IsSpread ? $"spread of {TakenOfEach(measure)}" : TakenOfEach(measure);

    private static string TakenOfEach(ScanMeasure measure) =>
        measure.Value is { } value ? $"{measure.Function.ToString().ToLowerInvariant()} of {RowText.Of(value)}"
        : measure.Credit is { } credit ? $"{credit.ToString().ToLowerInvariant()} by {measure.Model}"
        : "rows";

    private static PathExplanation? Path(Dimension dimension, Scan scan)
    {
        var reach = dimension.Grain is null ? dimension.Of(scan.Fact.Name) : scan.Time;
        return reach is null ? null : new PathExplanation(dimension.Id, reach.Text(scan.Fact.Name));
    }
}
