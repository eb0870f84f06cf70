namespace Merit.Host.Inbound;

/// <summary>So many requests in a minute, a quarter of them at once.</summary>
/// <param name="perMinute">How many.</param>
/// <param name="clock">The time.</param>
internal sealed class Pace(int perMinute, TimeProvider clock)
{
    private readonly Lock _turn = new();
    private readonly double _most = Math.Max(1, perMinute / 4.0);
    private double _left = Math.Max(1, perMinute / 4.0);
    private long _at = clock.GetTimestamp();

    /// <summary>How long to wait; null for a request that may go on.</summary>
    public TimeSpan? Wait()
    {
        lock (_turn)
        {
            var now = clock.GetTimestamp();
            _left = Math.Min(_most, _left + (clock.GetElapsedTime(_at, now).TotalMinutes * perMinute));
            _at = now;
            if (_left >= 1)
            {
                _left--;
                return null;
            }

            return TimeSpan.FromMinutes((1 - _left) / perMinute);
        }
    }
}
