namespace DuckDB.NET.Native;

/// <summary>duckdb_connection.</summary>
public sealed class DuckDBNativeConnection : NativeHandle
{
    /// <summary>Asks the running query to stop; it then fails with an interrupt error. Safe from any thread.</summary>
    public void Interrupt() => NativeMethods.Startup.DuckDBInterrupt(this);

    private protected override void Destroy(ref IntPtr handle) => NativeMethods.Startup.DuckDBDisconnect(ref handle);
}
