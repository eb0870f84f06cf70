using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Every fact must reach every dimension grouped or filtered by; what cannot is named, with the path that is missing.</summary>
internal static class ReachChecks
{
    public static void Check(Question question, List<Diagnostic> problems)
    {
        var dimensions = question.By.Select(b => b.Dimension).Concat(question.Asked.Select(w => w.Dimension)).DistinctBy(d => d.Id, StringComparer.Ordinal).ToList();
        foreach (var metric in question.Metrics)
        {
            foreach (var scan in metric.Tree().OfType<AggregateLeaf>().Select(l => l.Scan).Where(s => question.Context.Schema.Table(s.Fact.Name) is not null).Distinct())
            {
                problems.AddRange(Of(question, metric.Definition.Id, scan, dimensions));
            }
        }
    }

    private static IEnumerable<Diagnostic> Of(Question question, string metric, Scan scan, IReadOnlyList<Dimension> dimensions)
    {
        var fact = scan.Fact.Name;
        if (scan is { Time: null, Span: not Span.AllTime, Reading.Cohort: null } && (question.Shape.NeedsTime || scan.Reading.Moves.Count > 0))
        {
            yield return RequestRules.NoTime.Here(metric, fact);
        }

        if (scan.Span == Span.AllTime && question.Where.Any(w => w.Dimension.Grain is not null))
        {
            yield return RequestRules.NoTime.Here(metric, fact);
        }

        if (scan.Reading.Moves.Count > 0 && question.Where.FirstOrDefault(w => w.Dimension.Grain is not null) is { Dimension: { } time })
        {
            yield return RequestRules.TimeFilter.Here(metric, scan.Reading.Text, time.Id);
        }

        if (question.Where.FirstOrDefault(w => w.Dimension.Age is not null) is { Dimension: { } since })
        {
            yield return RequestRules.AgeFilter.Here(metric, since.Id);
        }

        var ages = question.By.Where(b => b.Dimension.Age is not null && scan.Reading.Cohort is null && !scan.Reading.Over.Contains(b.Column, StringComparer.Ordinal));
        foreach (var (age, _) in ages)
        {
            yield return RequestRules.NoCohort.Here(metric, age.Id);
        }

        if (scan.Reading.Cohort is { } cohort && scan.Time is null && question.Context.Schema.Table(cohort.By.Table) is { Loaded: true })
        {
            yield return RequestRules.NoCohortPath.Here(metric, fact, cohort.By.Table);
        }

        if (scan.Series is { } series)
        {
            foreach (var dimension in dimensions.Where(d => d.Grain is null && d.Of(fact) is { } reach && !reach.Reads.All(c => series.Contains(c, StringComparer.Ordinal) || scan.Time?.Reads.Contains(c, StringComparer.Ordinal) == true)))
            {
                yield return RequestRules.LevelOutsideSeries.Here(metric, dimension.Id, fact, series.Count == 0 ? "is one series" : $"has a series for each {string.Join(" and ", series)}");
            }
        }

        var facts = question.Context.Facts;
        foreach (var dimension in dimensions.Where(d => d.Grain is null && d.Age is null && d.Of(fact) is null))
        {
            var reason = facts.Lookups.HasBrokenKey(dimension.Home) ? $", because the key of {dimension.Home} is not unique" : "";
            var others = question.Context.Dimensions.Reached(fact).ToList();
            yield return RequestRules.NoPath.Here(
                metric, dimension.Id, fact, dimension.Home, reason, others.Count == 0 ? "" : " and by " + string.Join(", ", others));
        }
    }
}
