using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>What must hold of a scorecard before it may score.</summary>
internal static class ScorecardChecks
{
    public static IEnumerable<Diagnostic> Of(Definitions definitions, ScorecardDefinition card)
    {
        foreach (var (problem, next) in Problems(card))
        {
            yield return DefinitionRules.BadScorecard.At(card.At, card.Id, problem, next);
        }

        foreach (var component in card.Components)
        {
            if (!Identifiers.IsMetricId(component.Id))
            {
                yield return DefinitionRules.BadId.At(card.At, component.Id);
            }

            if (ReadsScores(definitions, component.Measure, []))
            {
                yield return DefinitionRules.ScoreInScorecard.At(card.At, card.Id, component.Id);
            }
        }

        foreach (var measure in card.Components.Select(c => c.Measure).Concat(card.Sample is null ? [] : [card.Sample]))
        {
            foreach (var finding in DefinitionChecks.References(definitions, card.Id, measure, card.At).Concat(MeasureChecks.Of(definitions, card.Id, measure, card.At)))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<(string Problem, string Next)> Problems(ScorecardDefinition card)
    {
        if (!Identifiers.IsScorecardId(card.Id))
        {
            yield return ("its id has other characters than lower-case letters, digits, '-' and '_'", "Name it like the campaign type it is for, such as lead-gen.");
        }

        if (card.Components.Count == 0)
        {
            yield return ("it has no component", "Add one with .Component(...).");
        }

        foreach (var again in card.Components.GroupBy(c => c.Id, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            yield return ($"it has two components '{again.Key}'", "Give one of them another id.");
        }

        foreach (var component in card.Components)
        {
            if (component.Weight is not (> 0 and < double.PositiveInfinity))
            {
                yield return ($"the weight of '{component.Id}' is not positive", "Give every component a positive weight.");
            }

            if (CurveProblem(component.Curve) is { } problem)
            {
                yield return ($"the curve of '{component.Id}' {problem}", "Write it as Curve((0, 0), (1, 80), (2, 100)).");
            }
        }
    }

    private static string? CurveProblem(ScoreCurve curve)
    {
        var points = curve.Points;
        return points.Count < 2 ? "has fewer than two points"
            : points.Any(p => !double.IsFinite(p.X)) || points.Zip(points.Skip(1)).Any(pair => pair.First.X >= pair.Second.X) ? "does not go from left to right"
            : points.Any(p => p.Y is not (>= 0 and <= 100)) ? "leaves 0 to 100"
            : null;
    }

    private static bool ReadsScores(Definitions definitions, Measure measure, IReadOnlyList<string> path) => measure.Tree().Any(m => m switch
    {
        Aggregate aggregate => string.Equals(aggregate.Table, ScoresTable.Declaration.Name, StringComparison.Ordinal),
        MetricRef reference => !path.Contains(reference.Id, StringComparer.Ordinal) && definitions.Metric(reference.Id) is { } found
            && ReadsScores(definitions, found.Measure, [.. path, reference.Id]),
        _ => false,
    });
}
