namespace DuckDB.NET.Native;

/// <summary>A string that stays the engine's: read, never freed.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(EngineString))]
internal static unsafe class EngineString
{
    public static string? ConvertToManaged(byte* text) => Utf8StringMarshaller.ConvertToManaged(text);
}
