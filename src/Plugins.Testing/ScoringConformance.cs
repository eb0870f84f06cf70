using Merit.Plugins.Scoring;
using Xunit;

namespace Merit.Plugins.Testing;

/// <summary>What every scoring model keeps to. Inherit it, say how to make the model, and run the tests.</summary>
public abstract class ScoringConformance
{
    private static readonly Curve Up = new([new CurvePoint(0, 0), new CurvePoint(1, 50), new CurvePoint(2, 100)]);

    private static readonly Curve Down = new([new CurvePoint(0, 100), new CurvePoint(100, 0)]);

    private static readonly Scorecard Card = new("conformance", 1, [new Component("leads", 30, Up), new Component("cpl", 40, Down), new Component("quality", 30, Up)]);

    private static readonly IReadOnlyList<Subject> Peers =
    [
        new("whole", [1.2, 20, 0.8]), new("partly", [null, 35, 1.1]), new("nothing", [null, null, null]), new("beyond", [50, -10, 99]), new("twin", [1.2, 20, 0.8]),
    ];

    /// <summary>Makes the model.</summary>
    protected abstract IScoringModel Make();

    /// <summary>One score for each subject, in their order, each with every component in the card's.</summary>
    [Fact]
    public void Every_subject_and_component_is_there()
    {
        var scores = Make().Score(Card, Peers);
        Assert.True(scores.Select(s => s.Subject).SequenceEqual(Peers.Select(p => p.Id), StringComparer.Ordinal), "The scores are not those of the subjects, in their order.");
        Assert.All(scores, s => Assert.True(
            s.Contributions.Select(c => c.Component).SequenceEqual(Card.Components.Select(c => c.Id), StringComparer.Ordinal), $"The contributions to '{s.Subject}' are not the card's components, in their order."));
    }

    /// <summary>A score lies between 0 and 100, and is what its components brought.</summary>
    [Fact]
    public void A_score_is_the_sum_of_what_components_brought() => Assert.All(Make().Score(Card, Peers).Where(s => s.Value is not null), score =>
    {
        Assert.True(score.Value is >= 0 and <= 100, FormattableString.Invariant($"The score of '{score.Subject}' is {score.Value}."));
        var sum = score.Contributions.Sum(c => c.Amount ?? 0);
        Assert.True(Math.Abs(sum - score.Value.GetValueOrDefault()) <= 1e-9 * 100, FormattableString.Invariant($"The score of '{score.Subject}' is {score.Value}, and its contributions come to {sum}."));
        Assert.True(Math.Abs(score.Contributions.Sum(c => c.Weight) - 1) <= 1e-9, $"The weights of '{score.Subject}' do not come to 1.");
    });

    /// <summary>What has no value brings nothing and weighs nothing; a subject without any has no score, and says why.</summary>
    [Fact]
    public void What_is_missing_weighs_nothing()
    {
        var scores = Make().Score(Card, Peers).ToDictionary(s => s.Subject, StringComparer.Ordinal);
        var missing = scores["partly"].Contributions[0];
        Assert.True(missing is { Value: null, Points: null, Amount: null, Weight: 0 }, "A component without a value counts.");
        Assert.True(scores["nothing"].Value is null, "A subject without any value has a score.");
        Assert.True(scores["nothing"].Notes.Count > 0, "A subject without a score does not say why.");
    }

    /// <summary>The same values give the same score, and the order of the peers makes no difference.</summary>
    [Fact]
    public void Equals_are_scored_alike()
    {
        var scores = Make().Score(Card, Peers).ToDictionary(s => s.Subject, s => s.Value, StringComparer.Ordinal);
        Assert.True(scores["whole"].Equals(scores["twin"]), "Two subjects with the same values have other scores.");
        Assert.All(Make().Score(Card, [.. Peers.Reverse()]), s => Assert.True(s.Value.Equals(scores[s.Subject]), "The order of the subjects changes a score."));
    }
}
