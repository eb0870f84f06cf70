using System.Text.Json;
using AngleSharp.Html.Parser;
using FsCheck.Fluent;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Merit.Host.Reports.Writers.Markdown;
using Merit.Tests;

namespace Merit.Host.Tests.Reports.Writers;

public sealed class EscapingTests
{
    private static readonly MarkdownPipeline GitHub = new MarkdownPipelineBuilder().UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseTaskLists().UseEmojiAndSmiley(enableSmileys: false).Build();

    [Fact]
    public void A_name_that_is_code_shows_as_the_text_it_is_in_every_block_of_every_report()
    {
        using var bench = new ReportBench();
        bench.Template("loop.md", "---\ntitle: \"<b>T</b> | *x*\"\n---\n# {{title}}\n\n{{#each (query \"cost\" by=\"campaign_name\" sort=\"-cost\")}}\n- {{campaign_name}}\n{{/each}}\n\n![{{title}}](data:,)\n");

        bench.Render(ReportBench.Ask("overview"), ReportBench.Ask("lead-gen"), ReportBench.Ask("loop"));

        foreach (var page in new[] { "overview", "lead-gen", "loop" })
        {
            var html = bench.Html(page);
            var again = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(bench.Markdown(page), GitHub));
            Assert.DoesNotContain(html.QuerySelectorAll("script"), s => s.TextContent.StartsWith("alert", StringComparison.Ordinal));
            Assert.Empty(again.QuerySelectorAll("script, b"));
            Assert.Contains(html.QuerySelectorAll("main th, main li, main strong"), e => e.TextContent.Trim() == FakeFacts.Nasty);
            Assert.Contains(again.QuerySelectorAll("td, li"), e => e.TextContent.Contains(FakeFacts.Nasty, StringComparison.Ordinal));
            Assert.All(again.QuerySelectorAll("table"), t => Assert.Single(t.QuerySelectorAll("tr").Select(r => r.ChildElementCount).Distinct()));
        }

        Assert.Equal("<b>T</b> | *x*", bench.Html("loop").QuerySelector("h1")?.TextContent);
        Assert.Equal("<b>T</b> | *x*", bench.Html("loop").QuerySelector("main h2")?.TextContent);
        Assert.Equal("<b>T</b> | *x*", bench.Html("loop").QuerySelector("img")?.GetAttribute("alt"));
        Assert.Equal("<b>T</b> | *x*", bench.Html("loop").Title);
    }

    [Fact]
    public void A_charts_data_stay_data()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{chart \"cost\" by=\"campaign_name\" title=\"</script><script>alert(2)</script>\"}}");

        using var data = JsonDocument.Parse(html.QuerySelector("script.chart-data")?.TextContent ?? "");
        Assert.Contains(FakeFacts.Nasty, data.RootElement.GetProperty("positions").EnumerateArray().Select(p => p.GetString()));
        Assert.Equal("</script><script>alert(2)</script>", data.RootElement.GetProperty("title").GetString());
        Assert.Equal("</script><script>alert(2)</script>", html.QuerySelector("figcaption .about")?.TextContent);
    }

    [Fact]
    public void Html_in_prose_is_shown_and_not_run()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("A <b>bold</b> word.\n\n<script>alert(3)</script>\n");

        Assert.Equal("A <b>bold</b> word.", html.QuerySelector("main p")?.TextContent);
        Assert.Empty(html.QuerySelectorAll("main script"));
    }

    [Fact]
    public void Data_cannot_forge_the_marks_of_blocks()
    {
        using var bench = new ReportBench();
        bench.Facts.Campaigns[0] = bench.Facts.Campaigns[0] with { Name = "\uE000b0\uE001" };

        var (html, markdown) = bench.Page("{{#each (query \"cost\" by=\"campaign_name\")}}\n- {{campaign_name}}\n{{/each}}\n");

        Assert.Contains("\uFFFDb0\uFFFD", markdown, StringComparison.Ordinal);
        Assert.Contains(html.QuerySelectorAll("main li"), l => l.TextContent.Trim() == "\uFFFDb0\uFFFD");
    }

    [Theory]
    [InlineData("new_leads", "new_leads")]
    [InlineData("-5%", "-5%")]
    [InlineData("- item", @"\- item")]
    [InlineData("1. one", @"1\. one")]
    [InlineData("# no heading", @"\# no heading")]
    [InlineData("a|b", @"a\|b")]
    [InlineData("https://x.example", @"https\://x.example")]
    [InlineData("www.x.example", @"www\.x.example")]
    [InlineData("a &amp; b & c", @"a \&amp; b & c")]
    [InlineData("two\nlines", "two lines")]
    [InlineData("-\titem", @"\- item")]
    [InlineData("1.\tone", @"1\. one")]
    public void Only_what_Markdown_would_read_is_escaped(string text, string expected) => Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void Any_text_comes_back_as_itself()
    {
        var pieces = Gen.Elements("a", "B", "1", " ", ".", "-", "+", "#", "*", "_", "`", "~", "|", "<", ">", "[", "]", "(", ")", "!", "&", ";", "\\", "$", ":", "/", "@", "=", "\"", "'", "{", "}", "amp", "www", "http", "渠", "é", "smile", "\t", "^", "%");
        var texts = Gen.Select(Gen.ListOf(pieces), parts => string.Concat(parts).Trim()).Where(t => t.Length > 0);

        Prop.ForAll(texts.ToArbitrary(), text =>
        {
            var expected = string.Join(' ', text.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
            var escaped = MarkdownText.Escape(text);
            return Shown(escaped, "p") == expected && Shown($"- {escaped}", "li") == expected && Shown($"| a |\n|---|\n| {escaped} |", "td") == expected;
        }).Holds();
    }

    private static string Shown(string markdown, string tag)
    {
        var found = new HtmlParser().ParseDocument(Markdig.Markdown.ToHtml(markdown, GitHub)).QuerySelectorAll(tag);
        return found.Length == 1 ? string.Join(' ', found[0].TextContent.Split([' ', '\t', '\n'], StringSplitOptions.RemoveEmptyEntries)) : $"{found.Length} of {tag}";
    }
}
