using Merit.Host.Attribution;
using Merit.Metrics.Tables;
using static Merit.Host.Tests.Attribution.AttributionWarehouse;

namespace Merit.Host.Tests.Attribution;

public sealed class JourneyTests
{
    private static IReadOnlyList<string> Touches(AttributionWarehouse warehouse, string conversion) => warehouse.Session.Query(
        "SELECT touch_id FROM credits WHERE conversion_id = $1 AND touch_id IS NOT NULL ORDER BY position", row => row.GetString(0), conversion);

    [Fact]
    public void The_window_includes_both_its_ends_to_the_microsecond()
    {
        using var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(30) }.Model("linear");
        var microsecond = TimeSpan.FromMicroseconds(1);
        warehouse.Touch("too early", "c", Day(10) - microsecond, "x");
        warehouse.Touch("at the edge", "c", Day(10), "x");
        warehouse.Touch("at the conversion", "c", Day(40), "x");
        warehouse.Touch("too late", "c", Day(40) + microsecond, "x");
        warehouse.Convert("deal", "c", Day(40));
        var summary = warehouse.Run();
        Assert.Equal(["at the edge", "at the conversion"], Touches(warehouse, "deal"));
        Assert.Equal(new JourneySummary(1, 2, 0), summary with { Findings = [] });
    }

    [Fact]
    public void Touches_at_one_time_are_ordered_by_their_id()
    {
        using var warehouse = new AttributionWarehouse().Model("first").Model("last");
        foreach (var id in new[] { "b", "c", "a", "B", "10", "9" })
        {
            warehouse.Touch(id, "c", Day(5), id);
        }

        warehouse.Convert("deal", "c", Day(5));
        warehouse.Run();
        Assert.Equal(["10", "9", "B", "a", "b", "c"], Touches(warehouse, "deal"));
        Assert.Equal(1, warehouse.Credit("first")["10"].Conversions);
        Assert.Equal(1, warehouse.Credit("last")["c"].Conversions);
    }

    [Fact]
    public void Equal_touches_with_ids_of_their_own_all_count()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Touch("1", "c", Day(5), "x", "camp");
        warehouse.Touch("2", "c", Day(5), "x", "camp");
        warehouse.Touch("3", "c", Day(6), "y");
        warehouse.Convert("deal", "c", Day(7));
        warehouse.Run();
        Assert.Equal(2 / 3d, warehouse.Credit("linear")["x"].Conversions, 1e-12);
    }

    [Fact]
    public void Conversions_are_independent_and_may_share_touches()
    {
        using var warehouse = new AttributionWarehouse().Model("first");
        warehouse.Touch("1", "c", Day(1), "x");
        warehouse.Touch("2", "c", Day(5), "y");
        warehouse.Convert("one", "c", Day(3), 100);
        warehouse.Convert("two", "c", Day(6), 10);
        warehouse.Convert("two again", "c", Day(6), 1);
        var summary = warehouse.Run();
        Assert.Equal((3d, 111d), warehouse.Credit("first")["x"]);
        Assert.Equal(["1"], Touches(warehouse, "one"));
        Assert.Equal(["1", "2"], Touches(warehouse, "two again"));
        Assert.Equal(new JourneySummary(3, 5, 0), summary with { Findings = [] });
    }

    [Fact]
    public void A_conversion_without_touches_goes_to_unattributed()
    {
        using var warehouse = new AttributionWarehouse().Model("u-shaped").Model("time-decay");
        warehouse.Touch("1", "c", Day(1), "x");
        warehouse.Touch("2", null, Day(1), "nobody's");
        warehouse.Convert("with", "c", Day(3), 5);
        warehouse.Convert("of another", "d", Day(3), 100);
        warehouse.Convert("of nobody", null, Day(3), 10);
        warehouse.Convert("at no time", "c", null, 1);
        var summary = warehouse.Run();
        Assert.Equal(new JourneySummary(4, 1, 3), summary with { Findings = [] });
        Assert.Equal((3d, 111d), warehouse.Credit("u-shaped")["(unattributed)"]);
        Assert.Equal((1d, 5d), warehouse.Credit("time-decay")["x"]);
        Assert.Equal(3, warehouse.Session.Scalar<long>(
            "SELECT count(*) FROM credits WHERE channel = '(unattributed)' AND campaign_id = '(unattributed)' AND touch_id IS NULL AND position IS NULL AND occurred_at IS NULL"));
    }

    [Fact]
    public void A_touch_without_channel_or_campaign_has_none_and_is_not_unattributed()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Touch("1", "c", Day(1), null);
        warehouse.Convert("deal", "c", Day(3));
        warehouse.Run();
        Assert.Equal("(none)", Assert.Single(warehouse.Credit("linear").Keys));
    }

    [Fact]
    public void Journeys_of_an_account_take_the_touches_of_all_its_contacts()
    {
        using var warehouse = new AttributionWarehouse { ByAccount = true }.Model("linear");
        warehouse.Contact("ann", "acme");
        warehouse.Contact("bob", "acme");
        warehouse.Contact("eve", "other");
        warehouse.Touch("1", "ann", Day(1), "x");
        warehouse.Touch("2", "bob", Day(2), "y");
        warehouse.Touch("3", "eve", Day(2), "z");
        warehouse.Touch("4", "loner", Day(2), "w");
        warehouse.Convert("named account", null, Day(3), account: "acme");
        warehouse.Convert("account of its contact", "bob", Day(3));
        warehouse.Convert("no account", "loner", Day(3));
        warehouse.Convert("account without touches", "acme", Day(3), account: "empty");
        warehouse.Run();
        Assert.Equal(["1", "2"], Touches(warehouse, "named account"));
        Assert.Equal(["1", "2"], Touches(warehouse, "account of its contact"));
        Assert.Equal(["4"], Touches(warehouse, "no account"));
        Assert.Empty(Touches(warehouse, "account without touches"));
    }

    [Fact]
    public void Every_journey_counts_its_touches()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("three", "a>b>c", 5);
        warehouse.Path("one", "a", 7);
        warehouse.Convert("none", "nobody", Day(3), 9);
        warehouse.Run();
        Assert.Equal(
            [("none", "nobody", 9m, 0), ("one", "one", 7m, 1), ("three", "three", 5m, 3)],
            warehouse.Session.Query("SELECT conversion_id, contact_id, value, touches FROM journeys ORDER BY 1", row => (row.GetString(0), row.GetString(1), row.GetDecimal(2), row.GetInt64(3))));
    }

    [Fact]
    public void Journeys_of_a_contact_leave_out_colleagues()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Contact("ann", "acme");
        warehouse.Contact("bob", "acme");
        warehouse.Touch("1", "ann", Day(1), "x");
        warehouse.Touch("2", "bob", Day(2), "y");
        warehouse.Convert("deal", "bob", Day(3), account: "acme");
        warehouse.Run();
        Assert.Equal(["2"], Touches(warehouse, "deal"));
    }

    [Fact]
    public void Nothing_at_all_is_no_failure()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Model("time-decay");
        Assert.Equal(new JourneySummary(0, 0, 0), warehouse.Run() with { Findings = [] });
        Assert.Equal(0, warehouse.Session.Scalar<long>("SELECT count(*) FROM credits"));
    }

    [Theory]
    [InlineData("journeys")]
    [InlineData("credits")]
    [InlineData("channel_overlaps")]
    [InlineData("credit_intervals")]
    public void Tables_are_made_as_the_data_model_declares_them(string table)
    {
        using var warehouse = new AttributionWarehouse();
        warehouse.Path("one", "a>b", 5);
        warehouse.Run();
        var types = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Text"] = "VARCHAR", ["Number"] = "DOUBLE", ["Integer"] = "BIGINT", ["Money"] = "DECIMAL(18,4)", ["Flag"] = "BOOLEAN", ["Timestamp"] = "TIMESTAMP",
        };
        Assert.Equal(
            Canonical.Find(table)?.Columns.Select(c => (c.Name, types[c.Type.ToString()])),
            warehouse.Session.Query($"DESCRIBE {table}", row => (row.GetString(0), row.GetString(1))));
    }

    [Fact]
    public void Running_again_replaces_what_was_there()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("one", "a>b", 5);
        warehouse.Run();
        warehouse.Path("two", "a>c", 5);
        warehouse.Run();
        Assert.Equal(2, warehouse.Credit("linear").Values.Sum(c => c.Conversions), 1e-12);
        Assert.Equal(2, warehouse.Session.Scalar<long>("SELECT count(*) FROM journeys"));
    }

    [Fact]
    public void The_models_that_ran_are_recorded_with_their_options()
    {
        using var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromHours(36) }.Model("time-decay", name: "slow").Model("first");
        warehouse.Run();
        Assert.Equal(
            [("slow", "time-decay", """{"half_life":7}""", 1.5), ("first", "first", "{}", 1.5)],
            warehouse.Session.Query("FROM merit.models", row => (row.GetString(0), row.GetString(1), row.GetString(2), row.GetDouble(3))));
    }
}
