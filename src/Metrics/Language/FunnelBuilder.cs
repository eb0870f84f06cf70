using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A funnel being declared: the rows of one table and how far they got (a later stage implies the earlier ones), or contacts and what happened to them one
/// after the other. Both count in the group and on the day of the first stage.</summary>
/// <remarks>It declares metrics: for every stage <c>funnel_stage</c> (those that reached it), from the second on <c>funnel_stage_rate</c> (of those of the stage before)
/// and <c>funnel_stage_days</c> (median days since the stage before), and for the whole <c>funnel_rate</c> and <c>funnel_days</c>.</remarks>
public sealed class FunnelBuilder
{
    private readonly IReadOnlyList<FunnelStage> stages;
    private readonly TimeSpan? within;
    private readonly List<Condition> conditions = [];
    private string label;
    private string? labelZh;

    internal FunnelBuilder(string id, IReadOnlyList<FunnelStage> stages, TimeSpan? within, Place at)
    {
        (Id, this.stages, this.within, At) = (id, stages, within, at);
        label = Words.Sentence(id);
    }

    internal string Id { get; }

    internal Place At { get; }

    private FunnelRows Rows => within is { } length ? new ContactEvents(Id, stages, conditions, length, At) : new RowTimes(stages, conditions, At);

    /// <summary>What readers call it, in English and Chinese.</summary>
    public FunnelBuilder Label(string en, string? zh = null)
    {
        (label, labelZh) = (en, zh);
        return this;
    }

    /// <summary>Keeps the rows for which the condition holds; of contacts, those of the first stage.</summary>
    public FunnelBuilder Where(Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        conditions.Add(new Condition(condition.Node, new Place(file, line)));
        return this;
    }

    /// <summary>What keeps it from being one, or null.</summary>
    internal Diagnostic? Problem() => Rows.Problem() is not { } problem ? null
        : within is null ? DefinitionRules.BadFunnel.At(At, Id, problem) : DefinitionRules.BadPath.At(At, Id, problem);

    internal IEnumerable<MetricDefinition> Build()
    {
        var rows = Rows;
        if (rows.Problem() is not null)
        {
            yield break;
        }

        var (name, nameZh) = (label, labelZh ?? label);
        for (var i = 0; i < stages.Count; i++)
        {
            var stage = stages[i];
            yield return Metric(stage.Id, rows.Reached(i), $"{name}: {stage.Label}", $"{nameZh}：{stage.LabelZh}", Unit.Number);
            if (i > 0)
            {
                var before = stages[i - 1];
                yield return Metric($"{stage.Id}_rate", rows.Reached(i) / rows.Reached(i - 1), $"{name}: {before.Label} → {stage.Label}", $"{nameZh}：{before.LabelZh} → {stage.LabelZh} 转化率", Unit.Percent);
                yield return Metric(
                    $"{stage.Id}_days", rows.Days(i - 1, i), $"{name}: days {before.Label} → {stage.Label}", $"{nameZh}：{before.LabelZh} → {stage.LabelZh} 天数", Unit.Days, lowerIsBetter: true);
            }
        }

        yield return Metric("rate", rows.Reached(stages.Count - 1) / rows.Reached(0), $"{name}: overall rate", $"{nameZh}：总转化率", Unit.Percent);
        yield return Metric("days", rows.Days(0, stages.Count - 1), $"{name}: days overall", $"{nameZh}：总天数", Unit.Days, lowerIsBetter: true);
    }

    private MetricDefinition Metric(string part, Measure measure, string english, string chinese, Unit unit, bool lowerIsBetter = false) =>
        new($"{Id}_{part}", measure, At) { Label = english, LabelZh = chinese, Unit = unit, LowerIsBetter = lowerIsBetter };
}
