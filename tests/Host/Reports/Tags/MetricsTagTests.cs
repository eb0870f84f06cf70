namespace Merit.Host.Tests.Reports.Tags;

public sealed class MetricsTagTests
{
    private const string Template = "---\ncompare: previous\n---\n{{metrics \"cost, new_leads, lead_to_mql, mqls\"}}";

    [Fact]
    public void A_page_names_the_days_it_compares_with()
    {
        using var bench = new ReportBench();

        var (html, markdown) = bench.Page(Template, "2025-Q2");

        Assert.Contains("Compared with Q1 2025", html.QuerySelector("header")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("on Q1 2025 (¥", html.QuerySelector(".kpi .move")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Compared with Q1 2025", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_was_before_the_page_says_so_once_and_claims_no_comparison()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Template, "2025");

        Assert.DoesNotContain("Compared", html.QuerySelector("header")?.TextContent, StringComparison.Ordinal);
        Assert.Empty(html.QuerySelectorAll(".kpi .move"));
        Assert.Equal("1 Jan 2024 – 1 Dec 2024 has no data to compare with.", html.QuerySelector(".note")?.TextContent);
    }

    [Theory]
    [InlineData("en", "Jun 2025: ¥19,309.52, ", " on May 2025 (¥")]
    [InlineData("zh-CN", "2025年6月：¥19,309.52，", "较2025年5月（¥")]
    public void Figures_of_all_days_say_how_the_last_full_month_moved_but_rates_do_not(string locale, string month, string before)
    {
        using var bench = new ReportBench(locale: locale);
        bench.Inputs = bench.Inputs with { AsOf = new DateOnly(2025, 7, 30) };

        var (html, markdown) = bench.Page(Template);

        var moves = html.QuerySelectorAll(".kpi").Select(k => k.QuerySelector(".move")?.TextContent).ToList();
        Assert.Contains(month, moves[0], StringComparison.Ordinal);
        Assert.Contains(before, moves[0], StringComparison.Ordinal);
        Assert.NotNull(moves[1]);
        Assert.Null(moves[2]);
        Assert.Null(moves[3]);
        Assert.Contains(month, markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("Compared", html.QuerySelector("header")?.TextContent, StringComparison.Ordinal);
    }

    // The data end on 30 November 2025.
    [Theory]
    [InlineData("2025-Q3", "What began last has had less time than what Q2 2025 is about, and may still grow: Lead to MQL and MQLs.")]
    [InlineData("2025-Q2", null)]
    public void What_counts_leads_by_what_became_of_them_is_marked_while_they_are_young(string period, string? note)
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Template, period);

        Assert.Equal(note, html.QuerySelector(".note")?.TextContent);
    }

    [Fact]
    public void A_report_that_compares_with_nothing_asks_for_no_month()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Template.Replace("previous", "none", StringComparison.Ordinal));

        Assert.Empty(html.QuerySelectorAll(".kpi .move"));
        Assert.All(bench.Measures.Asked, r => Assert.Null(r.Period.From));
    }

    [Theory]
    [InlineData("en", 150, "700 where a target is set: target 650 met", "goal met")]
    [InlineData("en", 250, "700 where a target is set: target 750 missed", "goal missed")]
    [InlineData("zh-CN", 250, "设有目标的部分 700：目标 750，未达成", "goal missed")]
    public void A_target_for_some_campaigns_is_held_against_theirs_alone(string locale, double target, string text, string style)
    {
        using var bench = new ReportBench(locale: locale);
        bench.Facts.Targets[("new_leads", "google-ads")] = target;

        var (html, markdown) = bench.Page("{{metrics \"new_leads\"}}", "2025");

        Assert.Equal(text, html.QuerySelector(".kpi .goal")?.TextContent);
        Assert.Equal(style, html.QuerySelector(".kpi .goal")?.ClassName);
        Assert.Contains("1,685", html.QuerySelector(".kpi")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(text, markdown, StringComparison.Ordinal);
    }
}
