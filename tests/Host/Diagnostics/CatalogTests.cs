using System.Text.RegularExpressions;
using Merit.Diagnostics;
using Merit.Tests;

namespace Merit.Host.Tests.Diagnostics;

public sealed partial class CatalogTests
{
    [Fact]
    public void Codes_are_unique() =>
        Assert.Empty(Catalog.All.GroupBy(r => r.Code).Where(g => g.Count() > 1).Select(g => g.Key));

    [Fact]
    public void Codes_are_well_formed() => Assert.All(Catalog.All, r => Assert.Matches("^MRT[0-9]{4}$", r.Code));

    [Fact]
    public void Codes_lie_in_the_range_of_their_stage()
    {
        var ranges = DiagnosticsPage.Stages().ToDictionary(s => s.Class, s => s.Prefix);

        Assert.All(DiagnosticsPage.RulesByClass(), c => Assert.All(c.Rules, r => Assert.StartsWith(ranges[c.Class], r.Code, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_rule_is_in_the_catalog() =>
        Assert.Equal(DiagnosticsPage.RulesByClass().Sum(c => c.Rules.Count), Catalog.All.Count);

    [Fact]
    public void Texts_are_sentences_that_format()
    {
        var dots = Enumerable.Repeat("…", 10).ToArray<object?>();
        Assert.All(Catalog.All, rule =>
        {
            var said = rule.Here(dots);
            Assert.Matches("[.…]$", said.Message);
            Assert.Matches(@"(^|[.…?])$", said.NextStep);
            Assert.DoesNotMatch(Unformatted(), said.Message + said.NextStep);
        });
    }

    [Fact]
    public void The_page_of_diagnostics_is_up_to_date() => Baseline.Same(DiagnosticsPage.Text(), "docs", "diagnostics.md");

    [GeneratedRegex(@"\{\d", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Unformatted();
}
