namespace Merit.Metrics.Language;

/// <content>A metric against its goal. A goal of a sum or a count is reached evenly over its days; one of anything else holds on each of them.</content>
public sealed partial class MetricRef
{
    /// <summary>The metric as a fraction of its goal for the whole period: value ÷ goal.</summary>
    public Measure Attainment() => this / Target();

    /// <summary>What the goal expects by the end of today: goal × days gone ÷ days of the goal, of a sum or a count; otherwise the goal itself. No value of
    /// days that have not begun, and of a goal without days.</summary>
    public Measure ExpectedByToday() => new MovedMeasure(Target(), new TodayMove());

    /// <summary>The metric as a fraction of what its goal expects by the end of today: 1 is exactly on plan.</summary>
    public Measure Pacing() => new MovedMeasure(this, new TodayMove()) / ExpectedByToday();

    /// <summary>1 where the metric has reached what its goal expects by the end of today (of a metric of which lower is better: has not passed it), else 0.</summary>
    public Measure OnTrack() => new OnTrackMeasure(this, ExpectedByToday());
}

/// <summary>1 or 0: whether a metric has reached what is expected of it.</summary>
internal sealed class OnTrackMeasure(MetricRef metric, Measure expected) : Measure
{
    public MetricRef Metric { get; } = metric;

    public Measure Reached { get; } = new MovedMeasure(metric, new TodayMove());

    public Measure Expected { get; } = expected;

    internal override IReadOnlyList<Measure> Parts => [Reached, Expected];
}
