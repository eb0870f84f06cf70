using Merit.Attribution.Rules;
using Merit.Diagnostics;
using static Merit.Host.Tests.Attribution.AttributionWarehouse;

namespace Merit.Host.Tests.Attribution;

/// <summary>The rule models beyond the usual five, on journeys whose credit is known.</summary>
public sealed class RuleModelTests
{
    private static bool Close(double a, double b) => Math.Abs(a - b) < 1e-12;

    private static void AssertShares(string model, object? options, params (string Path, double[] Shares)[] journeys)
    {
        using var warehouse = new AttributionWarehouse().Model(model, options, "m");
        foreach (var (path, _) in journeys)
        {
            warehouse.Path(path, path, 10);
        }

        warehouse.Run();
        Assert.All(journeys, j => Assert.Equal(j.Shares, warehouse.Shares("m", j.Path), Close));
    }

    [Fact]
    public void J_shaped_gives_most_to_the_last() =>
        AssertShares("j-shaped", null, ("a", [1]), ("a>b", [.25, .75]), ("a>b>c", [.2, .2, .6]), ("a>b>c>d", [.2, .1, .1, .6]));

    [Fact]
    public void Inverse_j_gives_most_to_the_first() =>
        AssertShares("inverse-j", null, ("a", [1]), ("a>b", [.75, .25]), ("a>b>c", [.6, .2, .2]), ("a>b>c>d", [.6, .1, .1, .2]));

    [Fact]
    public void Last_non_direct_passes_direct_over_unless_there_is_nothing_else() =>
        AssertShares("last-non-direct", null, ("a>b>direct>direct", [0, 1, 0, 0]), ("direct>direct", [0, 1]), ("direct>a", [0, 1]));

    [Fact]
    public void Last_non_direct_passes_over_what_it_is_told_to() =>
        AssertShares("last-non-direct", new LastNonDirectOptions { Except = ["email", "push"] }, ("direct>email>push", [1, 0, 0]), ("email>push", [0, 1]));

    [Fact]
    public void Last_paid_finds_the_latest_touch_that_was_paid_for() =>
        AssertShares("last-paid", null, ("paid-search>display>email", [0, 1, 0]), ("email>direct", [0, 1]), ("paid-social>email>direct", [1, 0, 0]));

    [Fact]
    public void Linear_by_channel_gives_each_channel_the_same() =>
        AssertShares("linear", new LinearOptions { Per = LinearUnit.Channel }, ("a>a>b", [.25, .25, .5]), ("a>a", [.5, .5]), ("b>a>c", [1 / 3d, 1 / 3d, 1 / 3d]));

    [Fact]
    public void Custom_weights_go_by_place_from_both_ends() =>
        AssertShares(
            "custom", new PlacesOptions { Start = [30, 10], Middle = 20, End = [40] },
            ("a", [1]), ("a>b", [.375, .625]), ("a>b>c", [.375, .125, .5]), ("a>b>c>d", [.3, .1, .2, .4]), ("a>b>c>d>e", [.3, .1, .1, .1, .4]));

    [Fact]
    public void Custom_weights_of_two_places_give_two_touches_just_those() =>
        AssertShares("custom", new PlacesOptions { Start = [30], End = [70] }, ("x>y", [.3, .7]), ("x", [1]), ("x>y>z", [.3, 0, .7]));

    [Fact]
    public void Custom_weights_that_a_short_journey_cannot_use_leave_it_equal_shares() =>
        AssertShares("custom", new PlacesOptions { Start = [0], Middle = 1, End = [0] }, ("a", [1]), ("a>b", [.5, .5]), ("a>b>c", [0, 1, 0]), ("a>b>c>d", [0, .5, .5, 0]));

    [Fact]
    public void Custom_weights_far_from_the_end_wait_for_journeys_that_reach_them() =>
        AssertShares("custom", new PlacesOptions { End = [5, 0, 0] }, ("a", [1]), ("a>b", [.5, .5]), ("a>b>c", [1, 0, 0]), ("a>b>c>d", [0, 1, 0, 0]));

