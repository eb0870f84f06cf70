namespace Merit.Metrics.Tests.Planning;

/// <summary>Facts meet on dimensions, never row to row; totals are computed, never added up.</summary>
public sealed class MeetingTests
{
    [Fact]
    public void Many_rows_on_both_sides_do_not_multiply()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id channel", ["c1", "email"])
            .With("spend", "campaign_id amount", ["c1", 1.10m], ["c1", 2.20m], ["c1", 3.30m])
            .With("leads", "campaign_id", ["c1"], ["c1"])
            .With("sales", "campaign_id customer_id amount first_sale", ["c1", "a", 10m, true], ["c1", "a", 5m, false]);

        Assert.Equal(["email: 6.6 2 1 15 1.272727"], warehouse.Lines(Ask.For("cost new_leads customers revenue roi", "channel")));
    }

    [Fact]
    public void Missing_keys_are_one_group_for_all_facts()
    {
        using var warehouse = new TestWarehouse().With("spend", "campaign_id amount", [null, 4m]).With("leads", "campaign_id", [null], [null]);

        Assert.Equal(["(none): 4 2 2"], warehouse.Lines(Ask.For("cost new_leads cpl", "campaign")));
    }

    [Fact]
    public void A_total_counts_a_customer_of_two_groups_once_and_divides_once()
    {
        using var warehouse = new TestWarehouse()
            .With("spend", "campaign_id amount", ["c1", 30m], ["c2", 10m])
            .With("leads", "campaign_id score", ["c1", 10.0], ["c1", 20.0], ["c2", 90.0])
            .With("sales", "campaign_id customer_id first_sale", ["c1", "a", true], ["c2", "a", true], ["c2", "b", true]);

        Assert.Equal(
            ["c1: 1 15 15 15", "c2: 2 10 90 90", "total (none): 2 13.333333 40 20"],
            warehouse.Lines(Ask.For("customers cpl lead_score lead_score_median", "campaign", total: true)));
    }

    [Fact]
    public void The_total_knows_nothing_of_the_limit_but_all_of_the_filters()
    {
        using var warehouse = new TestWarehouse().With("spend", "campaign_id amount", ["c1", 30m], ["c2", 10m], ["c3", 5m], [null, 1m]);

        Assert.Equal(["c1: 30", "total (none): 46"], warehouse.Lines(Ask.For("cost", "campaign", sort: "-cost", limit: 1, total: true)));
        Assert.Equal(["c1: 30", "c2: 10", "total (none): 40"], warehouse.Lines(Ask.For("cost", "campaign", where: ["campaign in (c1, c2)"], total: true)));
    }

    [Fact]
    public void Rows_come_in_the_order_asked_for_and_what_is_missing_comes_last()
    {
        using var warehouse = new TestWarehouse()
            .With("spend", "campaign_id amount", ["c2", 10m], ["c1", 10m], [null, 99m], ["c3", 50m])
            .With("leads", "campaign_id", ["c3"], ["c2"]);

        Assert.Equal(["c1: 10", "c2: 10", "c3: 50", "(none): 99"], warehouse.Lines(Ask.For("cost", "campaign")));
        Assert.Equal(["(none): 99", "c3: 50", "c1: 10", "c2: 10"], warehouse.Lines(Ask.For("cost", "campaign", sort: "-cost")));
        Assert.Equal(["c1: 10", "c2: 10", "c3: 50", "(none): 99"], warehouse.Lines(Ask.For("cost", "campaign", sort: "cost")));
        Assert.Equal(["c3: 50", "c2: 10", "c1: DivisionByZero", "(none): DivisionByZero"], warehouse.Lines(Ask.For("cpl", "campaign", sort: "-cpl")));
        Assert.Equal(["c3: 50", "c2: 10", "c1: 10", "(none): 99"], warehouse.Lines(Ask.For("cost", "campaign", sort: "-campaign")));
    }

    [Fact]
    public void Money_is_added_exactly()
    {
        using var warehouse = new TestWarehouse().With("spend", "amount", [.. Enumerable.Repeat(new object?[] { 0.1m }, 1000)]);

        Assert.Equal(100.0, warehouse.Ask(StandardMetrics.All, Ask.For("cost")).Rows[0].Figures[0].Value);
    }

    [Fact]
    public void Values_never_become_part_of_the_statement()
    {
        using var warehouse = new TestWarehouse().With("spend", "campaign_id amount", ["'; DROP TABLE spend; --", 1m]);

        Assert.Equal(["'; DROP TABLE spend; --: 1"], warehouse.Lines(Ask.For("cost", "campaign", where: ["campaign = \"'; DROP TABLE spend; --\""])));
        Assert.DoesNotContain("DROP", warehouse.Plan(StandardMetrics.All, Ask.For("cost", where: ["campaign = '; DROP TABLE spend'"])).Sql.Replace("'", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void A_balance_reaches_back_and_a_fixed_fact_has_no_date()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id budget start_date", ["c1", 100m, new DateOnly(2020, 1, 1)])
            .With("spend", "date campaign_id amount", [new DateOnly(2024, 3, 1), "c1", 10m], [new DateOnly(2025, 3, 1), "c1", 20m], [new DateOnly(2026, 3, 1), "c1", 40m]);

        Assert.Equal([": 20 0.3"], warehouse.Lines(Ask.For("cost budget_used", period: "2025")));
        Assert.Equal(["2025-03-01: 20 NotMeaningful"], warehouse.Lines(Ask.For("cost budget_used", "month", "2025")));
    }

    [Fact]
    public void A_measure_dated_otherwise_leaves_out_what_has_no_such_date()
    {
        using var warehouse = new TestWarehouse().With(
            "opportunities", "created_at closed_at outcome amount probability",
            [new DateTime(2025, 1, 1), new DateTime(2025, 3, 1), "won", 100m, 0.5], [new DateTime(2025, 1, 1), new DateTime(2025, 4, 1), "lost", 50m, 0.1],
            [new DateTime(2025, 1, 2), null, null, 10m, 0.2]);

        Assert.Equal(["2025-01-01: 160 DivisionByZero 57", "2025-03-01: 0 1 0", "2025-04-01: 0 0 0"], warehouse.Lines(Ask.For("opportunity_amount win_rate weighted_pipeline", "month")));
        Assert.Equal([": 160 0.5"], warehouse.Lines(Ask.For("opportunity_amount win_rate")));
    }

    [Fact]
    public void A_score_belongs_to_one_campaign()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id name", ["c1", "One"], ["c2", "Two"])
            .With("scores", "campaign_id score", ["c1", 85.5], ["c2", 70.0])
            .With("spend", "date campaign_id amount", [new DateOnly(2025, 1, 1), "c1", 1m], [new DateOnly(2025, 1, 1), "c3", 1m]);

        Assert.Equal(["c1: 85.5", "c2: 70", "total (none): NotMeaningful"], warehouse.Lines(Ask.For("score", "campaign", total: true)));
        Assert.Equal(["One: 85.5 1", "c3: NoRows 1"], warehouse.Lines(Ask.For("score cost", "campaign_name", "2025")));
        Assert.Equal([": NotMeaningful"], warehouse.Lines(Ask.For("score")));
        Assert.Equal([": 85.5"], warehouse.Lines(Ask.For("score", where: ["campaign = c1"])));
    }
}
