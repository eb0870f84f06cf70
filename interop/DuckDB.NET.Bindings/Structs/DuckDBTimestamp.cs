namespace DuckDB.NET.Native;

/// <summary>duckdb_timestamp_struct: a date and a time of day taken apart.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBTimestamp(DuckDBDateOnly date, DuckDBTimeOnly time)
{
    /// <summary>The microsecond after the engine's last timestamp.</summary>
    public static readonly DuckDBTimestamp PositiveInfinity = new(new(294247, 1, 10), new(4, 0, 54, 775807));

    /// <summary>The microsecond before the engine's first timestamp.</summary>
    public static readonly DuckDBTimestamp NegativeInfinity = new(new(-290308, 12, 21), new(23, 59, 59, 999999));

    public DuckDBDateOnly Date { get; } = date;

    public DuckDBTimeOnly Time { get; } = time;

    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public bool IsPositiveInfinity => Is(PositiveInfinity);

    public bool IsNegativeInfinity => Is(NegativeInfinity);

    public static implicit operator DateTime(DuckDBTimestamp timestamp) => timestamp.ToDateTime();

    public static implicit operator DuckDBTimestamp(DateTime timestamp) => FromDateTime(timestamp);

    public static DuckDBTimestamp FromDateTime(DateTime timestamp) =>
        new(DuckDBDateOnly.FromDateTime(timestamp), TimeOnly.FromDateTime(timestamp));

    public static DuckDBTimestamp FromDuckDBTimestampStruct(DuckDBTimestampStruct timestamp) =>
        timestamp.IsPositiveInfinity ? PositiveInfinity
        : timestamp.IsNegativeInfinity ? NegativeInfinity
        : NativeMethods.DateTimeHelpers.DuckDBFromTimestamp(timestamp);

    public DateTime ToDateTime() => Date.ToDateTime().AddTicks(Time.Ticks);

    /// <exception cref="InvalidOperationException">There is no such day, or the engine has no number for it.</exception>
    public DuckDBTimestampStruct ToDuckDBTimestampStruct()
    {
        if (IsInfinity)
        {
            return IsPositiveInfinity ? DuckDBTimestampStruct.PositiveInfinity : DuckDBTimestampStruct.NegativeInfinity;
        }

        const long MicrosPerDay = TimeSpan.TicksPerDay / TimeSpan.TicksPerMicrosecond;
        var micros = ((Int128)Date.ToDuckDBDate().Days * MicrosPerDay) + (Time.Ticks / TimeSpan.TicksPerMicrosecond);
        return micros > -long.MaxValue && micros < long.MaxValue
            ? new DuckDBTimestampStruct { Micros = (long)micros }
            : throw new InvalidOperationException($"{Date.Year}-{Date.Month}-{Date.Day} is outside the engine's range of timestamps.");
    }

    private bool Is(DuckDBTimestamp other) =>
        Time.Ticks == other.Time.Ticks && Date.Year == other.Date.Year && Date.Month == other.Date.Month && Date.Day == other.Date.Day;
}
