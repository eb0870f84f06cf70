using Merit.Attribution.Learning.Conversion;
using Merit.Plugins.Attribution;

namespace Merit.Plugins.Tests.Attribution.Learning;

public sealed class DataDrivenTests
{
    private static DataDriven Model(Contribution credit = Contribution.Shapley, double ridge = 1) => new(new DataDrivenOptions { Credit = credit, Ridge = ridge });

    // 32 buckets of journeys whose chance to convert is known: a does much, b a little, c nothing.
    private static PathRow[] Known(int journeys = 40_000)
    {
        var random = new Random(1);
        string[] channels = ["a", "b", "c"];
        double[] effects = [1.5, .5, 0];
        return
        [
            .. Enumerable.Range(0, journeys).Select(i =>
            {
                int[] used = [.. Enumerable.Range(0, 3).Where(_ => random.Next(2) == 0)];
                used = used.Length == 0 ? [random.Next(3)] : used;
                var converts = random.NextDouble() < 1 / (1 + Math.Exp(2 - used.Sum(c => effects[c])));
                return new PathRow([.. used.Select(c => channels[c])], converts ? 1 : 0, converts ? 3 : 0, converts ? 0 : 1, i % 32);
            }),
        ];
    }

    [Fact]
    public void A_known_truth_is_found()
    {
        var model = ConversionModel.Fit(JourneySets.Of(Counting.Of(Known(), new ChannelSets()).Groups), 3, 1, TestContext.Current.CancellationToken);
        Assert.Equal(-2, model.Intercept, .1);
        Assert.Equal(1.5, model.Effects[0], .1);
        Assert.Equal(.5, model.Effects[1], .1);
        Assert.Equal(0, model.Effects[2], .1);
    }

    [Fact]
    public void At_the_best_point_the_penalised_likelihood_is_flat()
    {
        var groups = Counting.Of(Known(2000), new ChannelSets()).Groups;
        var model = ConversionModel.Fit(JourneySets.Of(groups), 3, 4, TestContext.Current.CancellationToken);
        double Likelihood(ConversionModel m) =>
            groups.Sum(g => (g.Conversions * Math.Log(m.Chance(g.Channels))) + (g.Nulls * Math.Log(1 - m.Chance(g.Channels)))) - (2 * m.Effects.Sum(e => e * e));
        var best = Likelihood(model);
        foreach (var step in new[] { -.01, .01 })
        {
            Assert.True(Likelihood(model with { Intercept = model.Intercept + step }) < best);
            Assert.All(Enumerable.Range(0, 3), c => Assert.True(Likelihood(model with { Effects = [.. model.Effects.Select((e, i) => i == c ? e + step : e)] }) < best));
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Credit_adds_up_follows_the_effects_and_comes_with_its_accuracy(bool byRemoval)
    {
        var credit = byRemoval ? Contribution.Removal : Contribution.Shapley;
        var rows = Known();
        var counts = Counting.Of(rows, new ChannelSets());
        var learned = Model(credit).Learn(counts, TestContext.Current.CancellationToken);
        Assert.Equal(rows.Sum(r => r.Conversions), learned.Credits.Sum(c => c.Conversions), 1e-6);
        Assert.Equal(rows.Sum(r => r.Value), learned.Credits.Sum(c => c.Value), 1e-6);
        Assert.True(learned.Credits[0].Conversions > 2 * learned.Credits[1].Conversions);
        Assert.True(learned.Credits[1].Conversions > 2 * learned.Credits[2].Conversions);
        var quality = learned.Quality.ToDictionary(q => q.Name, q => q.Value, StringComparer.Ordinal);
        Assert.InRange(quality["hold-out-auc"], .6, .75);
        Assert.InRange(quality["hold-out-gain"], .02, .2);
    }

    [Fact]
    public void One_journey_is_shared_out_by_hand()
    {
        var model = new ConversionModel(-1, [2, .5]);
        double P(double odds) => 1 / (1 + Math.Exp(-odds));
        Assert.Equal([P(1.5) - P(-.5), P(1.5) - P(1)], JourneyGame.Removal(model, [0, 1]));
        var shapley = JourneyGame.Shapley(model, [0, 1]);
        Assert.Equal((P(1) - P(-1) + P(1.5) - P(-.5)) / 2, shapley[0], 1e-12);
        Assert.Equal((P(-.5) - P(-1) + P(1.5) - P(1)) / 2, shapley[1], 1e-12);
    }

    [Fact]
    public void A_journey_of_many_channels_is_drawn_and_adds_up()
    {
        var model = new ConversionModel(-3, [.. Enumerable.Range(0, 15).Select(i => i / 10d)]);
        int[] all = [.. Enumerable.Range(0, 15)];
        var values = JourneyGame.Shapley(model, all);
        Assert.Equal(model.Chance(all) - model.Chance([]), values.Sum(), 1e-9);
        Assert.Equal(0, values[0], 1e-12);
        Assert.True(values[14] > values[7] && values[7] > values[1]);
    }

    [Fact]
    public void Channels_that_tell_nothing_are_said_to()
    {
        var random = new Random(3);
        PathRow[] rows = [.. Enumerable.Range(0, 5000).Select(i => random.Next(4) == 0 ? new PathRow([$"c{random.Next(3)}"], 1, 1, 0, i % 32) : new PathRow([$"c{random.Next(3)}"], 0, 0, 1, i % 32))];
        var learned = Model().Learn(Counting.Of(rows, new ChannelSets()), TestContext.Current.CancellationToken);
        Assert.Contains(learned.Notes, n => n.Contains("little better than guessing", StringComparison.Ordinal));
    }

    [Fact]
    public void Journeys_of_harmful_channels_are_split_equally_and_said_to_be()
    {
        var learned = Model().Learn(Counting.Of(PathRow.Parse("a:90:10; b>c:2:98; b:1:50; c:1:50"), new ChannelSets()), TestContext.Current.CancellationToken);
        Assert.Equal(94, learned.Credits.Sum(c => c.Conversions), 1e-9);
        Assert.Contains(learned.Notes, n => n.Contains("split equally", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_journeys_that_do_not_convert_there_is_nothing_to_learn() =>
        Assert.Throws<LearningException>(() => Model().Credits(PathRow.Parse("a:1; b:2")));
}
