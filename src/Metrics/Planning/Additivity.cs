using Merit.Metrics.Language;

namespace Merit.Metrics.Planning;

/// <summary>Whether a metric is a sum or count: then its goals add up, and of nothing it is zero. Rates and averages are not.</summary>
internal static class Additivity
{
    public static bool Of(Definitions definitions, Measure measure) => measure switch
    {
        Aggregate { Function: AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct, Among: null } => true,
        MetricRef reference => definitions.Metric(reference.Id) is { } found && Of(definitions, found.Measure),
        MovedMeasure moved => Of(definitions, moved.Inner),
        ChangeMeasure { Relative: false } change => Of(definitions, change.Inner),
        Combination { Operator: MeasureOperator.Add or MeasureOperator.Subtract } both => Of(definitions, both.Left) && Of(definitions, both.Right),
        Combination { Operator: MeasureOperator.Multiply, Left: ConstantMeasure } scaled => Of(definitions, scaled.Right),
        Combination { Operator: MeasureOperator.Multiply or MeasureOperator.Divide, Right: ConstantMeasure } scaled => Of(definitions, scaled.Left),
        _ => false,
    };
}
