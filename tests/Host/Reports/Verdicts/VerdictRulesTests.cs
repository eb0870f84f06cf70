using Merit.Host.Reports.Verdicts;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Reports.Verdicts;

public sealed class VerdictRulesTests
{
    private static readonly DateOnly AsOf = new(2025, 6, 30);
    private static readonly VerdictRules Rules = new(AsOf, CycleDays: 45);

    [Theory]
    [InlineData(7.0, 5.0, 2500d, 3125d, "Grow", "grow.money")]
    [InlineData(5.0, 5.0, 3125d, 3125d, "Grow", "grow.money")]
    [InlineData(4.99, 5.0, 2500d, 3125d, "Keep", "keep.return")]
    [InlineData(7.0, 5.0, 3126d, 3125d, "Keep", "keep.price")]
    [InlineData(4.99, 5.0, 3126d, 3125d, "Fix", "fix.money")]
    [InlineData(7.0, null, 2500d, 3125d, "Grow", "grow.price")]
    [InlineData(7.0, 5.0, 2500d, null, "Grow", "grow.return")]
    [InlineData(7.0, null, 3126d, 3125d, "Keep", "keep.price-only")]
    [InlineData(4.99, 5.0, 2500d, null, "Fix", "fix.return")]
    [InlineData(0.0, null, 2500d, null, "Keep", "keep.unmeasured")]
    [InlineData(-.01, null, 2500d, null, "Stop", "stop.loss")]
    [InlineData(-.01, 5.0, 3126d, 3125d, "Stop", "stop.loss")]
    [InlineData(-.01, 5.0, 3125d, 3125d, "Fix", "fix.loss")]
    public void Money(double roi, double? roiTarget, double cac, double? cacBenchmark, string kind, string why)
    {
        var verdict = Rules.Judge(Revenue() with { Roi = Gauge("roi", roi, target: roiTarget), Cac = Gauge("cac", cac, benchmark: cacBenchmark, lower: true) });

        Assert.Equal((kind, why), (verdict.Kind.ToString(), verdict.Why));
    }

    [Fact]
    public void A_target_goes_before_a_benchmark()
    {
        var verdict = Rules.Judge(Revenue() with { Roi = Gauge("roi", 3, target: 2, benchmark: 9), Cac = Gauge("cac", 100, lower: true) });

        Assert.Equal(VerdictKind.Grow, verdict.Kind);
    }

    [Fact]
    public void What_is_at_stake_is_what_was_earned_or_what_was_spent()
    {
        var grow = Rules.Judge(Revenue());
        var stop = Rules.Judge(Revenue() with { Roi = Gauge("roi", -.5), Cac = Gauge("cac", 9000, benchmark: 3125, lower: true) });

        Assert.Equal((350_000, true), (grow.Stake?.Figure.Value, grow.Stake?.Earned));
        Assert.Equal((50_000, false), (stop.Stake?.Figure.Value, stop.Stake?.Earned));
    }

    [Theory]
    [InlineData(44, "TooEarly")]
    [InlineData(45, "Grow")]
    public void Younger_than_the_sales_cycle_is_too_early(int days, string kind) =>
        Assert.Equal(kind, Rules.Judge(Revenue() with { Start = AsOf.AddDays(-days) }).Kind.ToString());

    [Theory]
    [InlineData(29, "TooEarly")]
    [InlineData(30, "Grow")]
    public void Without_a_measured_cycle_thirty_days_are_assumed(int days, string kind) =>
        Assert.Equal(kind, (Rules with { CycleDays = null }).Judge(Revenue() with { Start = AsOf.AddDays(-days) }).Kind.ToString());

    [Theory]
    [InlineData(4, 10_000, "TooFew")]
    [InlineData(5, 10_000, "Grow")]
    [InlineData(4, 15_624, "TooFew")]
    [InlineData(4, 15_625, "Grow")]
    public void Few_customers_are_too_few_unless_the_money_would_have_bought_enough(double customers, double cost, string kind) =>
        Assert.Equal(kind, Rules.Judge(Revenue() with { Customers = Gauge("customers", customers), Cost = Gauge("cost", cost) }).Kind.ToString());

