using Merit.Attribution.Learning.Games;
using Merit.Plugins.Attribution;

namespace Merit.Plugins.Tests.Attribution.Learning;

public sealed class ShapleyTests
{
    private static Shapley Model(Worth worth = Worth.Conversions, int samples = 2000) => new(new ShapleyOptions { Worth = worth, Samples = samples });

    [Fact]
    public void Small_journeys_come_out_as_worked_by_hand()
    {
        var credits = Model().Credits(PathRow.Parse("a:4; a>b:6"));
        Assert.Equal((7, 3), (credits["a"].Conversions, credits["b"].Conversions));
        Assert.All(Model().Credits(PathRow.Parse("a>b>c>d:10")).Values, c => Assert.Equal((2.5, 25), (c.Conversions, c.Value)));
    }

    [Fact]
    public void A_given_game_comes_out_as_worked_by_hand()
    {
        // O 1, F 2, D 4: O7 F6 D4 OF15 OD7 FD9 OFD19.
        var values = RateGame.Values([0, 7, 6, 15, 4, 7, 9, 19], 3);
        Assert.Equal(23d / 3, values[0], 1e-12);
        Assert.Equal(49d / 6, values[1], 1e-12);
        Assert.Equal(19d / 6, values[2], 1e-12);
    }

    private static readonly Dictionary<string, double> PathData = new(StringComparer.Ordinal)
    {
        ["eta"] = 3613.655952, ["iota"] = 3505.044048, ["alpha"] = 7627.944048, ["beta"] = 1982.739286, ["theta"] = 1190.963095, ["lambda"] = 987.782143,
        ["kappa"] = 159.057143, ["zeta"] = 199.991667, ["epsilon"] = 374.677381, ["gamma"] = 138.185714, ["delta"] = 2.292857, ["mi"] = 2.666667,
    };

