using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Explaining;

/// <summary>A metric that is not what it was.</summary>
/// <param name="Column">Its words, of the later definition where there is one.</param>
/// <param name="Kind">What happened to it.</param>
/// <param name="Through">The changed metrics it is made of, where its own definition is as it was.</param>
/// <param name="FormulaBefore">As it was defined; empty where it was not.</param>
/// <param name="FormulaNow">As it is defined; empty where it is not.</param>
/// <param name="Before">Its figure by the earlier definitions; null where it cannot be asked.</param>
/// <param name="Now">Its figure by the later ones.</param>
internal sealed record MetricChange(
    MetricColumn Column, ChangeKind Kind, IReadOnlyList<string> Through, string FormulaBefore, string FormulaNow, Figure? Before, Figure? Now)
{
    /// <summary>How much the figure moved, where there are two.</summary>
    public double? Difference => Now?.Value - Before?.Value;
}

/// <summary>What is compared.</summary>
/// <param name="Earlier">A revision.</param>
/// <param name="Later">Another one, or null for the scripts as they are.</param>
internal sealed record Revisions(string Earlier, string? Later)
{
    public static Revisions Of(string text) =>
        text.Split("..") is [{ Length: > 0 } earlier, { Length: > 0 } later] ? new Revisions(earlier, later) : new Revisions(text, null);

    public override string ToString() => Later is null ? $"since {Earlier}" : $"between {Earlier} and {Later}";
}

/// <summary>What happened to a metric.</summary>
internal enum ChangeKind
{
    Added,
    Removed,

    /// <summary>It is defined otherwise.</summary>
    Redefined,

    /// <summary>It is defined as it was, of metrics that are not.</summary>
    Affected,

    /// <summary>It gives the same figures in other words: a label, a unit, a direction.</summary>
    Reworded,
}

/// <summary>Compares definitions of two days, over one warehouse.</summary>
internal sealed class MetricChanges(WarehouseMeasures measuresBefore, Definitions before, WarehouseMeasures measuresNow, Definitions now)
{
    /// <summary>Every metric that changed, in the order of the later scripts, then those that are gone.</summary>
    public IReadOnlyList<MetricChange> Between(Period period)
    {
        var (was, isNow) = (Formulas(measuresBefore, before), Formulas(measuresNow, now));
        var ids = now.Metrics.Select(m => m.Id).Concat(before.Metrics.Select(m => m.Id)).Distinct(StringComparer.Ordinal);
        return [.. ids.Select(id => Kind(id, was, isNow) is { } kind ? Change(id, kind, was, isNow, period) : null).OfType<MetricChange>()];
    }

    private MetricChange Change(string id, ChangeKind kind, Dictionary<string, Made> was, Dictionary<string, Made> isNow, Period period)
    {
        var (columnBefore, figureBefore) = Ask(measuresBefore, before, id, period);
        var (columnNow, figureNow) = Ask(measuresNow, now, id, period);
        return new MetricChange(
            columnNow ?? columnBefore ?? new MetricColumn(id, id, id, Unit.Number, LowerIsBetter: false), kind,
            kind is ChangeKind.Affected ? Through(id, was, isNow) : [],
            was.GetValueOrDefault(id)?.Own ?? "", isNow.GetValueOrDefault(id)?.Own ?? "", figureBefore, figureNow);
    }

    private ChangeKind? Kind(string id, Dictionary<string, Made> was, Dictionary<string, Made> isNow) => (was.GetValueOrDefault(id), isNow.GetValueOrDefault(id)) switch
    {
        (null, _) => ChangeKind.Added,
        (_, null) => ChangeKind.Removed,
        var (a, b) when !string.Equals(a.Own, b.Own, StringComparison.Ordinal) => ChangeKind.Redefined,
        var (a, b) when !a.Parts.SequenceEqual(b.Parts) => ChangeKind.Affected,
        _ when before.Metric(id) is { } x && now.Metric(id) is { } y && !SameWords(x, y) => ChangeKind.Reworded,
        _ => null,
    };

    private static List<string> Through(string id, Dictionary<string, Made> was, Dictionary<string, Made> isNow) =>
        [.. isNow[id].Parts.Where(p => !string.Equals(was.GetValueOrDefault(p.Id)?.Own, p.Formula, StringComparison.Ordinal)).Select(p => p.Id)];

    private static bool SameWords(MetricDefinition a, MetricDefinition b) =>
        (a.Label, a.LabelZh, a.Description, a.DescriptionZh, a.Unit, a.LowerIsBetter) == (b.Label, b.LabelZh, b.Description, b.DescriptionZh, b.Unit, b.LowerIsBetter)
        && (a.Format, a.Deprecated, a.Owner) == (b.Format, b.Deprecated, b.Owner)
        && a.Tags.SequenceEqual(b.Tags, StringComparer.Ordinal) && a.Requires.SequenceEqual(b.Requires, StringComparer.Ordinal);

    private static Dictionary<string, Made> Formulas(WarehouseMeasures measures, Definitions definitions) => definitions.Metrics.ToDictionary(
        m => m.Id,
        m => measures.Plan(new Request { Metrics = [m.Id] }).Explanations[0] is var made ? new Made(made.Formula, [.. made.Parts.Select(p => (p.Id, p.Formula))]) : new Made("", []),
        StringComparer.Ordinal);

    private static (MetricColumn? Column, Figure? Figure) Ask(WarehouseMeasures measures, Definitions definitions, string id, Period period)
    {
        if (definitions.Metric(id) is null)
        {
            return (null, null);
        }

        try
        {
            var answer = measures.Ask(new Request { Metrics = [id], Period = period });
            return (answer.Metrics[0], answer.Rows[0].Figures[0]);
        }
        catch (MeritException)
        {
            // It cannot be asked of a period, for it has no time: then of everything.
            var answer = measures.Ask(new Request { Metrics = [id] });
            return (answer.Metrics[0], answer.Rows[0].Figures[0]);
        }
    }

    private sealed record Made(string Own, IReadOnlyList<(string Id, string Formula)> Parts);
}