    [Theory]
    [InlineData(89, "TooFew")]
    [InlineData(90, "Stop")]
    public void No_customer_after_two_cycles_is_no_accident(int days, string kind)
    {
        var verdict = Rules.Judge(Revenue() with
        {
            Start = AsOf.AddDays(-days), Customers = Gauge("customers", 0), Roi = Gauge("roi", -1), Cac = Gauge("cac", null, lower: true), Cost = Gauge("cost", 100),
        });

        Assert.Equal(kind, verdict.Kind.ToString());
    }

    [Theory]
    [InlineData(20d, 30d, .2, .2, "Grow", "grow.leads")]
    [InlineData(30d, 30d, .2, .2, "Grow", "grow.leads")]
    [InlineData(20d, 30d, .19, .2, "Fix", "fix.quality")]
    [InlineData(20d, 30d, .2, null, "Keep", "keep.quality-unmeasured")]
    [InlineData(31d, 30d, .2, .2, "Keep", "keep.dear")]
    [InlineData(61d, 30d, .2, .2, "Fix", "fix.dear")]
    [InlineData(60d, 30d, .1, .2, "Fix", "fix.leads")]
    [InlineData(60.1, 30d, .1, .2, "Stop", "stop.leads")]
    [InlineData(60.1, 30d, .1, null, "Stop", "stop.leads")]
    [InlineData(40d, 30d, .1, null, "Fix", "fix.price")]
    [InlineData(null, null, .2, .2, "Keep", "keep.price-unmeasured")]
    [InlineData(null, null, .1, .2, "Fix", "fix.quality")]
    [InlineData(20d, null, .2, null, "Unknown", "unknown.yardstick")]
    [InlineData(null, 30d, null, .2, "Unknown", "unknown.figure")]
    public void Leads(double? cpl, double? benchmark, double? rate, double? rateBenchmark, string kind, string why)
    {
        var verdict = Rules.Judge(LeadGen() with { Cpl = Gauge("cpl", cpl, benchmark: benchmark, lower: true), LeadToMql = Gauge("lead_to_mql", rate, benchmark: rateBenchmark) });

        Assert.Equal((kind, why), (verdict.Kind.ToString(), verdict.Why));
    }

    [Theory]
    [InlineData(4, "grow.leads")]
    [InlineData(5, "stop.loss")]
    public void A_lead_campaign_is_judged_by_money_once_it_has_customers_enough(double customers, string why) =>
        Assert.Equal(why, Rules.Judge(LeadGen() with { Customers = Gauge("customers", customers), Roi = Gauge("roi", -.5) }).Why);

    [Fact]
    public void With_customers_but_nothing_to_judge_their_money_by_leads_decide_and_the_earnings_are_shown()
    {
        var verdict = Rules.Judge(LeadGen() with { Customers = Gauge("customers", 8), Roi = Gauge("roi", 5) });

        Assert.Equal(("grow.leads", 350_000, true), (verdict.Why, verdict.Stake?.Figure.Value, verdict.Stake?.Earned));
        Assert.Equal(["cpl", "lead_to_mql", "roi"], verdict.Evidence.Select(g => g.Metric.Id));
    }

    [Theory]
    [InlineData(13, null, "TooEarly")]
    [InlineData(14, null, "Grow")]
    [InlineData(13, 1, "Grow")]
    [InlineData(13, 0, "TooEarly")]
    public void A_lead_campaign_that_still_runs_needs_two_weeks(int days, int? endedDaysAgo, string kind) =>
        Assert.Equal(kind, Rules.Judge(LeadGen() with { Start = AsOf.AddDays(-days), End = endedDaysAgo is { } ago ? AsOf.AddDays(-ago) : null }).Kind.ToString());

