using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Results;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Language;

public sealed class DefinitionScopeTests
{
    private static readonly LeadsTable Leads = new();
    private static readonly SpendTable Spend = new();
    private static readonly DeliveryTable Delivery = new();
    private static readonly CampaignsTable Campaigns = new();
    private static readonly ScoresTable Scores = new();

    [Fact]
    public void Everything_said_of_a_metric_is_collected()
    {
        var definition = Assert.Single(Declared(() => Metric("cpl", Sum(Spend.amount) / Count(Leads), "metrics/cost.csx", 7)
            .Label("Cost per lead", zh: "线索成本").Describe("What a lead costs.", zh: "每条线索的成本。").As(Unit.Money).LowerIsBetter()
            .Owner("marketing").Tags("cost", "leads").Requires("campaign")).Metrics);

        Assert.Equal(("cpl", "Cost per lead", "线索成本", Unit.Money, true), (definition.Id, definition.Label, definition.LabelZh, definition.Unit, definition.LowerIsBetter));
        Assert.Equal(("What a lead costs.", "每条线索的成本。", "marketing"), (definition.Description, definition.DescriptionZh, definition.Owner));
        Assert.Equal(["cost", "leads"], definition.Tags);
        Assert.Equal(["campaign"], definition.Requires);
        Assert.Equal(new Place("metrics/cost.csx", 7), definition.At);
    }

    [Fact]
    public void A_label_is_made_of_the_id_until_one_is_given() =>
        Assert.Equal("New leads", Assert.Single(Declared(() => Metric("new_leads", Count(Leads))).Metrics).Label);

    [Theory]
    [InlineData("New_leads")]
    [InlineData("1st")]
    [InlineData("new-leads")]
    [InlineData("class")]
    [InlineData("")]
    [InlineData("线索")]
    public void An_id_is_a_name_of_the_language(string id) => Refused("MRT2101", 3, () => Metric(id, Count(Leads), "metrics/a.csx", 3));

