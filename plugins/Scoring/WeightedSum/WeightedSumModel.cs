using Merit.Plugins.Scoring;

namespace Merit.Scoring.WeightedSum;

/// <summary>Score = Σ weight × curve(value) ÷ Σ weight, over the components that have a value.</summary>
/// <remarks>A subject is scored by itself; its peers make no difference.</remarks>
internal sealed class WeightedSumModel : IScoringModel
{
    public IReadOnlyList<Score> Score(Scorecard card, IReadOnlyList<Subject> peers) => [.. peers.Select(subject => Score(card, subject))];

    private static Score Score(Scorecard card, Subject subject)
    {
        var points = card.Components
            .Select((component, i) => subject.Values[i] is { } value && !double.IsNaN(value) ? component.Curve.At(value) : (double?)null)
            .ToList();
        var total = card.Components.Where((_, i) => points[i] is not null).Sum(c => c.Weight);

        // Divided once, at the end: weights such as 30, 40 and 30 then give a sum without rounding.
        double? score = total > 0 ? card.Components.Select((c, i) => c.Weight * (points[i] ?? 0)).Sum() / total : null;
        var contributions = card.Components.Select((component, i) =>
        {
            var weight = points[i] is null ? 0 : component.Weight / total;
            return new Contribution(component.Id, subject.Values[i], points[i], weight, points[i] * weight);
        });
        return new Score(subject.Id, score, [.. contributions], Notes(card, points));
    }

    private static IReadOnlyList<Note> Notes(Scorecard card, List<double?> points)
    {
        var missing = card.Components.Where((_, i) => points[i] is null).Select(c => $"{{{c.Id}}}").ToList();
        return missing.Count switch
        {
            0 => [],
            _ when missing.Count == card.Components.Count => [new Note("No component has a value, so there is no score.", "各项均无数值，因此没有评分。")],
            _ =>
            [
                new Note(
                    $"Without a value: {string.Join(", ", missing)}; the other components count in proportion to their weights.",
                    $"无数值：{string.Join('、', missing)}；其余各项按权重比例计算。"),
            ],
        };
    }
}
