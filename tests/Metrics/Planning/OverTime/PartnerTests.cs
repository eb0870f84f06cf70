using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>Which days stand before which: month ends, leap days, unfinished periods.</summary>
public sealed class PartnerTests
{
    [Fact]
    public void Groups_of_days_are_there_although_nothing_is_meant_by_what_came_before_everything()
    {
        using var warehouse = new TestWarehouse().With("spend", "date amount", [new DateOnly(2024, 5, 1), 10m], [new DateOnly(2025, 3, 1), 20m]);
        var metrics = StandardMetrics.Declared(() => Merit.Metrics.Language.Define.Metric("odd", Merit.Metrics.Language.Define.Sum(StandardMetrics.Spend.amount).Previous().Cumulative()));

        Assert.Equal(["2024-01-01: NotMeaningful", "2025-01-01: NotMeaningful"], Ask.Lines(warehouse.Ask(metrics, Ask.For("odd", "year"))));
    }

    [Fact]
    public void The_31st_is_held_against_the_last_day_of_a_shorter_month()
    {
        using var warehouse = EachDay("2024-01-01", 900);

        // A day's own worth is its number in the calendar, so that the partner can be read off the figure.
        Assert.Equal([": 20250331 20250330"], warehouse.Over(Ask.For("cost cost_previous", period: "2025-03-31")));
        Assert.Equal([": 20240331"], warehouse.Over(Ask.For("cost_year_ago", period: "2025-03-31")));
        Assert.Equal([": 20250228"], Partner(warehouse, "2025-03-31"));
        Assert.Equal([": 20250228"], Partner(warehouse, "2025-03-29"));
        Assert.Equal([": 20250430"], Partner(warehouse, "2025-05-30"));
        Assert.Equal([": 20250430"], Partner(warehouse, "2025-05-31"));
    }

    [Fact]
    public void A_leap_day_has_the_28th_a_year_ago_and_is_nobodys_partner_but_its_months()
    {
        using var warehouse = EachDay("2023-01-01", 1200);

        Assert.Equal(
            ["2024-02-28: 20230228", "2024-02-29: 20230228", "2024-03-01: 20230301"],
            warehouse.Over(Ask.For("cost_year_ago", "day", "2024-02-28..2024-03-02")));
        Assert.Equal([": 20240228"], warehouse.Over(Ask.For("cost_year_ago", period: "2025-02-28")));
        Assert.Equal([": 20240228"], warehouse.Over(Ask.For("cost_year_ago", "day", "2025-02-28")).Select(l => l[10..]));
        Assert.Equal([": 29"], Days(warehouse, "cost_year_ago", "2025-02"));
        Assert.Equal([": 28"], Days(warehouse, "cost_year_ago", "2024-02"));
    }

    [Fact]
    public void A_group_is_held_against_the_group_before_and_a_total_against_the_period_before()
    {
        using var warehouse = Months();

        Assert.Equal(
            ["2025-01-01: 10 1 9 9", "2025-02-01: 30 10 20 2", "2025-03-01: 0 30 -30 -1", "total (none): 40 4 36 9"],
            warehouse.Over(Ask.For("cost cost_previous cost_change cost_percent_change", "month", "2025-Q1", total: true)));
    }

    [Fact]
    public void What_was_a_year_ago_is_said_in_every_grain()
    {
        using var warehouse = Months();

        Assert.Equal(["2025-01-01: 40 100 -0.6", "2025-04-01: 0 5 -1", "total (none): 40 105 -0.619048"], warehouse.Over(Ask.For("cost cost_year_ago cost_year_on_year", "quarter", "2025-01-01..2025-07-01", total: true)));
        Assert.Equal(["2025-01-01: 109"], warehouse.Over(Ask.For("cost_year_ago", "year", "2025")));
    }

    [Fact]
    public void Days_that_are_not_over_are_held_against_the_same_days()
    {
        using var warehouse = EachDay("2024-01-01", 900, each: 1m);
        warehouse.Settings = warehouse.Settings with { Today = new DateOnly(2025, 3, 10) };

        // Rows of days to come count now and have no partner; the days before are ten, as many as have begun.
        Assert.Equal(["2025-02-01: 28 31 28 -3", "2025-03-01: 31* 10 10* 0*", "2025-04-01: 30* 31* 30* NotMeaningful"], warehouse.Over(Ask.For("cost cost_previous cost_mtd cost_change", "month", "2025-02-01..2025-05-01", today: "2025-03-10")));
        Assert.Equal([": 10"], warehouse.Over(Ask.For("cost_previous", period: "this-month", today: "2025-03-10")));
        Assert.Equal([": 10"], warehouse.Over(Ask.For("cost_year_ago", period: "this-month", today: "2025-03-10")));
        Assert.Equal([": 28*"], warehouse.Over(Ask.For("cost_rolling_28_days", period: "this-month", today: "2025-03-10")));
        Assert.Equal(["2025-03-10: 7* 1"], warehouse.Over(Ask.For("cost cost_previous", "week", "this-week", today: "2025-03-10")));
    }

