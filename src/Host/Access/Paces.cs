using System.Threading.RateLimiting;

namespace Merit.Host.Access;

/// <summary>How many requests a minute one visitor may send, and how often a password may be tried.</summary>
internal sealed class Paces(int perVisitor) : IDisposable
{
    /// <summary>Of one user's password from one place.</summary>
    public const int Tries = 5;

    /// <summary>Of anybody's password from one place.</summary>
    public const int TriesFromOnePlace = 30;

    private readonly PartitionedRateLimiter<string> _requests = Of(perVisitor);
    private readonly PartitionedRateLimiter<string> _tries = Of(Tries);
    private readonly PartitionedRateLimiter<string> _triesFromOnePlace = Of(TriesFromOnePlace);

    /// <summary>How many requests there may be.</summary>
    public int PerVisitor { get; } = perVisitor;

    /// <summary>Whether a visitor may go on.</summary>
    public bool MayAsk(string visitor) => Takes(_requests, visitor);

    /// <summary>Whether a password may be tried.</summary>
    public bool MayTry(string from, string name) => Takes(_triesFromOnePlace, from) && Takes(_tries, $"{from} {name.ToUpperInvariant()}");

    public void Dispose()
    {
        _requests.Dispose();
        _tries.Dispose();
        _triesFromOnePlace.Dispose();
    }

    private static bool Takes(PartitionedRateLimiter<string> limiter, string who)
    {
        using var lease = limiter.AttemptAcquire(who);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Of(int perMinute) => PartitionedRateLimiter.Create<string, string>(who => RateLimitPartition.GetFixedWindowLimiter(
        who, _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }), StringComparer.Ordinal);
}
