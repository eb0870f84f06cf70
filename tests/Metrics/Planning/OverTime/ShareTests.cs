using Merit.Diagnostics;
using Merit.Metrics.Language;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning.OverTime;

public sealed class ShareTests
{
    [Fact]
    public void Shares_are_of_the_total_over_the_dimension_named()
    {
        using var warehouse = Spent();

        Assert.Equal(
            ["email|c1: 30 0.75 0.333333 0.3", "email|c2: 10 0.25 1 0.1", "expo|c1: 60 1 0.666667 0.6", "total (none)|(none): 100 1 1 1"],
            warehouse.Over(Ask.For("cost cost_share_of_campaign cost_share_of_channel cost_share", "channel campaign", total: true)));
    }

    [Fact]
    public void A_share_has_no_meaning_where_its_dimension_does_not_tell_groups_apart()
    {
        using var warehouse = Spent();

        Assert.Equal(["c1: NotMeaningful 0.9", "c2: NotMeaningful 0.1"], warehouse.Over(Ask.For("cost_share_of_channel cost_share", "campaign")));
        Assert.Equal([": NotMeaningful NotMeaningful NotMeaningful 1"], warehouse.Over(Ask.For("cost_share_of_channel cost_channel_rank cost_rank cost_share")));
    }

    [Fact]
    public void A_group_without_a_name_is_part_of_the_total_and_not_the_total()
    {
        using var warehouse = new TestWarehouse().With("spend", "channel amount", ["email", 3m], [null, 1m]);

        Assert.Equal(["email: 0.75", "(none): 0.25", "total (none): 1"], warehouse.Over(Ask.For("cost_share_of_channel", "channel", total: true)));
    }

    [Fact]
    public void A_total_is_of_the_rows_the_filters_leave()
    {
        using var warehouse = Spent();

        Assert.Equal(["email: 1"], warehouse.Over(Ask.For("cost_share_of_channel", "channel", where: ["channel = email"])));
        Assert.Equal(["email: 0.333333", "expo: 0.666667"], warehouse.Over(Ask.For("cost_share_of_channel", "channel", where: ["campaign = c1"])));
    }

    [Fact]
    public void A_customer_of_two_channels_is_one_of_the_whole()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id channel", ["c1", "email"], ["c2", "expo"])
            .With("sales", "campaign_id customer_id", ["c1", "a"], ["c2", "a"], ["c2", "b"]);

        Assert.Equal(["email: 0.5", "expo: 1", "total (none): 1"], warehouse.Over(Ask.For("buyers_share_of_channel", "channel", total: true)));
    }

    [Fact]
    public void Shares_of_a_window_are_of_the_window()
    {
        using var warehouse = new TestWarehouse().With(
            "spend", "date channel amount", [new DateOnly(2025, 3, 1), "email", 30m], [new DateOnly(2025, 3, 2), "expo", 10m]);

        Assert.Equal(
            ["2025-03-01|email: 1 1", "2025-03-01|expo: 0 0", "2025-03-02|email: 0.75 0", "2025-03-02|expo: 0.25 1"],
            warehouse.Over(Ask.For("cost_rolling_share cost_share_of_channel", "day channel", "2025-03-01..2025-03-03")));
    }

    [Fact]
    public void Shares_of_nothing_are_no_value()
    {
        using var warehouse = new TestWarehouse().With("spend", "channel amount", ["email", 0m]);

        Assert.Equal(["email: DivisionByZero"], warehouse.Over(Ask.For("cost_share_of_channel", "channel")));
    }

    [Fact]
    public void The_best_is_first_and_equals_share_a_place()
    {
        using var warehouse = new TestWarehouse()
            .With("campaigns", "campaign_id channel", ["c1", "email"], ["c2", "expo"], ["c3", "web"], ["c4", "tv"])
            .With("spend", "campaign_id amount", ["c1", 30m], ["c2", 10m], ["c3", 10m], ["c4", 20m])
            .With("leads", "campaign_id", ["c1"], ["c2"], ["c2"]);

        Assert.Equal(
            ["email: 4 2 2", "expo: 1 1 1", "tv: 3 3 DivisionByZero", "web: 1 3 DivisionByZero", "total (none): NotMeaningful NotMeaningful NotMeaningful"],
            warehouse.Over(Ask.For("cost_rank new_leads_rank cpl_rank", "channel", total: true)));
    }

    [Fact]
    public void Places_are_within_a_group_of_days_and_know_nothing_of_the_limit()
    {
        using var warehouse = new TestWarehouse().With(
            "spend", "date channel amount", [new DateOnly(2025, 3, 1), "email", 30m], [new DateOnly(2025, 3, 1), "expo", 10m], [new DateOnly(2025, 4, 1), "email", 5m], [new DateOnly(2025, 4, 1), "expo", 10m]);

        Assert.Equal(["2025-03-01|email: 2", "2025-03-01|expo: 1", "2025-04-01|email: 1"], warehouse.Over(Ask.For("cost_rank", "month channel", limit: 3)));
        Assert.Equal(["2025-03-01: 2", "2025-04-01: 1"], warehouse.Over(Ask.For("cost_rank", "month")));
    }

    [Fact]
    public void A_dimension_nobody_knows_is_said_when_asked()
    {
        using var warehouse = Spent();
        var definitions = Declared(() => Define.Metric("a", Define.Sum(Spend.amount).ShareOf("chanel")));

        var refused = Assert.Throws<MeritException>(() => warehouse.Ask(definitions, Ask.For("a")));

        Assert.Equal("Did you mean 'channel'?", Assert.Single(refused.Diagnostics).NextStep);
    }

    [Fact]
    public void Averages_have_no_shares()
    {
        var refused = Assert.Throws<MeritException>(() => Declared(() =>
        {
            Define.Metric("a", Define.Average(Leads.score).ShareOf("channel"));
            Define.Metric("b", (Define.Sum(Spend.amount) / Define.Count(Leads)).ShareOfTotal());
            Define.Metric("c", Define.Sum(Spend.amount).Rolling(28, Define.Days).ShareOf("channel"));
        }));

        Assert.Equal(["MRT2161", "MRT2161"], refused.Diagnostics.Select(d => d.Code));
    }

    private static TestWarehouse Spent() => new TestWarehouse().With(
        "spend", "channel campaign_id amount", ["email", "c1", 30m], ["email", "c2", 10m], ["expo", "c1", 60m]);
}
