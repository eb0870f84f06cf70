using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;
using Merit.Plugins.Scoring;

namespace Merit.Host.Scoring;

/// <summary>A scorecard and the model that joins its components.</summary>
internal sealed class CardScoring(ScorecardDefinition definition, IScoringModel model)
{
    // How far each weight in turn is moved to see whether the ranking holds.
    private const double Shift = 0.2;

    private readonly Scorecard card = new(
        definition.Id,
        definition.Version,
        [.. definition.Components.Select(c => new Component(c.Id, c.Weight, new Curve([.. c.Curve.Points.Select(p => new CurvePoint(p.X, p.Y))])))]);

    /// <summary>Scores the subjects; one score each, in their order.</summary>
    public IReadOnlyList<Score> Score(IReadOnlyList<Subject> subjects) => Score(card, subjects);

    /// <summary>The place of each subject among those scored, and how it moves with the weights; null where there is no score.</summary>
    public IReadOnlyList<RankRange?> Ranks(IReadOnlyList<Subject> subjects, IReadOnlyList<Score> scores)
    {
        var places = Places(scores);
        List<int?[]> rankings = [places, .. Variants().Select(variant => Places(Score(variant, subjects)))];
        var scored = places.Count(p => p is not null);
        return
        [
            .. places.Select((place, i) => place is { } rank
                ? new RankRange(rank, rankings.Min(r => r[i] ?? rank), rankings.Max(r => r[i] ?? rank), scored)
                : null),
        ];
    }

    private IEnumerable<Scorecard> Variants() =>
        from i in Enumerable.Range(0, card.Components.Count)
        from factor in new[] { 1 - Shift, 1 + Shift }
        select card with { Components = [.. card.Components.Select((c, k) => k == i ? c with { Weight = c.Weight * factor } : c)] };

    // Equal scores share a place; a difference in the ninth decimal is arithmetic, not merit.
    private static int?[] Places(IReadOnlyList<Score> scores)
    {
        double?[] values = [.. scores.Select(s => s.Value is { } value ? Math.Round(value, 9) : (double?)null)];
        return [.. values.Select(v => v is null ? (int?)null : 1 + values.Count(other => other > v))];
    }

    private IReadOnlyList<Score> Score(Scorecard scorecard, IReadOnlyList<Subject> subjects)
    {
        try
        {
            var scores = model.Score(scorecard, subjects);
            return scores.Select(s => s.Subject).SequenceEqual(subjects.Select(s => s.Id), StringComparer.Ordinal) && scores.All(s => IsWhole(s, scorecard))
                ? scores
                : throw Failed("it did not give one score per campaign, with one contribution per component.", null);
        }
#pragma warning disable CA1031 // Whatever a plugin throws is a finding about the plugin.
        catch (Exception e) when (e is not MeritException)
#pragma warning restore CA1031
        {
            throw Failed(e.Message, e);
        }
    }

    private static bool IsWhole(Score score, Scorecard scorecard) =>
        score.Value is null or (>= 0 and <= 100)
        && score.Contributions.Select(c => c.Component).SequenceEqual(scorecard.Components.Select(c => c.Id), StringComparer.Ordinal);

    private MeritException Failed(string why, Exception? cause) =>
        new(ScoringRules.ModelFailed.At(definition.At, definition.Scoring, definition.Id, why), cause);
}
