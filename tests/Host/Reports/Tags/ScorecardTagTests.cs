namespace Merit.Host.Tests.Reports.Tags;

public sealed class ScorecardTagTests
{
    [Theory]
    [InlineData("en", "Fewer than 20 leads: Leads against target cannot be judged.")]
    [InlineData("zh-CN", "线索少于 20 条：线索数对目标无法判断。")]
    public void What_a_model_notes_is_said_in_the_reader_s_language_with_components_by_their_labels(string locale, string note)
    {
        using var bench = new ReportBench(locale: locale);

        var (html, markdown) = bench.Page("{{scorecard type=\"lead-gen\"}}");

        Assert.Contains(html.QuerySelectorAll(".note"), n => n.TextContent.EndsWith(note, StringComparison.Ordinal));
        Assert.Contains(note, markdown.Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
