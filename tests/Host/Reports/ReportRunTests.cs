using Merit.Diagnostics;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Reports;

public sealed class ReportRunTests
{
    [Fact]
    public void Without_a_list_the_overview_the_channels_and_the_types_there_are_get_reports()
    {
        using var bench = new ReportBench();
        bench.Facts.Facts.RemoveAll(f => f is { Campaign: "brand", Measure: "campaigns" });

        var reports = bench.Render();

        Assert.Equal(["overview", "channels", "lead-gen", "revenue"], reports.Select(r => r.Name));
    }

    [Fact]
    public void Settings_go_before_front_matter()
    {
        using var bench = new ReportBench();
        bench.Template("page.md", "---\ntitle: P\nperiod: 2024\nformats: md\n---\n{{metric \"cost\"}}");

        var reports = bench.Render(
            ReportBench.Ask("page"),
            new ReportSettings { Template = "page", Name = "march", Period = "2025-03", Where = ["channel = email"], Formats = ["html", "md"], At = new Place("merit.yaml", 30, 5) });

        Assert.Equal([["page.md"], ["march.html", "march.md"]], reports.Select(r => r.Files));
        Assert.Contains("\n¥0\n", bench.Markdown("page"), StringComparison.Ordinal);
        Assert.Contains("\n¥1,904.76\n", bench.Markdown("march"), StringComparison.Ordinal);
        Assert.Contains("- **Filters**: channel = email\n", bench.Markdown("march"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_of_reports_links_them_all()
    {
        using var bench = new ReportBench();

        bench.Render(ReportBench.Ask("overview"), ReportBench.Ask("channels"));

        var index = bench.Html("index");
        Assert.Equal(["overview.html", "overview.md", "channels.html", "channels.md"], index.QuerySelectorAll("main a").Select(a => a.GetAttribute("href")));
        Assert.All(index.QuerySelectorAll("main a"), a => Assert.True(File.Exists(Path.Combine(bench.Out, a.GetAttribute("href") ?? ""))));
    }

    [Fact]
    public void Two_reports_of_one_name_are_refused()
    {
        using var bench = new ReportBench();

        var finding = Assert.Single(Assert.Throws<MeritException>(() => bench.Render(ReportBench.Ask("overview"), ReportBench.Ask("overview"))).Diagnostics);

        Assert.Equal("MRT4016", finding.Code);
    }

    [Fact]
    public void A_file_appears_whole_and_what_a_killed_run_left_is_cleared_away()
    {
        using var bench = new ReportBench();
        bench.Folder.Write(".merit/pages/overview.html", "half");
        bench.Folder.Write("out/mine.txt", "kept");

        bench.Render(ReportBench.Ask("overview"));

        Assert.Equal(["index.html", "mine.txt", "overview.html", "overview.md"], Directory.GetFiles(bench.Out).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.Empty(Directory.GetFiles(Path.Combine(bench.Folder.Path, ".merit", "pages")));
    }

    [Fact]
    public void When_writing_fails_the_old_file_stands()
    {
        using var bench = new ReportBench();
        bench.Render(ReportBench.Ask("overview"));
        var before = bench.Folder.Read("out/overview.html");
        // A file stands where the drafts' folder has to be.
        Directory.Delete(Path.Combine(bench.Folder.Path, ".merit", "pages"));
        bench.Folder.Write(".merit/pages", "in the way");

        var finding = Assert.Single(Assert.Throws<MeritException>(() => bench.Render(ReportBench.Ask("overview", "2025-03"))).Diagnostics);

        Assert.Equal("MRT4017", finding.Code);
        Assert.Equal(before, bench.Folder.Read("out/overview.html"));
    }

    [Fact]
    public void A_failing_question_leaves_no_trace_in_the_output()
    {
        using var bench = new ReportBench();
        bench.Render(ReportBench.Ask("overview"));
        var before = bench.Markdown("overview");
        bench.Template("overview.md", "{{metric \"nothing_like_it\"}}");

        Assert.Throws<MeritException>(() => bench.Render(ReportBench.Ask("overview")));

        Assert.Equal(before, bench.Markdown("overview"));
    }

    [Theory]
    [InlineData("overview", "line", "bar", "funnel")]
    [InlineData("lead-gen", "line", "bar", "funnel")]
    [InlineData("revenue", "line", "bar", "funnel")]
    [InlineData("channels", "line", "bar", "funnel")]
    public void A_built_in_report_opens_with_its_verdict_and_has_what_it_must(string template, params string[] charts)
    {
        using var bench = new ReportBench();

        bench.Render(ReportBench.Ask(template, "2025"));

        var html = bench.Html(template);
        Assert.Equal("verdicts", html.QuerySelector("main > *")?.ClassName);
        Assert.NotEmpty(html.QuerySelectorAll(".kpi"));
        Assert.NotEmpty(html.QuerySelectorAll("tfoot"));
        Assert.NotEmpty(html.QuerySelectorAll(".budget"));
        Assert.NotEmpty(html.QuerySelectorAll(".basis"));
        Assert.Contains("The parts add up to all revenue.", html.Body?.TextContent, StringComparison.Ordinal);
        Assert.Contains("Leads without campaign", html.Body?.TextContent, StringComparison.Ordinal);
        var drawn = html.QuerySelectorAll(".chart-data").Select(d => d.TextContent.Contains("\"kind\":\"line\"", StringComparison.Ordinal) ? "line" : "bar")
            .Concat(html.QuerySelectorAll("figure.funnel").Select(_ => "funnel"));
        Assert.Equal(charts, charts.Intersect(drawn, StringComparer.Ordinal));
    }
}
