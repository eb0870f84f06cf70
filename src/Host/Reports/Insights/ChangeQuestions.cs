using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Insights;

/// <summary>What a metric is made of: one figure divided by another.</summary>
internal sealed record RatioParts(string Over, string Under);

/// <summary>How a metric changed, and what its members had to do with it.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Before">The figure before.</param>
/// <param name="Now">The figure now.</param>
/// <param name="Dimension">The dimension whose members explain the most, or null where none adds up.</param>
/// <param name="Parts">What each member did, in order of size.</param>
internal sealed record ExplainedChange(MetricColumn Metric, double Before, double Now, DimensionColumn? Dimension, IReadOnlyList<Contribution> Parts)
{
    public double Change => Now - Before;

    /// <summary>How much it moved for its size, by which changes of different units can be ordered.</summary>
    public double Weight => Math.Abs(Change) / Math.Max(1e-12, Math.Max(Math.Abs(Before), Math.Abs(Now)));
}

/// <summary>Asks for what changed between two periods: once in all, and once by every dimension.</summary>
internal sealed class ChangeQuestions(ReportScope scope, Request question, Period before, IReadOnlyDictionary<string, RatioParts> parts, Place at)
{
    // Where one group has nearly everything to itself, to name it explains nothing.
    private const int FewestMembers = 2;

    /// <summary>The changes of the question's metrics, the greatest first, each with the dimension that explains it best.</summary>
    public IReadOnlyList<ExplainedChange> Changes(IReadOnlyList<string> dimensions)
    {
        var total = Both([]);
        var byDimension = dimensions.Select(d => Both([d])).ToList();
        return
        [
            .. question.Metrics.Select((id, i) => (Id: id, Column: total.Now.Metrics[i], Before: Value(total.Before, i), Now: Value(total.Now, i)))
                .Where(m => m is { Before: not null, Now: not null })
                .Select(m => Explained(m.Id, m.Column, m.Before ?? 0, m.Now ?? 0, total, byDimension))
                .OrderByDescending(c => c.Weight).ThenBy(c => c.Metric.Id, StringComparer.Ordinal),
        ];
    }

    private ExplainedChange Explained(string id, MetricColumn column, double before, double now, Pair total, List<Pair> byDimension)
    {
        var best = byDimension.Select(p => (Pair: p, Parts: Split(id, total, p)))
            .Where(p => p.Parts.Count >= FewestMembers && Contributions.AddUp(p.Parts, now - before))
            .OrderBy(p => Contributions.Needed(p.Parts)).FirstOrDefault();
        return new ExplainedChange(column, before, now, best.Pair?.Now.Dimensions[0], best.Pair is null ? [] : [.. best.Parts.OrderByDescending(p => Math.Abs(p.Amount))]);
    }

    private IReadOnlyList<Contribution> Split(string id, Pair total, Pair pair)
    {
        var members = pair.Now.Rows.Concat(pair.Before.Rows).Select(r => r.Dimensions[0]).Distinct().ToList();
        if (!parts.TryGetValue(id, out var ratio))
        {
            var metric = Index(id);
            return Contributions.OfSum(members.Select(m => (m, Of(pair.Before, m, metric), Of(pair.Now, m, metric))));
        }

        var (over, under) = (Index(ratio.Over), Index(ratio.Under));
        return Contributions.OfRatio(
            members.Select(m => new RatioMember(m, Of(pair.Before, m, over) ?? 0, Of(pair.Before, m, under) ?? 0, Of(pair.Now, m, over) ?? 0, Of(pair.Now, m, under) ?? 0)),
            Value(total.Before, over) ?? 0, Value(total.Before, under) ?? 0, Value(total.Now, over) ?? 0, Value(total.Now, under) ?? 0);
    }

    private Pair Both(IReadOnlyList<string> by)
    {
        var all = question with { Metrics = Asked, By = by, Sort = [], Limit = null, Compare = Comparison.None };
        var pair = new Pair(scope.Ask(all with { Period = before }), scope.Ask(all));
        if (by.Count == 0)
        {
            Check(pair.Now);
        }

        return pair;
    }

    /// <summary>A ratio whose parts are not those named would be explained by what it is not made of.</summary>
    private void Check(Answer now)
    {
        foreach (var (id, ratio) in parts)
        {
            if (Value(now, Index(id)) is { } value && Value(now, Index(ratio.Over)) is { } over && Value(now, Index(ratio.Under)) is { } under && Math.Abs((over / under) - value) > 1e-6 * Math.Max(1, Math.Abs(value)))
            {
                throw new MeritException(TemplateRules.WrongParts.At(at, id, ratio.Over, ratio.Under));
            }
        }
    }

    private IReadOnlyList<string> Asked => [.. question.Metrics.Concat(parts.Values.SelectMany(p => new[] { p.Over, p.Under })).Distinct(StringComparer.Ordinal)];

    private int Index(string id) => Asked.ToList().IndexOf(id);

    private static double? Value(Answer answer, int metric) => answer.Rows is [var row, ..] ? row.Figures[metric].Value : null;

    // The days are known, or there would be no figure in all: of a member without rows nothing happened.
    private static double? Of(Answer answer, object? member, int metric) => answer.Rows.FirstOrDefault(r => Equals(r.Dimensions[0], member)) is { } row ? row.Figures[metric].Value : 0;

    private sealed record Pair(Answer Before, Answer Now);
}
