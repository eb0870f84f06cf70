namespace Merit.Metrics.Tests.Planning.OverTime;

public sealed class WindowTests
{
    [Fact]
    public void A_window_ends_with_the_groups_last_day_and_reaches_before_the_period()
    {
        using var warehouse = Spent();

        Assert.Equal(
            ["2025-01-01: 0 0 1", "2025-02-01: 16 16 17", "2025-03-01: 20 20 36", "total (none): 36 20 36"],
            warehouse.Over(Ask.For("cost cost_rolling_28_days cost_rolling_3_months", "month", "2025-Q1", total: true)));
        Assert.Equal([": 20 36 137 36"], warehouse.Over(Ask.For("cost_rolling_28_days cost_rolling_3_months cost_cumulative cost_ytd", period: "2025-Q1")));
    }

    [Fact]
    public void A_group_of_days_without_rows_still_has_its_window()
    {
        using var warehouse = Spent();

        Assert.Equal(
            ["2025-02-24: 9 9", "2025-03-03: 0 9", "2025-03-10: 0 0", "2025-03-17: 0 0", "2025-03-24: 0 0", "2025-03-31: 20 20"],
            warehouse.Over(Ask.For("cost cost_rolling_2_weeks", "week", "2025-02-24..2025-04-07")));
        Assert.Equal(
            ["2025-02-01|email: 9 9", "2025-02-01|expo: 7 7", "2025-03-01|email: 20 29", "2025-03-01|expo: 0 7"],
            warehouse.Over(Ask.For("cost cost_ytd", "month channel", "2025-02-01..2025-04-01")));
    }

    [Fact]
    public void Days_nobody_has_answered_for_are_no_value_where_a_window_reads_nothing_else()
    {
        using var warehouse = Spent().Covering("spend", "2025-02-01", "2025-03-31");

        Assert.Equal(
            ["2025-01-01: NotCovered NotCovered", "2025-02-01: 16 16", "2025-03-01: 20 20", "2025-04-01: NotCovered NotCovered"],
            warehouse.Over(Ask.For("cost cost_mtd", "month", "2025-01-01..2025-05-01")));
    }

