namespace DuckDB.NET.Native;

/// <summary>duckdb_decimal: an integer of <paramref name="width"/> digits, <paramref name="scale"/> of them after the point.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBDecimal(byte width, byte scale, DuckDBHugeInt value)
{
    public byte Width { get; } = width;

    public byte Scale { get; } = scale;

    public DuckDBHugeInt Value { get; } = value;
}
