using Merit.Attribution.Learning.Chains;
using Merit.Plugins.Attribution;

namespace Merit.Plugins.Tests.Attribution.Learning;

public sealed class MarkovTests
{
    private static Markov Model(int order = 1, bool nulls = true) => new(new MarkovOptions { Order = order, Nulls = nulls });

    [Theory]
    [InlineData("a>b:3:1; a>c:1:1", "a 2; b 1.5; c .5")]
    [InlineData("Ads:2; Mail:1; Ads>Mail:1; Ads:0:1", "Ads 2.4; Mail 1.6")]
    public void Small_journeys_come_out_as_worked_by_hand(string journeys, string expected)
    {
        var credits = Model().Credits(PathRow.Parse(journeys));
        foreach (var (channel, credit) in expected.Split(';', StringSplitOptions.TrimEntries).Select(e => e.Split(' ')).Select(e => (e[0], double.Parse(e[1], System.Globalization.CultureInfo.InvariantCulture))))
        {
            Assert.Equal(credit, credits[channel].Conversions, 1e-12);
            Assert.Equal(10 * credit, credits[channel].Value, 1e-11);
        }
    }

    // channel, order 1, order 2: the exact solution, computed twice.
    private static readonly (string Channel, double First, double Second)[] PathData =
    [
        ("eta", 3340.847402, 3391.858163),
        ("iota", 3884.614702, 3810.511044),
        ("alpha", 5344.947682, 5617.453854),
        ("beta", 2527.352167, 2439.648976),
        ("theta", 1971.912880, 1902.473610),
        ("lambda", 1282.847223, 1189.472022),
        ("kappa", 274.363256, 266.027054),
        ("zeta", 381.062553, 374.031325),
        ("epsilon", 599.570650, 614.373523),
        ("gamma", 171.145443, 171.918183),
        ("delta", 4.613618, 5.159056),
        ("mi", 1.722425, 2.073189),
    ];

