using System.Diagnostics;

namespace Merit.Host.Tests.Workers;

/// <summary>A clock that goes on only when it is told to.</summary>
internal sealed class HandClock : TimeProvider
{
    private readonly Lock _moving = new();
    private readonly List<HandTimer> _timers = [];
    private TimeSpan _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => _now.Ticks;

    /// <summary>Goes on, and has every timer fire that is due by then, in order.</summary>
    public void Advance(TimeSpan by)
    {
        var until = _now + by;
        while (Next(until) is { } timer)
        {
            timer.Fire();
        }

        lock (_moving)
        {
            _now = until;
        }
    }

    /// <summary>Ends once so many timers run down to a time this far away.</summary>
    public async Task WaitingFor(TimeSpan due, int timers = 1)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            Assert.True(patience.Elapsed < TimeSpan.FromSeconds(60), "Nothing waits for that time.");
            lock (_moving)
            {
                if (_timers.Count(t => t.Due == _now + due) >= timers)
                {
                    return;
                }
            }

            await Task.Yield();
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new HandTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_moving)
        {
            _timers.Add(timer);
        }

        return timer;
    }

    private HandTimer? Next(TimeSpan until)
    {
        lock (_moving)
        {
            var next = _timers.Where(t => t.Due <= until).MinBy(t => t.Due);
            if (next is { Due: { } due })
            {
                _now = due;
                next.Due = next.Period > TimeSpan.Zero ? due + next.Period : null;
            }

            return next;
        }
    }

    private sealed class HandTimer(HandClock clock, Action fire) : ITimer
    {
        public TimeSpan? Due { get; set; }

        public TimeSpan Period { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock._moving)
            {
                Due = dueTime < TimeSpan.Zero ? null : clock._now + dueTime;
                Period = period;
            }

            return true;
        }

        public void Dispose()
        {
            lock (clock._moving)
            {
                clock._timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
