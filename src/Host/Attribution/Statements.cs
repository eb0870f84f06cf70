using DuckDB.NET.Data;

namespace Merit.Host.Attribution;

/// <summary>Runs the statements of this stage on the engine.</summary>
internal static class Statements
{
    /// <summary>A text as the engine reads it.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>A name as the engine reads it.</summary>
    public static string Name(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public static void Run(this DuckDBConnection warehouse, string statement)
    {
        using var command = warehouse.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    /// <summary>The first row of an answer, empty where there is none.</summary>
    public static object?[] Row(this DuckDBConnection warehouse, string query)
    {
        using var command = warehouse.CreateCommand();
        command.CommandText = query;
        using var reader = command.ExecuteReader();
        if (!reader.Read())
        {
            return [];
        }

        var row = new object?[reader.FieldCount];
        for (var i = 0; i < row.Length; i++)
        {
            row[i] = reader.IsDBNull(i) ? null : reader.GetValue(i);
        }

        return row;
    }
}