    [Fact]
    public void Ten_thousand_real_paths_come_out_as_published()
    {
        var rows = PathRow.PathData();
        var (first, second) = (Model().Credits(rows), Model(2).Credits(rows));
        Assert.Equal(PathData.Length, first.Count);
        Assert.All(PathData, e => Assert.Equal(e.First, first[e.Channel].Conversions, 1e-6 * e.First));
        Assert.All(PathData, e => Assert.Equal(e.Second, second[e.Channel].Conversions, 1e-6 * e.Second));
        Assert.All([first, second], credits =>
        {
            Assert.Equal(19_785, credits.Values.Sum(c => c.Conversions), 1e-6);
            Assert.Equal(74_802.9715872, credits.Values.Sum(c => c.Value), 1e-5);
        });
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void At_every_order_the_real_paths_convert_as_often_and_share_out_as_the_naive_chain_does(int order)
    {
        var rows = PathRow.PathData();
        var naive = new NaiveChain(rows, order);
        Assert.Equal(.223845135597, naive.Chance, 1e-12);

        var credits = Model(order).Credits(rows);
        Assert.All(naive.Credit(credits.Keys), e => Same(e.Value, credits[e.Key], 1e-9));
    }

    [Fact]
    public void The_real_paths_have_3975_states_at_order_four() =>
        Assert.Equal(3975, new ChainBuilder(Counting.Of(PathRow.PathData(), new Transitions(4)), 4, withNulls: true).Build().States);

    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Random_journeys_share_out_as_the_naive_chain_does(int order, bool nulls)
    {
        for (var seed = 0; seed < 20; seed++)
        {
            var rows = RandomPaths.Of(seed);
            var credits = Model(order, nulls).Credits(rows);
            Assert.All(new NaiveChain(rows, order, nulls).Credit(credits.Keys), e => Same(e.Value, credits[e.Key], 1e-8));
            Assert.Equal(rows.Sum(r => r.Conversions), credits.Values.Sum(c => c.Conversions), 1e-9);
            Assert.Equal(rows.Sum(r => r.Value), credits.Values.Sum(c => c.Value), 1e-9 * rows.Sum(r => r.Value));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void A_chain_inverted_and_a_chain_swept_agree(int order)
    {
        var chain = new ChainBuilder(Counting.Of(RandomPaths.Of(7), new Transitions(order)), order, withNulls: true).Build();
        Assert.All(new DenseRemoval(chain).Effects().Zip(new SparseRemoval(chain, TestContext.Current.CancellationToken).Effects()), pair =>
        {
            Assert.Equal(pair.First.Conversions, pair.Second.Conversions, 1e-11 * pair.First.Conversions);
            Assert.Equal(pair.First.Value, pair.Second.Value, 1e-11 * pair.First.Value);
        });
    }

    [Fact]
    public void Journeys_that_end_seldom_settle_all_the_same()
    {
        // A thousand touches to and fro, then once in a hundred a conversion.
        PathRow[] rows = [new([.. Enumerable.Range(0, 1000).Select(i => i % 2 == 0 ? "a" : "b"), "c"], 1, 5, 99), new(["a"], 1, 1, 3)];
        var chain = new ChainBuilder(Counting.Of(rows, new Transitions(1)), 1, withNulls: true).Build();
        Assert.All(new DenseRemoval(chain).Effects().Zip(new SparseRemoval(chain, TestContext.Current.CancellationToken).Effects()), pair =>
            Assert.Equal(pair.First.Conversions, pair.Second.Conversions, 1e-9));
    }

    [Fact]
    public void No_conversion_is_said_and_not_shared_out()
    {
        var failure = Assert.Throws<LearningException>(() => Model().Credits(PathRow.Parse("a>b:0:5")));
        Assert.Contains("None of the journeys converts", failure.Message, StringComparison.Ordinal);
        Assert.NotEmpty(failure.NextStep);
    }

    [Theory]
    [InlineData("a:3:2; a>a:1", "Only a is in any")]
    [InlineData("a>b:3:2; c>a:1", "goes through a:")]
    [InlineData("a>b:3:2; c>a>b:1; c:0:1", "goes through a and b:")]
    public void A_channel_that_nothing_converts_without_is_said(string journeys, string said)
    {
        var learned = Model().Learn(Counting.Of(PathRow.Parse(journeys), new Transitions(1)), TestContext.Current.CancellationToken);
        Assert.Contains(said, Assert.Single(learned.Notes), StringComparison.Ordinal);
        Assert.All(learned.Credits, c => Assert.InRange(c.Conversions, 0, 4));
    }

    [Fact]
    public void Journeys_of_several_ways_need_no_note() =>
        Assert.Empty(Model().Learn(Counting.Of(PathRow.Parse("a>b:3:2; c:1:1"), new Transitions(1)), TestContext.Current.CancellationToken).Notes);

    [Fact]
    public void Journeys_that_never_end_are_said_and_not_a_singular_matrix()
    {
        Group[] groups = [new([0], 1, 1, 0, 0), new([1, 2], 5, 0, 0, 0), new([2, 1], 5, 0, 0, 0)];
        var failure = Assert.Throws<LearningException>(() => Model().Learn(new JourneyCounts(["a", "b", "c"], groups), TestContext.Current.CancellationToken));
        Assert.Contains("without ever ending", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refunds_are_shared_out_as_conversions_are()
    {
        PathRow[] rows = [new(["a", "b"], 2, 10, 1), new(["c"], 1, -4, 2), new(["a"], 1, 3, 1)];
        var learned = Model().Learn(Counting.Of(rows, new Transitions(1)), TestContext.Current.CancellationToken);
        Assert.Contains("negative value", Assert.Single(learned.Notes), StringComparison.Ordinal);
        Assert.All(learned.Credits, c => Assert.Equal(c.Conversions / 4 * 9, c.Value, 1e-12));
    }

    [Fact]
    public void Intervals_are_usual_up_to_order_two() =>
        Assert.Equal([true, true, false, false], Enumerable.Range(1, 4).Select(order => Model(order).HasIntervals));

    private static void Same((double Conversions, double Value) expected, Credit actual, double tolerance)
    {
        Assert.Equal(expected.Conversions, actual.Conversions, tolerance * Math.Max(1, expected.Conversions));
        Assert.Equal(expected.Value, actual.Value, tolerance * Math.Max(1, expected.Value));
    }
}
