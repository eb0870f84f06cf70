namespace Merit.Host.Tests.Reports.Tags;

public sealed class FunnelTagTests
{
    [Fact]
    public void A_step_that_no_metric_measures_has_no_rate()
    {
        using var bench = new ReportBench();

        var (html, _) = bench.Page("{{funnel \"impressions, clicks, new_leads, mqls\" rates=\"ctr, -, lead_to_mql\"}}");

        Assert.Equal(
            ["", "Click-through rate: 1.5%", "", "Lead to MQL: 16.6%"],
            html.QuerySelectorAll(".funnel li").Select(l => l.QuerySelector(".rate")?.TextContent ?? ""));
    }
}
