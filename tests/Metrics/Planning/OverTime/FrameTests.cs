using FsCheck;
using FsCheck.Fluent;
using Merit.Metrics.Language;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>The planner's days are those of the naive calendar, for every move and every two moves.</summary>
public sealed class FrameTests
{
    private static readonly (string Name, TimeMove Move)[] Moves =
    [
        ("rolling_28_days", new RollingMove(28, TimeGrain.Day)), ("rolling_2_weeks", new RollingMove(2, TimeGrain.Week)), ("rolling_3_months", new RollingMove(3, TimeGrain.Month)),
        ("cumulative", new SinceMove(null)), ("mtd", new SinceMove(TimeGrain.Month)), ("qtd", new SinceMove(TimeGrain.Quarter)), ("ytd", new SinceMove(TimeGrain.Year)),
        ("previous", new BackMove(Year: false)), ("year_ago", new BackMove(Year: true)), ("today", new TodayMove()),
    ];

    [Fact]
    public void Days_move_as_on_a_calendar() => Prop.ForAll(
        Gen.Choose(0, 4000).ToArbitrary(), Gen.Choose(1, 500).ToArbitrary(), Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
        (day, length, seed) =>
        {
            var random = new Random(seed);
            var from = new DateOnly(2020, 1, 1).AddDays(day);
            var kind = (PeriodKind)random.Next(1, 6);
            if (random.Next(2) == 0 && kind is PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year)
            {
                from = NaiveDays.Start(kind == PeriodKind.Month ? TimeGrain.Month : kind == PeriodKind.Quarter ? TimeGrain.Quarter : TimeGrain.Year, from, DayOfWeek.Monday);
            }

            var period = new Period(from, from.AddDays(length), "", kind);
            var today = from.AddDays(random.Next(-50, 600));
            Assert.All(Moves, first => Assert.All(Moves, second => Same(period, today, first, second)));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static void Same(Period period, DateOnly today, (string Name, TimeMove Move) first, (string Name, TimeMove Move) second)
    {
        // A month's period that does not begin on a first counts its months by the calendar, not by its days.
        var frame = Frame.Of(period);
        var naive = NaiveDays.Of(period) with { Length = frame.Step.GetValueOrDefault().Count };
        var expected = naive.UntilToday(today).Moved(first.Name, today)?.Moved(second.Name, today);
        var moved = frame.Moved([first.Move, second.Move], today, DayOfWeek.Monday);
        Assert.Equal((expected?.First, expected?.Last), (moved?.From, moved?.To?.AddDays(-1)));
    }
}
