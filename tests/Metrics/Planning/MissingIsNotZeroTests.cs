using Merit.Metrics.Results;

namespace Merit.Metrics.Tests.Planning;

public sealed class MissingIsNotZeroTests
{
    [Fact]
    public void A_table_nobody_loads_gives_no_value()
    {
        using var warehouse = Leads();

        Assert.Equal([": 2 NotLoaded NotLoaded NotLoaded"], warehouse.Lines(Ask.For("new_leads cost cpl roi")));
    }

    [Fact]
    public void A_column_nobody_loads_gives_no_value()
    {
        using var warehouse = Leads();

        Assert.Equal([": ColumnNotLoaded ColumnNotLoaded ColumnNotLoaded"], warehouse.Lines(Ask.For("mqls lead_score good_leads")));
    }

    [Fact]
    public void A_column_asked_for_by_its_absence_need_not_be_loaded()
    {
        using var warehouse = Leads();

        Assert.Equal([": 2"], warehouse.Lines(Ask.For("new_leads")));
    }

    [Fact]
    public void Only_the_first_of_alternatives_must_be_loaded()
    {
        using var warehouse = Leads().With("leads", "lead_id created_at mql_at", ["l3", new DateTime(2025, 3, 5), new DateTime(2025, 3, 6)]);

        Assert.Equal([": 1"], warehouse.Lines(Ask.For("mqls")));
    }

    [Fact]
    public void A_date_nobody_loads_matters_once_days_do()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id", ["l1"]);

        Assert.Equal([": 1"], warehouse.Lines(Ask.For("new_leads")));
        Assert.Equal([": ColumnNotLoaded"], warehouse.Lines(Ask.For("new_leads", period: "2025")));
    }

    [Fact]
    public void Loaded_and_covered_without_a_row_is_zero()
    {
        using var warehouse = Leads().With("spend", "date campaign_id amount", [new DateOnly(2025, 3, 7), "c2", 10m]);

        Assert.Equal(["c1: 0 2 0", "c2: 10 0 DivisionByZero"], warehouse.Lines(Ask.For("cost new_leads cpl", "campaign")));
    }

    [Fact]
    public void Days_nobody_answered_for_are_no_value()
    {
        using var warehouse = Leads().Covering("leads", "2025-03-01", "2025-03-31")
            .With("spend", "date amount", [new DateOnly(2025, 2, 7), 10m], [new DateOnly(2025, 3, 7), 20m], [new DateOnly(2025, 4, 7), 30m]);

        Assert.Equal(
            ["2025-02-01: 10 NotCovered NotCovered", "2025-03-01: 20 2 10", "2025-04-01: 30 NotCovered NotCovered", "total (none): 60 2 30"],
            warehouse.Lines(Ask.For("cost new_leads cpl", "month", total: true)));
        Assert.Equal([": NotCovered"], warehouse.Lines(Ask.For("new_leads", period: "2024")));
        Assert.Equal([": 0"], warehouse.Lines(Ask.For("new_leads", period: "2025-03-10..2025-03-20")));
    }

    [Fact]
    public void An_average_of_nothing_is_no_value()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id created_at score won_at", ["l1", new DateTime(2025, 3, 1), null, null]);

        Assert.Equal([": NoRows 0 NoRows NoRows"], warehouse.Lines(Ask.For("lead_score lead_score_sum lead_score_median sales_cycle_days")));
    }

    [Fact]
    public void Nothing_loaded_at_all_is_still_an_answer()
    {
        using var warehouse = new TestWarehouse();

        Assert.Equal([": NotLoaded NotLoaded"], warehouse.Lines(Ask.For("cost customers")));
        Assert.Equal(["total (none): NotLoaded"], warehouse.Lines(Ask.For("cost", "channel", total: true)));
    }

    [Fact]
    public void A_group_needs_a_row_of_a_fact_asked_for()
    {
        using var warehouse = Leads().With("campaigns", "campaign_id budget", ["c1", 100m], ["idle", 5m]).With("spend", "date campaign_id amount", [new DateOnly(2024, 3, 7), "old", 10m]);

        Assert.Equal(["c1: 2"], warehouse.Lines(Ask.For("new_leads", "campaign", "2025")));
        Assert.Equal(["c1: 2 0"], warehouse.Lines(Ask.For("new_leads budget_used", "campaign", "2025")));
    }

    [Fact]
    public void An_unfinished_period_is_marked_until_its_sources_have_passed_it()
    {
        using var warehouse = Leads();
        warehouse.Settings = warehouse.Settings with { Today = new DateOnly(2025, 3, 31) };

        Assert.Equal([": 2*"], warehouse.Lines(Ask.For("new_leads", period: "2025-03")));
        Assert.Equal([": 2"], warehouse.Lines(Ask.For("new_leads")));
        Assert.Equal(["2025-02-24: 1", "2025-03-31: 1*"], warehouse.Lines(Ask.For("new_leads", "week", "2025")));
        Assert.Equal([": 2"], warehouse.Covering("leads", "2025-03-01", "2025-03-31").Lines(Ask.For("new_leads", period: "2025-03")));
    }

    [Fact]
    public void Every_missing_figure_says_why()
    {
        using var warehouse = Leads();

        Assert.All(warehouse.Ask(StandardMetrics.All, Ask.For("cost cpl new_leads")).Rows[0].Figures, f => Assert.Equal(f.Value is null, f.Reason != NoValue.None));
    }

    private static TestWarehouse Leads() => new TestWarehouse()
        .With("leads", "lead_id campaign_id created_at", ["l1", "c1", new DateTime(2025, 3, 1)], ["l2", "c1", new DateTime(2025, 3, 31)]);
}
