using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Data;

public sealed class ParameterTests : IDisposable
{
    private readonly DuckDBConnection connection = Engine.InMemory();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Parameters_without_names_are_taken_in_order() =>
        Assert.Equal("b-a-c", connection.Scalar("select $2 || '-' || $1 || '-' || $3", "a", "b", "c"));

    [Fact]
    public void Parameters_with_names_are_found_by_name()
    {
        using var command = connection.Command("select $first - $second - $first");
        command.Parameters.Add(new DuckDBParameter("second", 10));
        command.Parameters.Add(new DuckDBParameter("unused", 1_000));
        command.Parameters.Add(new DuckDBParameter("first", 3));

        Assert.Equal(-10, command.ExecuteScalar());
    }

    [Fact]
    public void Many_parameters_are_bound_each_to_its_place()
    {
        var values = Enumerable.Range(0, 500).Cast<object?>().ToArray();
        var sql = "select list_sum([" + string.Join(',', Enumerable.Range(1, values.Length).Select(index => $"${index} * {index}")) + "])::bigint";

        Assert.Equal(Enumerable.Range(0, 500).Sum(value => (long)value * (value + 1)), connection.Scalar(sql, values));
    }

    [Fact]
    public void A_command_runs_again_with_other_values()
    {
        using var command = connection.Command("select (? * 2)::int", 1);
        Assert.Equal(2, command.ExecuteScalar());

        command.Parameters[0].Value = 21;
        Assert.Equal(42, command.ExecuteScalar());
    }

    [Fact]
    public void A_missing_parameter_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => connection.Scalar("select ? + ?", 1));

    [Fact]
    public void A_list_is_a_parameter()
    {
        Assert.Equal(2L, connection.Scalar("select count(*) from range(10) t(i) where i in (select unnest(?))", new List<long> { 3, 7, 70 }));
        Assert.Equal(true, connection.Scalar("select ?::varchar[] = ['a', null, '漢字']", new List<string?> { "a", null, "漢字" }));
        Assert.Equal(true, connection.Scalar("select ?::integer[][] = [[1], []]", new List<List<int>> { new() { 1 }, new() }));
    }

    [Fact]
    public void A_list_the_engine_cannot_build_is_an_error_and_not_a_crash()
    {
        connection.Execute("create table t(v tinyint[])");

        Assert.Throws<DuckDBException>(() => connection.Execute("insert into t values (?)", new List<int> { 1, 1_000 }));
    }

    [Theory]
    [InlineData("1000")]
    [InlineData("0.01")]
    [InlineData("-79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001")]
    public void A_decimal_parameter_is_exact(string text) =>
        Assert.Equal(text, connection.Scalar("select ?::varchar", decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Statements_in_one_text_run_one_after_another()
    {
        using var command = connection.Command("create table t(v int); insert into t values (1), (2), (3); select sum(v)::int from t; select max(v) from t");
        using var reader = command.ExecuteReader();

        Assert.True(reader.Read());
        Assert.Equal(6, reader.GetInt32(0));
        Assert.True(reader.NextResult());
        Assert.True(reader.Read());
        Assert.Equal(3, reader.GetInt32(0));
        Assert.False(reader.NextResult());
    }

    [Fact]
    public void Changed_rows_are_counted()
    {
        connection.Execute("create table t(v int)");

        Assert.Equal(5, connection.Execute("insert into t select range from range(5)"));
        Assert.Equal(2, connection.Execute("delete from t where v >= ?", 3));
    }

    [Fact]
    public void A_prepared_statement_of_the_engine_is_executed()
    {
        connection.Execute("prepare add as select $1 + $2");

        Assert.Equal(5, connection.Scalar("execute add(2, 3)"));
    }
}
