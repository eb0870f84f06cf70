namespace DuckDB.NET.Native;

/// <summary>duckdb_config: the settings a database is opened with.</summary>
public sealed class DuckDBConfig : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Configuration.DuckDBDestroyConfig(ref handle);
}
