namespace DuckDB.NET.Native;

/// <summary>A string the engine gives away: read, then freed with duckdb_free.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(GivenString))]
internal static unsafe class GivenString
{
    public static string? ConvertToManaged(byte* text) => Utf8StringMarshaller.ConvertToManaged(text);

    public static void Free(byte* text) => NativeMethods.Helpers.DuckDBFree((IntPtr)text);
}
