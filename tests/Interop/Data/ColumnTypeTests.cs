using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Data;

/// <summary>
/// Every type of column, read, bound and appended. What was written is compared in the engine with the literal, so that
/// a mistake made alike in both directions shows.
/// </summary>
public sealed class ColumnTypeTests
{
    [Theory]
    [MemberData(nameof(ColumnCase.Names), MemberType = typeof(ColumnCase))]
    public void A_value_is_read(string name)
    {
        var column = ColumnCase.All[name];
        using var connection = Engine.InMemory();
        using var command = connection.Command($"select {column.TypedLiteral}");
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.False(reader.IsDBNull(0));
        Assert.Equal(column.Value, ColumnCase.Read(reader.GetValue(0)));
        Assert.False(reader.Read());
    }

    [Theory]
    [MemberData(nameof(ColumnCase.Names), MemberType = typeof(ColumnCase))]
    public void A_null_is_read_beside_a_value(string name)
    {
        var column = ColumnCase.All[name];
        using var connection = Engine.InMemory();
        using var command = connection.Command($"select * from (values ({column.TypedLiteral}), (null), ({column.TypedLiteral}))");
        using var reader = command.ExecuteReader();
        var nulls = new List<bool>();
        while (reader.Read())
        {
            nulls.Add(reader.IsDBNull(0));
            Assert.Equal(reader.IsDBNull(0), reader.GetValue(0) is DBNull);
        }

        Assert.Equal([false, true, false], nulls);
    }

    [Theory]
    [MemberData(nameof(ColumnCase.Bindable), MemberType = typeof(ColumnCase))]
    public void A_value_is_bound_as_a_parameter(string name)
    {
        var column = ColumnCase.All[name];
        using var connection = Engine.InMemory();
        connection.Execute($"create table t(v {column.Type})");

        connection.Execute("insert into t values (?)", column.Value);

        AssertStored(connection, column);
    }

    [Theory]
    [MemberData(nameof(ColumnCase.Appendable), MemberType = typeof(ColumnCase))]
    public void A_value_is_appended(string name)
    {
        var column = ColumnCase.All[name];
        Assert.NotNull(column.Append);
        using var connection = Engine.InMemory();
        connection.Execute($"create table t(v {column.Type})");

        using (var appender = connection.CreateAppender("t"))
        {
            column.Append(appender.CreateRow()).EndRow();
        }

        AssertStored(connection, column);
    }

    [Theory]
    [MemberData(nameof(ColumnCase.Names), MemberType = typeof(ColumnCase))]
    public void A_null_is_bound(string name)
    {
        using var connection = Engine.InMemory();
        connection.Execute($"create table t(v {ColumnCase.All[name].Type})");

        connection.Execute("insert into t values (?)", [null]);

        Assert.Equal(1L, connection.Scalar("select count(*) from t where v is null"));
    }

    [Theory]
    [MemberData(nameof(ColumnCase.Appendable), MemberType = typeof(ColumnCase))]
    public void A_null_is_appended(string name)
    {
        using var connection = Engine.InMemory();
        connection.Execute($"create table t(v {ColumnCase.All[name].Type})");

        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendNullValue().EndRow();
        }

        Assert.Equal(1L, connection.Scalar("select count(*) from t where v is null"));
    }

    [Fact]
    public void A_list_with_nulls_is_read_as_a_list_of_nullables()
    {
        using var connection = Engine.InMemory();

        Assert.Equal([1, null, 3], connection.Scalar<List<int?>>("select [1, null, 3]"));
        Assert.Equal(["a", null], connection.Scalar<List<string?>>("select ['a', null]"));
        Assert.Throws<InvalidCastException>(() => connection.Scalar("select [1, null, 3]"));
    }

    [Fact]
    public void A_character_of_code_0_is_kept_in_what_is_read_and_bound()
    {
        using var connection = Engine.InMemory();

        Assert.Equal("a\0b", connection.Scalar("select 'a' || chr(0) || 'b'"));
        Assert.Equal("a\0b", connection.Scalar("select ?", "a\0b"));
        Assert.Equal(2003L, connection.Scalar("select length(?)", "a\0b" + new string('c', 2000)));
        Assert.Equal(true, connection.Scalar("select ? = 'a' || chr(0) || 'b'", "a\0b"));
    }

    [Fact]
    public void The_appender_of_the_provider_ends_a_text_at_a_character_of_code_0()
    {
        using var connection = Engine.InMemory();
        connection.Execute("create table t(v varchar)");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue("a\0b").EndRow();
        }

        Assert.Equal("a", connection.Scalar("select v from t"));
    }

    [Fact]
    public void Values_of_one_vector_after_another_are_read()
    {
        using var connection = Engine.InMemory();
        using var command = connection.Command("select i, 'text of row ' || i, case when i % 3 = 0 then null else i::decimal(12,2) / 4 end from range(10000) r(i) order by i");
        using var reader = command.ExecuteReader();
        var row = 0L;
        while (reader.Read())
        {
            Assert.Equal(row, reader.GetInt64(0));
            Assert.Equal("text of row " + row.ToString(System.Globalization.CultureInfo.InvariantCulture), reader.GetString(1));
            Assert.Equal(row % 3 == 0, reader.IsDBNull(2));
            row++;
        }

        Assert.Equal(10_000, row);
    }

    private static void AssertStored(DuckDBConnection connection, ColumnCase column)
    {
        using (var command = connection.Command("select v from t"))
        using (var reader = command.ExecuteReader())
        {
            Assert.True(reader.Read());
            Assert.Equal(column.Value, ColumnCase.Read(reader.GetValue(0)));
        }

        Assert.Equal(true, connection.Scalar($"select v is not distinct from {column.TypedLiteral} from t"));
    }
}
