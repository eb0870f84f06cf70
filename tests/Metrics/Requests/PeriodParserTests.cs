using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Metrics.Requests;
using Merit.Tests;

namespace Merit.Metrics.Tests.Requests;

public sealed class PeriodParserTests
{
    private static readonly DateOnly Today = new(2025, 3, 31);

    [Theory]
    [InlineData("2025", "2025-01-01", "2026-01-01", PeriodKind.Year)]
    [InlineData("2025-Q1", "2025-01-01", "2025-04-01", PeriodKind.Quarter)]
    [InlineData("2025-q4", "2025-10-01", "2026-01-01", PeriodKind.Quarter)]
    [InlineData("2025-03", "2025-03-01", "2025-04-01", PeriodKind.Month)]
    [InlineData("2025-W10", "2025-03-03", "2025-03-10", PeriodKind.Week)]
    [InlineData("2026-W01", "2025-12-29", "2026-01-05", PeriodKind.Week)]
    [InlineData("2020-W53", "2020-12-28", "2021-01-04", PeriodKind.Week)]
    [InlineData("2025-03-01", "2025-03-01", "2025-03-02", PeriodKind.Days)]
    [InlineData("2025-03-01..2025-04-01", "2025-03-01", "2025-04-01", PeriodKind.Days)]
    [InlineData(" 2025-03-01 .. 2025-04-01 ", "2025-03-01", "2025-04-01", PeriodKind.Days)]
    [InlineData("last-30d", "2025-03-01", "2025-03-31", PeriodKind.Days)]
    [InlineData("last-4w", "2025-03-03", "2025-03-31", PeriodKind.Week)]
    [InlineData("last-3m", "2024-12-01", "2025-03-01", PeriodKind.Month)]
    [InlineData("this-month", "2025-03-01", "2025-04-01", PeriodKind.Month)]
    [InlineData("last-month", "2025-02-01", "2025-03-01", PeriodKind.Month)]
    [InlineData("this-week", "2025-03-31", "2025-04-07", PeriodKind.Week)]
    [InlineData("last-week", "2025-03-24", "2025-03-31", PeriodKind.Week)]
    [InlineData("this-quarter", "2025-01-01", "2025-04-01", PeriodKind.Quarter)]
    [InlineData("last-quarter", "2024-10-01", "2025-01-01", PeriodKind.Quarter)]
    [InlineData("this-year", "2025-01-01", "2026-01-01", PeriodKind.Year)]
    [InlineData("last-year", "2024-01-01", "2025-01-01", PeriodKind.Year)]
    [InlineData("month-to-date", "2025-03-01", "2025-04-01", PeriodKind.Month)]
    [InlineData("year-to-date", "2025-01-01", "2025-04-01", PeriodKind.Year)]
    [InlineData("Today", "2025-03-31", "2025-04-01", PeriodKind.Days)]
    [InlineData("yesterday", "2025-03-30", "2025-03-31", PeriodKind.Days)]
    public void A_period_is_read_as_people_mean_it(string text, string from, string to, PeriodKind kind)
    {
        var period = PeriodParser.Parse(text, Today, DayOfWeek.Monday);

        Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to), kind), (period.From.GetValueOrDefault(), period.To.GetValueOrDefault(), period.Kind));
    }

    [Fact]
    public void All_has_no_bounds() => Assert.Equal(Period.All, PeriodParser.Parse("all", Today, DayOfWeek.Monday));

    [Fact]
    public void Weeks_start_on_the_workspaces_day()
    {
        Assert.Equal(new DateOnly(2025, 3, 2), PeriodParser.Parse("2025-W10", Today, DayOfWeek.Sunday).From);
        Assert.Equal(new DateOnly(2025, 3, 30), PeriodParser.Parse("this-week", Today, DayOfWeek.Sunday).From);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2025-13")]
    [InlineData("2025-Q5")]
    [InlineData("2025-W54")]
    [InlineData("2025-W53")]
    [InlineData("2025-02-30")]
    [InlineData("2025-04-01..2025-03-01")]
    [InlineData("2025-03-01..2025-03-01")]
    [InlineData("2025-03..2025-04")]
    [InlineData("last-0d")]
    [InlineData("last-99999d")]
    [InlineData("last-fortnight")]
    [InlineData("0000")]
    [InlineData("２０２５")]
    public void Anything_else_is_refused_with_examples(string text)
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => PeriodParser.Parse(text, Today, DayOfWeek.Monday)).Diagnostics);

        Assert.Equal("MRT2201", finding.Code);
        Assert.Contains("2025-Q1", finding.NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void The_name_of_any_group_of_days_reads_as_that_group() => Prop.ForAll(
        Gen.Choose(0, 30_000).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), Gen.Choose(0, 6).ToArbitrary(),
        (day, grainNumber, week) =>
        {
            var (grain, weekStart) = ((TimeGrain)grainNumber, (DayOfWeek)week);
            var start = grain.Start(new DateOnly(1990, 1, 1).AddDays(day), weekStart);
            var period = PeriodParser.Parse(grain.Name(start), Today, weekStart);
            return period.From == start && period.To == grain.Add(start, 1);
        }).Holds();
}
