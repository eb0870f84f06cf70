using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Templates;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Reports.Templates;

public sealed class TemplateLanguageTests
{
    [Fact]
    public void The_example_of_the_guide_renders()
    {
        using var bench = new ReportBench();

        var (html, markdown) = bench.Page("""
            ---
            title: Webinars
            type: lead-gen
            period: 2025
            compare: previous
            ---
            {{metrics "new_leads, cpl, lead_to_mql"}}
            {{chart "new_leads" by="month" kind="line"}}
            {{table "cost, new_leads, cpl, customers, revenue, roi" by="channel" total=true sort="-roi"}}
            {{#each (query "new_leads, cpl" by="campaign_name" where="channel = email" limit=5)}}
            - **{{campaign_name}}**: {{new_leads}} leads at {{cpl}} each
            {{/each}}
            """);

        Assert.Contains("- **Newsletter**: 300 leads at ¥33.33 each\n", markdown, StringComparison.Ordinal);
        Assert.Equal("Newsletter: 300 leads at ¥33.33 each", html.QuerySelector("main > ul li")?.TextContent.Trim());
        Assert.NotNull(html.QuerySelector("figure.chart .chart-data"));
    }

    [Fact]
    public void A_name_in_a_loop_is_the_loops_even_where_a_tag_has_it()
    {
        using var bench = new ReportBench();

        var (_, markdown) = bench.Page("{{#each (query \"budget\" by=\"channel\" where=\"channel = webinar\")}}\n- {{channel}}: {{budget}}{{#if @last}} (last of {{../workspace}}){{/if}}\n{{/each}}\n");

        Assert.Contains("- webinar: ¥12,000 (last of Acme & Söhne)\n", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_stands_in_a_sentence_and_a_missing_one_says_why()
    {
        using var bench = new ReportBench(FakeFacts.LeadsOnly());

        var (html, markdown) = bench.Page("We had {{metric \"new_leads\"}} leads at {{metric \"cpl\"}}.");

        Assert.Contains("We had 1,000 leads at – (no source loads the table it needs).\n", markdown, StringComparison.Ordinal);
        Assert.Equal("no source loads the table it needs", html.QuerySelector("main .figure.none")?.GetAttribute("title"));
    }

    [Fact]
    public void Filters_of_a_tag_come_on_top_of_those_of_the_report()
    {
        using var bench = new ReportBench();

        var (_, markdown) = bench.Page("---\nwhere: type = lead-gen\n---\n{{metric \"cost\" where=\"channel != 'google-ads'; channel != social\"}}");

        Assert.Equal("¥20,000", markdown.Split("\n\n")[2]);
    }

    [Fact]
    public void A_second_engine_is_chosen_by_the_files_extension()
    {
        using var bench = new ReportBench { Engines = new TemplateEngines([new Merit.Host.Reports.Templates.Handlebars.HandlebarsEngine(), new LineEngine()]) };
        bench.Template("plain.lines", "---\ntitle: Plain\n---\n@metrics cost, roi\nA line.\n").Template("braces.md", "@metrics cost, roi\n");

        bench.Render(ReportBench.Ask("plain"), ReportBench.Ask("braces"));

        Assert.Equal(["Total cost", "ROI"], bench.Html("plain").QuerySelectorAll(".kpi dt").Select(d => d.TextContent));
        Assert.Contains("- **Total cost**: ¥278,500", bench.Markdown("plain"), StringComparison.Ordinal);
        Assert.Contains("A line.", bench.Markdown("plain"), StringComparison.Ordinal);
        Assert.Empty(bench.Html("braces").QuerySelectorAll(".kpi"));
    }

    [Fact]
    public void Two_templates_of_one_name_are_refused()
    {
        using var bench = new ReportBench { Engines = new TemplateEngines([new Merit.Host.Reports.Templates.Handlebars.HandlebarsEngine(), new LineEngine()]) };
        bench.Template("page.lines", "A");

        Assert.StartsWith("merit.yaml(20,5): error MRT4002", Assert.Single(bench.Findings("B")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_of_the_workspace_overrides_the_built_in_one()
    {
        using var bench = new ReportBench();
        bench.Template("channels.md", "---\ntitle: Our channels\n---\nOurs.");

        bench.Render(ReportBench.Ask("channels"), ReportBench.Ask("overview"));

        Assert.Equal("Our channels", bench.Html("channels").QuerySelector("h1")?.TextContent);
        Assert.Equal("Overview", bench.Html("overview").QuerySelector("h1")?.TextContent);
    }

    /// <summary>A language as small as can be: a line that starts with @ is a tag.</summary>
    private sealed class LineEngine : ITemplateEngine
    {
        public string Extension => ".lines";

        public void Check(Template template, ITagHost host, Findings findings)
        {
        }

        public string Render(Template template, ITagHost host) => string.Join('\n', template.Body.Split('\n').Select((line, i) =>
            line.StartsWith('@') && line[1..].Split(' ', 2) is [var name, var subject]
                ? host.Write(new TagCall(name, [subject], new Dictionary<string, object?>(StringComparer.Ordinal), new Merit.Diagnostics.Place(template.File, template.BodyLine + i)))
                : line));
    }
}
