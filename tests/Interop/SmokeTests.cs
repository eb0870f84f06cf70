using DuckDB.NET.Data;

namespace Merit.Interop.Tests;

public sealed class SmokeTests
{
    [Fact]
    public void Opens_queries_appends()
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "create table t(a int, b varchar)";
        command.ExecuteNonQuery();
        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue((int?)1).AppendValue("two").EndRow();
        }

        command.CommandText = "select a, b from t";
        using var reader = command.ExecuteReader();
        Assert.True(reader.Read());
        Assert.Equal(1, reader.GetInt32(0));
        Assert.Equal("two", reader.GetString(1));
        Assert.False(reader.Read());
    }
}
