using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Merit.Host.Tests.Reports.Tags;

public sealed partial class InsightsTagTests
{
    private const string Head = "---\ntitle: T\nperiod: 2025-Q2\ncompare: previous\n---\n";

    [Fact]
    public void Parts_of_every_change_add_up_to_it()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Head + "{{insights \"revenue, cost, new_leads, cpl\" by=\"channel, type\" parts=\"cpl = cost / new_leads\" limit=4}}");

        Assert.Equal(4, html.QuerySelectorAll(".finding").Length);
        var tables = html.QuerySelectorAll("main > figure.table").ToList();
        Assert.NotEmpty(tables);
        Assert.All(tables, table =>
        {
            var parts = table.QuerySelectorAll("tbody tr").Select(r => Number(r.LastElementChild)).ToList();
            var foot = table.QuerySelectorAll("tfoot td").Select(Number).ToList();
            // As they are written, rounded to hundredths each.
            Assert.Equal(foot[^1], parts.Sum(), 0.011 * parts.Count);
            Assert.Equal(foot[1] - foot[0], foot[^1], 0.021);
        });
    }

    [Fact]
    public void A_sentence_says_what_moved_and_whose_doing_it_was()
    {
        var facts = new FakeFacts();
        foreach (var (channel, month, leads) in new[] { ("a", 1, 100d), ("b", 1, 50d), ("c", 1, 10d), ("d", 1, 10d), ("e", 1, 10d), ("a", 4, 160d), ("b", 4, 30d), ("c", 4, 11d), ("d", 4, 10d), ("e", 4, 12d) })
        {
            facts.Facts.Add(new FakeFact("leads", new DateOnly(2025, month, 5), null, leads) { Channel = channel });
        }

        using var bench = new ReportBench(facts);

        var (html, _) = bench.Page(Head + "{{insights \"new_leads\" by=\"channel\"}}");

        Assert.Equal("New leads rose (+23.9%): 180 in Q1 2025, 223 in Q2 2025. By channel: a +60, b -20, e +2, one other +1.", html.QuerySelector(".finding")?.TextContent);
        Assert.Equal(["a", "b", "e", "c", "Total"], html.QuerySelectorAll("main > figure.table tr > th:first-child").Skip(1).Select(t => t.TextContent));
    }

    [Fact]
    public void Of_two_dimensions_the_one_that_needs_fewer_members_explains()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Head + "{{insights \"new_leads\" by=\"campaign_name, month\"}}");

        Assert.Contains(html.QuerySelectorAll(".finding").Select(f => f.TextContent), t => t.Contains("By month:", StringComparison.Ordinal) || t.Contains("By campaign:", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{{insights \"cpl\" parts=\"cpl = revenue / new_leads\"}}", "reports/page.md(6,3): error MRT3070: 'cpl' is not 'revenue' divided by 'new_leads'.")]
    [InlineData("{{insights \"cpl\" parts=\"cpl : cost\"}}", "reports/page.md(6,3): error MRT4012: The tag 'insights' cannot use 'cpl : cost' as 'parts'.")]
    [InlineData("{{insights \"cots\"}}", "reports/page.md(6,3): error MRT2203")]
    public void A_mistake_is_named(string tag, string expected)
    {
        using var bench = new ReportBench();

        Assert.StartsWith(expected, Assert.Single(bench.Findings(Head + tag)), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_anything_to_compare_with_it_is_refused()
    {
        using var bench = new ReportBench();

        Assert.StartsWith("reports/page.md(5,3): error MRT3071: The tag 'insights' needs something to compare with, and this report compares with none.", Assert.Single(bench.Findings("---\ntitle: T\ncompare: none\n---\n{{insights \"cost\"}}")), StringComparison.Ordinal);
    }

    private static double Number(IElement? cell) => double.Parse(NotNumber().Replace(cell?.TextContent ?? "", ""), NumberStyles.Float, CultureInfo.InvariantCulture);

    [GeneratedRegex("[^-0-9.]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NotNumber();
}
