namespace DuckDB.NET.Native;

/// <summary>duckdb_arrow_options.</summary>
public sealed class DuckDBArrowOptions : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Arrow.DuckDBDestroyArrowOptions(ref handle);
}
