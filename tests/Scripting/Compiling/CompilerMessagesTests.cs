namespace Merit.Scripting.Tests.Compiling;

public sealed class CompilerMessagesTests
{
    [Theory]
    [InlineData("Metric(\"r\", Count(leds));", "CS0103", "Did you mean 'leads'?")]
    [InlineData("Metric(\"r\", Cuont(leads));", "CS0103", "Did you mean 'Count'?")]
    [InlineData("Metric(\"r\", Count(leads)).As(Mony);", "CS0103", "Did you mean 'Money'?")]
    [InlineData("Metric(\"r\", Count(leads)).Lable(\"x\");", "CS1061", "Did you mean 'Label'?")]
    [InlineData("Metric(\"r\", Sum(leads.seets));", "CS1061", "Did you mean 'seats'?")]
    [InlineData("Metric(\"r\", Sum(store_visits.visitor));", "CS1061", "Did you mean 'visitors'?")]
    [InlineData("Metric(\"r\", Sum(store_visits.turnover_of_the_day));", "CS1061", "visitors")]
    [InlineData("Metric(\"r\", Count(leads)", "CS1026", "Close the bracket.")]
    [InlineData("Metric(\"r\", Count(leads)) Metric(\"s\", Count(leads));", "CS1002", "End the definition with ';'.")]
    [InlineData("Metric(\"r\", Count(leads).Where(leads.source > 3));", "CS0019", "texts are compared with ==")]
    [InlineData("Metric(\"r\", leads.source);", "CS1503", "Say what to do with the rows: Sum(leads.source)")]
    [InlineData("Metric(5, Count(leads));", "CS1503", "Give a value")]
    public void An_error_of_the_compiler_keeps_its_number_and_gets_a_next_step(string script, string error, string next)
    {
        var finding = Scripts.FindingsOf(script)[0];

        Assert.Equal("MRT2001", finding.Code);
        Assert.StartsWith(error + ": ", finding.Message, StringComparison.Ordinal);
        Assert.Contains(next, finding.NextStep, StringComparison.Ordinal);
        Assert.DoesNotContain("assembly reference", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_errors_of_all_scripts_come_at_once_in_order()
    {
        var findings = Scripts.Findings(() => Scripts.Run(
            ("metrics/b.csx", "Metric(\"x\", Sum(spend.amout));\nMetric(\"y\", Count(leds));"),
            ("metrics/a.csx", "Metric(\"z\", Count(leads).Where(leads.score > 1 && leads.score < 3));"),
            ("metrics/c.csx", "Metric(\"fine\", Count(leads));")));

        Assert.Equal("metrics/a.csx(1,48) metrics/b.csx(1,23) metrics/b.csx(2,19)", string.Join(' ', findings.Select(f => f.At)));
    }

    [Fact]
    public void A_metric_nobody_declares_is_told_where_it_is_mentioned()
    {
        var findings = Scripts.Findings(() => Scripts.Run(
            ("metrics/a.csx", "Metric(\"cpl\", Sum(spend.amount) / Count(leads));"),
            ("metrics/b.csx", "Metric(\"half\",\n    metrics.cpk / 2);\nvar unused = metrics.something_else;")));

        Assert.Equal(2, findings.Count);
        Assert.Equal("metrics/b.csx(2,13): error MRT2007: No script declares the metric 'cpk'. Did you mean metrics.cpl?", findings[0].ToString());
        Assert.Equal("metrics/b.csx(3,22)", findings[1].At?.ToString());
        Assert.Contains("Metric(\"something_else\"", findings[1].NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_metric_declared_in_a_later_script_or_with_a_made_up_id_is_known() => Scripts.Run(
        ("metrics/a.csx", "Metric(\"both\", metrics.n_web + metrics.later);"),
        ("metrics/b.csx", "foreach (var s in new[] { \"web\" }) Metric($\"n_{s}\", Count(leads)); Metric(\"later\", Count(leads));"));

    [Fact]
    public void A_definition_that_cannot_be_is_told_beside_a_metric_nobody_declares()
    {
        var findings = Scripts.FindingsOf("Metric(\"twice\", Count(leads));\nMetric(\"twice\", Count(leads));\nMetric(\"r\", metrics.nothing_like_it);");

        Assert.Equal("MRT2007 MRT2102", string.Join(' ', findings.Select(f => f.Code).Order(StringComparer.Ordinal)));
    }
}
