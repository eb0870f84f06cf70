namespace DuckDB.NET.Native;

/// <summary>duckdb_logical_type: a column type with its parts.</summary>
public sealed class DuckDBLogicalType : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.LogicalType.DuckDBDestroyLogicalType(ref handle);
}