    [Fact]
    public void Participation_gives_the_whole_to_every_channel_and_counts_none_twice()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Model("participation");
        warehouse.Path("four", "a>b>c>d", 50);
        warehouse.Path("twice", "a>a>b", 10);
        warehouse.Run();
        Assert.Equal([1, 1, 1, 1], warehouse.Shares("participation", "four"));
        Assert.Equal([.25, .25, .25, .25], warehouse.Shares("linear", "four"));
        Assert.Equal((2d, 60d), warehouse.Credit("participation")["a"]);
        Assert.Equal((1d, 50d), warehouse.Credit("participation")["c"]);
        Assert.Equal([("linear", true), ("participation", false)], warehouse.Session.Query("SELECT name, conserved FROM merit.models ORDER BY name", r => (r.GetString(0), r.GetBoolean(1))));
    }

    [Fact]
    public void Participation_cannot_be_what_attributed_metrics_use_unasked()
    {
        using var warehouse = new AttributionWarehouse().Model("participation");
        Assert.Equal("MRT1408", Assert.Single(Assert.Throws<MeritException>(warehouse.Run).Diagnostics).Code);
    }

    [Fact]
    public void Stages_earn_their_touches_and_the_others_share_the_rest()
    {
        using var warehouse = new AttributionWarehouse().Model("w-shaped").Model("full-path");
        Staged(warehouse, "all", lead: 3.5, opportunity: 5.5, 1, 2, 3, 4, 5, 6, 7);
        Staged(warehouse, "one touch", lead: 3, opportunity: 4, 2);
        Staged(warehouse, "no stage", lead: null, opportunity: null, 1, 2, 3);
        Staged(warehouse, "before any touch", lead: 0, opportunity: 2.5, 1, 2, 3, 4);
        Staged(warehouse, "at once", lead: 2, opportunity: 2, 1, 2, 3);
        warehouse.Run();

        Assert.Equal([.3, .025, .3, .025, .3, .025, .025], warehouse.Shares("w-shaped", "all"), Close);
        Assert.Equal([.225, 10 / 300d, .225, 10 / 300d, .225, 10 / 300d, .225], warehouse.Shares("full-path", "all"), Close);
        Assert.Equal([1], warehouse.Shares("w-shaped", "one touch"), Close);
        Assert.Equal([1], warehouse.Shares("full-path", "one touch"), Close);
        Assert.Equal([30 / 40d, 5 / 40d, 5 / 40d], warehouse.Shares("w-shaped", "no stage"), Close);
        Assert.Equal([22.5 / 55, 10 / 55d, 22.5 / 55], warehouse.Shares("full-path", "no stage"), Close);
        Assert.Equal([30 / 70d, 30 / 70d, 5 / 70d, 5 / 70d], warehouse.Shares("w-shaped", "before any touch"), Close);
        Assert.Equal([.3, .6, .1], warehouse.Shares("w-shaped", "at once"), Close);
        Assert.Equal([.25, .5, .25], warehouse.Shares("full-path", "at once"), Close);
    }

    [Theory]
    [InlineData("last-paid")]
    [InlineData("last-non-direct")]
    [InlineData("custom")]
    [InlineData("w-shaped")]
    [InlineData("j-shaped")]
    public void Options_that_leave_nothing_to_weigh_are_refused(string model)
    {
        object options = model switch
        {
            "last-paid" => new LastPaidOptions { Channels = [] },
            "last-non-direct" => new LastNonDirectOptions { Except = [] },
            "custom" => new PlacesOptions { Start = [0], End = [0] },
            "w-shaped" => new WShapedOptions { Stage = 0 },
            _ => new JShapedOptions { First = 0, Middle = 0, Last = 0 },
        };
        using var warehouse = new AttributionWarehouse().Model(model, options);
        var finding = Assert.Single(Assert.Throws<MeritException>(warehouse.Run).Diagnostics);
        Assert.Contains(model, finding.Message, StringComparison.Ordinal);
        Assert.Equal(7, finding.At?.Line);
    }

    private static void Staged(AttributionWarehouse warehouse, string id, double? lead, double? opportunity, params double[] days)
    {
        foreach (var day in days)
        {
            warehouse.Touch($"{id} {day}", id, Day(day), "c");
        }

        warehouse.Convert(id, id, Day(days[^1] + 1), 1, lead: id);
        warehouse.Session.Execute("INSERT INTO leads VALUES ($1, $2)", id, lead is { } l ? Day(l) : null);
        warehouse.Session.Execute("INSERT INTO sales VALUES ($1, $1)", id);
        warehouse.Session.Execute("INSERT INTO opportunities VALUES ($1, $2)", id, opportunity is { } o ? Day(o) : null);
    }
}
