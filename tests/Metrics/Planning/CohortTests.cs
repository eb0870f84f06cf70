using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Tables;
using Merit.Metrics.Tests.Planning.OverTime;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

public sealed class CohortTests
{
    private static readonly ContactsTable Contacts = new();

    private static readonly Definitions Metrics = Declared(() =>
    {
        Metric("revenue", Sum(Sales.amount));
        Metric("buyers", CountDistinct(Sales.customer_id));
        Cohort("earned", by: Contacts.created_at, value: Ref("revenue"), over: 3, Months).Label("Earned", zh: "收入");
        Cohort("bought", by: Contacts.created_at, value: Ref("buyers"), over: 2, Weeks);
        Cohort("average_sale", by: Contacts.created_at, value: Average(Sales.amount), over: 3, Months);
        Cohort("no_way", by: Leads.created_at, value: Sum(Spend.amount), over: 3, Months);
    });

    [Fact]
    public void A_cohort_is_those_who_began_together_and_what_came_of_them_month_by_month()
    {
        using var warehouse = Company();

        Assert.Equal(
            [
                "2025-01-01|0: 10 2 5", "2025-01-01|1: 20 2 10", "2025-01-01|2: 0 2 0",
                "2025-02-01|0: 0 1 0", "2025-02-01|1: 7 1 7", "2025-02-01|2: 0 1 0",
                "total (none)|(none): 37 3 12.333333",
            ],
            Lines(warehouse, "earned earned_size earned_per_member", "month months_since", "2025-Q1", total: true));
        Assert.Equal(["2025-01-01: 30 2 15", "2025-02-01: 7 1 7"], Lines(warehouse, "earned earned_size earned_per_member", "month", "2025-Q1"));
        Assert.Equal([": 37 3"], Lines(warehouse, "earned earned_size", "", "2025-Q1"));
    }

    [Fact]
    public void What_happened_before_the_beginning_or_after_the_time_watched_is_no_part_of_it()
    {
        using var warehouse = Company();

        // A sale before the contact was known, and one in its fourth month.
        Assert.Equal([": 1137"], Lines(warehouse, "revenue", "", "all"));
        Assert.Equal([": 37"], Lines(warehouse, "earned", "", "all"));
    }

    [Fact]
    public void A_cohort_too_young_has_no_value_yet_and_one_that_is_still_watched_is_marked()
    {
        using var warehouse = Company();
        warehouse.Settings = warehouse.Settings with { Today = new DateOnly(2025, 3, 10) };

        Assert.Equal(
            ["2025-01-01|0: 10", "2025-01-01|1: 20", "2025-01-01|2: 0*", "2025-02-01|0: 0", "2025-02-01|1: 7*"],
            Lines(warehouse, "earned", "month months_since", "2025-Q1"));
        Assert.Equal(["2025-01-01: 30*", "2025-02-01: 7*"], Lines(warehouse, "earned", "month", "2025-Q1"));
    }

    [Fact]
    public void A_mean_of_nothing_is_no_value()
    {
        using var warehouse = Company();

        Assert.Equal(["2025-02-01|0: NoRows", "2025-02-01|1: 7", "2025-02-01|2: NoRows"], Lines(warehouse, "average_sale", "month months_since", "2025-02"));
    }

    [Fact]
    public void Only_what_counts_from_a_beginning_has_time_since()
    {
        using var warehouse = Company();

        Assert.Equal("MRT2264", Refused(warehouse, Ask.For("revenue", "months_since")));
        Assert.Equal("MRT2266", Refused(warehouse, Ask.For("earned", where: ["months_since = 1"])));
        warehouse.With("spend", "date amount", [new DateOnly(2025, 1, 1), 1m]).With("leads", "lead_id created_at", ["l", new DateTime(2025, 1, 1)]);
        Assert.Equal("MRT2265", Refused(warehouse, Ask.For("no_way")));
    }

    [Fact]
    public void Members_nobody_loads_give_no_value()
    {
        using var warehouse = new TestWarehouse().With("sales", "contact_id sold_at amount", ["p1", new DateTime(2025, 1, 1), 1m]);

        Assert.Equal([": NotLoaded NotLoaded"], Lines(warehouse, "earned earned_size", "", "2025"));
    }

