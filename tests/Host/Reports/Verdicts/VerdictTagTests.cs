namespace Merit.Host.Tests.Reports.Verdicts;

public sealed class VerdictTagTests
{
    [Fact]
    public void The_headline_counts_every_campaign_and_names_the_money()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{verdict}}");

        Assert.Equal(
            "Of 7 campaigns: fix 2 (¥80,000 spent), grow 3 (¥434,000 earned after cost), keep 1 (¥48,500 spent) and 1 too early to judge (¥80,000 spent).",
            html.QuerySelector(".headline")?.TextContent);
        Assert.Equal(7, html.QuerySelectorAll(".verdicts li").Length);
    }

    [Fact]
    public void Channels_are_judged_without_brand_campaigns()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{verdict by=\"channel\"}}");

        var channels = html.QuerySelectorAll(".verdicts li").ToDictionary(l => l.QuerySelector("strong")?.TextContent ?? "", l => l.ClassName, StringComparer.Ordinal);
        Assert.DoesNotContain("brand", channels.Keys);
        Assert.Equal("grow", channels["expo"]);
        Assert.Equal("wait", channels["trade-show"]);
    }

    [Fact]
    public void Only_campaigns_with_figures_in_the_period_are_listed_with_figures_to_date()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{verdict}}", "2025-11");

        Assert.Equal(["Autumn trade show"], html.QuerySelectorAll(".verdicts strong").Select(s => s.TextContent));
        Assert.Equal("¥80,000 spent", html.QuerySelector(".stake")?.TextContent);
    }

    [Fact]
    public void Every_number_comes_from_the_planner()
    {
        using var bench = new ReportBench();

        bench.Page("{{verdict}}");

        Assert.Contains(bench.Measures.Asked, r => r.Metrics.Contains("profit") && r.Where.Any(w => w.Dimension is "campaign"));
    }
}