    [Fact]
    public void An_id_is_declared_once()
    {
        var finding = Refused("MRT2102", 9, () =>
        {
            Metric("leads", Count(Leads), "metrics/a.csx", 2);
            Metric("leads", Count(Leads), "metrics/b.csx", 9);
        });

        Assert.Contains("metrics/a.csx(2)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_reference_to_nothing_says_what_was_meant()
    {
        var finding = Refused("MRT2103", 4, () =>
        {
            Metric("cost", Sum(Spend.amount), "metrics/a.csx", 1);
            Metric("cpl", new MetricRef("csot") / Count(Leads), "metrics/a.csx", 4);
        });

        Assert.Equal("Did you mean metrics.cost?", finding.NextStep);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Targets_and_benchmarks_refer_too(bool target) =>
        Refused("MRT2103", 1, () => Metric("a", target ? new MetricRef("nothing").Target() : new MetricRef("nothing").Benchmark(), "metrics/a.csx", 1));

    [Fact]
    public void A_circle_is_told_once_with_its_way()
    {
        var finding = Refused("MRT2104", 1, () =>
        {
            Metric("a", new MetricRef("b") + 1, "metrics/a.csx", 1);
            Metric("b", new MetricRef("c") * 2, "metrics/a.csx", 2);
            Metric("c", -new MetricRef("a"), "metrics/a.csx", 3);
        });

        Assert.Contains("a → b → c → a", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_target_of_itself_is_no_circle() => Declared(() =>
    {
        Metric("leads", Count(Leads));
        Metric("reached", new MetricRef("leads") / new MetricRef("leads").Target());
    });

    [Fact]
    public void An_aggregate_reads_one_table() =>
        Refused("MRT2105", 5, () => Metric("a", Sum(Spend.amount * Leads.score), "metrics/a.csx", 5));

    [Fact]
    public void A_condition_on_another_table_is_refused_where_it_stands()
    {
        var finding = Refused("MRT2106", 6, () => Metric("a", Count(Leads).Where(Campaigns.type == "brand", "metrics/a.csx", 6), "metrics/a.csx", 5));

        Assert.Contains("no path from leads to campaigns", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_date_of_another_table_is_refused_where_it_stands() =>
        Refused("MRT2107", 6, () => Metric("a", Count(Leads).On(Spend.date, "metrics/a.csx", 6), "metrics/a.csx", 5));

    [Fact]
    public void A_level_is_not_added_up() => Refused("MRT2108", 5, () => Metric("a", Sum(Delivery.reach), "metrics/a.csx", 5));

    [Fact]
    public void A_model_belongs_to_credit()
    {
        Refused("MRT2109", 5, () => Metric("a", Sum(Spend.amount).Using("linear"), "metrics/a.csx", 5));
        Refused("MRT2109", 6, () =>
        {
            Metric("a", Sum(Spend.amount), "metrics/a.csx", 5);
            Metric("b", new MetricRef("a").Using("linear"), "metrics/a.csx", 6);
        });
        Declared(() =>
        {
            Metric("a", Attributed(revenue));
            Metric("b", new MetricRef("a").Using("linear") - new MetricRef("a").Using("first"));
        });
    }

    [Fact]
    public void A_scorecard_of_the_workspace_takes_the_place_of_the_built_in_one()
    {
        static void Card(string file, double weight) => Scorecard("retention", 1, file, 3).Component("leads", new MetricRef("leads"), weight, Curve((0, 0), (1, 1)));
        var metric = () => Metric("leads", Count(Leads), "metrics/a.csx", 2);

        var card = Assert.Single(Declared(() => { metric(); Card("built-in/metrics/scorecards.csx", 1); Card("metrics/mine.csx", 7); }).Scorecards);
        Assert.Equal(7, Assert.Single(card.Components).Weight);

        // Two of one's own are a mistake, and so would be two of Merit's.
        Refused("MRT2102", 3, () => { metric(); Card("metrics/mine.csx", 1); Card("metrics/other.csx", 2); });
        Refused("MRT2102", 3, () => { metric(); Card("built-in/metrics/a.csx", 1); Card("built-in/metrics/b.csx", 2); });
    }

    [Fact]
    public void A_scorecard_is_collected_with_its_components()
    {
        var card = Assert.Single(Declared(() =>
        {
            Metric("new_leads", Count(Leads));
            Scorecard("lead-gen", version: 2).Label("Lead generation", zh: "获客")
                .Component("leads", new MetricRef("new_leads") / new MetricRef("new_leads").Target(), weight: 30, Curve((0, 0), (1, 80), (2, 100)), zh: "线索")
                .MinimumSample(new MetricRef("new_leads"), 20).Using("composite-index");
        }).Scorecards);

        Assert.Equal(("lead-gen", 2, "获客", "composite-index", 20.0), (card.Id, card.Version, card.LabelZh, card.Scoring, card.MinimumSample));
        var component = Assert.Single(card.Components);
        Assert.Equal(("leads", 30.0, "Leads", "线索"), (component.Id, component.Weight, component.Label, component.LabelZh));
        Assert.Equal(new ScorePoint(1, 80), component.Curve.Points[1]);
        Assert.Equal("lead-gen.leads", Assert.Single(card.ComponentMetrics()).Id);
    }

    [Theory]
    [InlineData(0, 0.0, 1.0, 100.0)]
    [InlineData(10, 1.0, 0.0, 100.0)]
    [InlineData(10, 0.0, 1.0, 101.0)]
    [InlineData(10, double.NaN, 1.0, 100.0)]
    public void A_scorecard_that_cannot_score_is_refused(double weight, double x1, double x2, double y) => Refused("MRT2110", 8, () =>
    {
        Metric("leads", Count(Leads));
        Scorecard("lead-gen", 1, "metrics/scorecards.csx", 8).Component("leads", new MetricRef("leads"), weight, Curve((x1, 0), (x2, y)));
    });

    [Fact]
    public void A_score_is_not_made_of_scores() => Refused("MRT2111", 8, () =>
    {
        Metric("score", Average(Scores.score));
        Metric("again", new MetricRef("score") / 2);
        Scorecard("lead-gen", 1, "metrics/scorecards.csx", 8).Component("s", new MetricRef("again"), 1, Curve((0, 0), (1, 1)));
    });

    [Fact]
    public void Scopes_do_not_mix()
    {
        using var outer = DefinitionScope.Begin();
        Metric("a", Count(Leads));
        using (var inner = DefinitionScope.Begin())
        {
            Metric("b", Count(Leads));
            Assert.Equal("b", Assert.Single(inner.Complete().Metrics).Id);
        }

        Assert.Equal("a", Assert.Single(outer.Complete().Metrics).Id);
    }

    private static Definitions Declared(Action declare)
    {
        using var scope = DefinitionScope.Begin();
        declare();
        return scope.Complete();
    }

    private static Diagnostic Refused(string code, int line, Action declare)
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Declared(declare)).Diagnostics);
        Assert.Equal((code, line), (finding.Code, finding.At?.Line));
        return finding;
    }
}
