using Merit.Metrics.Language;

namespace Merit.Metrics.Planning.Goals;

/// <summary>A metric and its own goal, one divided by or taken from the other: a comparison, of like with like.</summary>
internal static class GoalPair
{
    /// <summary>The same with that part of the metric for which its goals are set; null where it is no such pair.</summary>
    public static Combination? Of(Combination both) => (both.Operator, both.Left, both.Right) switch
    {
        (not (MeasureOperator.Divide or MeasureOperator.Subtract), _, _) => null,
        (_, MetricRef metric, TargetMeasure target) when IsOf(metric, target) => new Combination(metric.Targeted(), both.Operator, target),
        (_, TargetMeasure target, MetricRef metric) when IsOf(metric, target) => new Combination(target, both.Operator, metric.Targeted()),
        _ => null,
    };

    private static bool IsOf(MetricRef metric, TargetMeasure target) => string.Equals(metric.Id, target.Metric, StringComparison.Ordinal);
}
