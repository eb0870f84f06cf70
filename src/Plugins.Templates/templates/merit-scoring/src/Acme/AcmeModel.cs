using Merit.Plugins.Scoring;

namespace Acme;

/// <summary>The weighted mean of the components' points, none of which counts for more than a ceiling: one brilliant figure does not hide the poor ones.</summary>
internal sealed class AcmeModel(AcmeOptions options) : IScoringModel
{
    public IReadOnlyList<Score> Score(Scorecard card, IReadOnlyList<Subject> peers) => [.. peers.Select(subject => Of(card, subject))];

    private Score Of(Scorecard card, Subject subject)
    {
        double?[] points = [.. card.Components.Select((c, i) => subject.Values[i] is { } value ? Math.Min(c.Curve.At(value), options.Ceiling) : (double?)null)];

        // A component without a value weighs nothing; the others share its weight.
        var whole = card.Components.Where((_, i) => points[i] is not null).Sum(c => c.Weight);
        Contribution[] contributions =
        [
            .. card.Components.Select((c, i) =>
            {
                var weight = points[i] is null ? 0 : c.Weight / whole;
                return new Contribution(c.Id, subject.Values[i], points[i], weight, points[i] * weight);
            }),
        ];
        return whole > 0
            ? new Score(subject.Id, Math.Clamp(contributions.Sum(c => c.Amount ?? 0), 0, 100), contributions, [])
            : new Score(subject.Id, null, contributions, [new Note("No component has a value, so there is no score.", "各项均无数值，因此没有评分。")]);
    }
}
