using Merit.Metrics.Language;
using Merit.Metrics.Results;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>What is said of the values of one row, each in a case small enough to be worked out by hand.</summary>
public sealed class RowLanguageTests
{
    [Fact]
    public void Parts_of_a_time_are_those_of_the_workspaces_clocks()
    {
        // 2024-12-31 22:30 in Shanghai's eyes is 2025-01-01 06:30, a Wednesday in week 1.
        using var warehouse = new TestWarehouse().With("leads", "lead_id created_at", ["l1", new DateTime(2024, 12, 31, 22, 30, 0)]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "Asia/Shanghai" };
        var at = Leads.created_at;

        Assert.Equal(
            "2025 1 1 1 1 6 1",
            Values(warehouse, Sum(at.Year), Sum(at.Quarter), Sum(at.Month), Sum(at.Week), Sum(at.Day), Sum(at.Hour), Count(Leads).Where(at.Weekday == DayOfWeek.Wednesday)));
        Assert.Equal(
            "1 1 1 0",
            Values(warehouse, Count(Leads).Where(at.Date == new DateOnly(2025, 1, 1)), Count(Leads).Where(at.StartOfWeek == new DateOnly(2024, 12, 30)),
                Count(Leads).Where(at.StartOfQuarter == at.StartOfYear), Count(Leads).Where(at.Weekday.In(DayOfWeek.Saturday, DayOfWeek.Sunday))));
    }

    [Theory]
    [InlineData(DayOfWeek.Monday, 1, 53, 1)]
    [InlineData(DayOfWeek.Sunday, 1, 53, 2)]
    [InlineData(DayOfWeek.Saturday, 53, 52, 2)]
    public void The_number_of_a_week_goes_by_the_workspaces_first_day(DayOfWeek start, long tuesday, long newYear, long sunday)
    {
        using var warehouse = new TestWarehouse().With("spend", "date", [new DateOnly(2024, 12, 31)], [new DateOnly(2021, 1, 1)], [new DateOnly(2023, 1, 8)]);
        warehouse.Settings = warehouse.Settings with { WeekStart = start };

        Assert.Equal(
            FormattableString.Invariant($"{tuesday} {newYear} {sunday}"),
            Values(warehouse, Sum(Spend.date.Week).Where(Spend.date.Year == 2024), Sum(Spend.date.Week).Where(Spend.date.Year == 2021), Sum(Spend.date.Week).Where(Spend.date.Year == 2023)));
    }

    [Fact]
    public void Durations_count_what_passed_not_what_clocks_show()
    {
        // The night the clocks of Berlin skip an hour: from 01:30 to 03:30 is one hour.
        using var warehouse = new TestWarehouse().With("leads", "lead_id created_at won_at lost_at", ["l1", new DateTime(2025, 3, 30, 0, 30, 0), new DateTime(2025, 3, 30, 1, 30, 0), null]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "Europe/Berlin", Today = new DateOnly(2025, 4, 2) };

        Assert.Equal(
            "1 60 0.041667 3 NoRows",
            Values(warehouse, Sum(HoursBetween(Leads.created_at, Leads.won_at)), Sum(MinutesBetween(Leads.created_at, Leads.won_at)), Sum(DaysBetween(Leads.created_at, Leads.won_at)),
                Average(DaysBetween(Leads.created_at, Today)), Average(HoursBetween(Leads.created_at, Leads.lost_at))));
    }