    [Theory]
    [InlineData(19, 500, "TooFew")]
    [InlineData(20, 500, "Grow")]
    [InlineData(19, 600, "Grow")]
    public void Few_leads_are_too_few_unless_the_money_would_have_bought_enough(double leads, double cost, string kind) =>
        Assert.Equal(kind, Rules.Judge(LeadGen() with { Leads = Gauge("new_leads", leads), Cost = Gauge("cost", cost) }).Kind.ToString());

    [Fact]
    public void Money_that_bought_no_lead_at_all_is_stopped()
    {
        var verdict = Rules.Judge(LeadGen() with
        {
            Leads = Gauge("new_leads", 0), Cost = Gauge("cost", 5_000), Cpl = Gauge("cpl", null, benchmark: 30, lower: true), LeadToMql = Gauge("lead_to_mql", null, benchmark: .2),
        });

        Assert.Equal("stop.leads", verdict.Why);
    }

    [Theory]
    [InlineData(80d, "Keep")]
    [InlineData(79.9, "Fix")]
    [InlineData(null, "Unknown")]
    public void Brand_goes_by_its_index_and_is_never_stopped_or_grown(double? score, string kind) =>
        Assert.Equal(kind, Rules.Judge(Revenue() with { Type = "brand", Score = Gauge("score", score) }).Kind.ToString());

    [Fact]
    public void Without_cost_there_is_no_verdict_and_the_missing_figure_is_named()
    {
        var verdict = Rules.Judge(Revenue() with { Cost = Gauge("cost", null) });

        Assert.Equal((VerdictKind.Unknown, "cost"), (verdict.Kind, verdict.Evidence[0].Metric.Id));
        Assert.Null(verdict.Stake);
    }

    private static Subject Revenue() => new()
    {
        Id = "expo", Name = "Expo", Type = "revenue", Start = AsOf.AddDays(-200), End = AsOf.AddDays(-100),
        Cost = Gauge("cost", 50_000), Profit = Gauge("profit", 350_000), Customers = Gauge("customers", 20), Leads = Gauge("new_leads", 150),
        Roi = Gauge("roi", 7, target: 5), Cac = Gauge("cac", 2_500, benchmark: 3_125, lower: true),
        Cpl = Gauge("cpl", 333, lower: true), LeadToMql = Gauge("lead_to_mql", .3), Score = Gauge("score", 88),
    };

    [Fact]
    public void A_target_for_a_part_says_nothing_about_the_whole()
    {
        var all = new Figure(7, NoValue.None) { Compared = 5, Targeted = 7 };
        var metric = new MetricColumn("roi", "roi", "roi", Unit.Percent, LowerIsBetter: false);

        Assert.Equal((5.0, true), (new Gauge(metric, all, 9).Yardstick, new Gauge(metric, all, 9).Met));
        Assert.Equal((9.0, false), (new Gauge(metric, all with { Targeted = 6 }, 9).Yardstick, new Gauge(metric, all with { Targeted = 6 }, 9).Met));
        Assert.Null(new Gauge(metric, all with { Targeted = null }, null).Met);
    }

    private static Subject LeadGen() => Revenue() with
    {
        Type = "lead-gen", Customers = Gauge("customers", 0), Leads = Gauge("new_leads", 500), Cost = Gauge("cost", 10_000),
        Cpl = Gauge("cpl", 20, benchmark: 30, lower: true), LeadToMql = Gauge("lead_to_mql", .2, benchmark: .2),
        Roi = Gauge("roi", -1), Cac = Gauge("cac", null, lower: true),
    };

    private static Gauge Gauge(string id, double? value, double? target = null, double? benchmark = null, bool lower = false) =>
        new(new MetricColumn(id, id, id, Unit.Number, lower), new Figure(value, value is null ? NoValue.NotLoaded : NoValue.None) { Compared = target, Targeted = target is null ? null : value }, benchmark);
}
