using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Planning;

/// <content>Goals, and metrics as they are compared with them.</content>
internal sealed partial class FormulaBuilder
{
    public Goal GoalOf(string metric) => GoalOf(metric, Reading.Plain);

    /// <summary>A metric as it is compared with its goal.</summary>
    public Formula TargetedOf(MetricDefinition metric, string? model) => Targeted(metric, Reading.Plain with { Model = model });

    private Goal GoalOf(string metric, Reading reading)
    {
        var key = $"{metric} {reading.Text}";
        if (!goals.TryGetValue(key, out var goal))
        {
            goals[key] = goal = new Goal(
                metric,
                reading,
                context.Definitions.Metric(metric) is { } found && Additivity.Of(context.Definitions, found.Measure),
                [.. GoalLevels.Of(context.Schema, metric).Select(g => g.Level)])
            {
                // Which part of a goal is for the rows that count toward another, nobody has said.
                Reason = reading.Cover is null ? NoValue.None : NoValue.NotMeaningful,
            };
        }

        return goal;
    }

    private TargetedFormula Targeted(MetricDefinition metric, Reading reading)
    {
        var isOfGoals = GoalUse.Of(context.Definitions, metric.Measure);
        return new TargetedFormula(GoalOf(metric.Id, reading), [.. GoalLevels.Of(context.Schema, metric.Id).Select(set => Of(set))]);

        (string, Formula, Formula) Of(GoalSchema set)
        {
            var all = Toward(set);
            return (set.Level, shape.HasTimeGroups && set is { Dated: true, Undated: true } ? Toward(set with { Undated = false }) : all, all);
        }

        // Goals for everything that hold whatever the days leave nothing out.
        Formula Toward(GoalSchema set) =>
            this.Of(metric, isOfGoals || (set is { Level: GoalLevels.All, Undated: true } && context.Schema.Goals is not null) ? reading : reading.Toward(new GoalCover(set)));
    }

    // Rows that do not say for which campaign, channel or owner they are can count toward no goal of one.
    private bool CanTell(GoalCover cover, Scan scan) => cover.Set.Level == GoalLevels.All
        || (GoalLevels.Key(context.Facts, scan.Fact.Name, cover.Set.Level) is { } key
            && (scan.Series is not { } series || key.Reads.All(c => series.Contains(c, StringComparer.Ordinal))));
}