    [Fact]
    public void A_part_of_a_month_is_held_against_the_same_part()
    {
        using var warehouse = EachDay("2024-01-01", 900, each: 1m);

        Assert.Equal(
            ["2025-01-01: 17 17", "2025-02-01: 28 31", "2025-03-01: 30 28"],
            warehouse.Over(Ask.For("cost cost_previous", "month", "2025-01-15..2025-03-31")));
    }

    [Fact]
    public void Windows_and_offsets_combine_in_the_order_written()
    {
        using var warehouse = Months();

        // Of the quarter before, its last 28 days; of the last 28 days, the 28 before.
        Assert.Equal([": 1 30"], warehouse.Over(Ask.For("cost_rolling_28_days_previous cost_previous_rolling_28_days", period: "2025-Q1")));
        Assert.Equal([": 5 5"], warehouse.Over(Ask.For("cost_mtd_year_ago cost_year_ago_mtd", period: "2025-06")));
    }

    [Fact]
    public void Before_all_time_there_is_nothing()
    {
        using var warehouse = Months();

        Assert.Equal([": NotMeaningful NotMeaningful NotMeaningful 154*"], warehouse.Over(Ask.For("cost_previous cost_percent_change cost_year_ago cost_cumulative")));
        Assert.Equal(["total (none): NotMeaningful"], warehouse.Over(Ask.For("cost_percent_change", "month", total: true)).TakeLast(1));
    }

    [Fact]
    public void Nothing_before_poisons_a_change_only()
    {
        using var warehouse = Months().Covering("spend", "2024-06-01", "2025-12-31");

        Assert.Equal(
            ["2024-06-01: 5 NotCovered NotCovered NotCovered", "2024-07-01: 0 5 -5 -1", "2024-08-01: 0 0 0 DivisionByZero"],
            warehouse.Over(Ask.For("cost cost_previous cost_change cost_percent_change", "month", "2024-06-01..2024-09-01")));
        Assert.Equal([": NotLoaded"], warehouse.Over(Ask.For("new_leads_percent_change", period: "2024-03")));
    }

    [Fact]
    public void A_campaign_that_stopped_has_its_change()
    {
        using var warehouse = new TestWarehouse().With("spend", "date campaign_id amount", [new DateOnly(2025, 2, 1), "old", 7m], [new DateOnly(2025, 3, 1), "new", 5m]);

        Assert.Equal(
            ["new: 5 5 DivisionByZero", "old: 0 -7 -1", "total (none): 5 -2 -0.285714"],
            warehouse.Over(Ask.For("cost cost_change cost_percent_change", "campaign", "2025-03", total: true)));
    }

    [Fact]
    public void A_filter_by_time_is_refused_where_other_days_are_read()
    {
        using var warehouse = Months();

        var refused = Assert.Throws<Merit.Diagnostics.MeritException>(() => warehouse.Over(Ask.For("cost_previous", where: ["month = 2025-03"])));

        Assert.Equal("MRT2260", Assert.Single(refused.Diagnostics).Code);
    }

    [Fact]
    public void An_answer_compared_with_another_period_moves_from_there()
    {
        using var warehouse = Months();

        Assert.Equal(["2025-02-01: 30/10 10/1"], warehouse.Over(Ask.For("cost cost_previous", "month", "2025-02", compare: Comparison.Previous)));
    }

    private static string[] Partner(TestWarehouse warehouse, string day)
    {
        // The same day of the month before: a period of that one day counted as a month.
        var period = PeriodParser.Parse(day, new DateOnly(2026, 1, 15), DayOfWeek.Monday) with { Kind = PeriodKind.Month };
        return warehouse.Over(Ask.For("cost_previous") with { Period = period });
    }

    private static string[] Days(TestWarehouse warehouse, string metric, string period)
    {
        using var ones = EachDay("2023-01-01", 1200, each: 1m);
        return ones.Over(Ask.For(metric, period: period));
    }

    private static TestWarehouse EachDay(string first, int count, decimal? each = null) => new TestWarehouse().With(
        "spend", "date amount",
        [.. Enumerable.Range(0, count).Select(i => DateOnly.Parse(first).AddDays(i)).Select(d => new object?[] { d, each ?? (d.Year * 10000) + (d.Month * 100) + d.Day })]);

    private static TestWarehouse Months() => new TestWarehouse().With(
        "spend", "date amount",
        [new DateOnly(2024, 3, 15), 100m], [new DateOnly(2024, 6, 10), 5m], [new DateOnly(2024, 10, 1), 3m], [new DateOnly(2024, 12, 20), 1m],
        [new DateOnly(2025, 1, 20), 10m], [new DateOnly(2025, 2, 10), 30m], [new DateOnly(2025, 9, 1), 5m]);
}
