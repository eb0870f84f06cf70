namespace Merit.Metrics.Language;

/// <content>A metric against its goal. A goal of a sum or a count is reached evenly over its days; one of anything else holds on each of them.</content>
public sealed partial class MetricRef
{
    /// <summary>The metric of that for which its goals are set: the campaigns, channels or owners that have one, on the days it counts for. Where the group has
    /// a goal of its own, of the group. Only this is compared with the goal: what has none cannot help to reach it.</summary>
    public Measure Targeted() => new TargetedMeasure(this);

    /// <summary>The metric as a fraction of its goal for the whole period: <see cref="Targeted"/> ÷ <see cref="Target"/>.</summary>
    public Measure Attainment() => Targeted() / Target();

    /// <summary>What the goal expects by the end of today: goal × days gone ÷ days of the goal, of a sum or a count; otherwise the goal itself. No value of
    /// days that have not begun, and of a goal without days.</summary>
    public Measure ExpectedByToday() => new MovedMeasure(Target(), new TodayMove());

    /// <summary>The metric as a fraction of what its goal expects by the end of today: 1 is exactly on plan.</summary>
    public Measure Pacing() => new MovedMeasure(Targeted(), new TodayMove()) / ExpectedByToday();

    /// <summary>1 where the metric has reached what its goal expects by the end of today (of a metric of which lower is better: has not passed it), else 0.</summary>
    public Measure OnTrack() => new OnTrackMeasure(this, ExpectedByToday());
}

/// <summary>A metric of that for which its goals are set.</summary>
internal sealed class TargetedMeasure(MetricRef metric) : Measure
{
    public MetricRef Metric { get; } = metric;

    internal override IReadOnlyList<Measure> Parts => [Metric];
}

/// <summary>1 or 0: whether a metric has reached what is expected of it.</summary>
internal sealed class OnTrackMeasure(MetricRef metric, Measure expected) : Measure
{
    public MetricRef Metric { get; } = metric;

    public Measure Reached { get; } = new MovedMeasure(metric.Targeted(), new TodayMove());

    public Measure Expected { get; } = expected;

    internal override IReadOnlyList<Measure> Parts => [Reached, Expected];
}
