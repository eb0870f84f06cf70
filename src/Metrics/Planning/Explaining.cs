using Merit.Metrics.Language;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Says what the metrics of a question are made of, from the very scans and paths the statement is made of.</summary>
internal static class Explaining
{
    public static IReadOnlyList<MetricExplanation> Of(Question question) =>
        [.. question.Metrics.Select(m => new MetricExplanation(m.Definition.Id, FormulaText.Of(m.Definition.Measure), [.. Facts(question, m)]))];

    private static IEnumerable<FactExplanation> Facts(Question question, AskedMetric metric) =>
        metric.Tree().OfType<AggregateLeaf>().DistinctBy(l => (l.Scan.Name, l.Measure.Column)).Select(leaf =>
        {
            var fact = leaf.Scan.Fact.Name;
            return new FactExplanation(
                fact,
                leaf.Measure.Value is { } value ? $"{leaf.Measure.Function.ToString().ToLowerInvariant()} of {RowText.Of(value)}" : "rows",
                leaf.Scan is { Time: { } time, Span: not Span.AllTime } ? time.Text(fact) : "",
                string.Join(", ", question.Context.Schema.Table(fact)?.Key ?? []),
                [.. question.By.Select(b => b.Dimension).Select(d => Path(d, leaf.Scan)).OfType<PathExplanation>()]);
        });

    private static PathExplanation? Path(Dimension dimension, Scan scan)
    {
        var reach = dimension.Grain is null ? dimension.Of(scan.Fact.Name) : scan.Time;
        return reach is null ? null : new PathExplanation(dimension.Id, reach.Text(scan.Fact.Name));
    }
}
