using Merit.Host.Pipeline;
using Merit.Host.Testing;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Testing;

/// <summary>Tests in scripts run over the standard library's metrics, as if what they give had been loaded.</summary>
public sealed class MetricTestsTests : IDisposable
{
    private const string Yaml =
        """
        name: Tested
        currency: CNY
        timezone: Asia/Shanghai
        channels: { aliases: { e-mail: email } }
        attribution: { default: linear, models: [linear, first] }

        """;

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Tests_pass_where_the_metrics_are_right()
    {
        var results = Run("""
            Test("a ratio's total is the ratio of the totals", t => t
                .Given(campaigns.Row(campaign_id: "a", channel: "E-Mail"), campaigns.Row(campaign_id: "b", channel: "ads"))
                .Given(spend.Row(date: "2025-03-01", campaign_id: "a", amount: 100), spend.Row(date: "2025-03-31", campaign_id: "b", amount: 50.5), spend.Row(date: "2025-04-01", campaign_id: "b", amount: 1000))
                .Given(Enumerable.Range(1, 5).Select(i => leads.Row(campaign_id: "a", created_at: $"2025-03-0{i} 09:00")))
                .Given(leads.Row(created_at: "2025-03-02", campaign_id: "b"), leads.Row(created_at: "2025-03-02", campaign_id: "b", duplicate_of: "x"))
                .On("2025-03").By("channel")
                .Expect(metrics.cpl, 20, of: "email")
                .Expect(metrics.cpl, 50.5, of: "ads")
                .Expect(metrics.cpl, 25.0833, within: 0.0001)
                .Expect(metrics.cpl, 25, within: 1.Percent())
                .Expect(metrics.new_leads, 6)
                .ExpectGroups(["ads", "email"]));

            Test("nothing over nothing", t => t
                .Given(spend.Row(date: "2025-03-01", amount: 100)).Given(leads)
                .Expect(metrics.new_leads, 0).ExpectNoValue(metrics.cpl, DivisionByZero).ExpectNoValue(metrics.clicks, NotLoaded));

            Test("what nobody loads is no value", t => t
                .Given(spend.Row(date: "2025-03-01", amount: 100)).Without(spend.category)
                .Expect(metrics.cost, 100).ExpectNoValue(metrics.media_cost, ColumnNotLoaded).ExpectNoValue(metrics.revenue));

            Test("days nobody has answered for", t => t
                .Given(leads.Row(created_at: "2025-03-01")).On("2025-05")
                .ExpectNoValue(metrics.new_leads, NotCovered));

            Test("days the source has answered for", t => t
                .Given(leads.Row(created_at: "2025-03-01")).Covers(leads, "2025").On("2025-05")
                .Expect(metrics.new_leads, 0));

            Test("days are the workspace's own", t => t
                .Given(leads.Row(created_at: "2025-03-31 23:59"), leads.Row(created_at: "2025-04-01 00:00")).By("month")
                .Expect(metrics.new_leads, 1, of: "2025-03").Expect(metrics.new_leads, 1, of: "2025-04-01").Expect(metrics.new_leads, 2));

            Test("the month before depends on the day", t => t
                .Given(leads.Row(created_at: "2025-03-31")).Today("2025-04-10").On("last-month").Expect(metrics.new_leads, 1));

            Test("sales, first touches and credit follow from what is given", t => t
                .Given(campaigns.Row(campaign_id: "a", channel: "ads", utm_campaign: "spring"))
                .Given(touchpoints.Row(contact_id: "c", occurred_at: "2025-03-01", utm_campaign: "Spring"),
                    touchpoints.Row(contact_id: "c", occurred_at: "2025-03-02", utm_source: "newsletter", utm_medium: "e-mail"))
                .Given(opportunities.Row(contact_id: "c", amount: 300, outcome: "Won", closed_at: "2025-03-20"), opportunities.Row(contact_id: "c", amount: 100, outcome: "won", closed_at: "2025-04-20"))
                .On("2025-03").By("channel")
                .Expect(metrics.revenue, 300, of: "ads").Expect(metrics.customers, 1)
                .Expect(metrics.attributed_revenue, 150, of: "email").Expect(metrics.attributed_revenue, 300));

            Test("by another model", t => t
                .Given(touchpoints.Row(contact_id: "c", occurred_at: "2025-03-01", channel: "ads"), touchpoints.Row(contact_id: "c", occurred_at: "2025-03-02", channel: "email"))
                .Given(orders.Row(contact_id: "c", amount: 300, ordered_at: "2025-03-20")).By("channel").Using("first")
                .Expect(metrics.attributed_revenue, 300, of: "ads"));

            Test("nothing of another test is left", t => t
                .Given(spend.Row(date: "2025-03-01", amount: 1), spend.Row(amount: 5, campaign_id: "c"))
                .Given(campaigns.Row(campaign_id: "c", start_date: "2025-03-01", end_date: "2025-03-05"))
                .On("2025-03-02..2025-04-01").Where("campaign = c")
                .Expect(metrics.cost, 4).ExpectNoValue(metrics.revenue, NotLoaded));

            Test("a lead without campaign has its first touch's", t => t
                .Given(touchpoints.Row(contact_id: "c", occurred_at: "2025-03-01", channel: "ads")).Given(leads.Row(contact_id: "c", created_at: "2025-03-02"), leads.Row(created_at: "2025-03-02"))
                .By("channel").Expect(metrics.new_leads, 1, of: "ads").Expect(metrics.new_leads, 1, of: "(none)"));
            """);

        Assert.Equal("", string.Join("\n", results.Where(r => !r.Passed).Select(r => TestText.Of(r, verbose: true))));
        Assert.Equal(11, results.Count);
    }

