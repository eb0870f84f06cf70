using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

public sealed class PacingTests
{
    private static readonly Definitions Metrics = Declared(() =>
    {
        Metric("cost", Sum(Spend.amount)).LowerIsBetter();
        Metric("new_leads", Count(Leads));
        Metric("cpl", Ref("cost") / Ref("new_leads")).LowerIsBetter();
        foreach (var id in new[] { "cost", "new_leads", "cpl" })
        {
            Metric($"{id}_attainment", Ref(id).Attainment());
            Metric($"{id}_expected", Ref(id).ExpectedByToday());
            Metric($"{id}_pacing", Ref(id).Pacing());
            Metric($"{id}_on_track", Ref(id).OnTrack());
        }

        Metric("target_before", Ref("new_leads").Target().Previous());
        Metric("attainment_change", Ref("new_leads_attainment").Change());
    });

    [Fact]
    public void Of_a_count_the_goal_is_due_evenly_over_its_days()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 62, from: "2025-03-01", to: "2025-03-31");

        // Two a day for 31 days; ten days have begun, in which one lead a day came.
        Assert.Equal([": 10* 0.16129* 20 0.5* 0*"], Lines(warehouse, "new_leads new_leads_attainment new_leads_expected new_leads_pacing new_leads_on_track", "2025-03"));
    }

    [Fact]
    public void Of_days_that_are_over_the_whole_goal_is_due()
    {
        using var warehouse = Company(today: "2025-06-01", goal: 62, from: "2025-03-01", to: "2025-03-31");

        Assert.Equal([": 62 0.5 0"], Lines(warehouse, "new_leads_expected new_leads_pacing new_leads_on_track", "2025-03"));
    }

    [Fact]
    public void A_goal_over_longer_days_than_those_asked_about_counts_in_proportion()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 365, from: "2025-01-01", to: "2025-12-31");

        Assert.Equal([": 10 1*"], Lines(warehouse, "new_leads_expected new_leads_pacing", "2025-03"));
        Assert.Equal([": 69"], Lines(warehouse, "new_leads_expected", "2025"));
    }

    [Fact]
    public void Days_that_have_not_begun_expect_nothing()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 365, from: "2025-01-01", to: "2025-12-31");

        Assert.Equal([": NotMeaningful NotMeaningful NotMeaningful"], Lines(warehouse, "new_leads_expected new_leads_pacing new_leads_on_track", "2025-05"));
        Assert.Equal(["2025-02-01: 28 0", "2025-03-01: 10 1*"], Lines(warehouse, "new_leads_expected new_leads_pacing", "2025-02-01..2025-05-01", "month"));
    }

    [Fact]
    public void Of_a_rate_the_goal_holds_on_every_day()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 30, from: "2025-03-01", to: "2025-03-31", metric: "cpl").With("spend", "date amount", [new DateOnly(2025, 3, 1), 250m]);

        Assert.Equal([": 25* 0.833333* 30 0.833333* 1*"], Lines(warehouse, "cpl cpl_attainment cpl_expected cpl_pacing cpl_on_track", "2025-03"));
    }

    [Fact]
    public void Of_what_should_be_low_too_much_is_off_track()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 3100, from: "2025-03-01", to: "2025-03-31", metric: "cost")
            .With("spend", "date campaign_id amount", [new DateOnly(2025, 3, 1), "c1", 999m], [new DateOnly(2025, 3, 2), "c2", 2m], [new DateOnly(2025, 3, 20), "c1", 5000m]);

        // What is planned for later days is no part of what should be spent by now.
        Assert.Equal([": 6001* 1000 1.001* 0*"], Lines(warehouse, "cost cost_expected cost_pacing cost_on_track", "2025-03"));
    }

    [Fact]
    public void A_goal_without_days_has_no_pace()
    {
        using var warehouse = Company(today: "2025-03-10", goal: 62, from: null, to: null);

        Assert.Equal([": 0.16129* NotSet* NotSet"], Lines(warehouse, "new_leads_attainment new_leads_pacing new_leads_expected", "2025-03"));
    }

    [Fact]
    public void Goals_of_other_days_are_read_where_the_answer_is_not_grouped_by_time()
    {
        using var warehouse = Company(today: "2025-06-01", goal: 365, from: "2025-01-01", to: "2025-12-31");

        Assert.Equal([": 28"], Lines(warehouse, "target_before", "2025-03"));
        Assert.Equal(["2025-03-01: 31 NotMeaningful"], Lines(warehouse, "new_leads target_before", "2025-03", "month"));
    }

    private static string[] Lines(TestWarehouse warehouse, string metrics, string period, string by = "") =>
        Ask.Lines(warehouse.Ask(Metrics, Ask.For(metrics, by, period)));

    private static TestWarehouse Company(string today, double goal, string? from, string? to, string metric = "new_leads")
    {
        var last = DateOnly.Parse(today);
        var warehouse = new TestWarehouse()
            .With("leads", "created_at", [.. Enumerable.Range(1, 91).Select(i => new DateTime(2025, 3, 1).AddDays(i - 1)).Where(d => DateOnly.FromDateTime(d) <= last).Select(d => new object?[] { d })])
            .With("targets", "metric value period_start period_end", [metric, goal, from is null ? null : DateOnly.Parse(from), to is null ? null : DateOnly.Parse(to)]);
        warehouse.Settings = warehouse.Settings with { Today = last };
        return warehouse;
    }
}
