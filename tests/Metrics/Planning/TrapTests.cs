using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>The traps metric layers are known to fall into, each by the name it goes by.</summary>
public sealed class TrapTests
{
    [Fact]
    public void Fan_out_a_value_of_the_one_side_is_not_repeated_for_each_row_of_the_many()
    {
        // Three sales of one lead of one account: grouping by columns of lead and account doubles nothing.
        using var warehouse = new TestWarehouse()
            .With("accounts", "account_id industry", ["a1", "retail"])
            .With("leads", "lead_id source", ["l1", "web"])
            .With("sales", "lead_id account_id amount", ["l1", "a1", 10m], ["l1", "a1", 20m], ["l1", "a1", 30m]);

        Assert.Equal(["retail|web: 60"], warehouse.Lines(Ask.For("revenue", "accounts.industry leads.source")));
        Assert.Equal(["web: 60 1"], warehouse.Lines(Ask.For("revenue new_leads", "leads.source")));
    }

    [Fact]
    public void Fan_out_a_table_whose_key_is_not_unique_is_no_way_to_anything()
    {
        using var warehouse = new TestWarehouse().With("campaigns", "campaign_id type", ["c1", "brand"], ["c1", "revenue"]).With("spend", "campaign_id amount", ["c1", 10m]);
        var schema = warehouse.Schema;
        schema = schema with { Tables = [.. schema.Tables.Select(t => t.Name == "campaigns" ? t with { Key = [] } : t)] };

        var refused = Assert.Throws<MeritException>(() => new Merit.Metrics.Planning.Planner(schema, All, warehouse.Settings).Plan(Ask.For("cost", "type")));
        Assert.Equal("MRT2206", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void Chasm_two_facts_of_one_campaign_do_not_multiply_each_other()
    {
        using var warehouse = new TestWarehouse()
            .With("spend", "campaign_id amount", ["c1", 1m], ["c1", 2m])
            .With("leads", "campaign_id", ["c1"], ["c1"], ["c1"])
            .With("delivery", "campaign_id clicks impressions", ["c1", 5, 50], ["c1", 6, 60])
            .With("sales", "campaign_id amount customer_id first_sale", ["c1", 100m, "x", true], ["c1", 200m, "y", true]);

        Assert.Equal(["c1: 3 3 11 300 2"], warehouse.Lines(Ask.For("cost new_leads clicks revenue customers", "campaign")));
    }

    [Fact]
    public void Null_keys_rows_without_a_key_are_a_group_of_their_own_and_never_lost()
    {
        using var warehouse = new TestWarehouse().With("spend", "campaign_id amount", ["c1", 1m], [null, 4m]).With("leads", "campaign_id", [null], ["c2"]);

        Assert.Equal(["c1: 1 0", "c2: 0 1", "(none): 4 1", "total (none): 5 2"], warehouse.Lines(Ask.For("cost new_leads", "campaign", total: true)));
        Assert.Equal([": 4 1"], warehouse.Lines(Ask.For("cost new_leads", where: ["campaign = (none)"])));
        Assert.Equal([": 1 1"], warehouse.Lines(Ask.For("cost new_leads", where: ["campaign != (none)"])));
    }

    [Fact]
    public void Averages_of_ratios_a_total_divides_once()
    {
        using var warehouse = new TestWarehouse().With("spend", "campaign_id amount", ["c1", 100m], ["c2", 100m]).With("leads", "campaign_id", [.. Enumerable.Repeat(new object?[] { "c1" }, 100), ["c2"]]);

        Assert.Equal(["c1: 1", "c2: 100", "total (none): 1.980198"], warehouse.Lines(Ask.For("cpl", "campaign", total: true)));
    }

    [Fact]
    public void Averages_of_averages_a_total_weighs_every_row_once()
    {
        using var warehouse = new TestWarehouse().With("leads", "campaign_id score", ["c1", 10.0], ["c1", 10.0], ["c1", 10.0], ["c2", 50.0]);

        Assert.Equal(["c1: 10 10", "c2: 50 50", "total (none): 20 10"], warehouse.Lines(Ask.For("lead_score lead_score_median", "campaign", total: true)));
    }

    [Theory]
    [InlineData("2025-03-31", Comparison.YearAgo, "2024-03-31", "2025-01-15")]
    [InlineData("2024-02-29", Comparison.YearAgo, "2023-02-28", "2025-01-15")]
    [InlineData("2025-03", Comparison.Previous, "2025-02-01..2025-03-01", "2026-01-15")]
    [InlineData("2025-03", Comparison.Previous, "2025-02-01..2025-03-01", "2025-03-31")]
    [InlineData("2025-03", Comparison.Previous, "2025-02-01..2025-02-15", "2025-03-14")]
    public void Offsets_at_month_end_a_day_the_other_month_lacks_has_a_defined_partner(string period, Comparison compare, string partner, string today)
    {
        var asked = PeriodParser.Parse(period, DateOnly.Parse(today), DayOfWeek.Monday);
        var before = compare == Comparison.Previous ? PeriodMath.Previous(asked, DateOnly.Parse(today)) : PeriodMath.YearAgo(asked, DateOnly.Parse(today));
        var expected = PeriodParser.Parse(partner, DateOnly.Parse(today), DayOfWeek.Monday);

        Assert.Equal((expected.From, expected.To), (before?.From, before?.To));
    }

    [Fact]
    public void Filters_on_conversion_metrics_hold_for_both_sides_or_not_at_all()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id channel", ["c1", "email"], ["c2", "expo"])
            .With("spend", "campaign_id amount", ["c1", 10m], ["c2", 90m])
            .With("leads", "campaign_id source mql_at", ["c1", "web", new DateTime(2025, 1, 1)], ["c1", "web", null], ["c2", "fair", new DateTime(2025, 1, 1)]);

        Assert.Equal([": 0.5 5"], warehouse.Lines(Ask.For("lead_to_mql cpl", where: ["channel = email"])));

        // The cost has no source of leads: dropping the filter for one side would give a number that means nothing.
        warehouse.Refused("MRT2206", Ask.For("cpl", where: ["leads.source = web"]));
    }

    [Fact]
    public void Count_distinct_over_totals_a_customer_of_several_groups_is_one_customer()
    {
        using var warehouse = new TestWarehouse().With(
            "sales", "campaign_id customer_id sold_at", ["c1", "a", new DateTime(2025, 1, 5)], ["c2", "a", new DateTime(2025, 2, 5)], ["c2", "b", new DateTime(2025, 2, 6)]);

        Assert.Equal(["c1: 1", "c2: 2", "total (none): 2"], warehouse.Lines(Ask.For("buyers", "campaign", total: true)));
        Assert.Equal(["2025-01-01: 1", "2025-02-01: 2", "total (none): 2"], warehouse.Lines(Ask.For("buyers", "month", total: true)));
    }

    [Fact]
    public void Null_poisoning_a_missing_value_leaves_its_row_out_and_a_missing_part_says_why()
    {
        using var warehouse = new TestWarehouse().With("orders", "order_id amount cost_of_goods", ["o1", 100m, 30m], ["o2", 50m, null]).With("spend", "amount", [10m]);
        var definitions = Declared(() =>
        {
            Metric("margin", Sum(Orders.amount - Orders.cost_of_goods));
            Metric("margin_kept", Sum(Orders.amount - Coalesce(Orders.cost_of_goods, 0)));
            Metric("order_revenue", Sum(Orders.amount));
            Metric("leads", Count(Leads));
            Metric("cost", Sum(Spend.amount));
            Metric("both", Ref("cost") + Ref("leads"));
        });

        Assert.Equal([": 70 120 150 NotLoaded NotLoaded"], Ask.Lines(warehouse.Ask(definitions, Ask.For("margin margin_kept order_revenue leads both"))));
    }

    [Fact]
    public void Null_poisoning_what_is_missing_differs_from_everything()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id source", ["l1", "web"], ["l2", null], ["l3", ""]);
        var definitions = Declared(() =>
        {
            Metric("other", Count(Leads).Where(Leads.source != "web"));
            Metric("not_web", Count(Leads).Where(!(Leads.source == "web")));
            Metric("not_in", Count(Leads).Where(Leads.source.NotIn("web", "fair")));
            Metric("missing", Count(Leads).Where(!Leads.source.HasValue));
        });

        Assert.Equal([": 2 2 2 1"], Ask.Lines(warehouse.Ask(definitions, Ask.For("other not_web not_in missing"))));
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, "2025-03-03: 1 2025-03-10: 1")]
    [InlineData(DayOfWeek.Sunday, "2025-03-09: 2")]
    [InlineData(DayOfWeek.Saturday, "2025-03-08: 2")]
    public void Week_start_a_sunday_belongs_to_the_week_the_workspace_says(DayOfWeek start, string expected)
    {
        using var warehouse = new TestWarehouse().With("spend", "date amount", [new DateOnly(2025, 3, 9), 1m], [new DateOnly(2025, 3, 10), 1m]);
        warehouse.Settings = warehouse.Settings with { WeekStart = start };

        Assert.Equal(expected, string.Join(' ', warehouse.Lines(Ask.For("cost", "week"))));
    }

    [Fact]
    public void Daylight_saving_a_day_has_the_hours_its_clocks_show()
    {
        // New York, 9 March 2025: midnight is 05:00 UTC, the next midnight 04:00 UTC.
        using var warehouse = new TestWarehouse().With(
            "leads", "lead_id created_at", ["l1", new DateTime(2025, 3, 9, 4, 59, 59)], ["l2", new DateTime(2025, 3, 9, 5, 0, 0)], ["l3", new DateTime(2025, 3, 10, 3, 59, 59)], ["l4", new DateTime(2025, 3, 10, 4, 0, 0)]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "America/New_York" };

        Assert.Equal(["2025-03-08: 1", "2025-03-09: 2", "2025-03-10: 1"], warehouse.Lines(Ask.For("new_leads", "day")));
        Assert.Equal([": 2"], warehouse.Lines(Ask.For("new_leads", period: "2025-03-09")));

        // 2 November 2025 has 25 hours, and 01:30 twice: both count on that day.
        using var autumn = new TestWarehouse().With("leads", "lead_id created_at", ["l1", new DateTime(2025, 11, 2, 5, 30, 0)], ["l2", new DateTime(2025, 11, 2, 6, 30, 0)], ["l3", new DateTime(2025, 11, 3, 4, 59, 59)], ["l4", new DateTime(2025, 11, 3, 5, 0, 0)]);
        autumn.Settings = autumn.Settings with { TimeZone = "America/New_York" };

        Assert.Equal(["2025-11-02: 3", "2025-11-03: 1"], autumn.Lines(Ask.For("new_leads", "day")));
    }

    [Theory]
    [InlineData("'; DROP TABLE leads; --")]
    [InlineData("\"")]
    [InlineData("'")]
    [InlineData("''")]
    [InlineData("\\'")]
    [InlineData("$1")]
    [InlineData("%")]
    [InlineData("a\nb -- c")]
    [InlineData("/* x */")]
    [InlineData("{0}")]
    [InlineData("社'交")]
    public void Quoting_a_text_is_a_value_wherever_it_stands(string text)
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id source score", ["l1", text, 1.0], ["l2", "web", 2.0]);
        var definitions = Declared(() =>
        {
            Parameter("word", "web");
            Dimension("kind_of", If(Leads.source == text, text, "other"));
            Segment("odd", Leads.source.In(text));
            Metric("equal", Sum(Leads.score).Where(Leads.source == text));
            Metric("listed", Sum(Leads.score).Where(Leads.source.NotIn(text, text + "x")));
            Metric("found", Sum(Leads.score).Where(Leads.source.Contains(text) & Leads.source.StartsWith(text) & Leads.source.EndsWith(text)));
            Metric("chosen", CountDistinct(Coalesce(If(Leads.score > 1, text), Leads.source)));
            Metric("set", Sum(Leads.score).Where(Leads.source == new ParameterRef<string>("word")));
        }).Set([new ParameterSetting("word", text, null)]);
        var request = Ask.For("equal listed found chosen set") with { Where = [new Filter("leads.source", FilterOperator.In, [text, "web"])] };

        Assert.Equal([": 1 2 1 1 1"], Ask.Lines(warehouse.Ask(definitions, request)));
        Assert.Equal([": 1"], Ask.Lines(warehouse.Ask(definitions, request with { Metrics = ["equal"], Where = [new Filter("segment", FilterOperator.Equal, ["odd"]), new Filter("kind_of", FilterOperator.Equal, [text])] })));
        Assert.DoesNotContain("DROP", warehouse.Plan(definitions, request with { By = ["kind_of"] }).Sql, StringComparison.Ordinal);
    }

    [Fact]
    public void Integer_division_rows_divide_with_fractions()
    {
        using var warehouse = new TestWarehouse().With("delivery", "clicks impressions", [1, 2], [3, 0]);

        Assert.Equal([": 0.5 2"], Ask.Lines(warehouse.Ask(Declared(() =>
        {
            Metric("rate", Sum(Delivery.clicks / Delivery.impressions));
            Metric("ratio", Sum(Delivery.clicks) / Sum(Delivery.impressions));
        }), Ask.For("rate ratio"))));
    }
}
