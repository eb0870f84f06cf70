using Merit.Metrics.Language;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Levels: the last value over time of each series, added up over series, never over days.</summary>
public sealed class LevelTests
{
    private static readonly EngagementTable Engagement = new();

    private static readonly Definitions Levels = Declared(() =>
    {
        Metric("followers", Last(Engagement.followers));
        Metric("followers_before", First(Engagement.followers));
        Metric("followers_known", Last(Engagement.followers).ToDate());
        Metric("weibo", Last(Engagement.followers).Where(Engagement.platform == "weibo"));
        Metric("likes", Sum(Engagement.likes));
        Metric("planned", Last(Campaigns.budget).AllTime());
    });

    [Fact]
    public void The_last_of_each_series_is_added_up_over_series()
    {
        using var warehouse = Company();

        Assert.Equal([": 350 115"], Lines(warehouse, Ask.For("followers followers_before")));
        Assert.Equal(["c1: 310 110", "c2: 40 5"], Lines(warehouse, Ask.For("followers followers_before", "campaign")));
        Assert.Equal(["wechat: 200 10", "weibo: 150 105"], Lines(warehouse, Ask.For("followers followers_before", "platform")));
        Assert.Equal(["email: 310", "(none): 40"], Lines(warehouse, Ask.For("followers", "channel")));
    }

    [Fact]
    public void A_month_has_its_own_last_values_and_the_total_those_of_the_period()
    {
        using var warehouse = Company();

        Assert.Equal(["2025-01-01: 130", "2025-02-01: 310", "2025-03-01: 40", "total (none): 350"], Lines(warehouse, Ask.For("followers", "month", total: true)));
        Assert.Equal(["2025-01-01: 130 3", "2025-02-01: 310 2", "total (none): 310 5"], Lines(warehouse, Ask.For("followers likes", "month", "2025-01-01..2025-03-01", total: true)));
    }

    [Fact]
    public void A_series_without_an_observation_in_the_period_is_known_only_to_date()
    {
        using var warehouse = Company();

        Assert.Equal([": 40 350"], Lines(warehouse, Ask.For("followers followers_known", period: "2025-03")));
        Assert.Equal([": NoRows 350"], Lines(warehouse, Ask.For("followers followers_known", period: "2025-03-20..2025-03-25")));
        Assert.Equal(["c2: 40 40"], Lines(warehouse, Ask.For("followers followers_known", "campaign", "2025-03")));
    }

    [Fact]
    public void Conditions_and_filters_choose_series()
    {
        using var warehouse = Company();

        Assert.Equal([": 150"], Lines(warehouse, Ask.For("weibo")));
        Assert.Equal([": 200"], Lines(warehouse, Ask.For("followers", where: ["platform = wechat"])));
        Assert.Equal([": 310"], Lines(warehouse, Ask.For("followers", where: ["month = 2025-02"])));
    }

    [Fact]
    public void Two_values_of_one_day_are_not_added_and_missing_ones_do_not_count()
    {
        using var warehouse = new TestWarehouse().With(
            "engagement", "date campaign_id platform followers",
            [new DateOnly(2025, 1, 1), null, null, 7], [new DateOnly(2025, 1, 1), null, null, 9], [new DateOnly(2025, 1, 2), null, null, null], [null, null, null, 99]);

        Assert.Equal([": 9"], Lines(warehouse, Ask.For("followers")));
    }

    [Fact]
    public void A_level_meets_other_facts_and_a_fixed_one_adds_up()
    {
        using var warehouse = Company().With("campaigns", "campaign_id budget start_date", ["c9", 5m, new DateOnly(2024, 1, 1)]);

        Assert.Equal([": 350 8 105"], Lines(warehouse, Ask.For("followers likes planned")));
    }

    [Fact]
    public void A_level_is_not_split_by_what_changes_within_a_series()
    {
        using var warehouse = Company();

        Assert.Equal("MRT2234", Refused(warehouse, Ask.For("followers", "engagement.likes")));
        Assert.Equal("MRT2234", Refused(warehouse, Ask.For("followers", where: ["engagement.likes > 1"])));
        Lines(warehouse, Ask.For("followers", "engagement.date"));
    }

    private static TestWarehouse Company() => new TestWarehouse()
        .With("campaigns", "campaign_id channel budget start_date", ["c1", "email", 60m, new DateOnly(2025, 1, 1)], ["c2", null, 40m, new DateOnly(2025, 1, 1)])
        .With(
            "engagement", "date campaign_id platform followers likes",
            [new DateOnly(2025, 1, 31), "c1", "weibo", 120, 1], [new DateOnly(2025, 1, 1), "c1", "weibo", 100, 1], [new DateOnly(2025, 1, 5), "c1", "wechat", 10, 1],
            [new DateOnly(2025, 2, 28), "c1", "weibo", 110, 1], [new DateOnly(2025, 2, 1), "c1", "wechat", 200, 1],
            [new DateOnly(2025, 3, 1), "c2", "weibo", 5, 1], [new DateOnly(2025, 3, 9), "c2", "weibo", 40, 2]);

    private static string[] Lines(TestWarehouse warehouse, Merit.Metrics.Requests.Request request) => Ask.Lines(warehouse.Ask(Levels, request));

    private static string Refused(TestWarehouse warehouse, Merit.Metrics.Requests.Request request) =>
        Assert.Single(Assert.Throws<Merit.Diagnostics.MeritException>(() => warehouse.Plan(Levels, request)).Diagnostics).Code;
}
