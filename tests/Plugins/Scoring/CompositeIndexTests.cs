using Merit.Plugins.Scoring;
using Merit.Scoring.CompositeIndex;

namespace Merit.Plugins.Tests.Scoring;

public sealed class CompositeIndexTests
{
    // Engagement, mentions, site-visit lift, follower growth: each against its target.
    private static readonly Scorecard Brand = Cards.Of((30, Cards.ToTarget), (25, Cards.ToTarget), (25, Cards.ToTarget), (20, Cards.ToTarget));

    private static IReadOnlyList<Score> Scores(Normalisation how, Scorecard card, params double?[][] peers) =>
        new CompositeIndexModel(new CompositeIndexOptions { Normalisation = how }).Score(card, [.. peers.Select((p, i) => new Subject($"s{i + 1}", p))]);

    private static Score Index(Scorecard card, params double?[] values) => Assert.Single(Scores(Normalisation.Curve, card, values));

    private static double Geometric(Score score) => score.Beside["geometric_mean"];

    [Fact]
    public void The_curve_is_the_default() => Assert.Equal(Normalisation.Curve, new CompositeIndexOptions().Normalisation);

    [Fact]
    public void The_index_is_the_weighted_mean_with_the_geometric_mean_beside_it()
    {
        var score = Index(Brand, 1, .5, 1.5, 1);
        Assert.Equal(((30 * 80) + (25 * 40) + (25 * 100) + (20 * 80)) / 100d, score.Value);
        Assert.Equal(Math.Pow(80, .3) * Math.Pow(40, .25) * Math.Pow(100, .25) * Math.Pow(80, .2), Geometric(score), 1e-9);
        Assert.Empty(score.Notes);
    }

    [Fact]
    public void Even_components_have_equal_means()
    {
        var score = Index(Brand, 1, 1, 1, 1);
        Assert.Equal(80, score.Value);
        Assert.Equal(80, Geometric(score), 1e-9);
    }

    [Fact]
    public void A_component_at_zero_takes_the_geometric_mean_to_zero_as_its_limit()
    {
        Assert.Equal(0, Geometric(Index(Brand, 0, 1, 1, 1)));
        Assert.Equal(56, Index(Brand, 0, 1, 1, 1).Value);
        Assert.InRange(Geometric(Index(Brand, 1e-9, 1, 1, 1)), 0, 1);
    }

    [Fact]
    public void Missing_components_are_left_out_of_both_means()
    {
        var score = Index(Brand, 1, null, null, .5);
        Assert.Equal(64, score.Value);
        Assert.Equal(Math.Pow(80, .6) * Math.Pow(40, .4), Geometric(score), 1e-9);
        Assert.Contains("{c2}, {c3}", Assert.Single(score.Notes).Text, StringComparison.Ordinal);
        Assert.Contains("{c2}、{c3}", Assert.Single(score.Notes).TextZh, StringComparison.Ordinal);
        Assert.Equal([.6, 0, 0, .4], score.Contributions.Select(c => c.Weight));
    }

    [Fact]
    public void Without_any_value_there_is_no_index()
    {
        var score = Index(Brand, null, null, null, null);
        Assert.Null(score.Value);
        Assert.Empty(score.Beside);
        Assert.Single(score.Notes);
    }

    [Fact]
    public void Min_max_gives_the_worst_0_and_the_best_100_in_the_curves_direction()
    {
        var card = Cards.Of((1, Cards.ToTarget), (1, Cards.Falling));
        var scores = Scores(Normalisation.MinMax, card, [10, 10], [30, 30], [15, null]);
        Assert.Equal([0d, 100], scores[0].Contributions.Select(c => c.Points));
        Assert.Equal([100d, 0], scores[1].Contributions.Select(c => c.Points));
        Assert.Equal([25d, null], scores[2].Contributions.Select(c => c.Points));
        Assert.Equal([50d, 50, 25], scores.Select(s => s.Value));
    }

    [Fact]
    public void Z_scores_give_the_mean_50_and_a_deviation_10()
    {
        var scores = Scores(Normalisation.ZScore, Cards.Of((1, Cards.ToTarget)), [2], [4], [4], [4], [5], [5], [7], [9]);
        Assert.Equal([35d, 45, 45, 45, 50, 50, 60, 70], scores.Select(s => s.Value));
    }

    [Fact]
    public void A_far_outlier_is_cut_off_at_the_scales_end()
    {
        double?[][] peers = [.. Enumerable.Repeat<double?[]>([1], 99), [1000]];
        Assert.Equal(100, Scores(Normalisation.ZScore, Cards.Of((1, Cards.ToTarget)), peers)[^1].Value);
        Assert.Equal(0, Scores(Normalisation.ZScore, Cards.Of((1, Cards.Falling)), peers)[^1].Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void One_campaign_alone_cannot_be_compared_with_its_peers(bool zScore)
    {
        var score = Assert.Single(Scores(zScore ? Normalisation.ZScore : Normalisation.MinMax, Brand, [1, 1, 1, 1]));
        Assert.Null(score.Value);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Peers_that_are_all_equal_stand_in_the_middle_and_say_they_are_compared(bool zScore)
    {
        var scores = Scores(zScore ? Normalisation.ZScore : Normalisation.MinMax, Cards.Of((1, Cards.ToTarget)), [3], [3]);
        Assert.Equal([50d, 50], scores.Select(s => s.Value));
        Assert.All(scores, s => Assert.Single(s.Notes));
    }
}
