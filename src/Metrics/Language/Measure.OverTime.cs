using Merit.Metrics.Requests;

namespace Merit.Metrics.Language;

/// <content>Measures over time. Each reads the rows of other days than the figure's own, anew: a ratio of a window is the ratio of its two parts over
/// the window, a count of different values counts each once in the window.</content>
public abstract partial class Measure
{
    /// <summary>Over the days, weeks or months that end with the figure's last day (with today where that comes first): <c>Rolling(28, Days)</c>.</summary>
    public Measure Rolling(int length, TimeUnit unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        return new MovedMeasure(this, new RollingMove(length, unit.Grain));
    }

    /// <summary>Everything there is up to the figure's last day.</summary>
    public Measure Cumulative() => new MovedMeasure(this, new SinceMove(null));

    /// <summary>From the first day of the month up to the figure's last day.</summary>
    public Measure MonthToDate() => new MovedMeasure(this, new SinceMove(TimeGrain.Month));

    /// <summary>From the first day of the quarter up to the figure's last day.</summary>
    public Measure QuarterToDate() => new MovedMeasure(this, new SinceMove(TimeGrain.Quarter));

    /// <summary>From the first day of the year up to the figure's last day.</summary>
    public Measure YearToDate() => new MovedMeasure(this, new SinceMove(TimeGrain.Year));

    /// <summary>Of the day, week, month, quarter or year before, where the answer is grouped by time; otherwise of the period before. Days that are not over are
    /// compared with the same days before.</summary>
    public Measure Previous() => new MovedMeasure(this, new BackMove(Year: false));

    /// <summary>Of the same days a year before; of weeks, 52 weeks before.</summary>
    public Measure YearAgo() => new MovedMeasure(this, new BackMove(Year: true));

    /// <summary>The measure less its <see cref="Previous"/>.</summary>
    public Measure Change() => new ChangeMeasure(this, new BackMove(Year: false), relative: false);

    /// <summary>The change against <see cref="Previous"/> as a fraction of it: 0.1 is 10 % more; no value where it was zero. Of a negative one, of its size: a
    /// plus always means more.</summary>
    public Measure PercentChange() => new ChangeMeasure(this, new BackMove(Year: false), relative: true);

    /// <summary>The change against <see cref="YearAgo"/> as a fraction of it.</summary>
    public Measure YearOnYear() => new ChangeMeasure(this, new BackMove(Year: true), relative: true);
}

/// <summary>A measure of other days than the figure's own.</summary>
internal sealed class MovedMeasure(Measure inner, TimeMove move) : Measure
{
    public Measure Inner { get; } = inner;

    public TimeMove Move { get; } = move;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}

/// <summary>A measure less what it was, or that as a fraction of what it was.</summary>
internal sealed class ChangeMeasure(Measure inner, BackMove since, bool relative) : Measure
{
    public Measure Inner { get; } = inner;

    public BackMove Since { get; } = since;

    public bool Relative { get; } = relative;

    internal override IReadOnlyList<Measure> Parts => [Inner];
}
