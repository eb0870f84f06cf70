namespace DuckDB.NET.Native;

/// <summary>duckdb_time_tz: 40 bits of microseconds and 24 bits of offset.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTzStruct
{
    public ulong Bits { get; set; }
}

/// <summary>duckdb_time_tz_struct: a time of day and its offset from UTC in seconds.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBTimeTz
{
    public DuckDBTimeOnly Time { get; set; }

    public int Offset { get; set; }
}