    [Fact]
    public void A_run_of_days_holds_its_last_day_to_its_end()
    {
        using var warehouse = new TestWarehouse().With(
            "leads", "lead_id created_at", ["l1", new DateTime(2025, 3, 1, 4, 59, 59)], ["l2", new DateTime(2025, 3, 1, 5, 0, 0)], ["l3", new DateTime(2025, 4, 1, 3, 59, 59)], ["l4", new DateTime(2025, 4, 1, 4, 0, 0)]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "America/New_York" };

        Assert.Equal(
            "2 2 3",
            Values(warehouse, Count(Leads).Where(Leads.created_at.Between(new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31))),
                Count(Leads).Where(Leads.created_at.Date.Between(new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31))),
                Count(Leads).Where(Leads.created_at.Between(new DateOnly(2025, 3, 1), DateOnly.MaxValue))));
    }

    [Fact]
    public void A_choice_takes_what_cannot_be_told_as_no()
    {
        using var warehouse = Scores();

        Assert.Equal(
            "1 1 2 285 3",
            Values(
                warehouse,
                Count(Leads).Where(Band() == "hot"), Count(Leads).Where(Band() == "warm"), Count(Leads).Where(Band() == "cold"),
                Sum(If(Leads.score >= 80, 1, If(Leads.score.HasValue, 2, 280))), CountDistinct(Band())));
        Assert.Equal("90 90", Values(warehouse, Sum(If(Leads.score >= 80, Leads.score)), Sum(Case((Leads.score >= 80, Leads.score)).Else(0))));
    }

    [Fact]
    public void What_is_missing_may_be_given_a_value()
    {
        using var warehouse = Scores();

        Assert.Equal(
            "3 4 37.5 47.5 4",
            Values(
                warehouse, CountDistinct(Leads.score), CountDistinct(Coalesce(Leads.score, -1.5m)), Average(Coalesce(Leads.score, 0)), Average(Coalesce(Leads.score, Value(40))),
                Count(Leads).Where(Coalesce(Leads.source, Leads.owner, Value("nobody")) == "nobody")));
    }

    [Fact]
    public void The_smaller_and_the_larger_of_two_ignore_what_is_missing()
    {
        using var warehouse = new TestWarehouse().With(
            "leads", "lead_id score won_at lost_at", ["l1", 5.0, new DateTime(2025, 1, 5), new DateTime(2025, 1, 3)], ["l2", null, new DateTime(2025, 1, 2), null]);

        Assert.Equal(
            "6 9 1 2",
            Values(warehouse, Sum(Min(Leads.score, 3) * 1), Sum(Max(Leads.score, 4)), Count(Leads).Where(Min(Leads.won_at, Leads.lost_at).Day == 3), Count(Leads).Where(Max(Leads.won_at, Leads.lost_at).HasValue)));
    }

    [Fact]
    public void Numbers_are_rounded_away_from_zero_and_exactly()
    {
        using var warehouse = new TestWarehouse().With("spend", "amount", [2.5m], [-2.5m], [1.005m]);

        Assert.Equal(
            "1 1.01 6.005 1 2 4.01",
            Values(
                warehouse, Sum(Round(Spend.amount)), Sum(Round(Spend.amount, 2)).Where(Spend.amount < 2 & Spend.amount > 0), Sum(Abs(Spend.amount)), Sum(Floor(Spend.amount) + 1).Where(Spend.amount > 2.5m | Spend.amount == 2.5m) - 2,
                Sum(Ceiling(Spend.amount)).Where(Spend.amount > 1 & Spend.amount < 2), Sum(Round(Max(Spend.amount, -Spend.amount) * Value(-1), 2) * -1).Where(Spend.amount != 2.5m & Spend.amount > -9) + 0.5));
    }

    [Fact]
    public void A_power_that_is_no_number_is_missing()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id score", ["l1", 4.0], ["l2", -4.0], ["l3", 0.0], ["l4", null]);

        Assert.Equal("2 2 3 16.0625", Values(warehouse, Sum(Power(Leads.score, 0.5)), Count(Leads).Where(Power(Leads.score, 0.5).HasValue), Count(Leads).Where(Power(2, Leads.score).HasValue), Sum(Power(2, Leads.score)) - 1));
    }

    [Fact]
    public void Texts_are_compared_as_written_and_searched_without_regard_to_case()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id source", ["l1", "Webinar "], ["l2", "expo"], ["l3", "社交"], ["l4", "100%_'x"], ["l5", null]);

        Assert.Equal(
            "1 1 1 1 2 1",
            Values(
                warehouse, Count(Leads).Where(Lower(Trim(Leads.source)) == "webinar"), Count(Leads).Where(Upper(Leads.source) == "EXPO"), Count(Leads).Where(Leads.source.EndsWith("'X")),
                Count(Leads).Where(Leads.source.StartsWith("100%_'")), Count(Leads).Where(Leads.source.NotIn("Webinar ", "expo", "社交")), Count(Leads).Where(Length(Leads.source) == 2)));
    }

    [Fact]
    public void A_product_too_long_to_be_exact_is_still_a_number()
    {
        using var warehouse = new TestWarehouse().With("sales", "amount", [10_000_000m]);
        var amount = Sales.amount;

        Assert.Equal("100000000000000 1E+42", Values(warehouse, Sum(amount * amount), Sum(amount * amount * amount * amount * amount * amount)));
    }

    [Fact]
    public void A_product_keeps_its_decimal_places_beside_other_values()
    {
        using var warehouse = new TestWarehouse().With("sales", "amount kind", [54.36m, "a"], [1.11m, "b"]);
        var amount = Sales.amount;

        Assert.Equal(
            "64.36 2.2201 60.83",
            Values(
                warehouse, Sum(If(Sales.kind == "b", Value(2m) * Value(5m), amount)), Sum(Coalesce(If(Sales.kind == "c", Round(amount * 1000, 0)), amount * 0.0001m + amount)).Where(Sales.kind == "b") * 2 + 0.0001 - 0.000222,
                Sum(If(Sales.kind == "a", Ceiling(amount * amount) / 50, amount * 1.5m)) - Sum(If(Sales.kind == "b", amount * 0.01m)) + 0.0561));
    }

    [Fact]
    public void Two_minus_signs_are_no_comment()
    {
        using var warehouse = new TestWarehouse().With("spend", "amount", [3m]);

        Assert.Equal("3 4 -3", Values(warehouse, Sum(-(-Spend.amount)), Sum(Spend.amount - -Value(1)), Sum(-Value(-1) * -Spend.amount)));
    }

    [Fact]
    public void A_percentile_lies_between_values_in_proportion()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id campaign_id score", ["l1", "c1", 10.0], ["l2", "c1", 20.0], ["l3", "c2", 40.0], ["l4", "c2", null]);
        var definitions = Declared(() =>
        {
            Metric("p90", Percentile(Leads.score, 0.9));
            Metric("p50", Percentile(Leads.score, 0.5) - Median(Leads.score));
            Metric("p0", Percentile(Leads.score, 0));
        });

        Assert.Equal(["c1: 19 0 10", "c2: 40 0 40", "total (none): 36 0 10"], Ask.Lines(warehouse.Ask(definitions, Ask.For("p90 p50 p0", "campaign", total: true))));
    }

    [Fact]
    public void A_column_nobody_loads_is_needed_only_where_it_says_what_is_meant()
    {
        using var warehouse = new TestWarehouse().With("leads", "lead_id score", ["l1", 10.0]);

        Assert.Equal(
            "10 ColumnNotLoaded ColumnNotLoaded 1",
            Values(warehouse, Sum(Coalesce(Leads.score, DaysBetween(Leads.created_at, Leads.won_at))), Sum(Coalesce(DaysBetween(Leads.created_at, Leads.won_at), Leads.score)),
                Sum(If(Leads.source == "web", Leads.score)), Count(Leads).Where(!Leads.source.HasValue)));
    }

    private static Expr<string> Band() => Case((Leads.score >= 80, "hot"), (Leads.score >= 50, "warm")).Else("cold");

    private static TestWarehouse Scores() => new TestWarehouse().With("leads", "lead_id source owner score", ["l1", null, null, 90.0], ["l2", null, null, 60.0], ["l3", null, null, 0.0], ["l4", null, null, null]);

    // The measures' values, in one line.
    private static string Values(TestWarehouse warehouse, params Measure[] measures)
    {
        var definitions = Declared(() =>
        {
            for (var i = 0; i < measures.Length; i++)
            {
                Metric($"m{i}", measures[i]);
            }
        });
        var answer = warehouse.Ask(definitions, Ask.For(string.Join(' ', definitions.Metrics.Select(m => m.Id))));
        return string.Join(' ', answer.Rows[0].Figures.Select(f => f.Value is > 1e15 ? f.Value.Value.ToString("R", System.Globalization.CultureInfo.InvariantCulture) : f.Value?.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture) ?? (f.Reason == NoValue.None ? "?" : f.Reason.ToString())));
    }
}
