using Merit.Metrics.Language;

namespace Merit.Metrics.Planning;

/// <summary>Whether a metric is a sum or count: then its goals add up, and of nothing it is zero. Rates and averages are not.</summary>
internal static class Additivity
{
    public static bool Of(Definitions definitions, Measure measure) => Of(definitions, measure, []);

    // One that goes round in a circle is told elsewhere too; here it must only end.
    private static bool Of(Definitions definitions, Measure measure, IReadOnlyList<string> path) => measure switch
    {
        Aggregate { Function: AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct, Among: null } => true,

        // Of one that nobody declares nothing is known, and that is told elsewhere.
        MetricRef reference => path.Contains(reference.Id, StringComparer.Ordinal) || definitions.Metric(reference.Id) is not { } found || Of(definitions, found.Measure, [.. path, reference.Id]),
        MovedMeasure moved => Of(definitions, moved.Inner, path),
        ChangeMeasure { Relative: false } change => Of(definitions, change.Inner, path),
        Combination { Operator: MeasureOperator.Add or MeasureOperator.Subtract } both => Of(definitions, both.Left, path) && Of(definitions, both.Right, path),
        Combination { Operator: MeasureOperator.Multiply, Left: ConstantMeasure } scaled => Of(definitions, scaled.Right, path),
        Combination { Operator: MeasureOperator.Multiply or MeasureOperator.Divide, Right: ConstantMeasure } scaled => Of(definitions, scaled.Left, path),
        _ => false,
    };
}
