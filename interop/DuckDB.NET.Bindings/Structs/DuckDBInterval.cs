using System.Diagnostics.CodeAnalysis;

namespace DuckDB.NET.Native;

/// <summary>
/// duckdb_interval. The engine's microseconds are signed; <see cref="Micros"/> shows their bits as an unsigned number,
/// as the published package does.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBInterval(int months, int days, ulong micros)
{
    public int Months { get; } = months;

    public int Days { get; } = days;

    public ulong Micros { get; } = micros;

    /// <exception cref="ArgumentOutOfRangeException">The interval has months, which have no fixed length, or is too long.</exception>
    public static explicit operator TimeSpan(DuckDBInterval interval) =>
        interval.TryConvert(out var timeSpan)
            ? timeSpan.Value
            : throw new ArgumentOutOfRangeException(
                nameof(interval),
                interval.Months != 0
                    ? "An INTERVAL with months has no fixed length and is no TimeSpan."
                    : "The INTERVAL is longer than a TimeSpan can be.");

    public static implicit operator DuckDBInterval(TimeSpan timeSpan) =>
        new(0, timeSpan.Days, (ulong)(timeSpan.Ticks % TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond));

    public bool TryConvert([NotNullWhen(true)] out TimeSpan? timeSpan)
    {
        var ticks = ((Int128)Days * TimeSpan.TicksPerDay) + ((Int128)(long)Micros * TimeSpan.TicksPerMicrosecond);
        var fits = Months == 0 && ticks >= long.MinValue && ticks <= long.MaxValue;
        timeSpan = fits ? new TimeSpan((long)ticks) : null;
        return fits;
    }
}
