namespace DuckDB.NET.Native;

/// <summary>duckdb_query_progress_type. <see cref="Percentage"/> is −1 while the engine does not know.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct DuckDBQueryProgress
{
    public double Percentage { get; }

    public ulong RowsProcessed { get; }

    public ulong TotalRowsToProcess { get; }
}
