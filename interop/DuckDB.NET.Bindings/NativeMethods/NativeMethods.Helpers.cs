namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Odds and ends.</summary>
    public static partial class Helpers
    {
        [LibraryImport(Library, EntryPoint = "duckdb_vector_size")]
        [SuppressGCTransition]
        public static partial ulong DuckDBVectorSize();

        [LibraryImport(Library, EntryPoint = "duckdb_free")]
        internal static partial void DuckDBFree(IntPtr pointer);
    }
}