    [Fact]
    public void A_ratio_of_a_window_is_the_ratio_of_its_parts_over_the_window()
    {
        using var warehouse = new TestWarehouse()
            .With("spend", "date amount", [new DateOnly(2025, 3, 1), 100m], [new DateOnly(2025, 3, 20), 10m])
            .With("leads", "created_at score", [new DateTime(2025, 3, 1), 90.0], [new DateTime(2025, 3, 20), 10.0], [new DateTime(2025, 3, 20), 20.0], [new DateTime(2025, 3, 20), 30.0]);

        Assert.Equal(
            ["2025-03-01: 100 100 90 90 90", "2025-03-20: 3.333333 27.5 20 37.5 25"],
            warehouse.Over(Ask.For("cpl cpl_rolling_28_days lead_score lead_score_rolling_28_days lead_score_median_rolling_28_days", "day", "2025-03"))
                .Where(l => l.StartsWith("2025-03-01", StringComparison.Ordinal) || l.StartsWith("2025-03-20", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_customer_is_counted_once_in_a_window()
    {
        using var warehouse = new TestWarehouse().With(
            "sales", "sold_at customer_id", [new DateTime(2025, 3, 3), "a"], [new DateTime(2025, 3, 10), "a"], [new DateTime(2025, 3, 10), "b"], [new DateTime(2025, 3, 17), null]);

        Assert.Equal(
            ["2025-03-03: 1 1", "2025-03-10: 2 2", "2025-03-17: 0 2", "total (none): 2 2"],
            warehouse.Over(Ask.For("buyers buyers_rolling_2_weeks", "week", "2025-03-03..2025-03-24", total: true)));
    }

    [Fact]
    public void A_month_long_window_begins_on_the_same_date_or_the_last_one_a_month_has()
    {
        using var warehouse = new TestWarehouse().With("spend", "date amount", [.. Enumerable.Range(0, 120).Select(i => new object?[] { new DateOnly(2024, 12, 1).AddDays(i), 1m })]);

        // Three months to the end of February: December, January and February; to 30 March: from 31 December; to 28 March: from 29 December.
        Assert.Equal([": 90"], warehouse.Over(Ask.For("cost_rolling_3_months", period: "2025-02-28")));
        Assert.Equal([": 90"], warehouse.Over(Ask.For("cost_rolling_3_months", period: "2025-03-30")));
        Assert.Equal([": 90"], warehouse.Over(Ask.For("cost_rolling_3_months", period: "2025-03-28")));
    }

    [Fact]
    public void Weeks_begin_on_the_workspaces_day()
    {
        using var warehouse = Spent();
        warehouse.Settings = warehouse.Settings with { WeekStart = DayOfWeek.Sunday };

        Assert.Equal(
            ["2025-03-23: 0 0 0", "2025-03-30: 20 20 0"],
            warehouse.Over(Ask.For("cost cost_rolling_2_weeks cost_previous", "week", "2025-03-23..2025-04-06")));
    }

    [Fact]
    public void A_day_of_the_zone_may_have_23_or_25_hours()
    {
        // New York: 9 March 2025 has 23 hours, 2 November 25. Each instant is one second before or after a local midnight.
        using var warehouse = new TestWarehouse().With(
            "sales", "sold_at amount",
            [new DateTime(2025, 3, 9, 4, 59, 59), 1m], [new DateTime(2025, 3, 9, 5, 0, 0), 2m], [new DateTime(2025, 3, 10, 3, 59, 59), 4m], [new DateTime(2025, 3, 10, 4, 0, 0), 8m],
            [new DateTime(2025, 11, 2, 3, 59, 59), 16m], [new DateTime(2025, 11, 2, 4, 0, 0), 32m], [new DateTime(2025, 11, 3, 4, 59, 59), 64m], [new DateTime(2025, 11, 3, 5, 0, 0), 128m]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "America/New_York" };

        Assert.Equal(
            ["2025-03-08: 1 0", "2025-03-09: 6 1", "2025-03-10: 8 6", "2025-03-11: 0 8"],
            warehouse.Over(Ask.For("revenue revenue_previous", "day", "2025-03-08..2025-03-12")));
        Assert.Equal(
            ["2025-11-01: 16 0", "2025-11-02: 96 16", "2025-11-03: 128 96"],
            warehouse.Over(Ask.For("revenue revenue_previous", "day", "2025-11-01..2025-11-04")));
    }

    [Fact]
    public void A_row_without_a_date_is_in_no_window()
    {
        using var warehouse = new TestWarehouse().With("spend", "date amount", [null, 5m], [new DateOnly(2025, 3, 1), 1m]);

        Assert.Equal(["2025-03-01: 1 1 0", "(none): 5 NotMeaningful NotMeaningful"], warehouse.Over(Ask.For("cost cost_cumulative cost_previous", "month")));
    }

    [Fact]
    public void What_has_no_days_is_the_same_in_every_window()
    {
        using var warehouse = Spent().With("campaigns", "campaign_id budget", ["c1", 100m]);
        var definitions = StandardMetrics.Declared(() =>
            Merit.Metrics.Language.Define.Metric("used", (Merit.Metrics.Language.Define.Sum(StandardMetrics.Spend.amount) / Merit.Metrics.Language.Define.Sum(StandardMetrics.Campaigns.budget).AllTime()).Previous()));

        Assert.Equal([": 0.16"], Ask.Lines(warehouse.Ask(definitions, Ask.For("used", period: "2025-03"))));
    }

    private static TestWarehouse Spent() => new TestWarehouse().With(
        "spend", "date channel amount",
        [new DateOnly(2024, 3, 31), "email", 100m], [new DateOnly(2024, 12, 1), "email", 1m], [new DateOnly(2025, 2, 1), "expo", 7m], [new DateOnly(2025, 2, 28), "email", 9m],
        [new DateOnly(2025, 3, 31), "email", 20m]);
}
