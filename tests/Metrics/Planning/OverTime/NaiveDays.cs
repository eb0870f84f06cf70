using System.Collections.Concurrent;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>A run of days with both ends in it, moved about as the documentation says, by counting on a calendar.</summary>
/// <param name="First">The first day; null for no first.</param>
/// <param name="Last">The last day; null for no last.</param>
/// <param name="Unit">What the days before are counted in: d, w or m.</param>
/// <param name="Length">How many of those.</param>
internal sealed record NaiveDays(DateOnly? First, DateOnly? Last, char Unit, int Length)
{
    private static readonly ConcurrentDictionary<(TimeGrain Grain, DateOnly Day, DayOfWeek WeekStart), DateOnly> Starts = new();

    public static NaiveDays Of(Period period)
    {
        var unit = period.Kind switch { PeriodKind.Month or PeriodKind.Quarter or PeriodKind.Year => 'm', PeriodKind.Week => 'w', _ => 'd' };
        var length = 0;
        if (period is { From: { } from, To: { } to })
        {
            // As many whole units as cover the period.
            for (var end = from; end < to; length++)
            {
                end = period.Kind switch
                {
                    PeriodKind.Week => end.AddDays(7),
                    PeriodKind.Month => end.AddMonths(1),
                    PeriodKind.Quarter => end.AddMonths(3),
                    PeriodKind.Year => end.AddYears(1),
                    _ => end.AddDays(1),
                };
            }

            length *= period.Kind switch { PeriodKind.Quarter => 3, PeriodKind.Year => 12, _ => 1 };
        }

        return new NaiveDays(period.From, period.To?.AddDays(-1), unit, length);
    }

    public static DateOnly Start(TimeGrain grain, DateOnly day, DayOfWeek weekStart) => Starts.GetOrAdd((grain, day, weekStart), s => WalkBack(s.Grain, s.Day, s.WeekStart));

    private static DateOnly WalkBack(TimeGrain grain, DateOnly day, DayOfWeek weekStart)
    {
        bool Begins(DateOnly d) => grain switch
        {
            TimeGrain.Day => true,
            TimeGrain.Week => d.DayOfWeek == weekStart,
            TimeGrain.Month => d.Day == 1,
            TimeGrain.Quarter => d is { Day: 1, Month: 1 or 4 or 7 or 10 },
            _ => d is { Day: 1, Month: 1 },
        };
        while (!Begins(day))
        {
            day = day.AddDays(-1);
        }

        return day;
    }

    public bool Holds(DateOnly? day) => day is { } d ? (First is null || d >= First) && (Last is null || d <= Last) : First is null && Last is null;

    /// <summary>What has not happened is left out, if anything has.</summary>
    public NaiveDays UntilToday(DateOnly today) => Last is null || (Last > today && (First is null || First <= today)) ? this with { Last = today } : this;

    public NaiveDays? Moved(string move, DateOnly today) => move switch
    {
        "today" => First > today ? null : this,
        "rolling_28_days" => Window(28, 'd'),
        "rolling_2_weeks" => Window(2, 'w'),
        "rolling_3_months" => Window(3, 'm'),
        "cumulative" => new NaiveDays(null, Last, Length == 0 ? 'm' : Unit, Length == 0 ? 12 : Length),
        "mtd" => Since(TimeGrain.Month, 1),
        "qtd" => Since(TimeGrain.Quarter, 3),
        "ytd" => Since(TimeGrain.Year, 12),
        "previous" => First is null || Length == 0 ? null : Back(Unit, Length),
        "year_ago" => Length == 0 ? null : Unit == 'w' ? Back('w', 52) : Back('m', 12),
        _ => throw new ArgumentOutOfRangeException(nameof(move), move, null),
    };

    private DateOnly End => (Last ?? throw new InvalidOperationException("No end.")).AddDays(1);

    // Days that end with the last one; of months, those since the same date so many months before the day after.
    private NaiveDays Window(int length, char unit) =>
        new(unit switch { 'd' => End.AddDays(-length), 'w' => End.AddDays(-7 * length), _ => Partner(End, length) }, Last, unit, length);

    private NaiveDays Since(TimeGrain grain, int months) => new(Start(grain, End.AddDays(-1), DayOfWeek.Monday), Last, 'm', months);

    private NaiveDays Back(char unit, int length)
    {
        if (unit != 'm')
        {
            var days = unit == 'w' ? 7 * length : length;
            return this with { First = First?.AddDays(-days), Last = Last?.AddDays(-days) };
        }

        // Whole months stay whole months, whatever their length.
        var whole = End.Day == 1 && (First is null || First.Value.Day == 1);
        return this with { First = First is { } first ? Partner(first, length) : null, Last = whole ? Partner(End, length).AddDays(-1) : Partner(End.AddDays(-1), length) };
    }

    // The same date of an earlier month, or the last one it has.
    private static DateOnly Partner(DateOnly day, int months)
    {
        var (year, month) = (day.Year, day.Month);
        for (var i = 0; i < months; i++)
        {
            (year, month) = month == 1 ? (year - 1, 12) : (year, month - 1);
        }

        return new DateOnly(year, month, Math.Min(day.Day, DateTime.DaysInMonth(year, month)));
    }
}
