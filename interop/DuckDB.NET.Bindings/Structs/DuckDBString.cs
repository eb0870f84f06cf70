namespace DuckDB.NET.Native;

/// <summary>
/// duckdb_string_t: up to 12 bytes stand in the value itself, more stand behind a pointer, their first four repeated.
/// The nested names are those DuckDB.NET.Data was compiled against.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
public struct DuckDBString
{
    public _value_e__Union value;

    private const int LongestInlined = 12;

    public readonly int Length => (int)value.inlined.length;

    /// <summary>The bytes. A short string's stand in this value, so it must not move: read it where the engine put it.</summary>
    public readonly unsafe sbyte* Data
    {
        get
        {
            if (Length > LongestInlined)
            {
                return value.pointer.ptr;
            }

            fixed (sbyte* start = value.inlined.inlined)
            {
                return start;
            }
        }
    }

    [StructLayout(LayoutKind.Explicit)]
    public struct _value_e__Union
    {
        [FieldOffset(0)]
        public DuckDBStringPointer pointer;

        [FieldOffset(0)]
        public DuckDBStringInlined inlined;

        [StructLayout(LayoutKind.Sequential)]
        public unsafe struct DuckDBStringPointer
        {
            public uint length;
            public fixed sbyte prefix[4];
            public sbyte* ptr;
        }

        [StructLayout(LayoutKind.Sequential)]
        public unsafe struct DuckDBStringInlined
        {
            public uint length;
            public fixed sbyte inlined[12];
        }
    }
}
