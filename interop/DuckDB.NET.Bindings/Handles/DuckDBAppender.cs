namespace DuckDB.NET.Native;

/// <summary>duckdb_appender. Destroying it flushes what it still holds.</summary>
public sealed class DuckDBAppender : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Appender.DuckDBDestroyAppender(ref handle);
}
