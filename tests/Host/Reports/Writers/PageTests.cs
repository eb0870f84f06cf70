using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Merit.Host.Tests.Reports.Writers;

public sealed partial class PageTests
{
    private static readonly string[] BuiltIn = ["overview", "channels", "lead-gen", "revenue", "brand"];

    [Theory]
    [InlineData("en")]
    [InlineData("zh-CN")]
    public void Every_built_in_page_can_be_used_without_seeing_it(string locale)
    {
        using var bench = new ReportBench(locale: locale);
        bench.Render([.. BuiltIn.Select(t => ReportBench.Ask(t, "2025"))]);

        foreach (var page in BuiltIn.Append("index"))
        {
            var html = bench.Html(page);
            Assert.Equal(locale, html.DocumentElement.GetAttribute("lang"));
            Assert.Single(html.QuerySelectorAll("h1"));
            Assert.NotEmpty(html.Title ?? "");
            Assert.Single(html.QuerySelectorAll("main"));
            Assert.Single(html.QuerySelectorAll("header"));
            Assert.Equal("#main", html.QuerySelector("a.skip")?.GetAttribute("href"));
            var levels = html.QuerySelectorAll("h1, h2, h3, h4").Select(h => h.LocalName[1] - '0').ToList();
            Assert.All(levels.Zip(levels.Skip(1)), pair => Assert.True(pair.Second <= pair.First + 1));
            Assert.All(html.QuerySelectorAll("thead th"), th => Assert.Equal("col", th.GetAttribute("scope")));
            Assert.All(html.QuerySelectorAll("tbody th, tfoot th"), th => Assert.Equal("row", th.GetAttribute("scope")));
            Assert.All(html.QuerySelectorAll("table"), t => Assert.NotEmpty(t.QuerySelector("caption")?.TextContent ?? ""));
            Assert.All(html.QuerySelectorAll("table tr"), r => Assert.Equal(r.Closest("table")?.QuerySelectorAll("thead th").Length, r.ChildElementCount));
            Assert.All(html.QuerySelectorAll("figure"), f => Assert.NotEmpty(f.QuerySelector("figcaption")?.TextContent ?? ""));
            Assert.All(html.QuerySelectorAll("figure.chart"), f => Assert.NotNull(f.QuerySelector("details[open] table tbody tr")));
            Assert.All(html.QuerySelectorAll("td.none"), td => Assert.NotEmpty(td.QuerySelector(".spoken")?.TextContent ?? ""));
            Assert.Equal(html.QuerySelectorAll("[id]").Length, html.QuerySelectorAll("[id]").Select(e => e.Id).Distinct(StringComparer.Ordinal).Count());
        }
    }

