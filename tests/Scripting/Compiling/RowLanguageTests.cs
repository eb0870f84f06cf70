namespace Merit.Scripting.Tests.Compiling;

/// <summary>What analysts write compiles as they would guess it; what means nothing does not compile.</summary>
public sealed class RowLanguageTests
{
    [Theory]
    [InlineData("Count(leads).Where(leads.created_at.Year == 2025 & leads.created_at.Hour.Between(9, 17))")]
    [InlineData("Count(leads).Where(leads.created_at.Weekday.In(DayOfWeek.Saturday, DayOfWeek.Sunday))")]
    [InlineData("Count(leads).Where(leads.created_at.Weekday != DayOfWeek.Monday)")]
    [InlineData("Count(leads).Where(leads.created_at.Between(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)))")]
    [InlineData("Count(spend).Where(spend.date.Between(new DateOnly(2025, 1, 1), new DateOnly(2025, 3, 31)) & spend.date.NotIn(new DateOnly(2025, 2, 1)))")]
    [InlineData("Count(leads).Where(leads.lost_reason.EndsWith(\"budget\") | leads.lost_reason.Contains(leads.source))")]
    [InlineData("Average(HoursBetween(leads.created_at, leads.first_contacted_at))")]
    [InlineData("Average(DaysBetween(leads.created_at, Today))")]
    [InlineData("Sum(If(spend.category == \"media\", spend.amount, 0))")]
    [InlineData("Sum(If(spend.category == \"media\", 1.5m, spend.amount))")]
    [InlineData("Sum(If(leads.won_at.HasValue, leads.score, leads.seats))")]
    [InlineData("Sum(If(leads.won_at.HasValue, 1))")]
    [InlineData("CountDistinct(If(leads.score >= 80, \"hot\", \"cold\"))")]
    [InlineData("CountDistinct(If(leads.score >= 80, leads.source, \"cold\"))")]
    [InlineData("Sum(Case((leads.score >= 80, 3), (leads.score >= 50, 1.5)).Else(0))")]
    [InlineData("Sum(Case((spend.category == \"media\", spend.amount), (spend.category == \"venue\", spend.amount)).Else(1.5))")]
    [InlineData("CountDistinct(Case((leads.score >= 80, \"hot\"), (leads.score >= 50, \"warm\")).Else(\"cold\"))")]
    [InlineData("Sum(Coalesce(spend.amount, 0))")]
    [InlineData("Sum(Coalesce(leads.score, 1.5m))")]
    [InlineData("Sum(Coalesce(orders.amount, orders.cost_of_goods, Coalesce(orders.amount, 0)))")]
    [InlineData("CountDistinct(Coalesce(leads.source, \"unknown\"))")]
    [InlineData("Sum(Round(orders.amount - orders.cost_of_goods, 2))")]
    [InlineData("Sum(Abs(orders.amount) + Min(orders.amount, orders.cost_of_goods) - Max(orders.amount, 0) + Floor(orders.amount) * Ceiling(orders.amount))")]
    [InlineData("Max(Length(Trim(Lower(Upper(leads.source)))))")]
    [InlineData("Sum(Power(0.5, DaysBetween(leads.created_at, Today) / 7))")]
    [InlineData("CountDistinct(Min(leads.won_at, leads.lost_at).Date.StartOfMonth)")]
    [InlineData("Percentile(leads.score, 0.9) + Percentile(spend.amount, 0.5) - Percentile(leads.seats, 1)")]
    [InlineData("Last(engagement.followers) - First(engagement.followers)")]
    [InlineData("Last(store_visits.spent).On(store_visits.day)")]
    public void An_expression_compiles(string measure) => Scripts.Run($"Metric(\"r\", {measure});");

    [Theory]
    [InlineData("Sum(If(leads.score >= 80, \"hot\", 5))")]
    [InlineData("Sum(If(leads.score >= 80, \"hot\", \"cold\"))")]
    [InlineData("Sum(Case((leads.score >= 80, \"hot\")))")]
    [InlineData("Sum(Coalesce(spend.amount, \"none\"))")]
    [InlineData("Sum(Coalesce(leads.source, 0))")]
    [InlineData("Sum(Round(leads.source))")]
    [InlineData("Sum(Abs(leads.created_at))")]
    [InlineData("Count(leads).Where(leads.created_at.Weekday == 6)")]
    [InlineData("Count(leads).Where(leads.created_at.Weekday > DayOfWeek.Friday)")]
    [InlineData("Count(leads).Where(leads.created_at.Month == \"May\")")]
    [InlineData("Count(leads).Where(spend.date.Hour == 3)")]
    [InlineData("Count(leads).Where(leads.score.Contains(\"8\"))")]
    [InlineData("Sum(HoursBetween(spend.date, spend.date))")]
    [InlineData("Sum(DaysBetween(leads.source, leads.created_at))")]
    [InlineData("Count(leads).Where(Lower(leads.score) == \"8\")")]
    [InlineData("Sum(Max(leads.created_at, leads.won_at))")]
    [InlineData("Min(leads.source)")]
    [InlineData("Percentile(leads.source, 0.9)")]
    [InlineData("Last(engagement.platform)")]
    [InlineData("Last(engagement.followers * 2)")]
    [InlineData("Count(leads).Where(leads.score)")]
    [InlineData("Count(leads).Where(If(leads.score > 1, \"yes\", \"no\"))")]
    [InlineData("Count(leads).Where(parameters.hot)")]
    [InlineData("Count(leads).Where(leads.source == parameters.hot)")]
    [InlineData("Count(leads).Where(dimensions.band)")]
    [InlineData("segments.enterprise + metrics.r")]
    public void An_expression_that_means_nothing_does_not_compile(string measure)
    {
        var finding = Scripts.FindingsOf($"{Declared}\nMetric(\"r\", {measure});")[0];

        Assert.Equal("MRT2001", finding.Code);
        Assert.True(finding.At is { Line: 4 }, finding.ToString());
    }

