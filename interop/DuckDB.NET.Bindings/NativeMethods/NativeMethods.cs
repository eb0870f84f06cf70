namespace DuckDB.NET.Native;

/// <summary>
/// The C interface of the engine, as far as DuckDB.NET.Data calls it: one nested class a topic, under the names and signatures
/// DuckDB.NET.Data was compiled against. Where those lose something the C interface has (a length, the width of a number),
/// a method here stands between.
/// </summary>
public static partial class NativeMethods
{
    private const string Library = "duckdb";
}
