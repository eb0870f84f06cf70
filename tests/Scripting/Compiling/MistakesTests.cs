namespace Merit.Scripting.Tests.Compiling;

public sealed class MistakesTests
{
    [Theory]
    [InlineData("Count(leads).Where(leads.score >= 80 && leads.won_at.HasValue)", "MRT2002", "'&'")]
    [InlineData("Count(leads).Where(leads.score >= 80 || leads.won_at.HasValue)", "MRT2002", "'|'")]
    [InlineData("Count(leads).Where(leads.score >= 80 && true)", "MRT2002", "'&'")]
    [InlineData("Count(leads).Where(leads.mql_at == null)", "MRT2003", "!leads.mql_at.HasValue")]
    [InlineData("Count(leads).Where(leads.mql_at != null)", "MRT2003", "leads.mql_at.HasValue")]
    [InlineData("Count(leads).Where(null == leads.source)", "MRT2003", "!leads.source.HasValue")]
    [InlineData("leads.source is null ? Count(leads) : Count(spend)", "MRT2003", "!leads.source.HasValue")]
    [InlineData("leads.source is not null ? Count(leads) : Count(spend)", "MRT2003", "leads.source.HasValue")]
    [InlineData("Count(leads) * (1 / 2)", "MRT2004", "1 / 2.0")]
    [InlineData("1 / 2 * Sum(spend.amount)", "MRT2004", "1 / 2.0")]
    [InlineData("Sum(spend.amount * (1 / 2))", "MRT2004", "1 / 2.0")]
    [InlineData("Count(leads).Where(leads.score > 1 / 2)", "MRT2004", "1 / 2.0")]
    [InlineData("Count(leads).Where(leads.score.In(1 / 3))", "MRT2004", "1 / 3.0")]
    [InlineData("Count(leads) * (3 + 7 / 2)", "MRT2004", "7 / 2.0")]
    [InlineData("Count(spend).Where(spend.amount.In(1.5))", "MRT2005", "1.5m")]
    [InlineData("Count(leads).Where(leads.score.In(1.5m))", "MRT2005", "Write 1.5.")]
    [InlineData("Count(leads).Where(leads.seats.In(1.5))", "MRT2005", "a whole number")]
    [InlineData("leads.won_at.HasValue ? Count(leads) : Count(spend)", "MRT2006", "leads.won_at.HasValue")]
    public void A_habit_of_ordinary_code_is_told_once_with_what_to_write(string measure, string code, string remedy)
    {
        var finding = Scripts.FindingOf($"Metric(\"r\", {measure});");

        Assert.Equal(code, finding.Code);
        Assert.Contains(remedy, finding.ToString(), StringComparison.Ordinal);
        Assert.Equal(1, finding.At?.Line);
        Assert.True(finding.At?.Column >= 13, finding.ToString());
    }

    [Fact]
    public void A_condition_cannot_steer_an_if() =>
        Assert.Equal("MRT2006", Scripts.FindingOf("if (leads.score > 3) Metric(\"r\", Count(leads));").Code);

    [Theory]
    [InlineData("Count(leads) * (4 / 2)")]
    [InlineData("Count(leads) * 0.5")]
    [InlineData("Count(leads) * 1.5m / 3")]
    [InlineData("Sum(spend.amount * 1.5)")]
    [InlineData("Count(leads).Where(!(leads.score >= 80) | leads.won_at.HasValue & leads.source == \"x\")")]
    [InlineData("Count(spend).Where(spend.amount > 1.5m & spend.amount < 2.5 & spend.amount != 3)")]
    public void What_means_what_it_says_is_left_alone(string measure) => Scripts.Run($"Metric(\"r\", {measure});");

    [Fact]
    public void Ordinary_code_keeps_its_ordinary_meaning() => Scripts.Run("""
        var pages = 7 / 2;
        string? none = null;
        if (none == null && pages > 2 || pages < 0)
            Metric("r" + pages, Count(leads));
        """);
}
