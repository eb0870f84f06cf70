using Merit.Diagnostics;
using Merit.Host.Workspaces.Keys;

namespace Merit.Host.Tests.Reports.Templates;

public sealed class ParameterTests
{
    private const string Template = "---\ntitle: About ${channel}\nparameters: { channel: email, top: 2 }\nwhere: channel = ${channel}\n---\n{{channel}}: {{metric \"cost\"}}\n\n{{table \"cost\" by=\"channel\" limit=top}}\n{{metric \"cost\" where=\"type = ${channel}\"}}";

    [Fact]
    public void A_parameter_has_the_templates_value_unless_it_is_set()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", Template);

        bench.Render(ReportBench.Ask("page"), ReportBench.Ask("page") with { Name = "expo", Parameters = [new Named<string>("channel", "expo", new Place("merit.yaml", 21))] });

        Assert.StartsWith("# About email\n", bench.Markdown("page"), StringComparison.Ordinal);
        Assert.Contains("\nemail: ¥10,000\n", bench.Markdown("page"), StringComparison.Ordinal);
        Assert.StartsWith("# About expo\n", bench.Markdown("expo"), StringComparison.Ordinal);
        Assert.Contains("\nexpo: ¥50,000\n", bench.Markdown("expo"), StringComparison.Ordinal);
        Assert.Contains("- **Filters**: channel = expo\n", bench.Markdown("expo"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("o'brien; type = \"x\"")]
    [InlineData("a, b) or 1 = 1")]
    [InlineData("{{metric \"cost\"}}")]
    public void A_value_is_one_value_whatever_it_holds(string value)
    {
        using var bench = new ReportBench();
        bench.Template("page.md", "---\ntitle: T\nparameters: { channel: email }\nwhere:\n  - channel = ${channel}\n  - channel in ('${channel}', \"${channel}\")\n---\n{{channel}}\n\n{{metric \"cost\"}}");

        bench.Render(ReportBench.Ask("page") with { Parameters = [new Named<string>("channel", value, new Place("merit.yaml", 21))] });

        Assert.Equal([value], bench.Measures.Asked[^1].Where[0].Values);
        Assert.Equal([value, value], bench.Measures.Asked[^1].Where[1].Values);
        Assert.Contains(value, bench.Html("page").QuerySelector("main p")?.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("---\nparameters: { channel: email }\n---\n{{metric \"cost\" where=\"channel = ${chanel}\"}}", "reports/page.md(4,3): error MRT3064: '${chanel}' stands for nothing here. Declare it under 'parameters' of the front matter, or correct the name: did you mean 'channel'?")]
    [InlineData("---\ntitle: T\nwhere: channel = ${x}\n---\n", "reports/page.md(3,8): error MRT3064")]
    [InlineData("---\nparameters: { metric: cost }\n---\n", "reports/page.md(2,15): error MRT3065: A parameter cannot be named 'metric': in a template that is a tag.")]
    [InlineData("---\nparameters: { item: x }\n---\n", "reports/page.md(2,15): error MRT3065")]
    [InlineData("---\nparameters: { Top: 3 }\n---\n", "reports/page.md(2,15): error MRT10")]
    [InlineData("---\nparameters: { top: 3 }\n---\n{{tpo}}", "reports/page.md(4,3): error MRT4004: There is no tag 'tpo'. Correct it: did you mean 'top'?")]
    public void A_wrong_one_is_named_at_its_place(string template, string expected)
    {
        using var bench = new ReportBench();

        Assert.StartsWith(expected, Assert.Single(bench.Findings(template)), StringComparison.Ordinal);
    }

    [Fact]
    public void Setting_what_the_template_has_not_is_refused()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", Template);

        var finding = Assert.Single(Assert.Throws<MeritException>(() => bench.Render(ReportBench.Ask("page") with { Parameters = [new Named<string>("chanel", "x", new Place("merit.yaml", 21, 9))] })).Diagnostics);

        Assert.Equal("merit.yaml(21,9): error MRT3063: The template 'page' has no parameter 'chanel'. Declare it under 'parameters' of its front matter, or correct the name: did you mean 'channel'?", finding.ToString());
    }
}
