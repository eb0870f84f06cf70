using System.Numerics;
using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Data;

public sealed class ScalarFunctionTests : IDisposable
{
    private readonly DuckDBConnection connection = Engine.InMemory();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void Functions_of_no_to_four_arguments_are_called()
    {
        connection.RegisterScalarFunction("f0", () => 7);
        connection.RegisterScalarFunction<int, int>("f1", a => a + 1);
        connection.RegisterScalarFunction<int, string, string>("f2", (a, b) => b + a.ToString(System.Globalization.CultureInfo.InvariantCulture));
        connection.RegisterScalarFunction<int, long, double, double>("f3", (a, b, c) => a + b + c);
        connection.RegisterScalarFunction<bool, decimal, DateTime, Guid, string>("f4", (a, b, c, d) => FormattableString.Invariant($"{a} {b:0.00} {c:yyyy-MM-dd} {d}"));

        Assert.Equal(7, connection.Scalar("select f0()"));
        Assert.Equal(3, connection.Scalar("select f1(2)"));
        Assert.Equal("漢字5", connection.Scalar("select f2(5, '漢字')"));
        Assert.Equal(6.5, connection.Scalar("select f3(1, 2::bigint, 3.5::double)"));
        Assert.Equal(
            "True 1.50 2024-02-29 4ac7a9e9-607c-4c8a-84f3-843f0191e3fd",
            connection.Scalar("select f4(true, 1.50::decimal(18,2), timestamp '2024-02-29', '4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'::uuid)"));
    }

    [Fact]
    public void Arguments_and_results_of_many_types_pass()
    {
        Same<bool>("boolean", "true");
        Same<sbyte>("tinyint", "-128");
        Same<short>("smallint", "-32768");
        Same<long>("bigint", "9223372036854775807");
        Same<ulong>("ubigint", "18446744073709551615");
        Same<float>("float", "1.5");
        Same<double>("double", "1e300");
        Same<BigInteger>("hugeint", "-170141183460469231731687303715884105728");
        Same<string>("varchar", "''");
        Same<string>("varchar", "'a text longer than twelve bytes 漢字'");
        Same<DateOnly>("date", "'2024-02-29'");
        Same<TimeOnly>("time", "'23:59:59.999999'");
        Same<DateTime>("timestamp", "'2024-02-29 01:02:03.456789'");
        Same<TimeSpan>("interval", "'3 days 04:05:06'");
        Same<Guid>("uuid", "'4ac7a9e9-607c-4c8a-84f3-843f0191e3fd'");

        void Same<T>(string type, string literal)
        {
            var name = "same_" + type;
            if (connection.Scalar("select count(*) from duckdb_functions() where function_name = ?", name) is 0L)
            {
                connection.RegisterScalarFunction<T, T>(name, value => value);
            }

            Assert.Equal(true, connection.Scalar($"select {name}(({literal})::{type}) = ({literal})::{type}"));
        }
    }

    [Fact]
    public void Any_number_of_arguments_is_one_array()
    {
        connection.RegisterScalarFunction<long, long>("total", values => values.Sum());

        Assert.Equal(10L, connection.Scalar("select total(1::bigint, 2::bigint, 3::bigint, 4::bigint)"));
    }

    [Fact]
    public void A_null_argument_gives_null_without_a_call_unless_the_function_takes_nulls()
    {
        var calls = 0;
        connection.RegisterScalarFunction<int, int>("plain", value =>
        {
            Interlocked.Increment(ref calls);
            return value;
        });
        connection.RegisterScalarFunction<int?, int>("coalesced", value => value ?? -1);

        Assert.Equal(DBNull.Value, connection.Scalar("select plain(null::int)"));
        Assert.Equal(0, calls);
        Assert.Equal(-1, connection.Scalar("select coalesced(null::int)"));
        Assert.Equal(4, connection.Scalar("select coalesced(4)"));
    }

    [Fact]
    public void A_null_result_is_null()
    {
        connection.RegisterScalarFunction<int, int?>("odd", value => value % 2 == 0 ? null : value);

        Assert.Equal(5_000L, connection.Scalar("select count(odd(i::int)) from range(10000) t(i)"));
    }

    [Fact]
    public void A_function_is_called_for_every_row_by_every_thread_of_the_engine()
    {
        connection.RegisterScalarFunction<long, string>("tag", value => "#" + value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        connection.Execute("set threads = 4; create table t as select range v from range(500000)");

        Assert.Equal(0L, connection.Scalar("select count(*) from t where tag(v) <> '#' || v"));
        Assert.Equal(500_000L, connection.Scalar("select count(distinct tag(v)) from t"));
    }

    [Fact]
    public void What_a_function_throws_is_an_error_of_the_query()
    {
        connection.RegisterScalarFunction<int, int>("fails", value => value == 3 ? throw new InvalidOperationException("no threes – 三") : value);

        var problem = Assert.Throws<DuckDBException>(() => connection.Scalar("select max(fails(i::int)) from range(10) t(i)"));

        Assert.Contains("no threes – 三", problem.Message, StringComparison.Ordinal);
        Assert.IsType<InvalidOperationException>(problem.InnerException);
        Assert.Equal(2, connection.Scalar("select fails(2)"));
    }

    [Fact]
    public void The_readers_and_the_writer_of_a_chunk_can_be_used_directly()
    {
        connection.RegisterScalarFunction<string, int>(
            "bytes",
            (readers, writer, rows) =>
            {
                for (ulong row = 0; row < rows; row++)
                {
                    writer.WriteValue(System.Text.Encoding.UTF8.GetByteCount(readers[0].GetValue<string>(row)), row);
                }
            });

        Assert.Equal(6, connection.Scalar("select bytes('漢字')"));
    }

    [Fact]
    public void A_registered_function_lives_as_long_as_its_connection()
    {
        for (var round = 0; round < 20; round++)
        {
            using var other = Engine.InMemory();
            var captured = round;
            other.RegisterScalarFunction<int, int>("plus", value => value + captured);
            GC.Collect();
            Assert.Equal(100 + round, other.Scalar("select plus(100)"));
        }
    }
}
