using Merit.Diagnostics;
using Merit.Metrics.Language;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

public sealed class FunnelTests
{
    private static readonly Definitions Metrics = Declared(() =>
    {
        Funnel("lf", Leads.created_at, Leads.mql_at, Stage("won", Leads.won_at, "Won", zh: "赢单")).Label("Lead funnel", zh: "线索漏斗").Where(!Leads.duplicate_of.HasValue);
        Funnel("from_mql", Leads.mql_at, Leads.won_at);
    });

    [Fact]
    public void A_funnel_declares_a_metric_for_every_question_about_it() => Assert.Equal(
        "lf_created lf_mql lf_mql_rate lf_mql_days lf_won lf_won_rate lf_won_days lf_rate lf_days from_mql_mql from_mql_won from_mql_won_rate from_mql_won_days from_mql_rate from_mql_days",
        string.Join(' ', Metrics.Metrics.Select(m => m.Id)));

    [Fact]
    public void Rates_and_days_are_of_the_step_before()
    {
        using var warehouse = Company();

        // Of four leads two became MQLs and one, which nobody qualified, was won straight away; a duplicate does not count.
        Assert.Equal(
            [": 4 3 0.75 3 2 0.666667 8 0.5 5.5"],
            Lines(warehouse, "lf_created lf_mql lf_mql_rate lf_mql_days lf_won lf_won_rate lf_won_days lf_rate lf_days", "2025-03"));
    }

    [Fact]
    public void Rows_are_dated_by_the_first_stage()
    {
        using var warehouse = Company();

        Assert.Equal(["2025-03-01: 4 0.5", "2025-04-01: 1 0"], Lines(warehouse, "lf_created lf_rate", "all", "month"));
        Assert.Equal([": 3 2"], Lines(warehouse, "from_mql_mql from_mql_won", "2025-03"));
    }

    [Fact]
    public void Steps_reach_every_dimension_and_total_themselves()
    {
        using var warehouse = Company();

        Assert.Equal(
            ["expo: 1 0", "web: 3 0.666667", "total (none): 4 0.5"],
            Ask.Lines(warehouse.Ask(Metrics, Ask.For("lf_created lf_rate", "leads.source", "2025-03", total: true))));
    }

    [Fact]
    public void A_stage_nobody_loads_has_no_value_and_those_before_it_have()
    {
        using var warehouse = new TestWarehouse().With("leads", "created_at mql_at", [new DateTime(2025, 3, 1), new DateTime(2025, 3, 2)]);

        Assert.Equal([": 1 1 ColumnNotLoaded ColumnNotLoaded"], Lines(warehouse, "lf_created lf_mql lf_won lf_rate", "2025-03"));
    }

    [Fact]
    public void Stages_are_said_in_both_languages()
    {
        var rate = Metrics.Metric("lf_won_rate");

        Assert.Equal("Lead funnel: MQL → Won", rate?.Label);
        Assert.Equal("线索漏斗：市场合格 → 赢单 转化率", rate?.LabelZh);
    }

    [Fact]
    public void A_funnel_that_leads_nowhere_is_refused()
    {
        var refused = Assert.Throws<MeritException>(() => Declared(() =>
        {
            Funnel("two_tables", Leads.created_at, Opportunities.created_at);
            Funnel("twice", Leads.created_at, Leads.created_at);
            Funnel("bad_name", Leads.created_at, Stage("Won", Leads.won_at));
        }));

        Assert.Equal(["MRT2164", "MRT2164", "MRT2164"], refused.Diagnostics.Select(d => d.Code));
        Assert.Contains("its stages are of leads and opportunities", refused.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    private static string[] Lines(TestWarehouse warehouse, string metrics, string period, string by = "") => Ask.Lines(warehouse.Ask(Metrics, Ask.For(metrics, by, period)));

    private static TestWarehouse Company() => new TestWarehouse().With(
        "leads", "lead_id source duplicate_of created_at mql_at won_at",
        ["l1", "web", null, new DateTime(2025, 3, 1), new DateTime(2025, 3, 3), new DateTime(2025, 3, 11)],
        ["l2", "web", null, new DateTime(2025, 3, 2), new DateTime(2025, 3, 6), null],
        ["l3", "web", null, new DateTime(2025, 3, 3), null, new DateTime(2025, 3, 4)],
        ["l4", "expo", null, new DateTime(2025, 3, 4), null, null],
        ["l5", "expo", "l4", new DateTime(2025, 3, 4), new DateTime(2025, 3, 5), new DateTime(2025, 3, 5)],
        ["l6", "expo", null, new DateTime(2025, 4, 1), null, null]);
}
