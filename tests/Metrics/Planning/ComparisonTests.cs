using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning;

public sealed class ComparisonTests
{
    [Fact]
    public void Each_group_is_compared_with_itself_before()
    {
        using var warehouse = Spent();

        Assert.Equal(["c1: 30/7", "c2: 5/0", "total (none): 35/16"], warehouse.Lines(Ask.For("cost", "campaign", "2025-03", compare: Comparison.Previous, total: true)));
        Assert.Equal([": 35/100"], warehouse.Lines(Ask.For("cost", period: "2025-03", compare: Comparison.YearAgo)));
    }

    [Fact]
    public void Groups_of_days_are_compared_by_their_place_in_the_period()
    {
        using var warehouse = Spent();

        Assert.Equal(["2025-03-01: 10/7", "2025-03-31: 25/0"], warehouse.Lines(Ask.For("cost", "day", "2025-03", compare: Comparison.Previous)));
        Assert.Equal(["2025-02-01: 16/0", "2025-03-01: 35/1"], warehouse.Lines(Ask.For("cost", "month", "2025-Q1", compare: Comparison.Previous)));
    }

    [Fact]
    public void A_day_a_year_ago_is_the_same_day_of_the_calendar()
    {
        using var warehouse = new TestWarehouse().With(
            "spend", "date amount", [new DateOnly(2023, 2, 28), 1m], [new DateOnly(2023, 3, 1), 2m], [new DateOnly(2024, 2, 28), 3m], [new DateOnly(2024, 2, 29), 4m], [new DateOnly(2024, 3, 1), 5m]);

        Assert.Equal(
            ["2024-02-28: 3/1", "2024-02-29: 4/1", "2024-03-01: 5/2"],
            warehouse.Lines(Ask.For("cost", "day", "2024", compare: Comparison.YearAgo)));
    }

    [Fact]
    public void An_unfinished_period_is_compared_with_the_same_days()
    {
        using var warehouse = Spent();
        warehouse.Settings = warehouse.Settings with { Today = new DateOnly(2025, 3, 5) };

        Assert.Equal([": 35/7*"], warehouse.Lines(Ask.For("cost", period: "this-month", today: "2025-03-05", compare: Comparison.Previous)));
    }

    [Fact]
    public void Days_before_the_sources_began_are_no_value()
    {
        using var warehouse = Spent().Covering("spend", "2025-03-01", "2025-03-31");

        Assert.Equal([": 100/NotCovered"], warehouse.Lines(Ask.For("cost", period: "2024-03", compare: Comparison.Previous)));
    }

    [Fact]
    public void All_time_has_nothing_to_be_compared_with()
    {
        using var warehouse = Spent();

        warehouse.Refused("MRT2209", Ask.For("cost", compare: Comparison.Previous));
    }

    private static TestWarehouse Spent() => new TestWarehouse().With(
        "spend", "date campaign_id amount",
        [new DateOnly(2024, 3, 31), "c1", 100m], [new DateOnly(2024, 12, 1), "c1", 1m], [new DateOnly(2025, 2, 1), "c1", 7m], [new DateOnly(2025, 2, 28), "c9", 9m],
        [new DateOnly(2025, 3, 1), "c1", 10m], [new DateOnly(2025, 3, 31), "c1", 20m], [new DateOnly(2025, 3, 31), "c2", 5m]);
}
