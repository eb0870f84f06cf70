namespace Merit.Metrics.Language;

/// <summary>The parameters a metric depends on: its own, and those of the metrics and segments it is made of.</summary>
internal static class UsedParameters
{
    public static IReadOnlyList<string> Of(Definitions definitions, Measure measure) =>
        [.. Named(definitions, measure).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    // Definitions hold no cycle, so this ends.
    private static IEnumerable<string> Named(Definitions definitions, Measure measure) => measure.Tree().SelectMany(part => part switch
    {
        ParameterMeasure parameter => [parameter.Parameter],
        MetricRef used when definitions.Metric(used.Id) is { } metric => Named(definitions, metric.Measure),
        Aggregate aggregate => aggregate.Conditions.Select(c => c.Node).Concat(aggregate.Value is { } value ? [value] : []).SelectMany(n => Named(definitions, n)),
        _ => Enumerable.Empty<string>(),
    });

    private static IEnumerable<string> Named(Definitions definitions, RowNode row) => row.Tree().SelectMany(node => node switch
    {
        ParameterNode parameter => [parameter.Id],
        SegmentNode segment when definitions.Segment(segment.Id) is { } found => Named(definitions, found.Condition.Node),
        _ => Enumerable.Empty<string>(),
    });
}
