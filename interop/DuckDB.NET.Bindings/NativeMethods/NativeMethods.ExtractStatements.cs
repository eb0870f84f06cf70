namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>Splitting a text into statements.</summary>
    public static partial class ExtractStatements
    {
        /// <summary>The number of statements, or 0 and an error to ask for.</summary>
        public static int DuckDBExtractStatements(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements) =>
            (int)ExtractStatementsCore(connection, query, out statements);

        [LibraryImport(Library, EntryPoint = "duckdb_prepare_extracted_statement")]
        public static partial DuckDBState DuckDBPrepareExtractedStatement(DuckDBNativeConnection connection, DuckDBExtractedStatements statements, long index, out DuckDBPreparedStatement preparedStatement);

        [LibraryImport(Library, EntryPoint = "duckdb_extract_statements_error")]
        [return: MarshalUsing(typeof(EngineString))]
        public static partial string? DuckDBExtractStatementsError(DuckDBExtractedStatements statements);

        [LibraryImport(Library, EntryPoint = "duckdb_destroy_extracted")]
        internal static partial void DuckDBDestroyExtracted(ref IntPtr statements);

        [LibraryImport(Library, EntryPoint = "duckdb_extract_statements", StringMarshalling = StringMarshalling.Utf8)]
        private static partial ulong ExtractStatementsCore(DuckDBNativeConnection connection, string query, out DuckDBExtractedStatements statements);
    }
}
