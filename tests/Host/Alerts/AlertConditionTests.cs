using Merit.Diagnostics;
using Merit.Host.Alerts;
using Merit.Metrics.Requests;

namespace Merit.Host.Tests.Alerts;

public sealed class AlertConditionTests
{
    [Theory]
    [InlineData("cpl > 50", "cpl", ">", 50, Comparison.None)]
    [InlineData("cpl>=0.5", "cpl", ">=", 0.5, Comparison.None)]
    [InlineData("lead_to_mql < 15%", "lead_to_mql", "<", 0.15, Comparison.None)]
    [InlineData("profit < -1000", "profit", "<", -1000, Comparison.None)]
    [InlineData(" new_leads<70% of previous ", "new_leads", "<", 0.7, Comparison.Previous)]
    [InlineData("new_leads != year-ago", "new_leads", "!=", 1, Comparison.YearAgo)]
    [InlineData("revenue < 90 % of target", "revenue", "<", 0.9, Comparison.Target)]
    [InlineData("cost > 120% target", "cost", ">", 1.2, Comparison.Target)]
    public void A_condition_is_read(string text, string metric, string sign, double number, Comparison of)
    {
        var read = AlertCondition.Parse(text);

        Assert.Equal((metric, sign, of), (read.Metric, read.Sign, read.Of));
        Assert.Equal(number, read.Number, 12);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cpl")]
    [InlineData("cpl >")]
    [InlineData("> 50")]
    [InlineData("cpl => 50")]
    [InlineData("cpl > 1,000")]
    [InlineData("cpl > %")]
    [InlineData("cpl > % of previous")]
    [InlineData("cpl > ¥50")]
    [InlineData("cpl > 50 of previous")]
    [InlineData("cpl > 50 previous")]
    [InlineData("cpl > of previous")]
    [InlineData("cpl > last-month")]
    [InlineData("cpl > 50 and cost > 1")]
    [InlineData("CPL > 50")]
    public void What_is_none_is_told(string text) => Assert.Equal("MRT4066", Assert.Throws<MeritException>(() => AlertCondition.Parse(text)).Diagnostics[0].Code);

    [Theory]
    [InlineData(">", false, false, true)]
    [InlineData(">=", false, true, true)]
    [InlineData("<", true, false, false)]
    [InlineData("<=", true, true, false)]
    [InlineData("=", false, true, false)]
    [InlineData("!=", true, false, true)]
    public void It_holds_below_at_or_above_its_limit(string sign, bool below, bool at, bool above)
    {
        var condition = AlertCondition.Parse($"cpl {sign} 50");

        // The last bits of a sum say nothing.
        Assert.Equal([below, at, at, above], new[] { 49.9, 50, 50 + 1e-12, 50.1 }.Select(v => condition.Holds(v, condition.Limit(null)) ?? throw new InvalidOperationException()));
        Assert.Null(condition.Holds(null, 50));
    }

    [Fact]
    public void What_there_is_nothing_to_hold_against_is_not_known()
    {
        var condition = AlertCondition.Parse("new_leads < 70% of previous");

        Assert.Equal((true, false), (condition.Holds(69, condition.Limit(100)), condition.Holds(71, condition.Limit(100))));
        Assert.Null(condition.Holds(0, condition.Limit(null)));
    }
}