    [Theory]
    [InlineData("Sum(If(leads.score >= 80 && leads.won_at.HasValue, 1))", "MRT2002", "'&'")]
    [InlineData("Sum(Case((leads.score >= 80 || leads.won_at.HasValue, 1)))", "MRT2002", "'|'")]
    [InlineData("Sum(If(leads.won_at == null, 1, 0))", "MRT2003", "!leads.won_at.HasValue")]
    [InlineData("CountDistinct(Coalesce(leads.source, \"x\") == null)", "MRT2003", ".HasValue")]
    [InlineData("Sum(If(leads.won_at.HasValue, 1 / 2, 0))", "MRT2004", "1 / 2.0")]
    [InlineData("Sum(Coalesce(leads.score, 1 / 2))", "MRT2004", "1 / 2.0")]
    [InlineData("Sum(Case((leads.won_at.HasValue, 1 / 2)).Else(1))", "MRT2004", "1 / 2.0")]
    [InlineData("Percentile(leads.score, 9 / 10)", "MRT2004", "9 / 10.0")]
    [InlineData("Sum(Power(1 / 2, leads.score))", "MRT2004", "1 / 2.0")]
    [InlineData("Count(spend).Where(spend.amount.NotIn(1.5))", "MRT2005", "1.5m")]
    [InlineData("parameters.hot > 3 ? Count(leads) : Count(spend)", "MRT2006", "parameters.hot > 3")]
    [InlineData("segments.enterprise ? Count(leads) : Count(spend)", "MRT2006", "segments.enterprise")]
    public void Habits_of_ordinary_code_are_told_in_every_construct(string measure, string code, string remedy)
    {
        var finding = Assert.Single(Scripts.FindingsOf($"{Declared}\nMetric(\"r\", {measure});"));

        Assert.Equal(code, finding.Code);
        Assert.Contains(remedy, finding.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, finding.At?.Line);
    }

    [Fact]
    public void Names_said_in_one_script_are_typed_in_all()
    {
        var definitions = Scripts.Run(
            ("metrics/a.csx", """
                Metric("hot", Count(leads).Where(leads.score >= parameters.hot & leads.source != parameters.word & leads.created_at.Date > parameters.since & !parameters.strict));
                Metric("weighted", metrics.hot * parameters.rate / 2 + parameters.rate);
                Metric("hot_enterprise", Count(leads).Where(segments.enterprise & !segments.small)).Requires(dimensions.band);
                Metric("decay", Sum(Power(0.5, DaysBetween(leads.created_at, Today) / parameters.half_life)));
                """),
            ("metrics/b.csx", """
                Parameter("hot", 80).Label("Hot from", zh: "热线索");
                Parameter("rate", -0.5m);
                Parameter("half_life", 7);
                Parameter("word", "x");
                Parameter("since", new DateOnly(2025, 1, 1));
                Parameter("strict", false);
                Segment("enterprise", accounts.size == "1000+").Label("Enterprise", zh: "大客户");
                Segment("small", accounts.size == "1-9");
                Dimension("band", If(leads.score >= parameters.hot, "hot", "cold")).Label("Band", zh: "档位");
                """));

        Assert.Equal("hot rate half_life word since strict", string.Join(' ', definitions.Parameters.Select(p => p.Id)));
        Assert.Equal(["band"], definitions.Metric("hot_enterprise")?.Requires);
        Assert.Equal(("Hot from", "热线索", "大客户", "档位"), (definitions.Parameters[0].Label, definitions.Parameters[0].LabelZh, definitions.Segments[0].LabelZh, definitions.Dimensions[0].LabelZh));
    }

    [Theory]
    [InlineData("Metric(\"r\", Count(leads).Where(leads.score > parameters.hto));", "MRT2001", "Did you mean 'hot'?")]
    [InlineData("Metric(\"r\", Count(leads).Where(segments.anything_else));", "MRT2001", "Declare it with Segment(\"anything_else\", …)")]
    [InlineData("Parameter(\"p\", Enumerable.Range(0, 3).Count());", "MRT2008", "Write it as it is")]
    [InlineData("Parameter(\"p\", null);", "MRT2008", "Write it as it is")]
    [InlineData("Parameter(\"p\", 1 / 2);", "MRT2004", "1 / 2.0")]
    [InlineData("Dimension(\"channel\", leads.source);", "MRT2132", "another id")]
    [InlineData("Metric(\"r\", Sum(Round(leads.score, 99)));", "MRT2010", "0 to 9")]
    public void A_name_that_is_wrong_is_told_where_it_stands(string line, string code, string remedy)
    {
        var finding = Assert.Single(Scripts.FindingsOf($"{Declared}\n{line}"));

        Assert.Equal(code, finding.Code);
        Assert.Contains(remedy, finding.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, finding.At?.Line);
    }

    private const string Declared = """
        Parameter("hot", 80);
        Segment("enterprise", accounts.size == "1000+");
        Dimension("band", If(leads.score >= 80, "hot", "cold"));
        """;
}