    [Fact]
    public void A_failing_test_says_what_was_given_asked_expected_and_found()
    {
        var results = Run("""
            Metric("own", Count(leads));
            Test("wrong value", t => t.Given(leads.Row(created_at: "2025-03-01", source: "web"), leads.Row(created_at: "2025-03-02", source: "fair")).On("2025-03").By("leads.source").Where("leads.source != x").Using("linear")
                .Expect(metrics.own, 3)
                .Expect(metrics.own, 1, of: "fair").ExpectNoValue(metrics.own, NoRows, of: "web").Expect(metrics.own, 1, of: "shop"));
            Test("wrong groups", t => t.Given(leads.Row(created_at: "2025-03-01")).Given(spend).By("month").Expect(metrics.own, 1).ExpectGroups(["2025-03", "2025-04"]));
            Test("no value", t => t.Expect(metrics.own, 1));
            Test("no such dimension", t => t.Given(leads).By("chanel").Expect(metrics.own, 1));
            Test("two of one key", t => t.Given(leads.Row(lead_id: "1"), leads.Row(lead_id: "1")).Expect(metrics.own, 1));
            Test("a time for a day", t => t.Given(spend.Row(date: "2025-03-01 10:00")).Expect(metrics.own, 1));
            Test("no day to count from", t => t.Given(leads).On("last-month").Expect(metrics.own, 1));
            """);

        Assert.Equal(
            """
            metrics/tests.csx(3): error MRT2301: The test 'wrong value' failed: own is 2, not 3, and 2 more. Correct the metric, or what the test expects of it.
                given     leads: 2 rows
                asked     own by leads.source, period 2025-03, where leads.source != x, model linear
                expected  own = 3   metrics/tests.csx(3)
                found     2
                expected  own of web = no value (NoRows)   metrics/tests.csx(4)
                found     1
                expected  own of shop = 1   metrics/tests.csx(4)
                found     no such group; there are fair; web
            metrics/tests.csx(5): error MRT2301: The test 'wrong groups' failed: groups is 2025-03, not 2025-03; 2025-04. Correct the metric, or what the test expects of it.
                given     leads: 1 row, spend: no row
                asked     own by month, period all
                expected  groups = 2025-03; 2025-04   metrics/tests.csx(5)
                found     2025-03
            metrics/tests.csx(6): error MRT2301: The test 'no value' failed: own is no value (NotLoaded), not 1. Correct the metric, or what the test expects of it.
                given     nothing
                asked     own, period all
                expected  own = 1   metrics/tests.csx(6)
                found     no value (NotLoaded)
            metrics/tests.csx(7): error MRT2204: There is no dimension 'chanel'. Did you mean 'channel'? (In the test 'no such dimension'.)
            metrics/tests.csx(8): error MRT2307: The test gives two rows of leads with the same lead_id: 1. Give each row a key of its own, or leave the key out. (In the test 'two of one key'.)
            metrics/tests.csx(9): error MRT2303: '2025-03-01 10:00' cannot be the value of spend.date. Write a day as "2025-03-01" or, where the column holds times, a time as "2025-03-01 14:30". (In the test 'a time for a day'.)
            metrics/tests.csx(10): error MRT2308: What 'last-month' means depends on the day the test runs. Say what day it is with .Today("2025-04-10"), or name the days. (In the test 'no day to count from'.)
            """, string.Join('\n', results.Select(r => TestText.Of(r, verbose: false))));
        Assert.Contains("SELECT", TestText.Of(results[0], verbose: true), StringComparison.Ordinal);
        Assert.Contains("-- $1 = x", TestText.Of(results[0], verbose: true), StringComparison.Ordinal);

        var xml = System.Xml.Linq.XDocument.Parse(JUnitReport.Text(results));
        Assert.Equal(("7", "3", "4"), (Attribute(xml, "tests"), Attribute(xml, "failures"), Attribute(xml, "errors")));
        Assert.Equal(7, xml.Descendants("testcase").Count(c => c.Attribute("classname")?.Value == "metrics/tests.csx"));
    }

