namespace Merit.Scripting.Tests.Compiling;

public sealed class DesignTests
{
    private const string Acquisition = """
        Metric("cost",        Sum(spend.amount)).Label("Total cost", zh: "总成本").As(Money).LowerIsBetter();
        Metric("new_leads",   Count(leads)).Label("New leads", zh: "新线索数");
        Metric("mqls",        Count(leads).Where(leads.mql_at.HasValue));
        Metric("cpl",         metrics.cost / metrics.new_leads).As(Money).LowerIsBetter();
        Metric("lead_to_mql", metrics.mqls / metrics.new_leads).As(Percent);
        Metric("good_leads",  Count(leads).Where(leads.score >= 80 & leads.source.In("webinar", "expo")));
        foreach (var channel in new[] { "webinar", "expo" })
            Metric($"leads_{channel}", Count(leads).Where(leads.source == channel));
        """;

    [Fact]
    public void The_example_of_the_design_declares_its_metrics()
    {
        var definitions = Scripts.Run(("metrics/acquisition.csx", Acquisition));

        Assert.Equal(
            "cost new_leads mqls cpl lead_to_mql good_leads leads_webinar leads_expo",
            string.Join(' ', definitions.Metrics.Select(m => m.Id)));
        Assert.Equal("metrics/acquisition.csx(4)", definitions.Metric("cpl")?.At.ToString());
    }

    [Fact]
    public void A_misspelled_column_is_told_with_its_place_and_the_nearest_name()
    {
        var finding = Scripts.FindingOf("Metric(\"cost\", Sum(spend.amout));");

        Assert.StartsWith("metrics/bad.csx(1,26): error MRT2001: CS1061: The table 'spend' has no column 'amout'", finding.ToString(), StringComparison.Ordinal);
        Assert.Equal("Did you mean 'amount'?", finding.NextStep);
    }

    [Fact]
    public void A_text_cannot_be_summed()
    {
        var finding = Scripts.FindingOf("Metric(\"cost\", Sum(spend.category));");

        Assert.Contains("CS1503", finding.Message, StringComparison.Ordinal);
        Assert.Equal("metrics/bad.csx(1,20)", finding.At?.ToString());
    }
}
