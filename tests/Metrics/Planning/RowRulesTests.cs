using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;
using Merit.Tests;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Rules on rows hold for every figure, and what they do not reach has none.</summary>
public sealed class RowRulesTests
{
    private static readonly string[] Rules = ["channel = email", "channel in (email, expo)", "campaign != c1", "type = lead-gen", "campaign_owner = (none)", "campaign_owner contains a"];

    [Fact]
    public void Random_questions_of_random_visitors_have_the_answers_of_their_rows_alone()
    {
        using var warehouse = new TestWarehouse();
        var company = new RandomCompany(0);
        var asked = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            if (asked++ % 8 == 0)
            {
                company = new RandomCompany(seed);
                company.PutInto(warehouse);
            }

            var (request, rule) = (RandomCompany.Question(seed), FilterParser.Parse(Rules[seed % Rules.Length]));
            warehouse.Settings = warehouse.Settings with { Rows = [rule] };
            var naive = new NaiveAnswers(company, request with { Where = [.. request.Where, rule] }, TimeZoneInfo.Utc, warehouse.Settings.WeekStart);

            var answer = warehouse.Ask(StandardMetrics.All, request);
            var expected = naive.Groups();

            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), answer.Rows.Select(r => NaiveAnswers.Text(r.Dimensions)).Order(StringComparer.Ordinal));
            Assert.All(answer.Rows, row => Same(expected[NaiveAnswers.Text(row.Dimensions)], row));
            if (answer.Total is { } total)
            {
                Same(naive.Total(), total);
            }
        }).Holds(150);
    }

    [Fact]
    public void A_fact_that_a_rule_does_not_reach_has_no_figure_and_the_others_keep_theirs()
    {
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("lead_owner = lee")] };

        Assert.Equal([": 1 NotPermitted NotPermitted 100"], warehouse.Lines(Ask.For("new_leads cost cpl revenue")));
        Assert.Equal(["c1: 1 NotPermitted"], warehouse.Lines(Ask.For("new_leads cost", "campaign")));
        Assert.Equal(["c1: 1 NotPermitted", "total (none): 1 NotPermitted"], warehouse.Lines(Ask.For("new_leads cost", "campaign", total: true)));
        Assert.Empty(warehouse.Plan(StandardMetrics.All, Ask.For("cost")).RowsBehind(10));
    }

    [Fact]
    public void No_question_gets_around_a_rule()
    {
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaign_owner = ann")] };

        Assert.Equal([": 1 10 100"], warehouse.Lines(Ask.For("new_leads cost revenue")));
        Assert.Equal([": 0 0 0"], warehouse.Lines(Ask.For("new_leads cost revenue", where: ["campaign_owner = bob"])));
        Assert.Equal([": 1 10 100"], warehouse.Lines(Ask.For("new_leads cost revenue", where: ["campaign_owner in (ann, bob)"])));
        Assert.Equal(["ann: 1 10 100"], warehouse.Lines(Ask.For("new_leads cost revenue", "campaign_owner")));
        Assert.Equal(["2025-02-01: 10/0"], warehouse.Lines(Ask.For("cost", "month", "2025-02", compare: Comparison.Previous)));
    }

    [Fact]
    public void Every_step_of_a_funnel_is_of_rows_that_may_be_seen()
    {
        var metrics = StandardMetrics.Declared(() => Funnel("f", within: 90.Days(), StandardMetrics.Leads.created_at, StandardMetrics.Sales.sold_at));
        using var warehouse = Company().With("leads", "lead_id contact_id campaign_id created_at owner", ["l3", "k3", "c1", "2025-02-01", "lee"])
            .With("sales", "sale_id contact_id campaign_id sold_at amount first_sale", ["s3", "k3", "c2", "2025-02-20", 5, true]);

        Assert.Equal([": 3 3"], Ask.Lines(warehouse.Ask(metrics, Ask.For("f_created f_sold"))));
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaign_owner = ann")] };

        // The third contact's lead is of ann's campaign, its sale of another's.
        Assert.Equal([": 2 1"], Ask.Lines(warehouse.Ask(metrics, Ask.For("f_created f_sold"))));
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("touchpoints.kind = visit")] };
        Assert.Equal([": NotPermitted NotPermitted"], Ask.Lines(warehouse.Ask(metrics, Ask.For("f_created f_sold"))));
    }

    [Fact]
    public void Where_no_source_loads_what_a_rule_asks_for_nothing_is_not_zero()
    {
        using var warehouse = Company();
        // Of campaigns there is no start date, of leads no region of theirs; cost has no lead at all.
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("leads.lost_reason = price")] };
        Assert.Equal([": ColumnNotLoaded NotPermitted"], warehouse.Lines(Ask.For("new_leads cost")));
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaigns.mode = online")] };
        Assert.Equal([": ColumnNotLoaded ColumnNotLoaded"], warehouse.Lines(Ask.For("new_leads cost")));

        // Loaded, and nobody's: that is zero.
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaign_owner = nobody")] };
        Assert.Equal([": 0 0"], warehouse.Lines(Ask.For("new_leads cost")));
    }

    [Fact]
    public void Shares_are_of_what_may_be_seen()
    {
        var spend = StandardMetrics.Spend;
        var metrics = StandardMetrics.Declared(() => Metric("part", Sum(spend.amount).ShareOf("campaign")));
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaign_owner = ann")] };

        Assert.Equal(["c1: 1"], Ask.Lines(warehouse.Ask(metrics, Ask.For("part", "campaign"))));
    }

    [Fact]
    public void Goals_of_others_are_not_told()
    {
        using var warehouse = Company().With("targets", "campaign_id metric value", ["c1", "new_leads", 7], ["c2", "new_leads", 50], [null, "new_leads", 500]);
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("campaign_owner = ann")] };

        Assert.Equal([": 1/7"], warehouse.Lines(Ask.For("new_leads", compare: Comparison.Target)));
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("lead_owner = lee")] };
        Assert.Equal([": 1/NotMeaningful"], warehouse.Lines(Ask.For("new_leads", compare: Comparison.Target)));
    }

    [Theory]
    [InlineData("source = web")]
    [InlineData("month = 2025-01")]
    [InlineData("days_since = 3")]
    [InlineData("nothing = x")]
    [InlineData("leads.nothing = x")]
    public void A_rule_that_does_not_always_mean_the_same_lets_nothing_through(string rule)
    {
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse(rule)] };

        warehouse.Refused("MRT6036", Ask.For("new_leads"));
    }

    [Fact]
    public void A_rule_with_a_value_of_another_type_lets_nothing_through()
    {
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Rows = [FilterParser.Parse("leads.score = much")] };

        Assert.Throws<MeritException>(() => warehouse.Plan(StandardMetrics.All, Ask.For("new_leads")));
    }

    private static void Same(double?[] expected, AnswerRow row) => Assert.All(expected.Zip(row.Figures), pair =>
    {
        Assert.Equal(pair.First is null, pair.Second.Value is null);
        Assert.Equal(pair.First ?? 0, pair.Second.Value ?? 0, 1e-9 * Math.Max(1, Math.Abs(pair.First ?? 0)));
    });

    private static TestWarehouse Company() => new TestWarehouse()
        .With("campaigns", "campaign_id name owner channel type", ["c1", "One", "ann", "email", "lead-gen"], ["c2", "Two", "bob", "expo", "revenue"])
        .With("spend", "date campaign_id amount category", ["2025-02-03", "c1", 10, "media"], ["2025-01-03", "c2", 100, "media"], ["2025-02-03", null, 1000, "tools"])
        .With("leads", "lead_id contact_id campaign_id created_at owner", ["l1", "k1", "c1", "2025-02-01", "lee"], ["l2", "k2", "c2", "2025-02-01", "mia"])
        .With("sales", "sale_id contact_id campaign_id lead_id sold_at amount first_sale", ["s1", "k1", "c1", "l1", "2025-02-10", 100, true], ["s2", "k2", "c2", "l2", "2025-02-10", 900, true]);
}
