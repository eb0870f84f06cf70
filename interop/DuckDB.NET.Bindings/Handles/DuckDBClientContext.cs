namespace DuckDB.NET.Native;

/// <summary>duckdb_client_context: the connection a function is called on.</summary>
public sealed class DuckDBClientContext : NativeHandle
{
    public ulong ConnectionId => NativeMethods.Startup.DuckDBClientContextGetConnectionId(this);

    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Startup.DuckDBDestroyClientContext(ref handle);
}