    [Fact]
    public void A_page_asks_the_network_for_nothing_and_runs_only_its_own_scripts()
    {
        using var bench = new ReportBench();
        bench.Render(ReportBench.Ask("overview"), ReportBench.Ask("channels"));

        foreach (var page in new[] { "overview", "channels", "index" })
        {
            var html = bench.Html(page);
            Assert.Empty(html.QuerySelectorAll("link, iframe, object, embed, [src], base, form"));
            Assert.DoesNotContain(html.QuerySelectorAll("*").SelectMany(e => e.Attributes), a => a.Name.StartsWith("on", StringComparison.Ordinal));
            Assert.DoesNotMatch(Fetching(), html.QuerySelector("style")?.TextContent ?? "");
            var policy = html.QuerySelector("meta[http-equiv=Content-Security-Policy]")?.GetAttribute("content") ?? "";
            Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
            Assert.All(html.QuerySelectorAll("script:not([type])"), s =>
                Assert.Contains(Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s.TextContent))), policy, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Both_outputs_show_the_same_numbers()
    {
        using var bench = new ReportBench();
        bench.Render([.. BuiltIn.Select(t => ReportBench.Ask(t, "2025"))]);

        foreach (var page in BuiltIn)
        {
            var html = bench.Html(page);
            var markdown = bench.Markdown(page).Replace("\\", "", StringComparison.Ordinal);
            var shown = html.QuerySelectorAll(".kpi .value, td.num, .count, .stake, .headline").Select(e => Own(e)).Where(t => t.Any(char.IsAsciiDigit)).ToList();
            Assert.NotEmpty(shown);
            Assert.All(shown, text => Assert.Contains(text, markdown, StringComparison.Ordinal));
        }

        static string Own(IElement element) => string.Concat(element.ChildNodes.Where(n => n is not IElement { ClassName: "spoken" or "bar" }).Select(n => n.TextContent)).Trim();
    }

    [Fact]
    public void A_total_is_computed_and_not_summed()
    {
        using var bench = new ReportBench();

        var (html, markdown) = bench.Page("{{table \"cost, new_leads, cpl, roi\" by=\"channel\" total=true sort=\"-roi\" limit=2}}");

        // 278,500 ÷ 1,685 leads, 833,000 of revenue: over all channels, not over the two shown.
        Assert.Equal(["Total", "¥278,500", "1,685", "¥165.28", "199%"], html.QuerySelectorAll("tfoot tr > *").Select(c => c.TextContent.Trim()));
        Assert.Contains("**¥165.28**", markdown, StringComparison.Ordinal);
        Assert.Equal(2, html.QuerySelectorAll("main > figure.table tbody tr").Length);
        Assert.Contains("Only the first 2 groups are shown; the total covers all of them.", html.Body?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_basis_ends_a_report_whose_template_forgot_it()
    {
        using var bench = new ReportBench();

        var (html, markdown) = bench.Page("Nothing else.");

        var basis = html.QuerySelector("section.basis")?.TextContent ?? "";
        foreach (var part in new[] { "UTC", "30 Nov 2025", "u-shaped; touches up to 90 days", "first_share 0.4", "1,940 read = 1,935 loaded + 3 rejected + 2 filtered", "c0ffee12", "Merit 0.1.0", "data/leads.csv(17)", "L17,<b>31.02.2025</b>|x" })
        {
            Assert.Contains(part, basis, StringComparison.Ordinal);
            Assert.Contains(part, markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Types_never_stand_in_one_ranking()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{scorecard}}");

        var rankings = html.QuerySelectorAll("figure.scores").Select(f => f.QuerySelectorAll(".stacks .stage").Select(s => s.TextContent).ToList()).ToList();
        Assert.Equal([["Webinars", "Newsletter", FakeFacts.Nasty], ["Spring expo"]], rankings);
    }

    [Fact]
    public void Without_data_a_section_is_one_sentence()
    {
        using var bench = new ReportBench(FakeFacts.LeadsOnly()) { Inputs = new() { DefinitionHash = "0", AsOf = new DateOnly(2025, 3, 1), Version = "0" } };
        bench.Render(ReportBench.Ask("lead-gen"), ReportBench.Ask("revenue"));

        var leads = bench.Html("lead-gen");
        Assert.Contains("1,000", leads.QuerySelector(".kpi .value")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("campaigns have no types here, so the report covers everything", leads.Body?.TextContent, StringComparison.Ordinal);
        Assert.Contains(leads.QuerySelectorAll(".kpi .reason"), r => r.TextContent == "no source loads the table it needs");
        Assert.DoesNotContain(leads.QuerySelectorAll("table"), t => t.QuerySelectorAll("tbody td").All(td => td.TextContent.StartsWith('–')));
        Assert.Contains(leads.QuerySelectorAll(".nothing"), n => n.TextContent.StartsWith("CPL by channel: nothing to show, because no source loads", StringComparison.Ordinal));
        Assert.All(bench.Html("revenue").QuerySelectorAll("main > .nothing"), n => Assert.EndsWith(".", n.TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Colour_is_never_the_only_sign_and_follows_what_is_good()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("---\ncompare: previous\n---\n{{metrics \"cost, new_leads, cpl\"}}", "2025-Q2");

        var moves = html.QuerySelectorAll(".kpi .move").Select(m => (m.ClassName, m.TextContent)).ToList();
        Assert.Equal("move good", moves[0].ClassName);
        Assert.StartsWith("▼ -", moves[0].TextContent, StringComparison.Ordinal);
        Assert.EndsWith("better", moves[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("move bad", moves[1].ClassName);
        Assert.EndsWith("worse", moves[1].TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"url\(|@import|https?:", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Fetching();
}
