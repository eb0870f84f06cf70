using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A funnel being declared: the rows of one table, dated by the first stage, and how far they got. A later stage implies the earlier ones.</summary>
/// <remarks>It declares metrics: for every stage <c>funnel_stage</c> (rows that reached it), from the second on <c>funnel_stage_rate</c> (of those of the stage before)
/// and <c>funnel_stage_days</c> (median days since the stage before), and for the whole <c>funnel_rate</c> and <c>funnel_days</c>.</remarks>
public sealed class FunnelBuilder
{
    private readonly IReadOnlyList<FunnelStage> stages;
    private readonly List<(Expr<bool> Condition, Place At)> conditions = [];
    private string label;
    private string? labelZh;

    internal FunnelBuilder(string id, IReadOnlyList<FunnelStage> stages, Place at)
    {
        (Id, this.stages, At) = (id, stages, at);
        label = Words.Sentence(id);
    }

    internal string Id { get; }

    internal Place At { get; }

    /// <summary>What readers call it, in English and Chinese.</summary>
    public FunnelBuilder Label(string en, string? zh = null)
    {
        (label, labelZh) = (en, zh);
        return this;
    }

    /// <summary>Keeps the rows for which the condition holds.</summary>
    public FunnelBuilder Where(Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        conditions.Add((condition, new Place(file, line)));
        return this;
    }

    /// <summary>What keeps it from being one, or null.</summary>
    internal string? Problem() =>
        stages.Count < 2 ? "it has fewer than two stages"
        : Tables() is { Count: > 1 } tables ? $"its stages are of {string.Join(" and ", tables)}"
        : stages.GroupBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice ? $"it has two stages '{twice.Key}'"
        : stages.FirstOrDefault(s => !Identifiers.IsMetricId(s.Id)) is { } bad ? $"'{bad.Id}' cannot be the name of a stage"
        : null;

    internal IEnumerable<MetricDefinition> Build()
    {
        if (Problem() is not null)
        {
            yield break;
        }

        var (name, nameZh) = (label, labelZh ?? label);
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            yield return Metric(stage.Id, Reached(i), $"{name}: {stage.Label}", $"{nameZh}：{stage.LabelZh}", Unit.Number);
            if (i > 0)
            {
                var before = stages[i - 1];
                yield return Metric($"{stage.Id}_rate", Reached(i) / Reached(i - 1), $"{name}: {before.Label} → {stage.Label}", $"{nameZh}：{before.LabelZh} → {stage.LabelZh} 转化率", Unit.Percent);
                yield return Metric(
                    $"{stage.Id}_days", Days(before, stage), $"{name}: days {before.Label} → {stage.Label}", $"{nameZh}：{before.LabelZh} → {stage.LabelZh} 天数", Unit.Days, lowerIsBetter: true);
            }
        }

        yield return Metric("rate", Reached(stages.Count - 1) / Reached(0), $"{name}: overall rate", $"{nameZh}：总转化率", Unit.Percent);
        yield return Metric("days", Days(stages[0], stages[^1]), $"{name}: days overall", $"{nameZh}：总天数", Unit.Days, lowerIsBetter: true);
    }

    private MetricDefinition Metric(string part, Measure measure, string english, string chinese, Unit unit, bool lowerIsBetter = false) =>
        new($"{Id}_{part}", measure, At) { Label = english, LabelZh = chinese, Unit = unit, LowerIsBetter = lowerIsBetter };

    // Reached, or gone beyond: a lead that was won was qualified, whether or not anybody wrote it down.
    private Aggregate Reached(int stage) => Narrowed(
        new Aggregate(AggregateFunction.Count, Tables()[0], null).Where(
            new Expr<bool>(stages.Skip(stage).Select(s => (RowNode)new HasValueNode(s.Reached.Node)).Aggregate((any, next) => new BinaryNode(RowOperator.Or, any, next))), At.File, At.Line));

    private Aggregate Days(FunnelStage from, FunnelStage to) =>
        Narrowed(new Aggregate(AggregateFunction.Median, Tables()[0], new ElapsedNode(from.Reached.Node, to.Reached.Node, ElapsedUnit.Days)));

    private Aggregate Narrowed(Aggregate all)
    {
        var dated = stages[0].Reached switch
        {
            Column<DateTime> time => all.On(time, At.File, At.Line),
            Column<DateOnly> day => all.On(day, At.File, At.Line),
            _ => all,
        };
        return conditions.Aggregate(dated, (narrowed, c) => narrowed.Where(c.Condition, c.At.File, c.At.Line));
    }

    private List<string> Tables() => [.. stages.SelectMany(s => s.Reached.Node.Columns).Select(c => c.Table).Distinct(StringComparer.Ordinal)];
}
