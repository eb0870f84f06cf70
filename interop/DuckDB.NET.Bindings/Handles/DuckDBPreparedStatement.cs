namespace DuckDB.NET.Native;

/// <summary>duckdb_prepared_statement.</summary>
public sealed class DuckDBPreparedStatement : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.PreparedStatements.DuckDBDestroyPrepare(ref handle);
}
