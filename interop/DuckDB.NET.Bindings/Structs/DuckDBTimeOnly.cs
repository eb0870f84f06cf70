namespace DuckDB.NET.Native;

/// <summary>duckdb_time_struct: a time of day taken apart.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimeOnly(byte hour, byte min, byte sec, int microsecond)
{
    public DuckDBTimeOnly(byte hour, byte min, byte sec)
        : this(hour, min, sec, 0)
    {
    }

    public byte Hour { get; } = hour;

    public byte Min { get; } = min;

    public byte Sec { get; } = sec;

    public int Microsecond { get; } = microsecond;

    /// <summary>Ticks of 100 nanoseconds since midnight.</summary>
    public long Ticks =>
        (Hour * TimeSpan.TicksPerHour) + (Min * TimeSpan.TicksPerMinute) + (Sec * TimeSpan.TicksPerSecond)
        + (Microsecond * TimeSpan.TicksPerMicrosecond);

    public static explicit operator DateTime(DuckDBTimeOnly time) => time.ToDateTime();

    public static explicit operator DuckDBTimeOnly(DateTime time) => TimeOnly.FromDateTime(time);

    public static implicit operator TimeOnly(DuckDBTimeOnly time) => new(time.Ticks);

    public static implicit operator DuckDBTimeOnly(TimeOnly time) => new(
        (byte)time.Hour,
        (byte)time.Minute,
        (byte)time.Second,
        (int)(time.Ticks % TimeSpan.TicksPerSecond / TimeSpan.TicksPerMicrosecond));

    /// <summary>The time on 0001-01-01.</summary>
    public DateTime ToDateTime() => new(Ticks);
}
