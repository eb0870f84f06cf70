namespace DuckDB.NET.Native;

/// <summary>duckdb_result: six words that only the engine reads. Whoever received one closes it.</summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBResult
{
#pragma warning disable CS0169, IDE0044, IDE0051 // the engine fills them
    private ulong deprecatedColumnCount;
    private ulong deprecatedRowCount;
    private ulong deprecatedRowsChanged;
    private IntPtr deprecatedColumns;
    private IntPtr deprecatedErrorMessage;
    private IntPtr internalData;
#pragma warning restore CS0169, IDE0044, IDE0051

    public void Close() => NativeMethods.Query.DuckDBDestroyResult(ref this);
}