    [Fact]
    public void Tables_of_the_workspace_s_own_can_be_given_and_tests_chosen_by_name_or_metric()
    {
        _folder.Write("visits.csv", "day,n\n2025-01-01,3\n");
        const string script = """
            Metric("visits_a_day", Sum(visits.n));
            Test("visits add up", t => t.Given(visits.Row(n: 2, day: "2025-01-01"), visits.Row(n: 3)).By("visits.day").Expect(metrics.visits_a_day, 5).Expect(metrics.visits_a_day, 2, of: "2025-01-01"));
            Test("cost", t => t.Given(spend.Row(date: "2025-03-01", amount: 1)).Expect(metrics.cost, 2));
            """;
        const string source = "sources:\n  visits: { connector: files, path: visits.csv, into: visits, columns: { day: { from: day, type: date }, n: { from: n, type: integer } } }\n";

        Assert.Equal([true, false], Run(script, [], source).Select(r => r.Passed));
        Assert.Equal("visits add up", Assert.Single(Run(script, ["ADD UP"], source)).Test.Name);
        Assert.Equal("visits add up", Assert.Single(Run(script, ["visits_a_day"], source)).Test.Name);
        var unknown = Assert.Throws<Merit.Diagnostics.MeritException>(() => Run(script, ["cots"], source)).Diagnostics;
        Assert.Equal("error MRT2312: No test has 'cots' in its name, and none expects a metric of that id. Did you mean 'cost'?", Assert.Single(unknown).ToString());
    }

    [Fact]
    public void Two_hundred_tests_share_one_engine()
    {
        var results = Run("""
            for (var i = 1; i <= 200; i++)
                Test($"test {i}", t => t
                    .Given(campaigns.Row(campaign_id: "a", channel: "email")).Given(spend.Row(date: "2025-03-01", campaign_id: "a", amount: i))
                    .Given(leads.Row(campaign_id: "a", created_at: "2025-03-02"))
                    .Given(touchpoints.Row(contact_id: "c", occurred_at: "2025-03-01", campaign_id: "a")).Given(opportunities.Row(contact_id: "c", amount: 10 * i, outcome: "won", closed_at: "2025-03-20"))
                    .On("2025-03").By("channel").Expect(metrics.cpl, i, of: "email").Expect(metrics.attributed_revenue, 10 * i));
            """);

        Assert.All(results, r => Assert.True(r.Passed, r.Test.Name));
        Assert.Equal(200, results.Count);
    }

    public void Dispose() => _folder.Dispose();

    private static string? Attribute(System.Xml.Linq.XDocument xml, string name) => xml.Root?.Element("testsuite")?.Attribute(name)?.Value;

    private IReadOnlyList<TestOutcome> Run(string script, IReadOnlyList<string>? names = null, string more = "")
    {
        _folder.Write("merit.yaml", Yaml + more);
        _folder.Write("metrics/tests.csx", script);
        var stages = new Stages(AppContext.BaseDirectory, TimeProvider.System);
        var (catalog, _) = stages.Plugins(_folder.Path);
        var workspace = WorkspaceLoader.Load(_folder.Path, catalog, new Dictionary<string, string>());
        return stages.Test(workspace, catalog, new TestSelection(names ?? [], BuiltIn: false), CancellationToken.None);
    }
}
