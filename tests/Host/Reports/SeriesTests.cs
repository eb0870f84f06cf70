namespace Merit.Host.Tests.Reports;

public sealed class SeriesTests
{
    [Fact]
    public void There_is_a_report_for_every_value_and_a_list_of_them()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", "---\ntitle: Campaign\nfor_each: campaign\nformats: [html, md]\n---\n{{item}} ({{item_id}}): {{metric \"cost\"}}");

        var reports = bench.Render(ReportBench.Ask("page"));

        Assert.Equal(bench.Facts.Campaigns.Count, reports.Count);
        Assert.Contains("page-expo", reports.Select(r => r.Name));
        Assert.StartsWith("# Campaign: Spring expo\n", bench.Markdown("page-expo"), StringComparison.Ordinal);
        Assert.Contains("\nSpring expo (expo): ¥50,000\n", bench.Markdown("page-expo"), StringComparison.Ordinal);
        Assert.Contains("- **Filters**: campaign = expo\n", bench.Markdown("page-expo"), StringComparison.Ordinal);
        var index = bench.Html("index");
        Assert.Equal(["Campaign"], index.QuerySelectorAll("main h2").Select(h => h.TextContent));
        Assert.Equal(reports.Count, index.QuerySelectorAll(".series > li").Length);
        Assert.All(index.QuerySelectorAll("main a"), a => Assert.True(File.Exists(Path.Combine(bench.Out, a.GetAttribute("href") ?? ""))));
    }

    [Fact]
    public void The_figures_of_a_series_are_those_of_the_whole_by_that_dimension()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", "---\ntitle: \"Costs of ${item}\"\nfor_each: { by: channel, having: cost, limit: 3 }\n---\n{{metric \"cost\"}}");

        var reports = bench.Render(ReportBench.Ask("page"));

        // By hand: trade show 80,000, then expo and Google with 50,000 each.
        Assert.Equal(["page-trade-show", "page-expo", "page-google-ads"], reports.Select(r => r.Name));
        Assert.Equal(["Costs of trade-show", "Costs of expo", "Costs of google-ads"], reports.Select(r => r.Title));
        Assert.Contains("\n¥80,000\n", bench.Markdown("page-trade-show"), StringComparison.Ordinal);
    }

    [Fact]
    public void Values_that_cannot_name_files_have_reports_all_the_same()
    {
        var facts = FakeFacts.Company();
        facts.Facts.Add(new FakeFact("cost", new DateOnly(2025, 4, 1), null, 7) { Channel = "../Up & away" });
        using var bench = new ReportBench(facts);
        bench.Template("page.md", "---\ntitle: C\nfor_each: { by: channel, having: cost }\n---\n{{metric \"cost\"}}");

        var name = Assert.Single(bench.Render(ReportBench.Ask("page")), r => r.Title.Contains("away", StringComparison.Ordinal)).Name;

        Assert.Matches("^page-up-away-[0-9a-f]{6}$", name);
        Assert.Contains("\n¥7\n", bench.Markdown(name), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\ntitle: T\nfor_each: leads.source\n---\n", "reports/page.md(3,11): error MRT3066: Which values 'leads.source' has cannot be told.")]
    [InlineData("---\ntitle: T\nfor_each: { by: channel, having: cots }\n---\n", "reports/page.md(3,11): error MRT2203")]
    [InlineData("---\ntitle: T\nfor_each: { having: cost }\n---\n", "reports/page.md(3")]
    public void A_wrong_one_is_named_at_its_place(string template, string expected)
    {
        using var bench = new ReportBench();

        Assert.StartsWith(expected, Assert.Single(bench.Findings(template)), StringComparison.Ordinal);
    }
}
