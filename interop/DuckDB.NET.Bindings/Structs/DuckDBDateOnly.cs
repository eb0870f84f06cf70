namespace DuckDB.NET.Native;

/// <summary>duckdb_date_struct: a date taken apart. Its range is wider than <see cref="DateOnly"/>'s.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDateOnly(int year, byte month, byte day)
{
    /// <summary>The day after the engine's last date.</summary>
    public static readonly DuckDBDateOnly PositiveInfinity = new(5881580, 7, 11);

    /// <summary>The day before the engine's first date.</summary>
    public static readonly DuckDBDateOnly NegativeInfinity = new(-5877641, 6, 24);

    public int Year { get; } = year;

    public byte Month { get; } = month;

    public byte Day { get; } = day;

    public bool IsInfinity => IsPositiveInfinity || IsNegativeInfinity;

    public bool IsPositiveInfinity => Is(PositiveInfinity);

    public bool IsNegativeInfinity => Is(NegativeInfinity);

    public static explicit operator DateTime(DuckDBDateOnly date) => date.ToDateTime();

    public static explicit operator DuckDBDateOnly(DateTime date) => FromDateTime(date);

    public static implicit operator DateOnly(DuckDBDateOnly date) => date.ToDateOnly();

    public static implicit operator DuckDBDateOnly(DateOnly date) => FromDateOnly(date);

    public static DuckDBDateOnly FromDateTime(DateTime date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static DuckDBDateOnly FromDateOnly(DateOnly date) => new(date.Year, (byte)date.Month, (byte)date.Day);

    public static DuckDBDateOnly FromDuckDBDate(DuckDBDate date) =>
        date.IsPositiveInfinity ? PositiveInfinity
        : date.IsNegativeInfinity ? NegativeInfinity
        : NativeMethods.DateTimeHelpers.DuckDBFromDate(date);

    public DateTime ToDateTime() => new(Year, Month, Day);

    public DateOnly ToDateOnly() => new(Year, Month, Day);

    /// <exception cref="InvalidOperationException">There is no such day, or the engine has no number for it.</exception>
    public DuckDBDate ToDuckDBDate() =>
        IsPositiveInfinity ? DuckDBDate.PositiveInfinity
        : IsNegativeInfinity ? DuckDBDate.NegativeInfinity
        : new DuckDBDate { Days = DaysSinceEpoch() };

    // The engine's own conversion throws a C++ exception for a day that is none, which would end the process.
    private int DaysSinceEpoch()
    {
        // A year of the same length and place in the calendar's 400-year cycle, which .NET knows.
        const int DaysInCycle = 146_097;
        var cycles = Math.DivRem((long)Year - 1, 400, out var rest);
        if (rest < 0)
        {
            cycles--;
            rest += 400;
        }

        var year = (int)rest + 1;
        var exists = Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(year, Month);
        var days = exists
            ? (cycles * DaysInCycle) + new DateOnly(year, Month, Day).DayNumber - DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber
            : long.MaxValue;
        return days is > -int.MaxValue and < int.MaxValue
            ? (int)days
            : throw new InvalidOperationException($"{Year}-{Month}-{Day} is not a date the engine knows.");
    }

    private bool Is(DuckDBDateOnly other) => Year == other.Year && Month == other.Month && Day == other.Day;
}
