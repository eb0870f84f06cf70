using DuckDB.NET.Data;

namespace Merit.Interop.Tests;

/// <summary>Short forms of what most tests do.</summary>
internal static class Engine
{
    public static DuckDBConnection InMemory(string options = "") => Open(":memory:", options);

    public static DuckDBConnection Open(string dataSource, string options = "")
    {
        var connection = new DuckDBConnection($"DataSource={dataSource};{options}");
        connection.Open();
        return connection;
    }

    public static int Execute(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    public static object? Scalar(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        return command.ExecuteScalar();
    }

    public static T Scalar<T>(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        using var command = connection.Command(sql, parameters);
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        return reader.GetFieldValue<T>(0);
    }

    public static DuckDBCommand Command(this DuckDBConnection connection, string sql, params object?[] parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var value in parameters)
        {
            command.Parameters.Add(new DuckDBParameter(value ?? DBNull.Value));
        }

        return command;
    }
}
