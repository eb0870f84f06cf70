namespace Merit.Host.Tests.Reports.Templates;

public sealed class InclusionTests
{
    [Fact]
    public void A_part_stands_in_its_place()
    {
        using var bench = new ReportBench();
        bench.Template("_foot.md", "Cost {{metric \"cost\"}}{{> dot}}\n").Template("_dot.md", ".");

        var (html, markdown) = bench.Page("One {{> foot}} two.\n{{!-- {{> nothing}} --}}\n\\{{> literally}}");

        Assert.Contains("One Cost ¥278,500. two.", html.QuerySelector("main p")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("One Cost ¥278,500. two.", markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a\n{{> foot}} {{oops}}", "_foot.md", "fine\nand\nwell", "reports/page.md(2,14): error MRT4004")]
    [InlineData("{{> foot}}\n\n", "_foot.md", "one\n two {{oops}}", "reports/_foot.md(2,8): error MRT4004")]
    [InlineData("---\ntitle: T\n---\nx\n{{> foot}}\n{{metric \"cots\"}}", "_foot.md", "a\nb", "reports/page.md(6,3): error MRT2203")]
    [InlineData("---\ntitle: T\n---\nx {{> foot}}", "_foot.md", "\n\n{{metric \"cots\"}}", "reports/_foot.md(3,3): error MRT2203")]
    [InlineData("{{> fot}}", "_foot.md", "x", "reports/page.md(1,1): error MRT3061: There is no part 'fot'. Write reports/_fot.md, or name one that exists: did you mean 'foot'?")]
    [InlineData("{{> foot}}", "_foot.md", "\n{{> foot}}", "reports/_foot.md(2,1): error MRT3062: The part 'foot' includes itself: foot → foot.")]
    [InlineData("{{> foot a=1}}", "_foot.md", "x", "reports/page.md(1,1): error MRT3060: '{{> foot a=1}}' names no part to include.")]
    [InlineData("{{> ../secret}}", "_foot.md", "x", "reports/page.md(1,1): error MRT3060")]
    public void A_mistake_has_the_place_of_the_file_it_stands_in(string template, string part, string text, string expected)
    {
        using var bench = new ReportBench();
        bench.Template(part, text);

        Assert.StartsWith(expected, Assert.Single(bench.Findings(template)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_is_no_report()
    {
        using var bench = new ReportBench();
        bench.Template("_foot.md", "x");

        var finding = Assert.Single(Assert.Throws<Merit.Diagnostics.MeritException>(() => bench.Render(ReportBench.Ask("_foot"))).Diagnostics);

        Assert.Equal("MRT4001", finding.Code);
    }

    [Fact]
    public void A_part_of_the_workspace_goes_before_the_built_in_one()
    {
        using var bench = new ReportBench();
        bench.Template("_trust.md", "Ask Ada.\n\n{{basis}}");

        bench.Render(ReportBench.Ask("overview"));

        Assert.Contains("Ask Ada.", bench.Markdown("overview"), StringComparison.Ordinal);
        Assert.DoesNotContain("What the numbers cannot see", bench.Markdown("overview"), StringComparison.Ordinal);
    }
}
