using Merit.Metrics.Language;

namespace Merit.Metrics.Planning.Goals;

/// <summary>Whether a metric is itself made of goals, as an attainment is: then it stands for nothing but the goals' own rows already.</summary>
internal static class GoalUse
{
    public static bool Of(Definitions definitions, Measure measure) => measure.Tree().Any(m => m is TargetMeasure
        || (m is MetricRef reference && definitions.Metric(reference.Id) is { } found && Of(definitions, found.Measure)));
}
