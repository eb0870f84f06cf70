namespace Merit.Scripting.Tests.Compiling;

/// <summary>What somebody who knows SQL and spreadsheets writes before knowing the language, and what that person is told to write instead.</summary>
public sealed class AuthorMistakesTests
{
    [Theory]
    [InlineData("Sum(spend.amout)", "The table 'spend' has no column 'amout'. Did you mean 'amount'?")]
    [InlineData("Count(leeds)", "Did you mean 'leads'?")]
    [InlineData("Count(Leads)", "Did you mean 'leads'?")]
    [InlineData("Sum(spend.category)", "Argument 1 is a text column, but must be a number. Sum is of numbers; CountDistinct(spend.category) counts different values, Count(spend) rows.")]
    [InlineData("Sum(leads.score >= 80)", "Argument 1 is a condition, but must be a number. To count the rows that meet it, write Count(leads).Where(leads.score >= 80).")]
    [InlineData("Count(leads.won_at.HasValue)", "write Count(leads).Where(leads.won_at.HasValue).")]
    [InlineData("Average(leads)", "Name one of its columns: Average(leads.…).")]
    [InlineData("Sum(\"amount\")", "Name a column with its table and without quotes, such as Sum(spend.amount).")]
    [InlineData("Sum(metrics.n2)", "An aggregate is of a table's columns; compute with metrics by + − × ÷ instead.")]
    [InlineData("Median(leads.created_at)", "Argument 1 is a column of times, but must be a number. Median is of numbers")]
    [InlineData("spend.amount / leads.score", "must be an aggregate or a metric. Say what to do with the rows: Sum(spend.amount / leads.score)")]
    [InlineData("leads", "Argument 2 is a table, but must be an aggregate or a metric. Say what to do with its rows, such as Count(leads).")]
    [InlineData("Count(leads).Where(leads.source = \"x\")", "Compare with '=='; a single '=' sets something.")]
    [InlineData("Count(leads).Where(leads.score > \"80\")", "leads.score is a number; write 80 without quotes.")]
    [InlineData("Count(leads).Where(leads.source == 3)", "leads.source is a text; write \"3\" in quotes.")]
    [InlineData("Count(leads).Where(leads.created_at > \"2025-01-01\")", "Write the day as new DateOnly(2025, 3, 1).")]
    [InlineData("Count(leads).where(leads.score > 3)", "Did you mean 'Where'?")]
    [InlineData("Count(leads).Where(leads.won_at)", "Argument 1 is a column of times, but must be a condition. Write a condition: leads.won_at.HasValue, or a comparison.")]
    [InlineData("Count(leads).Where(leads.source.Equals(\"x\"))", "Write a condition over columns with ==")]
    [InlineData("Count(leads).Where(leads.won_at.HasValue())", "Write it without brackets.")]
    [InlineData("Count(leads).Where(metrics.n2 > 3)", "A metric has no value for a row, so it is not compared")]
    [InlineData("Count(leads).Where(leads.source == null)", "Write !leads.source.HasValue.")]
    [InlineData("Count(leads).Where(leads.source like \"x\")", "Write leads.source.Contains(\"…\") or .StartsWith(\"…\").")]
    [InlineData("Count(leads).Where(leads.source == \"a\" and leads.score > 3)", "Write '&', with brackets around each comparison")]
    [InlineData("Count(leads).Where(leads.source == \"a\" or leads.score > 3)", "Write '|', with brackets around each comparison")]
    [InlineData("Count(leads).Where(leads.source == \"x)", "Close the quote on the same line.")]
    [InlineData("Count(leads).As(Money)", "'.As' belongs to the metric: close the brackets of Metric(…) before it.")]
    [InlineData("n2 * 2", "A metric is named metrics.n2.")]
    [InlineData("Sum(amount)", "A column is named with its table: ")]
    [InlineData("metrics.m2 * 2", "Did you mean metrics.n2?")]
    public void It_is_told_what_to_write_once(string measure, string said)
    {
        var finding = Assert.Single(Scripts.FindingsOf($"Metric(\"n2\", Count(leads));\nMetric(\"wrong\", {measure});"));

        Assert.Equal(2, finding.At?.Line);
        Assert.Contains(said, $"{finding.Message} {finding.NextStep}", StringComparison.Ordinal);
        Assert.DoesNotContain("Merit.", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Metric(\"a\", Count(leads)).Where(leads.score > 3);", 1, "'.Where' belongs to the aggregate: put it inside the brackets of Metric(…).")]
    [InlineData("Metric('a', Count(leads));", 1, "Texts stand in double quotes: \"text\".")]
    [InlineData("Metric(\"a\", Count(leads)\nMetric(\"b\", Count(leads));", 1, "Close the brackets of the line before, and end it with ';'.")]
    [InlineData("Metric(\"a\", Count(leads))\nMetric(\"b\", Count(leads));", 1, "End the definition with ';'.")]
    [InlineData("Metric(\"a\", Count(leads)).Label(\"a\", \"b\", \"c\");", 1, "It takes: ")]
    [InlineData("Model(\"a\", Rows(leads.contact_id, leads.score, (id, score) => new Point(id)), rows => rows);\nrecord Point(string Contact);", 1, "Rows(…) takes columns; what is made of them comes after it")]
    public void A_definition_is_told_what_is_wrong_with_it_once(string script, int line, string said)
    {
        var finding = Scripts.FindingOf(script);

        Assert.Equal(line, finding.At?.Line);
        Assert.Contains(said, finding.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_is_told_at_once_misspelled_metrics_too()
    {
        var findings = Scripts.Findings(() => Scripts.Run(
            ("metrics/a.csx", "Metric(\"a\", Sum(spend.amout));\nMetric(\"cost\", Sum(spend.amount));\nMetric(\"b\", metrics.costt * 2);\n#r \"System.Net\"\n"),
            ("metrics/b.csx", "Metric(\"c\", Count(leads)\n"),
            ("metrics/c.csx", "Metric(\"d\", Count(leds));\nMetric(\"e\", metrics.costs * 2);")));

        Assert.Equal(
            "metrics/a.csx(1) MRT2001 metrics/a.csx(3) MRT2007 metrics/a.csx(4) MRT2020 metrics/b.csx(1) MRT2001 metrics/c.csx(1) MRT2001 metrics/c.csx(2) MRT2007",
            string.Join(' ', findings.Select(f => $"{f.At?.File}({f.At?.Line}) {f.Code}")));
    }

    [Fact]
    public void Where_ids_are_made_up_while_a_script_runs_no_name_is_called_misspelled_before()
    {
        var findings = Scripts.FindingsOf("foreach (var s in new[] { \"leads\" }) Metric($\"n_{s}\", Count(leads));\nMetric(\"n_lead\", metrics.n_leads * 2);\nMetric(\"x\", Count(leds));");

        Assert.Equal(3, Assert.Single(findings).At?.Line);
    }
}
