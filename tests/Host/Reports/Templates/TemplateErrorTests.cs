namespace Merit.Host.Tests.Reports.Templates;

public sealed class TemplateErrorTests
{
    [Theory]
    [InlineData("{{metrcs \"cost\"}}", "reports/page.md(1,3): error MRT4004: There is no tag 'metrcs'. Correct it: did you mean 'metrics'?")]
    [InlineData("Text.\n\n  {{scorcard}}", "reports/page.md(3,5): error MRT4004: There is no tag 'scorcard'. Correct it: did you mean 'scorecard'?")]
    [InlineData("a\n{{table \"cost\" by=\"channel\"", "reports/page.md(2,1): error MRT4006: The tag that starts here is not closed.")]
    [InlineData("{{table \"cost by=\"channel\"}}", "reports/page.md(1,")]
    [InlineData("\n{{#each (query \"cost\" by=\"channel\")}}\n{{cost}}", "reports/page.md(2,1): error MRT4007: The block '{{#each}}' that starts here is not closed.")]
    [InlineData("{{/each}}", "reports/page.md(1,1): error MRT4008: '{{/each}}' closes nothing")]
    [InlineData("{{#if title}}\n{{/unless}}\n{{/if}}", "reports/page.md(2,1): error MRT4008")]
    [InlineData("{{#each (query \"cost\" by=\"channel\")}}\n- {{channel}} {{csot}}\n{{/each}}", "reports/page.md(2,17): error MRT4005: 'csot' has no value here. Correct it, or add it to the query of the loop around it: did you mean 'cost'?")]
    [InlineData("{{{title}}}", "reports/page.md(1,1): error MRT4009")]
    [InlineData("{{&title}}", "reports/page.md(1,1): error MRT4009")]
    [InlineData("{{> other}}", "reports/page.md(1,1): error MRT3061")]
    [InlineData("{{table \"cost\" bye=\"channel\"}}", "reports/page.md(1,20): error MRT4011: The tag 'table' takes no argument 'bye'. Correct or remove it: did you mean 'by'?")]
    [InlineData("{{table \"cost\" by=\"channel\" limit=\"many\"}}", "reports/page.md(1,3): error MRT4012: The tag 'table' cannot use 'many' as 'limit'. Give a whole number above zero.")]
    [InlineData("{{chart \"cost\" by=\"month\" kind=\"pie\"}}", "reports/page.md(1,3): error MRT4012: The tag 'chart' cannot use 'pie' as 'kind'. Give one of line, bar.")]
    [InlineData("{{metrics}}", "reports/page.md(1,3): error MRT4013: The tag 'metrics' needs the ids of metrics. Write it as in {{metrics \"new_leads, cpl\"}}.")]
    [InlineData("{{basis \"all\"}}", "reports/page.md(1,3): error MRT4012")]
    [InlineData("{{table by=\"channel\" \"cost\"}}", "reports/page.md(1,22): error MRT4014: The template cannot be read: an unnamed argument must stand before the named ones.")]
    [InlineData("{{}}", "reports/page.md(1,1): error MRT4014")]
    [InlineData("{{table \"cost\" by=}}", "reports/page.md(1,19): error MRT4014")]
    [InlineData("{{#each (query \"cost\" by=\"channel\"}}x{{/each}}", "reports/page.md(1,9): error MRT4014: The template cannot be read: this parenthesis is not closed.")]
    [InlineData("{{funnel \"new_leads, mqls\" rates=\"lead_to_mql, mql_to_sql\"}}", "reports/page.md(1,3): error MRT4015: A funnel of 2 stages has 1 steps, but 2 rates are named.")]
    [InlineData("\n\n{{metric \"cots\"}}", "reports/page.md(3,3): error MRT2203: There is no metric 'cots'. Did you mean 'cost'?")]
    [InlineData("{{table \"cost\" by=\"planet\"}}", "reports/page.md(1,3): error MRT2204: There is no dimension 'planet'.")]
    [InlineData("{{metric \"cost\" where=\"channel == email\"}}", "reports/page.md(1,3): error MRT2202: The filter 'channel == email' cannot be read")]
    [InlineData("{{metric \"cost\" period=\"last-moon\"}}", "reports/page.md(1,3): error MRT2201: 'last-moon' is not a period.")]
    [InlineData("{{#each (query \"cots\" by=\"channel\")}}x{{/each}}", "reports/page.md(1,10): error MRT2203")]
    public void A_mistake_is_named_at_its_place(string template, string expected)
    {
        using var bench = new ReportBench();

        var findings = bench.Findings(template);

        Assert.StartsWith(expected, Assert.Single(findings), StringComparison.Ordinal);
        Assert.False(Directory.Exists(bench.Out));
    }

