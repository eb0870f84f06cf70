namespace DuckDB.NET.Native;

/// <summary>A single value, read as a .NET type.</summary>
public interface IDuckDBValueReader
{
    bool IsNull();

    T GetValue<T>();
}
