using FsCheck.Fluent;
using Merit.Plugins.Scoring;
using Merit.Scoring.WeightedSum;
using Merit.Tests;

namespace Merit.Plugins.Tests.Scoring;

public sealed class WeightedSumTests
{
    private static Score Score(Scorecard card, params double?[] values) =>
        Assert.Single(new WeightedSumModel().Score(card, [Cards.Subject(values)]));

    [Fact]
    public void The_webinar_scores_85_5()
    {
        var score = Score(Cards.LeadGen, 500 / 500d, 10_000 / 500d / 30, 100 / 500d);
        Assert.Equal(85.5, score.Value);
        Assert.Equal([80d, 90, 85], score.Contributions.Select(c => c.Points));
        Assert.Empty(score.Notes);
    }

    [Fact]
    public void The_expo_scores_88_5()
    {
        var score = Score(Cards.Revenue, (400_000 - 50_000) / 50_000d, 50_000 / 20d / 3125, 400_000 / 400_000d);
        Assert.Equal(88.5, score.Value);
        Assert.Equal([95d, 80, 85], score.Contributions.Select(c => c.Points));
    }

    [Fact]
    public void Weights_need_not_sum_to_100()
    {
        var score = Score(Cards.Of((1, Cards.ToTarget), (3, Cards.ToTarget)), 1, .5);
        Assert.Equal(50, score.Value);
        Assert.Equal([.25, .75], score.Contributions.Select(c => c.Weight));
        Assert.Equal([20d, 30], score.Contributions.Select(c => c.Amount));
    }

    [Fact]
    public void A_missing_component_leaves_its_weight_to_the_others_and_says_so()
    {
        var score = Score(Cards.LeadGen, 1, null, .20);
        Assert.Equal(82.5, score.Value);
        Assert.Equal([.5, 0, .5], score.Contributions.Select(c => c.Weight));
        Assert.Null(score.Contributions[1].Points);
        Assert.Null(score.Contributions[1].Amount);
        Assert.Contains("{cpl}", Assert.Single(score.Notes).Text, StringComparison.Ordinal);
        Assert.Contains("{cpl}", Assert.Single(score.Notes).TextZh, StringComparison.Ordinal);
    }

    [Fact]
    public void Zero_is_a_value_and_not_missing()
    {
        var score = Score(Cards.LeadGen, 0, 2, 0);
        Assert.Equal(0, score.Value);
        Assert.Empty(score.Notes);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(double.NaN)]
    public void Without_any_value_there_is_no_score(double? value)
    {
        var score = Score(Cards.LeadGen, value, value, value);
        Assert.Null(score.Value);
        Assert.Equal(3, score.Contributions.Count);
        Assert.All(score.Contributions, c => Assert.Equal((null, 0d, null), (c.Points, c.Weight, c.Amount)));
        Assert.Single(score.Notes);
    }

    [Fact]
    public void Each_subject_gets_its_score_in_order()
    {
        var scores = new WeightedSumModel().Score(Cards.LeadGen, [new Subject("a", [1, 1, .2]), new Subject("b", [null, null, null]), new Subject("c", [2, 0, .35])]);
        Assert.Equal([("a", 77.5), ("b", null), ("c", 100d)], scores.Select(s => (s.Subject, s.Value)));
    }

    [Fact]
    public void Contributions_add_up_to_the_score_which_lies_between_the_worst_and_the_best_component()
    {
        var values = Gen.Choose(-50, 250).Select(x => x % 7 == 0 ? null : (double?)(x / 100d)).ListOf(3);
        Prop.ForAll(values.ToArbitrary(), given =>
        {
            var score = Score(Cards.LeadGen, [.. given]);
            if (score.Value is { } value)
            {
                Assert.Equal(value, score.Contributions.Sum(c => c.Amount ?? 0), 1e-9);
                Assert.Equal(1, score.Contributions.Sum(c => c.Weight), 1e-12);
                Assert.InRange(value, score.Contributions.Min(c => c.Points ?? 100) - 1e-9, score.Contributions.Max(c => c.Points ?? 0) + 1e-9);
            }
        }).Holds(300);
    }
}
