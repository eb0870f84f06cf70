using Merit.Diagnostics;
using Merit.Plugins.Attribution;
using static Merit.Host.Tests.Attribution.AttributionWarehouse;

namespace Merit.Host.Tests.Attribution;

/// <summary>Which touches a journey holds, by the workspace's options and by a model's own.</summary>
public sealed class JourneyRulesTests
{
    private static IReadOnlyList<string> Touches(AttributionWarehouse warehouse, string conversion) => warehouse.Session.Query(
        "SELECT touch_id FROM credits WHERE conversion_id = $1 AND touch_id IS NOT NULL ORDER BY position", row => row.GetString(0), conversion);

    [Fact]
    public void Repeats_fold_into_the_first_of_their_run()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { CollapseRepeats = true } }.Model("linear");
        warehouse.Path("runs", "a>a>b>b>a");
        warehouse.Path("alike", "a>a>a");
        warehouse.Touch("1", "none", Day(1), null);
        warehouse.Touch("2", "none", Day(2), null);
        warehouse.Touch("3", "none", Day(3), "a");
        warehouse.Convert("none", "none", Day(4));
        warehouse.Run();
        Assert.Equal(["runs-000", "runs-002", "runs-004"], Touches(warehouse, "runs"));
        Assert.Equal(["alike-000"], Touches(warehouse, "alike"));
        Assert.Equal(["1", "3"], Touches(warehouse, "none"));
        Assert.Equal([.5, .5], warehouse.Shares("linear", "none"));
    }

    [Fact]
    public void Excluded_channels_and_campaigns_take_no_part()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { ExcludeChannels = ["internal", "it's"], ExcludeCampaigns = ["old"] } }.Model("linear");
        warehouse.Touch("1", "c", Day(1), "internal");
        warehouse.Touch("2", "c", Day(2), "it's");
        warehouse.Touch("3", "c", Day(3), "a", "old");
        warehouse.Touch("4", "c", Day(4), "a", "new");
        warehouse.Touch("5", "c", Day(5), null);
        warehouse.Convert("kept", "c", Day(6));
        warehouse.Touch("6", "d", Day(5), "internal");
        warehouse.Convert("nothing left", "d", Day(6));
        var summary = warehouse.Run();
        Assert.Equal(["4", "5"], Touches(warehouse, "kept"));
        Assert.Equal(1, summary.Unattributed);
        Assert.Equal(1, warehouse.Credit("linear")["(unattributed)"].Conversions);
    }

    [Fact]
    public void Chained_conversions_share_no_touch()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { Chained = true } }.Model("linear");
        warehouse.Touch("1", "c", Day(1), "a");
        warehouse.Touch("2", "c", Day(2), "b");
        warehouse.Touch("3", "c", Day(4), "c");
        warehouse.Convert("first", "c", Day(2));
        warehouse.Convert("second", "c", Day(5));
        warehouse.Convert("second too", "c", Day(5));
        var summary = warehouse.Run();
        Assert.Equal(["1", "2"], Touches(warehouse, "first"));
        Assert.Equal(["3"], Touches(warehouse, "second"));
        Assert.Empty(Touches(warehouse, "second too"));
        Assert.Equal(1, summary.Unattributed);
    }

    [Fact]
    public void Touches_after_a_stage_take_no_part_where_the_stage_was_reached()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { Until = Stage.Lead } }.Model("last");
        foreach (var who in new[] { "led", "unled" })
        {
            warehouse.Touch($"{who} 1", who, Day(1), "a");
            warehouse.Touch($"{who} 2", who, Day(2), "b");
            warehouse.Touch($"{who} 3", who, Day(3), "c");
            warehouse.Convert(who, who, Day(4), lead: who);
        }

        warehouse.Session.Execute("INSERT INTO leads VALUES ('led', $1)", Day(2));
        warehouse.Run();
        Assert.Equal(["led 1", "led 2"], Touches(warehouse, "led"));
        Assert.Equal(["unled 1", "unled 2", "unled 3"], Touches(warehouse, "unled"));
    }

    [Fact]
    public void A_kind_of_conversion_may_look_back_differently()
    {
        using var warehouse = new AttributionWarehouse
        {
            Lookback = TimeSpan.FromDays(10),
            Rules = new() { LookbackOf = new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["mql"] = TimeSpan.FromDays(2) } },
        }.Model("linear");
        warehouse.Touch("1", "c", Day(1), "a");
        warehouse.Touch("2", "c", Day(5), "b");
        warehouse.Convert("sale", "c", Day(6));
        warehouse.Convert("mql", "c", Day(6), kind: "mql");
        warehouse.Run();
        Assert.Equal(["1", "2"], Touches(warehouse, "sale"));
        Assert.Equal(["2"], Touches(warehouse, "mql"));
    }

    [Fact]
    public void Campaign_weights_shift_credit_in_their_proportion()
    {
        using var warehouse = new AttributionWarehouse { CampaignWeights = { ["expo"] = 3 } }.Model("linear").Model("participation");
        warehouse.Touch("1", "c", Day(1), "a", "expo");
        warehouse.Touch("2", "c", Day(2), "b", "mail");
        warehouse.Touch("3", "c", Day(3), "b");
        warehouse.Convert("deal", "c", Day(4));
        warehouse.Run();
        Assert.Equal([.6, .2, .2], warehouse.Shares("linear", "deal"), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([1, .5, .5], warehouse.Shares("participation", "deal"));
    }

    [Fact]
    public void Touches_are_the_same_by_the_unit_of_credit()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { Unit = ["channel", "campaign_id"] } }.Model("participation", name: "p").Model("linear");
        warehouse.Touch("1", "c", Day(1), "a", "x");
        warehouse.Touch("2", "c", Day(2), "a", "y");
        warehouse.Touch("3", "c", Day(3), "a", "x");
        warehouse.Touch("4", "c", Day(4), "a");
        warehouse.Touch("5", "c", Day(5), "a");
        warehouse.Convert("deal", "c", Day(6));
        Assert.Equal("MRT1408", Assert.Single(Assert.Throws<MeritException>(warehouse.Run).Diagnostics).Code);

        using var again = new AttributionWarehouse { Rules = new() { Unit = ["channel", "campaign_id"] } }.Model("linear").Model("participation");
        again.Touch("1", "c", Day(1), "a", "x");
        again.Touch("2", "c", Day(2), "a", "y");
        again.Touch("3", "c", Day(3), "a", "x");
        again.Touch("4", "c", Day(4), "a");
        again.Touch("5", "c", Day(5), "a");
        again.Convert("deal", "c", Day(6));
        again.Run();
        Assert.Equal([.5, 1, .5, .5, .5], again.Shares("participation", "deal"));
    }

    [Fact]
    public void A_unit_that_touchpoints_do_not_have_is_refused_with_those_they_have()
    {
        using var warehouse = new AttributionWarehouse().Model("first").Model("linear", journeys: new(Unit: ["chanel"]));
        var finding = Assert.Single(Assert.Throws<MeritException>(warehouse.Run).Diagnostics);
        Assert.Equal("MRT1407", finding.Code);
        Assert.Contains("channel", finding.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Models_with_journeys_of_their_own_each_add_up()
    {
        using var warehouse = new AttributionWarehouse()
            .Model("first").Model("linear", name: "short", journeys: new(Lookback: TimeSpan.FromDays(3))).Model("last", name: "before-lead", journeys: new(ExcludeChannels: ["b"]));
        warehouse.Touch("1", "c", Day(1), "a");
        warehouse.Touch("2", "c", Day(8), "b");
        warehouse.Touch("3", "c", Day(9), "b");
        warehouse.Convert("deal", "c", Day(10), 100);
        warehouse.Touch("4", "d", Day(1), "a");
        warehouse.Convert("long ago", "d", Day(10), 10);
        warehouse.Convert("none", "e", Day(10), 1);
        var summary = warehouse.Run();
        Assert.Equal([1, 0, 0], warehouse.Shares("first", "deal"));
        Assert.Equal([0, .5, .5], warehouse.Shares("short", "deal"));
        Assert.Equal([1, 0, 0], warehouse.Shares("before-lead", "deal"));
        Assert.Equal(1, summary.Unattributed);
        Assert.Equal((2d, 11d), warehouse.Credit("short")["(unattributed)"]);
        Assert.Equal((1d, 1d), warehouse.Credit("first")["(unattributed)"]);
        Assert.Equal((2d, 110d), warehouse.Credit("before-lead")["a"]);
    }

    [Fact]
    public void What_the_rules_were_is_kept_with_the_credits()
    {
        using var warehouse = new AttributionWarehouse().Model("first").Model("last", journeys: new(Lookback: TimeSpan.FromDays(7), Until: Stage.Opportunity));
        warehouse.Run();
        var kept = warehouse.Session.Query("SELECT lookback_days, journeys FROM merit.models ORDER BY name", r => (r.GetDouble(0), r.GetString(1)));
        Assert.Equal(90, kept[0].Item1);
        Assert.Equal(7, kept[1].Item1);
        Assert.Contains("\"until\":\"opportunity\"", kept[1].Item2, StringComparison.Ordinal);
    }
}
