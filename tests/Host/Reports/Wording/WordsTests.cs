using System.Text.RegularExpressions;
using Merit.Host.Alerts;
using Merit.Host.Delivery;
using Merit.Host.Reports.Tags;
using Merit.Host.Reports.Verdicts;
using Merit.Host.Reports.Wording;
using Merit.Host.Schedules;
using Merit.Tests;

namespace Merit.Host.Tests.Reports.Wording;

public sealed partial class WordsTests
{
    [Fact]
    public void Both_languages_have_the_same_words_with_the_same_gaps()
    {
        var (english, chinese) = (Words.For("en"), Words.For("zh-CN"));

        Assert.Equal(english.Keys.Order(StringComparer.Ordinal), chinese.Keys.Order(StringComparer.Ordinal));
        // The order of a sentence differs; "one" may leave its number out.
        Assert.All(english.Keys.Where(k => !k.EndsWith(".one", StringComparison.Ordinal)), key => Assert.Equal(Gaps(english[key]), Gaps(chinese[key])));
    }

    [Fact]
    public void Every_word_the_code_names_exists_and_every_word_is_used()
    {
        var code = string.Concat(new[] { "Reports", "Dashboard", "Delivery", "Alerts", "Access" }.SelectMany(folder => Directory.EnumerateFiles(Repository.PathTo("src", "Host", folder), "*.cs", SearchOption.AllDirectories)).Select(File.ReadAllText));
        var keys = Words.For("en").Keys.ToHashSet(StringComparer.Ordinal);
        var made = Enum.GetNames<VerdictKind>().SelectMany(k => new[] { "verdict." + k, "headline." + k, "headline.only." + k })
            .Concat(Enum.GetNames<DeliveryState>().Select(s => "site.delivery." + s)).Concat(Enum.GetNames<RunOutcome>().Where(o => o is not nameof(RunOutcome.Known)).Select(o => "site.run." + o))
            .Concat(Enum.GetNames<AlertNews>().SelectMany(n => new[] { "alert.subject." + n, "alert.line." + n, "site.alert." + n })).Concat(Enum.GetNames<AlertMood>().Select(m => "site.alert-state." + m))
            .Concat(new[] { ">", ">=", "<", "<=", "=", "!=" }.SelectMany(s => new[] { "alert.sign." + s, "alert.not." + s }))
            .Concat(new[] { "joins", "alone", "shared", "never" }.Select(o => "site.identity." + o)).ToList();

        var named = KeyForm().Matches(code).Select(m => m.Groups["key"].Value).ToHashSet(StringComparer.Ordinal);

        Assert.All(made, k => Assert.Contains(k, keys));
        Assert.DoesNotContain(keys, k => !named.Contains(k) && !named.Contains(Stem(k)) && !made.Contains(k, StringComparer.Ordinal)
            && !(k.StartsWith("why.", StringComparison.Ordinal) && named.Contains(k[4..])) && !k.StartsWith("type.", StringComparison.Ordinal) && !k.StartsWith("beside.", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_reason_of_a_verdict_has_words()
    {
        var rules = File.ReadAllText(Repository.PathTo("src", "Host", "Reports", "Verdicts", "VerdictRules.cs"));
        var reasons = KeyForm().Matches(rules).Select(m => m.Groups["key"].Value).Where(k => k.Contains('.', StringComparison.Ordinal)).ToList();

        Assert.True(reasons.Count > 15);
        Assert.All(reasons, r => Assert.NotNull(Words.For("en").Find("why." + r)));
    }

    [Fact]
    public void Every_tag_shows_an_example_that_names_it() => Assert.All(TagSet.All, t => Assert.Contains(t.Name, t.Example, StringComparison.Ordinal));

    [Fact]
    public void A_chinese_report_speaks_chinese()
    {
        using var bench = new ReportBench(locale: "zh-CN");

        bench.Render(ReportBench.Ask("lead-gen", "2025-Q2"));

        var html = bench.Html("lead-gen");
        Assert.Equal("获客活动", html.QuerySelector("h1")?.TextContent);
        Assert.Equal(["关键指标", "线索走势", "活动", "线索来源", "评分", "预算", "数据可信度", "数据依据", "指标释义"], html.QuerySelectorAll("h2").Select(h => h.TextContent));
        Assert.Contains("2025年第2季度", html.QuerySelector("header")?.TextContent, StringComparison.Ordinal);
        Assert.Contains("新线索数", html.QuerySelector(".kpi dt")?.TextContent, StringComparison.Ordinal);
        Assert.Contains(html.QuerySelectorAll(".pill"), p => p.TextContent == "加码");
        // Names, sources, ids and the options of models are the workspace's own; everything else is Chinese.
        Assert.DoesNotMatch(EnglishWords(), string.Join('\n', html.QuerySelectorAll("h1, h2, dt, figcaption, caption, thead th, summary, .headline, .why, .note").Select(e => e.TextContent).Where(t => !t.Contains("Fewer than", StringComparison.Ordinal))));
    }

    private static IEnumerable<string> Gaps(string text) => GapForm().Matches(text).Select(m => m.Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static string Stem(string key) => key[..key.LastIndexOf('.')];

    [GeneratedRegex("\"(?<key>[a-z]+(\\.[A-Za-z-]+)*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex KeyForm();

    [GeneratedRegex(@"\{\d\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GapForm();

    [GeneratedRegex(@"(?<!-)\b(the|of|is|are|and|campaigns?|leads?|by)\b(?!-)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex EnglishWords();
}
