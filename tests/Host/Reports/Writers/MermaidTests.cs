namespace Merit.Host.Tests.Reports.Writers;

public sealed class MermaidTests
{
    [Fact]
    public void A_chart_is_drawn_as_text_above_its_numbers()
    {
        using var bench = new ReportBench();

        var (_, markdown) = bench.Page("---\ntitle: T\nperiod: 2025-Q2\n---\n{{chart \"cost, revenue\" by=\"month\" kind=\"line\"}}");

        Assert.Contains(
            "```mermaid\nxychart-beta\n    title \"Total cost (bars) and Revenue (line)\"\n    x-axis [\"Apr 2025\", \"May 2025\", \"Jun 2025\"]\n    y-axis 0 --> 150000\n    bar [", markdown, StringComparison.Ordinal);
        Assert.Contains("]\n    line [", markdown, StringComparison.Ordinal);
        Assert.Contains("| Apr 2025 |", markdown, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_several_lines_each_has_a_colour_that_its_name_has_too()
    {
        using var bench = new ReportBench();

        var (_, markdown) = bench.Page("---\ntitle: T\nperiod: 2025-Q2\n---\n{{chart \"cost\" by=\"month, channel\" kind=\"line\"}}");

        var lines = markdown.Split('\n');
        var names = Assert.Single(lines, l => l.StartsWith("🟦 ", StringComparison.Ordinal)).Split(" · ");
        var colours = Assert.Single(lines, l => l.StartsWith("%%{init:", StringComparison.Ordinal)).Count(c => c == '#');
        Assert.InRange(names.Length, 3, 6);
        Assert.Equal((names.Length, names.Length), (colours, lines.Count(l => l.StartsWith("    line [", StringComparison.Ordinal))));
        Assert.Equal(names.Length, names.Select(n => n[..2]).Distinct(StringComparer.Ordinal).Count());
        // The heading of the table has them in the same order.
        Assert.Equal(names.Select(n => n[3..]), Assert.Single(lines, l => l.StartsWith("| Month", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1));
    }

    [Fact]
    public void A_name_ends_neither_its_text_nor_the_fence()
    {
        using var bench = new ReportBench();
        bench.Facts.Campaigns[0] = bench.Facts.Campaigns[0] with { Name = "a\"]\n```\n<b>#x;" };

        var (_, markdown) = bench.Page("---\ntitle: T\n---\n{{chart \"cost\" by=\"campaign_name\"}}");

        var fence = markdown[markdown.IndexOf("```mermaid", StringComparison.Ordinal)..];
        Assert.Contains("x-axis [", fence, StringComparison.Ordinal);
        Assert.Contains("\"a'] ''' <b> x \"", fence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{chart \"new_leads, mqls, sqls\" by=\"month\" kind=\"bar\"}}")]
    [InlineData("{{chart \"cpl\" by=\"month, channel\" kind=\"line\"}}")]
    [InlineData("{{chart \"cpl\" by=\"month\"}}")]
    public void What_it_cannot_show_stays_a_table(string tag)
    {
        var facts = FakeFacts.Company();
        // A month with cost and no lead, between others.
        facts.Facts.RemoveAll(f => f is { Measure: "leads", Day.Month: 4 });
        using var bench = new ReportBench(facts);

        var (_, markdown) = bench.Page($"---\ntitle: T\n---\n{tag}");

        Assert.DoesNotContain("mermaid", markdown, StringComparison.Ordinal);
        Assert.Contains("| Month", markdown, StringComparison.Ordinal);
    }
}
