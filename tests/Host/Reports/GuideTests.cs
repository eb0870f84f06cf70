using System.Text.RegularExpressions;
using Merit.Host.Reports.Tags;
using Merit.Tests;

namespace Merit.Host.Tests.Reports;

/// <summary>docs/reports.md says what is so.</summary>
public sealed partial class GuideTests
{
    private static readonly string Guide = File.ReadAllText(Repository.PathTo("docs", "reports.md"));

    [Fact]
    public void Its_templates_render()
    {
        var templates = FencedTemplate().Matches(Guide).Select(m => m.Groups["text"].Value).ToList();
        Assert.NotEmpty(templates);

        foreach (var template in templates)
        {
            using var bench = new ReportBench();
            bench.Template("page.md", template);
            Assert.NotEmpty(bench.Render(ReportBench.Ask("page")).SelectMany(r => r.Files));
        }
    }

    [Fact]
    public void It_names_every_tag_and_no_other()
    {
        var named = TagInTable().Matches(Guide).Select(m => m.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

        Assert.Equal(TagSet.All.Select(t => t.Name).Order(StringComparer.Ordinal), named);
    }

    [GeneratedRegex("```markdown\n(?<text>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FencedTemplate();

    [GeneratedRegex(@"^\| `\{\{(#each \()?(?<name>[a-z]+)", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TagInTable();
}