    [Fact]
    public void Random_cohorts_are_those_counted_row_by_row() => Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var random = new Random(seed);
        var people = Enumerable.Range(0, random.Next(1, 8)).Select(i => (Id: $"p{i}", Began: Instant(random))).ToList();
        var sales = Enumerable.Range(0, random.Next(0, 15)).Select(_ => (Who: $"p{random.Next(0, 9)}", When: Instant(random), Amount: (decimal)random.Next(1, 100))).ToList();
        using var warehouse = new TestWarehouse()
            .With("contacts", "contact_id created_at", [.. people.Select(p => new object?[] { p.Id, p.Began })])
            .With("sales", "contact_id customer_id sold_at amount", [.. sales.Select(s => new object?[] { s.Who, s.Who, s.When, s.Amount })]);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(seed % 2 == 0 ? "Asia/Shanghai" : "America/New_York");
        var week = (DayOfWeek)(seed % 7);
        warehouse.Settings = warehouse.Settings with { TimeZone = zone.Id, WeekStart = week };

        DateOnly Day(DateTime utc) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), zone));
        var watched = sales.SelectMany(s => people.Where(p => p.Id == s.Who).Select(p => (Sale: s, Began: Day(p.Began), Happened: Day(s.When)))).ToList();
        int Months(DateOnly from, DateOnly to) => (to.Year * 12) + to.Month - (from.Year * 12) - from.Month;
        int Weeks(DateOnly from, DateOnly to) => (NaiveDays.Start(TimeGrain.Week, to, week).DayNumber - NaiveDays.Start(TimeGrain.Week, from, week).DayNumber) / 7;

        foreach (var row in warehouse.Ask(Metrics, Ask.For("earned earned_size earned_per_member", "month months_since")).Rows)
        {
            var (month, age) = ((DateOnly?)row.Dimensions[0], (long?)row.Dimensions[1]);
            var earned = watched.Where(w => NaiveDays.Start(TimeGrain.Month, w.Began, week) == month && Months(w.Began, w.Happened) == age).Sum(w => w.Sale.Amount);
            var size = people.Count(p => NaiveDays.Start(TimeGrain.Month, Day(p.Began), week) == month);
            Assert.Equal([(double)earned, size, (double)earned / size], row.Figures.Select(f => f.Value.GetValueOrDefault()));
        }

        foreach (var row in warehouse.Ask(Metrics, Ask.For("bought bought_size", "week weeks_since")).Rows)
        {
            var (start, age) = ((DateOnly?)row.Dimensions[0], (long?)row.Dimensions[1]);
            var bought = watched.Where(w => NaiveDays.Start(TimeGrain.Week, w.Began, week) == start && Weeks(w.Began, w.Happened) == age).Select(w => w.Sale.Who).Distinct().Count();
            Assert.Equal([bought, people.Count(p => NaiveDays.Start(TimeGrain.Week, Day(p.Began), week) == start)], row.Figures.Select(f => f.Value.GetValueOrDefault()));
        }

        // Every cohort has all its months, and nothing is left out of them.
        var all = warehouse.Ask(Metrics, Ask.For("earned", "month months_since", total: true));
        Assert.Equal(3 * people.Select(p => NaiveDays.Start(TimeGrain.Month, Day(p.Began), week)).Distinct().Count(), all.Rows.Count);
        Assert.Equal(all.Total?.Figures[0].Value, all.Rows.Sum(r => r.Figures[0].Value));
        Assert.Equal((double)watched.Where(w => Months(w.Began, w.Happened) is >= 0 and < 3).Sum(w => w.Sale.Amount), all.Total?.Figures[0].Value);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(60));

    private static DateTime Instant(Random random) => new DateTime(2024, 12, 20).AddHours(random.Next(0, 24 * 120));

    private static string Refused(TestWarehouse warehouse, Request request) =>
        Assert.Single(Assert.Throws<MeritException>(() => warehouse.Plan(Metrics, request)).Diagnostics).Code;

    private static string[] Lines(TestWarehouse warehouse, string metrics, string by, string period, bool total = false) =>
        Ask.Lines(warehouse.Ask(Metrics, Ask.For(metrics, by, period, total: total)));

    private static TestWarehouse Company() => new TestWarehouse()
        .With("contacts", "contact_id created_at", ["p1", new DateTime(2025, 1, 31)], ["p2", new DateTime(2025, 1, 1)], ["p3", new DateTime(2025, 2, 10)])
        .With(
            "sales", "contact_id sold_at amount",
            ["p1", new DateTime(2025, 1, 31), 10m], ["p1", new DateTime(2025, 2, 1), 20m], ["p2", new DateTime(2024, 12, 31), 100m], ["p2", new DateTime(2025, 4, 1), 1000m],
            ["p3", new DateTime(2025, 3, 31), 7m], ["nobody", new DateTime(2025, 3, 31), 0m]);
}
