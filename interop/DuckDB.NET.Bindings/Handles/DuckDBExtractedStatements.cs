namespace DuckDB.NET.Native;

/// <summary>duckdb_extracted_statements: a text of SQL split into its statements.</summary>
public sealed class DuckDBExtractedStatements : NativeHandle
{
    private protected override void Destroy(ref IntPtr handle) => NativeMethods.ExtractStatements.DuckDBDestroyExtracted(ref handle);
}
