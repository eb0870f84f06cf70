using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Planning;

public sealed class AttributedTests
{
    [Fact]
    public void Credit_is_shared_out_by_the_model_asked_for()
    {
        using var warehouse = Credits();

        Assert.Equal(
            ["(unattributed): 1 1 50 50", "email: 1 0.5 100 0", "expo: 1 0.5 100 200", "total (none): 3 2 250 250"],
            warehouse.Lines(Ask.For("attributed_conversions attributed_customers attributed_revenue first_touch_revenue", "channel", total: true)));
        Assert.Equal(["(unattributed): 50", "email: 0", "expo: 200"], warehouse.Lines(Ask.For("attributed_revenue", "channel", model: "first")));
    }

    [Fact]
    public void A_model_that_was_not_run_is_refused_with_those_that_were()
    {
        using var warehouse = Credits();

        Assert.Equal("Did you mean 'linear'?", warehouse.Refused("MRT2212", Ask.For("attributed_revenue", model: "liner")).NextStep);
        Assert.Equal("Did you mean 'linear'?", new TestWarehouse().WithModel("linear").Refused("MRT2212", Ask.For("attributed_revenue", model: "liner")).NextStep);
        Assert.Equal([": NotLoaded"], new TestWarehouse().Lines(Ask.For("attributed_revenue", model: "liner")));
    }

    [Fact]
    public void Shares_that_do_not_end_add_up_to_whole_conversions()
    {
        using var warehouse = new TestWarehouse().WithModel("linear").With(
            "credits", "conversion_id channel converted_at value linear",
            [.. Enumerable.Range(0, 999).Select(i => new object?[] { $"s{i / 3}", "a", new DateTime(2025, 1, 1), 0.1m, 1.0 / 3 })]);

        var figures = warehouse.Ask(StandardMetrics.All, Ask.For("attributed_conversions attributed_revenue")).Rows[0].Figures;

        Assert.Equal(333.0, figures[0].Value);
        Assert.Equal(33.3, figures[1].Value);
    }

    [Fact]
    public void Credit_reaches_what_its_touch_and_its_conversion_know()
    {
        using var warehouse = Credits()
            .With("touchpoints", "touch_id kind", ["t1", "visit"], ["t2", "scan"])
            .With("conversions", "conversion_id lead_id", ["s1", "l1"])
            .With("leads", "lead_id owner", ["l1", "zoe"]);

        Assert.Equal(["scan: 100", "visit: 100", "(none): 50"], warehouse.Lines(Ask.For("attributed_revenue", "touchpoints.kind")));
        Assert.Equal(["zoe: 200", "(none): 50"], warehouse.Lines(Ask.For("attributed_revenue", "lead_owner")));
    }

    [Fact]
    public void Sales_and_other_conversions_are_never_added_up_together()
    {
        using var warehouse = WithKinds();

        Assert.Equal([": 1 80 50 2 150"], Lines(warehouse, "attributed_conversions attributed_revenue attributed_margin mql_credit pipeline_value"));
        Assert.Equal(["ads: 0 0 0 1 150", "email: 1 80 50 1 0"], Lines(warehouse, "attributed_conversions attributed_revenue attributed_margin mql_credit pipeline_value", "channel"));
    }

    [Fact]
    public void A_kind_nobody_declared_is_refused_with_the_nearest()
    {
        using var warehouse = WithKinds();

        Assert.Equal("Did you mean 'mql'?", Assert.Single(Assert.Throws<MeritException>(() => Lines(warehouse, "mistaken")).Diagnostics).NextStep);
    }

    [Fact]
    public void Conversions_of_a_table_nobody_loads_are_no_value()
    {
        using var warehouse = WithKinds();
        warehouse.Kinds = new Dictionary<string, string>(warehouse.Kinds, StringComparer.Ordinal) { ["mql"] = "orders" };

        Assert.Equal([": 1 NotLoaded"], Lines(warehouse, "attributed_conversions mql_credit"));
    }

    [Fact]
    public void Participation_is_marked_where_a_figure_follows_it()
    {
        using var warehouse = Credits();
        warehouse.Participation = ["first"];

        var marked = warehouse.Ask(StandardMetrics.All, Ask.For("attributed_revenue customers", model: "first")).Metrics;
        Assert.Equal([true, false], marked.Select(m => m.Participation));
        Assert.EndsWith("(participation)", marked[0].Label, StringComparison.Ordinal);
        Assert.False(warehouse.Ask(StandardMetrics.All, Ask.For("attributed_revenue")).Metrics[0].Participation);
    }

    private static string[] Lines(TestWarehouse warehouse, string metrics, string by = "")
    {
        using var scope = DefinitionScope.Begin();
        _ = Metric("attributed_conversions", Attributed(new ConversionsTable()));
        _ = Metric("attributed_revenue", Attributed(revenue));
        _ = Metric("attributed_margin", Attributed(margin));
        _ = Metric("mql_credit", Attributed("mql"));
        _ = Metric("pipeline_value", AttributedValue("pipeline"));
        _ = Metric("mistaken", Attributed("mqll"));
        return Ask.Lines(warehouse.Ask(scope.Complete(), Ask.For(metrics, by)));
    }

    private static TestWarehouse WithKinds() => new TestWarehouse
    {
        Kinds = new Dictionary<string, string>(StringComparer.Ordinal) { ["sale"] = "sales", ["mql"] = "leads", ["pipeline"] = "opportunities" },
    }
    .WithModel("linear")
    .With("sales", "sale_id", ["s"]).With("leads", "lead_id", ["l"]).With("opportunities", "opportunity_id", ["o"])
    .With(
        "credits", "conversion_id kind channel converted_at value cost_of_goods linear",
        ["s", "sale", "email", new DateTime(2025, 1, 5), 80m, 30m, 1.0],
        ["m1", "mql", "email", new DateTime(2025, 1, 5), null, null, 1.0], ["m2", "mql", "ads", new DateTime(2025, 1, 5), 7m, null, 1.0],
        ["p", "pipeline", "ads", new DateTime(2025, 1, 5), 150m, null, 1.0]);

    private static TestWarehouse Credits() => new TestWarehouse().WithModel("linear").WithModel("first").With(
        "credits", "conversion_id touch_id channel campaign_id converted_at value first_sale linear first",
        ["s1", "t1", "expo", "c1", new DateTime(2025, 1, 5), 200m, true, 0.5, 1.0], ["s1", "t2", "email", "c2", new DateTime(2025, 1, 5), 200m, true, 0.5, 0.0],
        ["s2", "t1", "expo", "c1", new DateTime(2025, 1, 6), null, false, 0.5, 1.0], ["s2", "t2", "email", "c2", new DateTime(2025, 1, 6), null, false, 0.5, 0.0],
        ["s3", null, "(unattributed)", "(unattributed)", new DateTime(2025, 1, 7), 50m, true, 1.0, 1.0]);
}
