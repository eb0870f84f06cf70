namespace DuckDB.NET.Native;

/// <summary>duckdb_data_chunk: some rows, a vector a column.</summary>
public sealed class DuckDBDataChunk : NativeHandle
{
    public DuckDBDataChunk()
    {
    }

    /// <summary>A chunk that belongs to the engine, as a function is handed; it is not destroyed here.</summary>
    public DuckDBDataChunk(IntPtr chunk)
        : base(ownsHandle: false) => SetHandle(chunk);

    private protected override void Destroy(ref IntPtr handle) => NativeMethods.DataChunks.DuckDBDestroyDataChunk(ref handle);
}
