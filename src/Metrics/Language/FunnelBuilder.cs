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

        yield return Reached(0, $"Those that reached the first stage, {stages[0].Label}.", $"到达首个阶段“{stages[0].LabelZh}”的数量。");
        for (var i = 1; i < stages.Count; i++)
        {
            var (stage, before) = (stages[i], stages[i - 1]);
            var (step, stepZh) = ($"{before.Label} → {stage.Label}", $"{before.LabelZh} → {stage.LabelZh}");
            yield return Reached(i, $"Of those that began, the ones that reached {stage.Label}.", $"进入漏斗者中到达“{stage.LabelZh}”的数量。");
            yield return Metric($"{stage.Id}_rate", rows.Reached(i) / rows.Reached(i - 1), step, $"{stepZh} 转化率", Unit.Percent)
                .Said($"Of those that reached {before.Label}, the share that reached {stage.Label}.", $"到达“{before.LabelZh}”者中到达“{stage.LabelZh}”的比例。");
            yield return Days(stage.Id + "_days", i - 1, i, $"days {step}", $"{stepZh} 天数");
        }

        var last = stages.Count - 1;
        yield return Metric("rate", rows.Reached(last) / rows.Reached(0), "overall rate", "总转化率", Unit.Percent)
            .Said($"Of those that began, the share that reached {stages[last].Label}.", $"进入漏斗者中到达“{stages[last].LabelZh}”的比例。");
        yield return Days("days", 0, last, "days overall", "总天数");

        MetricDefinition Reached(int stage, string english, string chinese) =>
            Metric(stages[stage].Id, rows.Reached(stage), stages[stage].Label, stages[stage].LabelZh, Unit.Number).Said(english, chinese);

        MetricDefinition Days(string id, int from, int to, string english, string chinese) =>
            (Metric(id, rows.Days(from, to), english, chinese, Unit.Days) with { LowerIsBetter = true })
            .Said($"Median days from {stages[from].Label} to {stages[to].Label}, over those that reached both.", $"从“{stages[from].LabelZh}”到“{stages[to].LabelZh}”的天数中位数，仅计两者皆到达者。");
    }

    private MetricDefinition Metric(string part, Measure measure, string english, string chinese, Unit unit) =>
        new($"{Id}_{part}", measure, At) { Label = $"{label}: {english}", LabelZh = $"{labelZh ?? label}：{chinese}", Unit = unit };
}
