using FsCheck.Fluent;
using Merit.Metrics.Requests;
using Merit.Tests;

namespace Merit.Metrics.Tests.Requests;

public sealed class PeriodMathTests
{
    [Theory]
    [InlineData("2025-03", "2026-01-01", "2025-02-01", "2025-03-01")]
    [InlineData("2025-Q1", "2026-01-01", "2024-10-01", "2025-01-01")]
    [InlineData("2025", "2026-01-01", "2024-01-01", "2025-01-01")]
    [InlineData("2025-W10", "2026-01-01", "2025-02-24", "2025-03-03")]
    [InlineData("last-3m", "2025-03-31", "2024-09-01", "2024-12-01")]
    [InlineData("last-4w", "2025-03-31", "2025-02-03", "2025-03-03")]
    [InlineData("2025-03-01..2025-03-11", "2026-01-01", "2025-02-19", "2025-03-01")]
    [InlineData("month-to-date", "2025-03-31", "2025-02-01", "2025-03-01")]
    [InlineData("month-to-date", "2025-03-30", "2025-02-01", "2025-03-01")]
    [InlineData("this-month", "2025-03-10", "2025-02-01", "2025-02-11")]
    [InlineData("this-quarter", "2025-05-31", "2025-01-01", "2025-03-01")]
    [InlineData("year-to-date", "2024-02-29", "2023-01-01", "2023-03-01")]
    [InlineData("this-year", "2025-02-10", "2024-01-01", "2024-02-11")]
    [InlineData("this-week", "2025-03-05", "2025-02-24", "2025-02-27")]
    [InlineData("2025-12", "2025-03-05", "2025-11-01", "2025-12-01")]
    public void Before_comes_the_period_of_the_same_kind_or_its_same_days(string text, string today, string from, string to) =>
        Same(PeriodMath.Previous(Read(text, today), DateOnly.Parse(today)), from, to);

    [Theory]
    [InlineData("2025-02", "2026-01-01", "2024-02-01", "2024-03-01")]
    [InlineData("2024-02", "2026-01-01", "2023-02-01", "2023-03-01")]
    [InlineData("2024-02-29", "2026-01-01", "2023-02-28", "2023-03-01")]
    [InlineData("2025-W10", "2026-01-01", "2024-03-04", "2024-03-11")]
    [InlineData("this-month", "2025-03-10", "2024-03-01", "2024-03-11")]
    [InlineData("year-to-date", "2025-03-31", "2024-01-01", "2024-04-01")]
    public void A_year_ago_is_the_same_days_of_the_calendar(string text, string today, string from, string to) =>
        Same(PeriodMath.YearAgo(Read(text, today), DateOnly.Parse(today)), from, to);

    [Fact]
    public void All_has_nothing_before()
    {
        Assert.Null(PeriodMath.Previous(Period.All, new DateOnly(2025, 1, 1)));
        Assert.Null(PeriodMath.YearAgo(Period.All, new DateOnly(2025, 1, 1)));
    }

    [Theory]
    [InlineData("this-month", "2025-03-31", true)]
    [InlineData("last-month", "2025-03-01", false)]
    [InlineData("all", "2025-03-01", false)]
    public void A_period_is_unfinished_while_days_of_it_are_to_come(string text, string today, bool unfinished) =>
        Assert.Equal(unfinished, PeriodMath.IsUnfinished(Read(text, today), DateOnly.Parse(today)));

    [Fact]
    public void What_came_before_never_overlaps_and_touches_a_finished_period() => Prop.ForAll(
        Gen.Choose(0, 20_000).ToArbitrary(), Gen.Choose(-40, 400).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(),
        (day, later, grainNumber) =>
        {
            var grain = (TimeGrain)grainNumber;
            var start = grain.Start(new DateOnly(2000, 1, 1).AddDays(day), DayOfWeek.Monday);
            var today = start.AddDays(later);
            var period = PeriodParser.Parse(grain.Name(start), today, DayOfWeek.Monday);
            var before = PeriodMath.Previous(period, today);
            return before is { From: { } from, To: { } to } && from < to && to <= period.From
                && from == grain.Add(start, -1)
                && (to == period.From || PeriodMath.IsUnfinished(period, today));
        }).Holds();

    private static Period Read(string text, string today) => PeriodParser.Parse(text, DateOnly.Parse(today), DayOfWeek.Monday);

    private static void Same(Period? period, string from, string to) => Assert.Equal((DateOnly.Parse(from), DateOnly.Parse(to)), (period?.From ?? default, period?.To ?? default));
}
