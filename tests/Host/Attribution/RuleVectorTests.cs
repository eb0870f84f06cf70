using Merit.Attribution.Rules;

namespace Merit.Host.Tests.Attribution;

/// <summary>Small journeys whose credit is known, through the engine.</summary>
public sealed class RuleVectorTests
{
    private static AttributionWarehouse Paths(params (string Path, int Conversions)[] paths)
    {
        var warehouse = new AttributionWarehouse();
        foreach (var (path, conversions) in paths)
        {
            for (var i = 0; i < conversions; i++)
            {
                warehouse.Path($"{path} {i}", path, 10);
            }
        }

        return warehouse;
    }

    private static void AssertCredit(AttributionWarehouse warehouse, string model, params (string Channel, double Conversions)[] expected)
    {
        var credit = warehouse.Credit(model);
        Assert.Equal(expected.Select(e => e.Channel).Order(StringComparer.Ordinal), credit.Keys.Order(StringComparer.Ordinal));
        Assert.All(expected, e =>
        {
            Assert.Equal(e.Conversions, credit[e.Channel].Conversions, 1e-12);
            Assert.Equal(e.Conversions * 10, credit[e.Channel].Value, 1e-11);
        });
    }

    [Fact]
    public void Linear_gives_every_touch_the_same()
    {
        using var warehouse = Paths(("direct", 2), ("search>email", 3), ("search>social>email", 5)).Model("linear");
        warehouse.Run();
        AssertCredit(warehouse, "linear", ("direct", 2), ("search", 19 / 6d), ("email", 19 / 6d), ("social", 5 / 3d));
    }

    [Fact]
    public void U_shaped_gives_the_ends_40_each_and_the_middle_20()
    {
        using var warehouse = Paths(("direct", 2), ("search>email", 3), ("search>social>email", 5)).Model("u-shaped");
        warehouse.Run();
        AssertCredit(warehouse, "u-shaped", ("direct", 2), ("search", 3.5), ("email", 3.5), ("social", 1));
    }

    [Fact]
    public void Linear_counts_a_channel_as_often_as_it_was_touched()
    {
        using var warehouse = Paths(("a>a>b", 6)).Model("linear");
        warehouse.Run();
        AssertCredit(warehouse, "linear", ("a", 4), ("b", 2));
    }

    [Fact]
    public void First_and_last_give_all_to_one_end()
    {
        using var warehouse = Paths(("direct", 2), ("search>email", 3), ("search>social>email", 5)).Model("first").Model("last");
        warehouse.Run();
        AssertCredit(warehouse, "first", ("direct", 2), ("search", 8), ("email", 0), ("social", 0));
        AssertCredit(warehouse, "last", ("direct", 2), ("search", 0), ("email", 8), ("social", 0));
    }

    [Fact]
    public void U_shaped_shares_the_middle_and_divides_two_in_the_ends_proportion()
    {
        using var warehouse = Paths(("a>b>c>d", 1), ("a>b", 1), ("a", 1))
            .Model("u-shaped", new UShapedOptions { First = 60, Middle = 10, Last = 30 });
        warehouse.Run();
        Assert.Equal([.6, .05, .05, .3], warehouse.Shares("u-shaped", "a>b>c>d 0"), Close);
        Assert.Equal([2 / 3d, 1 / 3d], warehouse.Shares("u-shaped", "a>b 0"), Close);
        Assert.Equal([1], warehouse.Shares("u-shaped", "a 0"), Close);
    }

    [Theory]
    [InlineData(0, 0, 100, new[] { 0d, 0, 0, 1 }, new[] { 0d, 1 })]
    [InlineData(0, 100, 0, new[] { 0, .5, .5, 0 }, new[] { .5, .5 })]
    [InlineData(100, 0, 0, new[] { 1d, 0, 0, 0 }, new[] { 1d, 0 })]
    public void U_shaped_works_with_any_weight_at_zero(double first, double middle, double last, double[] four, double[] two)
    {
        using var warehouse = Paths(("a>b>c>d", 1), ("a>b", 1), ("a", 1))
            .Model("u-shaped", new UShapedOptions { First = first, Middle = middle, Last = last });
        warehouse.Run();
        Assert.Equal(four, warehouse.Shares("u-shaped", "a>b>c>d 0"), Close);
        Assert.Equal(two, warehouse.Shares("u-shaped", "a>b 0"), Close);
        Assert.Equal([1], warehouse.Shares("u-shaped", "a 0"), Close);
    }

    [Fact]
    public void Time_decay_halves_a_touch_with_every_half_life()
    {
        using var warehouse = new AttributionWarehouse().Model("time-decay").Model("linear");
        foreach (var (age, i) in new[] { 9, 6, 0, 0 }.Select((a, i) => (a, i)))
        {
            warehouse.Touch($"t{i}", "c", AttributionWarehouse.Day(20 - age), $"ch{i}");
        }

        warehouse.Convert("deal", "c", AttributionWarehouse.Day(20), 50);
        warehouse.Run();
        Assert.Equal([6.92, 9.32, 16.88, 16.88], warehouse.Shares("time-decay", "deal").Select(s => Math.Round(s * 50, 2)));
        Assert.Equal([12.5, 12.5, 12.5, 12.5], warehouse.Shares("linear", "deal").Select(s => s * 50));
    }

    [Fact]
    public void Time_decay_is_measured_to_the_conversion()
    {
        using var warehouse = new AttributionWarehouse().Model("time-decay");
        foreach (var day in new[] { 0, 5, 12, 30, 38 })
        {
            warehouse.Touch($"d{day}", "a", AttributionWarehouse.Day(day), "x");
        }

        foreach (var day in new[] { 0, 7, 14, 21 })
        {
            warehouse.Touch($"e{day}", "b", AttributionWarehouse.Day(day), "x");
        }

        warehouse.Convert("a", "a", AttributionWarehouse.Day(38), 12_000);
        warehouse.Convert("b", "b", AttributionWarehouse.Day(28));
        warehouse.Run();
        Assert.Equal([175.20, 287.44, 574.88, 3417.04, 7545.45], warehouse.Shares("time-decay", "a").Select(s => Math.Round(s * 12_000, 2)));
        Assert.Equal([.0667, .1333, .2667, .5333], warehouse.Shares("time-decay", "b").Select(s => Math.Round(s, 4)));
    }

    [Fact]
    public void Time_decay_takes_another_half_life_with_a_fraction()
    {
        using var warehouse = new AttributionWarehouse().Model("time-decay", new TimeDecayOptions { HalfLife = .5 }, "fast");
        warehouse.Touch("1", "c", AttributionWarehouse.Day(1), "x");
        warehouse.Touch("2", "c", AttributionWarehouse.Day(1.5), "y");
        warehouse.Convert("c", "c", AttributionWarehouse.Day(2));
        warehouse.Run();
        Assert.Equal([1 / 3d, 2 / 3d], warehouse.Shares("fast", "c"), Close);
    }

    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;
}