    [Fact]
    public void Mistakes_are_reported_all_at_once_and_in_order()
    {
        using var bench = new ReportBench();

        var wrong = bench.Findings("---\ntitle: T\n---\n{{tabel \"cost\"}}\n{{metrics \"cost\" wher=\"x\"}}\n{{nothing}}\n");
        var unanswered = bench.Findings("{{metric \"a_metric\"}}\n\n{{table \"cost\" by=\"planet\"}}\n{{metric \"cost\"}}\n");

        Assert.Equal(["reports/page.md(4,3)", "reports/page.md(5,23)", "reports/page.md(6,3)"], wrong.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
        Assert.Equal(["reports/page.md(1,3)", "reports/page.md(3,3)"], unanswered.Select(f => f[..f.IndexOf(':', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Mistakes_of_several_templates_are_reported_together_and_nothing_is_written()
    {
        using var bench = new ReportBench();
        bench.Template("one.md", "{{oops}}").Template("two.md", "Fine.").Template("three.md", "{{alas}}");

        var findings = Assert.Throws<Merit.Diagnostics.MeritException>(() => bench.Render(ReportBench.Ask("one"), ReportBench.Ask("two"), ReportBench.Ask("three"), ReportBench.Ask("four"))).Diagnostics;

        Assert.Equal(["reports/one.md(1,3)", "reports/three.md(1,3)", "merit.yaml(20,5)"], findings.OrderBy(f => f.At?.File is "merit.yaml").ThenBy(f => f.At?.File, StringComparer.Ordinal).Select(f => f.At?.ToString()));
        Assert.False(Directory.Exists(bench.Out));
    }

    [Theory]
    [InlineData("---\ntitle: A\ncolour: red\n---\n", "reports/page.md(3,1): error MRT1003: Unknown key 'colour'.")]
    [InlineData("---\ntitle: A\ncompare: sometimes\n---\n", "reports/page.md(3,10): error MRT1007")]
    [InlineData("---\ntitle: { en: A, de: B }\n---\n", "reports/page.md(2,17): error MRT1003: Unknown key 'de'.")]
    [InlineData("---\ntitle: [A]\n---\n", "reports/page.md(2,8): error MRT1006")]
    [InlineData("---\nperiod: soon\n---\n", "reports/page.md(2,9): error MRT2201: 'soon' is not a period.")]
    [InlineData("---\nwhere:\n  - channel = email\n  - channel ~ x\n---\n", "reports/page.md(4,5): error MRT2202")]
    [InlineData("---\ntitle: A\n", "reports/page.md(1,1): error MRT4003")]
    [InlineData("---\ntitle: \"A\n---\n", "reports/page.md(2")]
    public void Front_matter_is_checked_as_merit_yaml_is(string template, string expected)
    {
        using var bench = new ReportBench();

        Assert.StartsWith(expected, Assert.Single(bench.Findings(template)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_does_not_exist_names_the_nearest()
    {
        using var bench = new ReportBench();

        var finding = Assert.Single(Assert.Throws<Merit.Diagnostics.MeritException>(() => bench.Render(ReportBench.Ask("chanels"))).Diagnostics);

        Assert.Equal("merit.yaml(20,5): error MRT4001: There is no report template 'chanels'. Write reports/chanels.md, or name one that exists: did you mean 'channels'?", finding.ToString());
    }
}
