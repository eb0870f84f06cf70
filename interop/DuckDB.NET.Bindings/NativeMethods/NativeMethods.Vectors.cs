namespace DuckDB.NET.Native;

public static partial class NativeMethods
{
    /// <summary>The columns of a chunk.</summary>
    public static partial class Vectors
    {
        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_column_type")]
        public static partial DuckDBLogicalType DuckDBVectorGetColumnType(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_data")]
        [SuppressGCTransition]
        public static unsafe partial void* DuckDBVectorGetData(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_get_validity")]
        [SuppressGCTransition]
        public static unsafe partial ulong* DuckDBVectorGetValidity(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_ensure_validity_writable")]
        public static partial void DuckDBVectorEnsureValidityWritable(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_vector_assign_string_element_len")]
        public static unsafe partial void DuckDBVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);

        [LibraryImport(Library, EntryPoint = "duckdb_unsafe_vector_assign_string_element_len")]
        public static unsafe partial void DuckDBUnsafeVectorAssignStringElementLength(IntPtr vector, ulong index, byte* text, long length);

        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_get_child")]
        [SuppressGCTransition]
        public static partial IntPtr DuckDBListVectorGetChild(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_reserve")]
        public static partial DuckDBState DuckDBListVectorReserve(IntPtr vector, ulong capacity);

        [LibraryImport(Library, EntryPoint = "duckdb_list_vector_set_size")]
        [SuppressGCTransition]
        public static partial DuckDBState DuckDBListVectorSetSize(IntPtr vector, ulong size);

        [LibraryImport(Library, EntryPoint = "duckdb_array_vector_get_child")]
        [SuppressGCTransition]
        public static partial IntPtr DuckDBArrayVectorGetChild(IntPtr vector);

        [LibraryImport(Library, EntryPoint = "duckdb_struct_vector_get_child")]
        [SuppressGCTransition]
        public static partial IntPtr DuckDBStructVectorGetChild(IntPtr vector, long index);
    }
}
