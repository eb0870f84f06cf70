using System.Text.RegularExpressions;
using Merit.Metrics.Requests;

namespace Merit.Samples.Tests.Docs;

/// <summary>The periods and filters docs/getting-started.md shows can be read.</summary>
public sealed partial class AskingTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathTo("docs", "getting-started.md"));

    [Fact]
    public void Periods()
    {
        var periods = Code().Matches(Section("Periods:", "Days are days")).Select(m => m.Groups["code"].Value).ToList();
        Assert.True(periods.Count > 10);
        Assert.All(periods, text => PeriodParser.Parse(text, new DateOnly(2025, 6, 15), DayOfWeek.Monday));
    }

    [Fact]
    public void Filters()
    {
        var filters = Code().Matches(Section("| filter | keeps |", "A figure without")).Select(m => m.Groups["code"].Value).Where(f => !f.StartsWith('>') && f != "null").ToList();
        Assert.True(filters.Count > 7);
        Assert.All(filters, text => FilterParser.Parse(text));
    }

    private static string Section(string from, string to)
    {
        var start = Page.IndexOf(from, StringComparison.Ordinal);
        return Page[start..Page.IndexOf(to, start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("`(?<code>[^`\n]+)`", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
