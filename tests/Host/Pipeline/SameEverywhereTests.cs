namespace Merit.Host.Tests.Pipeline;

/// <summary>What is wrong with a workspace is told by every verb that meets it, in the same words, all at once.</summary>
public sealed class SameEverywhereTests : SmallWorkspace
{
    [Fact]
    public async Task Scripts_that_do_not_compile_are_told_alike()
    {
        await Merit("load");
        _folder.Write("metrics/own.csx", "Metric(\"a\", Sum(spend.amout));\nMetric(\"gold_leads\", Count(leeds));\nMetric(\"b\", Count(leads).Where(leads.tier = \"x\"));\n");
        string[] expected =
        [
            "metrics/own.csx(1,23): error MRT2001: CS1061: The table 'spend' has no column 'amout'. Did you mean 'amount'?",
            "metrics/own.csx(2,28): error MRT2001: CS0103: The name 'leeds' does not exist in the current context. Did you mean 'leads'?",
            "metrics/own.csx(3,32): error MRT2001: CS0200: Property or indexer 'LeadsTable.tier' cannot be assigned to -- it is read only. Compare with '=='; a single '=' sets something.",
        ];

        foreach (var verb in new[] { "check", "run", "test", "metrics", "query --metrics cost", "explain cost" })
        {
            Assert.Equal(expected, await Findings(verb));
        }
    }

    [Fact]
    public async Task Metrics_that_cannot_be_asked_are_told_alike_before_anything_is_published()
    {
        await Merit("load");
        var before = Directory.GetFiles(Path.Combine(_folder.Path, ".merit", "warehouse"));
        _folder.Write("reports/mine.md", "{{metrics \"cost\"}}\n");
        _folder.Write("metrics/own.csx", """
            Metric("gold_leads", Count(leads)).Requires("chanel");
            Segment("seg", accounts.name == "x");
            Metric("seen", Count(delivery).Where(segments.seg));
            Metric("shared", Attributed(revenue).Using("frist"));
            """);
        string[] expected =
        [
            "metrics/own.csx(1): error MRT2204: There is no dimension 'chanel'. Did you mean 'channel'?",
            "metrics/own.csx(3): error MRT2230: 'seen' asks whether accounts.name = 'x', but no path leads from delivery to accounts. Use a segment of delivery, or of a table that delivery has a key of.",
            "metrics/own.csx(4): error MRT2212: There are no credits by the attribution model 'frist'. Did you mean 'first'?",
        ];

        foreach (var verb in new[] { "check", "run", "test", "metrics" })
        {
            Assert.Equal(expected, await Findings(verb));
        }

        Assert.Equal(before, Directory.GetFiles(Path.Combine(_folder.Path, ".merit", "warehouse")));
    }

    [Fact]
    public async Task A_template_is_read_to_its_end_though_its_first_lines_are_wrong()
    {
        _folder.Write("reports/mine.md", """
            ---
            title: Mine
            perod: 2025
            ---
            {{metrics "cost, new_leds"}}
            {{table "cost" by="chanel"}}
            {{table "cost" by="channel" where="channel ~ x"}}
            {{table "cost" by="channel" period="2025-13"}}

            """);

        Assert.Equal(
            ["reports/mine.md(3,1): error MRT1003", "reports/mine.md(5,3): error MRT2203", "reports/mine.md(6,3): error MRT2204", "reports/mine.md(7,3): error MRT2202", "reports/mine.md(8,3): error MRT2201"],
            (await Findings("check")).Select(f => string.Join(':', f.Split(':')[..2])).Where(f => f.StartsWith("reports", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_funnel_without_a_test_is_warned_of_once()
    {
        _folder.Write("metrics/own.csx", "Funnel(\"f\", leads.created_at, leads.mql_at, leads.won_at);\nMetric(\"gold_leads\", Count(leads));\nTest(\"g\", t => t.Given(leads).Expect(metrics.gold_leads, 0));\n");

        Assert.StartsWith("metrics/own.csx(1): warning MRT2306", Assert.Single(await Findings("check")), StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<string>> Findings(string verb)
    {
        _notes.GetStringBuilder().Clear();
        await Merit(verb.Split(' '));
        return [.. Notes.Split('\n').Where(l => l.Contains(": error MRT", StringComparison.Ordinal) || l.Contains(": warning MRT", StringComparison.Ordinal))];
    }
}
