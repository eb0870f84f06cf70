using Merit.Host.Scoring;
using Merit.Plugins.Scoring;

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

    // 81.0 at 2,100 mentions, 31,000 visits and 3,050 followers.
    [Theory]
    [InlineData("en", 2_000, 30_000, "On the whole it does what its targets ask: the index, a weighted mean, is 81.0; 80 is where all of them are just met. Each target is met.")]
    [InlineData("en", 2_500, 30_000, "On the whole it does what its targets ask: the index, a weighted mean, is 81.0; 80 is where all of them are just met. Targets missed: mentions.")]
    [InlineData("en", 2_500, 40_000, "On the whole it does what its targets ask: the index, a weighted mean, is 81.0; 80 is where all of them are just met. Targets missed: mentions and site visits.")]
    [InlineData("en", null, null, "On the whole it does what its targets ask: the index, a weighted mean, is 81.0; 80 is where all of them are just met.")]
    [InlineData("zh-CN", 2_500, 40_000, "总体达到目标：指数（加权平均）为 81.0，各项目标恰好达成时为 80。未达成的目标：mentions和site_visits。")]
    public void An_index_says_that_it_is_a_mean_and_which_targets_are_missed(string locale, int? mentions, int? visits, string why)
    {
        var facts = FakeFacts.Company();
        foreach (var (metric, target) in new[] { ("mentions", mentions), ("site_visits", visits) })
        {
            if (target is { } value)
            {
                facts.Targets[(metric, "brand")] = value;
            }
        }

        using var bench = new ReportBench(facts, locale);
        bench.Inputs = bench.Inputs with { Scores = [Brand("mentions", "site_visits", null)] };

        var (html, markdown) = bench.Page("{{verdict}}");

        var brand = html.QuerySelectorAll(".verdicts li").Single(l => l.QuerySelector("strong")?.TextContent is "Machines that tell you first");
        Assert.Equal(why, brand.QuerySelector(".why")?.TextContent);
        Assert.Contains(why, markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(mentions is not null, brand.QuerySelector(".evidence")?.TextContent.Contains("2,100", StringComparison.Ordinal));
    }

    [Fact]
    public void One_campaign_alone_is_it()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("---\ntype: brand\n---\n{{verdict}}");

        Assert.Equal("One campaign: keep it (¥48,500 spent).", html.QuerySelector(".headline")?.TextContent);
    }

    private static CampaignScore Brand(params string?[] targets) => new(
        "brand", "Machines that tell you first", "brand", "brand", 1,
        new Score("brand", 81, [.. targets.Select((_, i) => new Contribution($"c{i}", 1, 80, 1d / targets.Length, 80d / targets.Length))], []),
        [.. targets.Select((target, i) => new ScoreComponent($"c{i}", $"c{i}", $"c{i}", 1) { TargetOf = target })]);

    [Fact]
    public void Every_number_comes_from_the_planner()
    {
        using var bench = new ReportBench();

        bench.Page("{{verdict}}");

        Assert.Contains(bench.Measures.Asked, r => r.Metrics.Contains("profit") && r.Where.Any(w => w.Dimension is "campaign"));
    }
}
