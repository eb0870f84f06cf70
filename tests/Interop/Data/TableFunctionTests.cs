using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Merit.Interop.Tests.Data;

public sealed class TableFunctionTests : IDisposable
{
    private readonly DuckDBConnection connection = Engine.InMemory();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Rows_of_an_enumeration_are_a_table()
    {
        connection.RegisterTableFunction("people", () => People(5_000), person => new { person.Id, person.Name });

        Assert.Equal(5_000L, connection.Scalar("select count(*) from people()"));
        Assert.Equal("person 4999", connection.Scalar("select Name from people() where Id = 4999"));
        Assert.Equal(12_497_500L, connection.Scalar("select sum(Id)::bigint from people()"));
    }

    [Fact]
    public void Arguments_reach_the_function()
    {
        connection.RegisterTableFunction("some_people", (int count, string prefix) => People(count).Select(person => person with { Name = prefix + person.Name }), person => new { person.Id, person.Name });

        Assert.Equal("漢person 2", connection.Scalar("select max(Name) from some_people(3, '漢')"));
    }

    [Fact]
    public void A_table_with_its_own_writer_is_read()
    {
        connection.RegisterTableFunction<int>(
            "squares",
            parameters => new TableFunction([new ColumnInfo("n", typeof(int)), new ColumnInfo("square", typeof(long))], Enumerable.Range(1, parameters[0].GetValue<int>()), cardinality: null),
            (item, writers, row) =>
            {
                var number = (int)(item ?? 0);
                writers[0].WriteValue(number, row);
                writers[1].WriteValue((long)number * number, row);
            });

        Assert.Equal(338_350L, connection.Scalar("select sum(square)::bigint from squares(100)"));
        Assert.Equal(10_000L, connection.Scalar("select square from squares(100) where n = 100"));
    }

    [Fact]
    public void What_the_enumeration_throws_is_an_error_of_the_query()
    {
        connection.RegisterTableFunction("broken", Broken, value => new { value });

        var problem = Assert.Throws<DuckDBException>(() => connection.Scalar("select count(*) from broken()"));

        Assert.Contains("the source broke", problem.Message, StringComparison.Ordinal);
        Assert.Equal(1, connection.Scalar("select 1"));

        static IEnumerable<int> Broken()
        {
            yield return 1;
            throw new IOException("the source broke");
        }
    }

    [Theory]
    [InlineData("boolean", "true")]
    [InlineData("tinyint", "-7")]
    [InlineData("smallint", "-300")]
    [InlineData("integer", "-70000")]
    [InlineData("bigint", "-5000000000")]
    [InlineData("utinyint", "200")]
    [InlineData("usmallint", "60000")]
    [InlineData("uinteger", "4000000000")]
    [InlineData("ubigint", "18446744073709551615")]
    [InlineData("hugeint", "-170141183460469231731687303715884105728")]
    [InlineData("uhugeint", "340282366920938463463374607431768211455")]
    [InlineData("float", "1.5")]
    [InlineData("double", "-2.25")]
    [InlineData("varchar", "some text 漢字")]
    [InlineData("uuid", "4ac7a9e9-607c-4c8a-84f3-843f0191e3fd")]
    [InlineData("date", "2024-02-29")]
    [InlineData("time", "01:02:03.000004")]
    [InlineData("timestamp", "2024-02-29 01:02:03.000004")]
    [InlineData("timestamptz", "2024-02-29 01:02:03.000004+02")]
    [InlineData("timetz", "01:02:03.000004+02")]
    [InlineData("interval", "-3 days 01:02:03")]
    [InlineData("timestamp_s", "2024-02-29 01:02:03")]
    [InlineData("timestamp_ms", "2024-02-29 01:02:03.004")]
    [InlineData("timestamp_ns", "2024-02-29 01:02:03.0000045")]
    public void A_parameter_of_every_type_is_read(string type, string text)
    {
        var engineType = Enum.Parse<DuckDBType>(type switch
        {
            "utinyint" => "UnsignedTinyInt",
            "usmallint" => "UnsignedSmallInt",
            "uinteger" => "UnsignedInteger",
            "ubigint" => "UnsignedBigInt",
            "uhugeint" => "UnsignedHugeInt",
            _ => type.Replace("_", "", StringComparison.Ordinal),
        }, ignoreCase: true);
        object? seen = null;
        connection.RegisterTableFunction(
            "echo",
            parameters =>
            {
                seen = parameters[0].GetValue<object>();
                return new TableFunction([new ColumnInfo("n", typeof(int))], new[] { 1 }, cardinality: null);
            },
            (item, writers, row) => writers[0].WriteValue((int)(item ?? 0), row),
            engineType);

        Assert.Equal(1L, connection.Scalar($"select count(*) from echo('{text}'::{type})"));
        Assert.Equal(connection.Scalar($"select '{text}'::{type}"), seen);
    }

    [Fact]
    public void A_parameter_is_converted_where_nothing_is_lost_and_refused_otherwise()
    {
        Assert.Equal(5L, Read<long>("5::integer"));
        Assert.Equal(5m, Read<decimal>("5::bigint"));
        Assert.Equal(5, Read<int?>("5::integer"));
        Assert.Null(Read<int?>("null::integer"));
        Assert.Null(Read<string>("null::integer"));
        Assert.Equal((Int128)5, Read<Int128>("5::hugeint"));
        Assert.Equal(new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Unspecified), Read<DateTime>("date '2024-02-29'"));
        Assert.Equal(new DateTimeOffset(2024, 2, 29, 0, 0, 0, TimeSpan.Zero), Read<DateTimeOffset>("timestamptz '2024-02-29 00:00:00+00'"));
        Assert.Equal(new TimeSpan(1, 2, 3), Read<TimeSpan>("interval '01:02:03'"));
        Assert.Equal(12.34m, Read<decimal>("12.34::decimal(9,2)"));
        Assert.Throws<DuckDBException>(() => Read<int>("null::integer"));
        Assert.Throws<DuckDBException>(() => Read<Guid>("5::integer"));
        Assert.Throws<DuckDBException>(() => Read<byte>("300::integer"));
        Assert.Throws<DuckDBException>(() => Read<int>("[1]"));
    }

    private static IEnumerable<Person> People(int count) => Enumerable.Range(0, count).Select(id => new Person(id, FormattableString.Invariant($"person {id}")));

    private T? Read<T>(string literal)
    {
        T? seen = default;
        using var own = Engine.InMemory();
        own.RegisterTableFunction(
            "echo",
            parameters =>
            {
                seen = parameters[0].GetValue<T>();
                return new TableFunction([new ColumnInfo("n", typeof(int))], new[] { 1 }, cardinality: null);
            },
            (item, writers, row) => writers[0].WriteValue((int)(item ?? 0), row),
            DuckDBType.Any);
        own.Scalar($"select count(*) from echo({literal})");
        return seen;
    }

    private sealed record Person(int Id, string Name);
}
