using AngleSharp.Dom;

namespace Merit.Host.Tests.Reports.Tags;

/// <summary>Tables by two dimensions, side by side, and beside goals.</summary>
public sealed class GroupedTagsTests
{
    private const string Head = "---\ntitle: T\nperiod: 2025\n---\n";

    [Fact]
    public void A_pivot_has_the_figures_of_the_question_and_the_totals_of_others()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Head + "{{pivot \"cpl\" by=\"channel, type\" heat=true}}");

        var rows = Rows(html);
        Assert.Equal(["Channel", "lead-gen", "revenue"], rows[0].Take(1).Concat(rows[0].Skip(1).SkipLast(1).Select(t => t is "Lead generation" ? "lead-gen" : "revenue").Distinct().Order()));
        // By hand: 10,000 ÷ 500, and all of 278,500 ÷ 1,685 leads (40 of which no campaign brought).
        Assert.Equal("¥20", Row(rows, "webinar")[^1]);
        Assert.Equal("¥165.28", rows[^1][^1]);
        Assert.NotEmpty(html.QuerySelectorAll("td.heat[style*='--heat']"));
    }

    [Fact]
    public void A_pivot_over_time_shows_the_latest_columns()
    {
        using var bench = new ReportBench();

        var (html, markdown) = bench.Page(Head + "{{pivot \"new_leads\" by=\"channel, month\"}}");

        var rows = Rows(html);
        Assert.Equal("Total", rows[0][^1]);
        Assert.Equal(["Jan 2025", "Feb 2025"], rows[0].Skip(1).Take(2));
        Assert.Equal(rows[^1].Skip(1).SkipLast(1).Sum(Number), Number(rows[^1][^1]), 0.2);
        Assert.Contains("| Total", markdown.Replace("**", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void Campaigns_stand_side_by_side_in_the_order_they_are_named()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Head + "{{compare \"cost, new_leads, cpl, roi\" of=\"Spring expo, Webinars\"}}");

        var rows = Rows(html);
        Assert.Equal("Spring expo and Webinars, side by side", html.QuerySelector("figcaption")?.TextContent);
        Assert.Equal(["Figure", "Spring expo", "Webinars"], rows[0]);
        Assert.Equal(["Total cost", "¥50,000", "¥10,000"], rows[1]);
        Assert.Equal(["New leads", "120", "500best"], rows[2]);
        Assert.Equal(["ROI", "700%best", "140%"], rows[4]);
    }

    [Fact]
    public void Every_goal_is_held_against_what_came_of_it()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page(Head + "{{targets \"new_leads, cpl, roi, revenue\" by=\"campaign_name\"}}");

        var rows = Rows(html).Skip(1).Select(r => string.Join(" | ", r)).ToList();
        Assert.Contains("Webinars | New leads | 500 | 500 | met", rows);
        Assert.Contains("Webinars | CPL | ¥20 | ¥24 | met", rows);
        Assert.Contains("Search ads | New leads | 200 | 250 | missed", rows);
        Assert.Contains("Spring expo | ROI | 700% | 500% | met", rows);
        Assert.Equal(6, rows.Count);
    }

    [Fact]
    public void Where_no_goal_is_set_it_is_said()
    {
        using var bench = new ReportBench();

        Assert.Contains("No goal is set for these figures here.", bench.Page(Head + "{{targets \"mqls\"}}").Html.QuerySelector(".nothing")?.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Notes_about_the_days_stand_beside_their_campaign()
    {
        using var bench = new ReportBench();
        bench.Folder.Write("notes/expo.md", "Stand A3 is <b>too small</b>.\n\n## 2025-03\nThe hall was half empty.\nRain.\n\n## 2024-11\nOld.\n\n### Not a period\nstill November\n");
        bench.Folder.Write("notes/nobody.md", "Of no campaign.");

        var (html, markdown) = bench.Page("---\ntitle: T\nperiod: 2025-Q1\n---\n{{notes}}");

        Assert.Equal([["Campaign", "About", "Note"], ["Spring expo", "", "Stand A3 is <b>too small</b>."], ["Spring expo", "Mar 2025", "The hall was half empty. Rain."]], Rows(html));
        Assert.DoesNotContain("Old.", markdown, StringComparison.Ordinal);
    }

    private static List<string[]> Rows(IParentNode html) => [.. html.QuerySelectorAll("figure.table").First().QuerySelectorAll("tr").Select(r => r.Children.Select(c => c.TextContent).ToArray())];

    private static string[] Row(List<string[]> rows, string name) => rows.First(r => r[0] == name);

    private static double Number(string text) => double.Parse(text, System.Globalization.NumberStyles.Any, System.Globalization.CultureInfo.InvariantCulture);
}
