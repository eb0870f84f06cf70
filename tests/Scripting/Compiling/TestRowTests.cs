using Merit.Metrics.Language;
using Merit.Metrics.Results;

namespace Merit.Scripting.Tests.Compiling;

/// <summary>Tests of metrics are written in scripts: their rows are typed as the tables are.</summary>
public sealed class TestRowTests
{
    [Fact]
    public void A_test_gives_asks_and_expects()
    {
        var test = Assert.Single(Scripts.Run("""
            Metric("cpl", Sum(spend.amount) / Count(leads)).As(Money);
            Test("cost per lead", t => t
                .Given(campaigns.Row(campaign_id: "a", channel: "email"))
                .Given(spend.Row(date: "2025-03-01", campaign_id: "a", amount: 100),
                    spend.Row(date: new DateOnly(2025, 3, 2), amount: 33.3m))
                .Given(leads.Row(created_at: "2025-03-01 14:30", score: 80, region: "north", seats: 3))
                .Given(delivery)
                .Without(spend.category)
                .Covers(leads, "2025")
                .Today("2025-04-10")
                .On("2025-03").By("channel", "month").Where("channel = email").Using("linear")
                .Expect(metrics.cpl, 33.3, of: ("email", "2025-03"), within: 1.Percent())
                .Expect(metrics.cpl, 20)
                .ExpectNoValue(metrics.cpl, DivisionByZero, of: ("ads", "2025-03"))
                .ExpectGroups([("email", "2025-03")]));
            """).Tests);

        Assert.Equal(("cost per lead", "metrics/test.csx(2)"), (test.Name, test.At.ToString()));
        Assert.Equal("campaigns spend spend leads", string.Join(' ', test.Rows.Select(r => r.Table)));
        Assert.Equal("metrics/test.csx(5)", test.Rows[2].At.ToString());
        Assert.Equal((33.3m, new DateTime(2025, 3, 2)), ((decimal)test.Rows[2].Values["amount"], ((TimeValue)test.Rows[2].Values["date"]).Time));
        Assert.Equal((80d, 3L, "north", new DateTime(2025, 3, 1, 14, 30, 0)), ((double)test.Rows[3].Values["score"], (long)test.Rows[3].Values["seats"], test.Rows[3].Values["region"], ((TimeValue)test.Rows[3].Values["created_at"]).Time));
        Assert.Equal(4, test.Rows[3].Values.Count);
        Assert.Equal(("delivery", ("spend", "category"), ("leads", "2025")), (Assert.Single(test.EmptyTables), Assert.Single(test.Without), Assert.Single(test.Covers)));
        Assert.Equal(("2025-03", "linear"), (test.Period, test.Model));
        Assert.Equal(("email, 2025-03", 33.3, 12), ($"{test.Expectations[0].Group}", test.Expectations[0].Value, test.Expectations[0].At.Line));
        Assert.True(test.Expectations[0].Within.Allows(33.3, 33.6) && !test.Expectations[0].Within.Allows(33.3, 33.7) && !test.Expectations[1].Within.Allows(20, 20.001));
        Assert.Equal((null, NoValue.DivisionByZero), (test.Expectations[2].Value, test.Expectations[2].Reason));
    }

    [Theory]
    [InlineData("spend.Row(amout: 100)", "CS1739", "Did you mean 'amount'?", 1)]
    [InlineData("leads.Row(\n    reigon: \"x\")", "CS1739", "Did you mean 'region'?", 2)]
    [InlineData("spend.Row(original_amount: 1)", "CS1739", "It takes: ", 1)]
    [InlineData("spend.Row(amount: \"100\")", "CS1503", "", 1)]
    [InlineData("leads.Row(seats: 1.5)", "CS1503", "", 1)]
    [InlineData("leads.Row(created_at: 20250301)", "CS1503", "", 1)]
    [InlineData("sales.Row(amount: 100)", "CS1061", "", 1)]
    public void A_row_that_does_not_fit_its_table_is_told_at_its_line(string row, string code, string next, int line)
    {
        var finding = Scripts.FindingOf($"Metric(\"r\", Count(leads)); Test(\"t\", t => t.Given({row}).Expect(metrics.r, 1));");

        Assert.Equal("MRT2001", finding.Code);
        Assert.StartsWith(code, finding.Message, StringComparison.Ordinal);
        Assert.Contains(next, finding.NextStep, StringComparison.Ordinal);
        Assert.Equal(line, finding.At?.Line);
    }

    [Theory]
    [InlineData("Test(\"t\", t => t.Given(spend.Row(date: \"1.3.2025\")).Expect(metrics.r, 1));", "MRT2303", 2)]
    [InlineData("Test(\"t\", t => t.Given(spend));", "MRT2302", 2)]
    [InlineData("Test(\"t\", t => t.By(\"channel\")\n.Expect(metrics.r, 1, (\"a\", \"b\")));", "MRT2304", 3)]
    [InlineData("Test(\"t\", t => t.Expect(metrics.r, 1));\nTest(\"t\", t => t.Expect(metrics.r, 1));", "MRT2305", 3)]
    [InlineData("Expect(spend.amount >= 0 & leads.score > 1);", "MRT2311", 2)]
    [InlineData("Reconcile(metrics.r, new MetricRef(\"s\"));", "MRT2103", 2)]
    public void A_test_that_cannot_be_right_is_told_at_its_line(string test, string code, int line)
    {
        var finding = Scripts.FindingOf("Metric(\"r\", Count(leads));\n" + test);

        Assert.Equal((code, $"metrics/bad.csx({line})"), (finding.Code, finding.At?.ToString()));
    }

    [Fact]
    public void Data_are_tested_in_the_same_words()
    {
        var tests = Scripts.Run("""
            Metric("a", Count(leads)); Metric("b", Count(leads));
            Expect(spend.amount >= 0).Label("Spend is never negative", zh: "花费不为负").BlockDelivery();
            Unique(leads.lead_id).Warn();
            Fresh(spend, within: 2.Days());
            Reconcile(metrics.a, metrics.b, within: 0.5.Percent()).By("month").On("2025");
            """).DataTests;

        Assert.Equal(["spend.amount ≥ 0", "leads.lead_id is unique", "spend is no older than 2 days", "a agrees with b"], tests.Select(t => t.Name));
        Assert.Equal(("花费不为负", true, false), (tests[0].LabelZh, tests[0].BlocksDelivery, tests[0].IsWarning));
        Assert.True(tests[1].IsWarning && tests[2].Age == TimeSpan.FromDays(2) && tests[3].Within == new Tolerance(0.005, true));
        Assert.Equal(("amount", "month", "2025"), (Assert.Single(tests[0].Needs), Assert.Single(tests[3].By), tests[3].Period));
    }
}
