namespace Merit.Host.Tests.Schedules;

/// <summary>A clock that shows what it is set to; waiting takes no time.</summary>
internal sealed class SetClock(DateTimeOffset now) : TimeProvider
{
    public DateTimeOffset Now { get; set; } = now;

    /// <summary>How long anybody waited, one after the other.</summary>
    public List<TimeSpan> Waits { get; } = [];

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        // Deadlines are kept by the system's clock; pauses between attempts are over at once.
        if (dueTime > TimeSpan.FromSeconds(90) && period == Timeout.InfiniteTimeSpan && state is not Task)
        {
            return System.CreateTimer(callback, state, dueTime, period);
        }

        Waits.Add(dueTime);
        Now += dueTime;
        return System.CreateTimer(callback, state, TimeSpan.Zero, period);
    }
}
