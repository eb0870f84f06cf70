using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning;

public sealed class GoalTests
{
    [Fact]
    public void Goals_of_counts_add_up_in_proportion_to_the_days_asked_about()
    {
        using var warehouse = Leads().With(
            "targets", "campaign_id metric value period_start period_end",
            ["c1", "new_leads", 365.0, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)], ["c2", "new_leads", 31.0, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)],
            ["c2", "new_leads", 900.0, new DateOnly(2024, 1, 1), new DateOnly(2024, 12, 31)]);

        Assert.Equal(["c1: 2/365", "c2: 1/31", "total (none): 3/396"], Compared(warehouse, "new_leads", "campaign", "2025"));
        Assert.Equal(["c1: 2/31", "c2: 1/31", "total (none): 3/62"], Compared(warehouse, "new_leads", "campaign", "2025-03"));
        Assert.Equal(["2025-03-03: 3/14", "total (none): 3/62"], Compared(warehouse, "new_leads", "week", "2025-03"));
        Assert.Equal(["c1: 2/365", "c2: 1/931", "total (none): 3/1296"], Compared(warehouse, "new_leads", "campaign", "all"));
    }

    [Fact]
    public void A_goal_without_days_holds_as_a_whole()
    {
        using var warehouse = Leads().With("targets", "campaign_id metric value", ["c1", "new_leads", 500.0]);

        Assert.Equal(["c1: 2/500", "c2: 1/NotSet", "total (none): 3/500"], Compared(warehouse, "new_leads", "campaign", "2025-03"));
        Assert.Equal(["2025-03-03: 3/NotSet", "total (none): 3/500"], Compared(warehouse, "new_leads", "week", "2025-03"));
    }

    [Fact]
    public void A_goal_of_a_rate_is_the_one_that_holds()
    {
        using var warehouse = Leads().With("targets", "campaign_id metric value", ["c1", "cpl", 30.0], ["c2", "cpl", 20.0], ["c2", "cpl", 20.0]);

        Assert.Equal(["c1: 10/30", "c2: 5/20", "total (none): 8.333333/NotMeaningful"], Compared(warehouse, "cpl", "campaign", "all"));
    }

    [Fact]
    public void What_is_set_for_the_group_itself_goes_before_what_is_set_for_its_parts()
    {
        using var warehouse = Leads().With(
            "targets", "campaign_id channel owner metric value",
            ["c1", null, null, "new_leads", 10.0], ["c2", null, null, "new_leads", 5.0], [null, "email", null, "new_leads", 12.0], [null, null, null, "new_leads", 100.0]);

        Assert.Equal(["email: 2/12", "expo: 1/5", "total (none): 3/100"], Compared(warehouse, "new_leads", "channel", "all"));
        Assert.Equal(["c1: 2/10", "c2: 1/5", "total (none): 3/100"], Compared(warehouse, "new_leads", "campaign", "all"));
        Assert.Equal(["lead-gen: 3/15", "total (none): 3/100"], Compared(warehouse, "new_leads", "type", "all"));
        Assert.Equal([": 2/12"], warehouse.Lines(Ask.For("new_leads", compare: Comparison.Target, where: ["channel = email"])));
    }

    [Fact]
    public void Parts_of_two_kinds_do_not_add_up_to_a_goal()
    {
        using var warehouse = Leads().With("targets", "campaign_id channel metric value", ["c2", null, "new_leads", 10.0], [null, "email", "new_leads", 12.0]);

        Assert.Equal(["email: 2/12", "expo: 1/10", "total (none): 3/NotMeaningful"], Compared(warehouse, "new_leads", "channel", "all"));
    }

    [Fact]
    public void A_goal_means_nothing_by_a_dimension_it_is_not_set_for()
    {
        using var warehouse = Leads().With("targets", "campaign_id metric value", ["c1", "new_leads", 10.0]);

        Assert.Equal(["web: 3/NotMeaningful", "total (none): 3/NotMeaningful"], Compared(warehouse, "new_leads", "leads.source", "all"));
    }

    [Fact]
    public void A_goal_inside_a_metric_follows_the_period_it_is_compared_with()
    {
        using var warehouse = Leads().With("targets", "campaign_id metric value period_start period_end", ["c1", "new_leads", 365.0, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)]);

        Assert.Equal(["c1: 0.064516/0", "c2: NotSet/NotSet"], warehouse.Lines(Ask.For("leads_reached", "campaign", "2025-03", compare: Comparison.Previous)));
    }

    [Fact]
    public void Benchmarks_are_the_latest_of_the_campaigns_type()
    {
        using var warehouse = Leads().With(
            "benchmarks", "metric campaign_type industry value as_of",
            ["cpl", "lead-gen", null, 40.0, new DateOnly(2024, 1, 1)], ["cpl", "lead-gen", null, 20.0, new DateOnly(2025, 1, 1)], ["cpl", "", null, 50.0, null],
            ["cpl", "lead-gen", "software", 25.0, new DateOnly(2020, 1, 1)], ["cpl", "revenue", null, 99.0, null]);

        Assert.Equal(["c1: 0.5", "c2: 0.25", "total (none): 0.416667"], warehouse.Lines(Ask.For("cpl_index", "campaign", total: true)));
        Assert.Equal(["2025-03-01: 0.416667", "total (none): 0.416667"], warehouse.Lines(Ask.For("cpl_index", "month", total: true)));
        warehouse.Settings = warehouse.Settings with { Industry = "software" };
        Assert.Equal([": 0.333333"], warehouse.Lines(Ask.For("cpl_index")));
    }

    [Fact]
    public void Benchmarks_that_differ_are_no_benchmark_and_unknown_campaigns_have_that_for_all()
    {
        using var warehouse = Leads()
            .With("campaigns", "campaign_id channel type", ["c3", "expo", "revenue"])
            .With("leads", "campaign_id created_at", ["nowhere", new DateTime(2025, 3, 3)])
            .With("spend", "campaign_id amount", ["nowhere", 10m])
            .With("benchmarks", "metric campaign_type value", ["cpl", "lead-gen", 20.0], ["cpl", null, 50.0]);

        Assert.Equal(["email: 0.5", "expo: NotMeaningful", "(none): 0.2"], warehouse.Lines(Ask.For("cpl_index", "channel")));
        Assert.Equal([": 0.5"], warehouse.Lines(Ask.For("cpl_index", where: ["channel = email"])));
    }

    private static string[] Compared(TestWarehouse warehouse, string metric, string by, string period) =>
        warehouse.Lines(Ask.For(metric, by, period, compare: Comparison.Target, total: true));

    private static TestWarehouse Leads() => new TestWarehouse()
        .With("campaigns", "campaign_id channel type owner", ["c1", "email", "lead-gen", "ann"], ["c2", "expo", "lead-gen", "bob"])
        .With("spend", "date campaign_id amount", [new DateOnly(2025, 3, 4), "c1", 20m], [new DateOnly(2025, 3, 4), "c2", 5m])
        .With("leads", "campaign_id created_at source", ["c1", new DateTime(2025, 3, 4), "web"], ["c1", new DateTime(2025, 3, 5), "web"], ["c2", new DateTime(2025, 3, 6), "web"]);
}