    [Fact]
    public void Ten_thousand_real_paths_come_out_as_published()
    {
        var credits = Model().Credits(PathRow.PathData());
        Assert.All(PathData, e => Assert.Equal(e.Value, credits[e.Key].Conversions, 1e-6 * e.Value));
        Assert.Equal(74_802.9715872, credits.Values.Sum(c => c.Value), 1e-6);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_worth_of_conversions_is_the_game_of_all_orders(int seed)
    {
        var rows = RandomPaths.Of(seed);
        var credits = Model().Credits(rows);
        Assert.All(OverAllOrders(rows, inside => inside.Sum(r => r.Conversions)), e => Assert.Equal(e.Value, credits[e.Key].Conversions, 1e-9));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_worth_of_rates_is_the_game_of_all_orders(int seed)
    {
        var rows = RandomPaths.Of(seed);
        var journeys = rows.Sum(r => r.Conversions + r.Nulls);
        var credits = Model(Worth.ConversionRate).Credits(rows);
        double Rate(IEnumerable<PathRow> inside, Func<PathRow, double> what) => inside.Sum(r => r.Conversions + r.Nulls) is > 0 and var n ? inside.Sum(what) / n : 0;

        Assert.All(OverAllOrders(rows, inside => Rate(inside, r => r.Conversions)), e => Assert.Equal(e.Value * journeys, credits[e.Key].Conversions, 1e-9));
        Assert.All(OverAllOrders(rows, inside => Rate(inside, r => r.Value)), e => Assert.Equal(e.Value * journeys, credits[e.Key].Value, 1e-7));
        Assert.Equal(rows.Sum(r => r.Conversions), credits.Values.Sum(c => c.Conversions), 1e-9);
    }

    [Fact]
    public void Orders_drawn_come_as_near_to_the_exact_value_as_they_say()
    {
        var players = new Players(Counting.Of(RandomPaths.Of(11, channels: 9, rows: 400), new ChannelSets()));
        var exact = RateGame.Values(players, 1000, TestContext.Current.CancellationToken);
        var (drawn, error) = RateSample.Values(players, 1000, 4000, TestContext.Current.CancellationToken);
        Assert.InRange(error, 1e-6, 10);
        Assert.All(exact.Zip(drawn), pair => Assert.InRange(pair.Second.Conversions - pair.First.Conversions, -4 * error, 4 * error));
        Assert.Equal(exact.Sum(e => e.Conversions), drawn.Sum(d => d.Conversions), 1e-9);
    }

    [Fact]
    public void More_than_twenty_channels_are_drawn_say_so_and_come_out_the_same_again()
    {
        var rows = RandomPaths.Of(5, channels: 30, rows: 500);
        var counts = Counting.Of(rows, new ChannelSets());
        var model = Model(Worth.ConversionRate, samples: 300);
        var (once, again) = (model.Learn(counts, TestContext.Current.CancellationToken), model.Learn(counts, TestContext.Current.CancellationToken));
        Assert.Contains(once.Notes, n => n.Contains("300 pairs of orders were drawn; the standard error", StringComparison.Ordinal));
        Assert.Equal(once.Credits.Select(c => c.Conversions), again.Credits.Select(c => c.Conversions));
        Assert.Equal(rows.Sum(r => r.Conversions), once.Credits.Sum(c => c.Conversions), 1e-9);
    }

    [Fact]
    public void A_channel_that_does_harm_is_named()
    {
        var learned = Model(Worth.ConversionRate).Learn(Counting.Of(PathRow.Parse("a:9:1; b:0:10; a>b:1:9"), new ChannelSets()), TestContext.Current.CancellationToken);
        Assert.True(learned.Credits[1].Conversions < 0);
        Assert.Contains("Journeys with b convert less often", Assert.Single(learned.Notes), StringComparison.Ordinal);
    }

    [Fact]
    public void A_rate_needs_journeys_that_do_not_convert() =>
        Assert.Contains("All journeys convert", Assert.Throws<LearningException>(() => Model(Worth.ConversionRate).Credits(PathRow.Parse("a:1; b:2"))).Message, StringComparison.Ordinal);

    [Fact]
    public void By_place_a_channel_has_its_shapley_value_over_all_places()
    {
        var rows = RandomPaths.Of(3);
        var (ordered, whole) = (new OrderedShapley().Credits(rows), Model().Credits(rows));
        Assert.All(whole, e =>
        {
            Assert.Equal(e.Value.Conversions, ordered[e.Key].Conversions, 1e-9);
            Assert.Equal(e.Value.Value, ordered[e.Key].Value, 1e-9);
            Assert.Equal(e.Value.Conversions, ordered[e.Key].Places.Sum(), 1e-9);
        });
    }

    [Fact]
    public void A_channel_met_twice_earns_half_of_its_part_at_each_place()
    {
        var credits = new OrderedShapley().Credits(PathRow.Parse("a>b>a:4"));
        Assert.Equal([1, 0, 1], credits["a"].Places);
        Assert.Equal([0, 2, 0], credits["b"].Places);
    }

    // What a channel adds to those before it, in each order of all channels.
    private static Dictionary<string, double> OverAllOrders(PathRow[] rows, Func<List<PathRow>, double> worth)
    {
        string[] channels = [.. rows.SelectMany(r => r.Path).Distinct()];
        var values = channels.ToDictionary(c => c, _ => 0d, StringComparer.Ordinal);
        List<string[]> orders = [.. Orders(channels)];
        foreach (var order in orders)
        {
            double before = 0;
            for (var i = 0; i < order.Length; i++)
            {
                var now = worth([.. rows.Where(r => r.Path.All(c => order[..(i + 1)].Contains(c)))]);
                values[order[i]] += (now - before) / orders.Count;
                before = now;
            }
        }

        return values;
    }

    private static IEnumerable<string[]> Orders(string[] left) =>
        left.Length == 0 ? [[]] : left.SelectMany(first => Orders([.. left.Where(c => c != first)]).Select(rest => (string[])[first, .. rest]));
}
