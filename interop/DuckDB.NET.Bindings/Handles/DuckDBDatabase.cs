namespace DuckDB.NET.Native;

/// <summary>duckdb_database: an open database file, or one in memory.</summary>
public sealed class DuckDBDatabase : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Startup.DuckDBClose(ref handle);
}
