using System.Globalization;
using DuckDB.NET.Data;
using DuckDB.NET.Data.Mapping;

namespace Merit.Interop.Tests.Data;

public sealed class AppenderTests : IDisposable
{
    private readonly DuckDBConnection connection = Engine.InMemory();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void A_hundred_thousand_rows_of_mixed_types_arrive_as_they_were_given()
    {
        connection.Execute("create table t(id int, name varchar, amount decimal(18,4), tags varchar[], moment timestamp, score double, day date)");
        using (var appender = connection.CreateAppender("t"))
        {
            for (var id = 0; id < 100_000; id++)
            {
                var row = appender.CreateRow().AppendValue((int?)id);
                row = id % 7 == 0 ? row.AppendNullValue() : row.AppendValue("name " + id.ToString(CultureInfo.InvariantCulture));
                row = id % 5 == 0 ? row.AppendNullValue() : row.AppendValue((decimal?)(id - 0.0625m));
                row = id % 3 == 0 ? row.AppendNullValue() : row.AppendValue<string>([.. Enumerable.Range(0, id % 3).Select(item => FormattableString.Invariant($"{id}/{item}"))]);
                row.AppendValue((DateTime?)DateTime.UnixEpoch.AddSeconds(id))
                    .AppendValue((double?)(id / 8.0))
                    .AppendValue((DateOnly?)new DateOnly(2000, 1, 1).AddDays(id % 1000))
                    .EndRow();
            }
        }

        Assert.Equal(100_000L, connection.Scalar("select count(*) from t"));
        Assert.Equal(0L, connection.Scalar("""
            select count(*) from t
            where name is distinct from case when id % 7 = 0 then null else 'name ' || id end
               or amount is distinct from case when id % 5 = 0 then null else id - 0.0625 end
               or tags is distinct from case when id % 3 = 0 then null else list_transform(range(id % 3), lambda item: id || '/' || item) end
               or moment is distinct from timestamp '1970-01-01' + to_seconds(id)
               or score is distinct from id / 8.0
               or day is distinct from date '2000-01-01' + (id % 1000)
            """));
    }

    [Fact]
    public void Rows_appended_by_a_callback_arrive()
    {
        connection.Execute("create table t(a int, b varchar)");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.AppendRow(row => row.AppendValue((int?)1).AppendValue("x"));
            appender.AppendRow(2, (row, value) => row.AppendValue((int?)value).AppendNullValue());
        }

        Assert.Equal("1x,2", connection.Scalar("select string_agg(concat(a, b), ',' order by a) from t"));
    }

    [Fact]
    public void A_default_of_the_column_is_appended()
    {
        connection.Execute("create table t(a int default 42, b varchar default 'none')");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendDefault().AppendValue("given").EndRow();
            appender.CreateRow().AppendValue((int?)1).AppendDefault().EndRow();
        }

        Assert.Equal("42given,1none", connection.Scalar("select string_agg(a || b, ',' order by a desc) from t"));
    }

    [Fact]
    public void A_table_of_another_schema_is_found()
    {
        connection.Execute("create schema staging; create table staging.t(a int)");
        using (var appender = connection.CreateAppender("staging", "t"))
        {
            appender.CreateRow().AppendValue((int?)1).EndRow();
        }

        Assert.Equal(1, connection.Scalar("select a from staging.t"));
    }

    [Fact]
    public void Records_are_appended_by_a_map()
    {
        connection.Execute("create table t(id int, name varchar, born date)");
        using (var appender = connection.CreateAppender<Person, PersonMap>("t"))
        {
            appender.AppendRecords([new(1, "Ann", new DateOnly(1990, 2, 3)), new(2, Name: null, Born: null)]);
        }

        Assert.Equal("1|Ann|1990-02-03,2||", connection.Scalar("select string_agg(id || '|' || coalesce(name, '') || '|' || coalesce(born::varchar, ''), ',' order by id) from t"));
    }

    [Fact]
    public void A_table_that_is_not_there_is_an_error_of_the_engine()
    {
        var problem = Assert.Throws<DuckDBException>(() => connection.CreateAppender("nowhere"));

        Assert.Contains("nowhere", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_constraint_is_an_error_of_the_engine_and_leaves_the_connection_usable()
    {
        connection.Execute("create table t(a int primary key)");
        var problem = Assert.Throws<DuckDBException>(() =>
        {
            using var appender = connection.CreateAppender("t");
            appender.CreateRow().AppendValue((int?)1).EndRow();
            appender.CreateRow().AppendValue((int?)1).EndRow();
        });

        Assert.Contains("PRIMARY KEY", problem.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(0L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_decimal_too_wide_for_its_column_is_refused()
    {
        connection.Execute("create table t(a decimal(4,2))");
        using var appender = connection.CreateAppender("t");
        var row = appender.CreateRow();

        Assert.ThrowsAny<Exception>(() => row.AppendValue((decimal?)100m));
    }

    [Fact]
    public void Cleared_rows_do_not_arrive()
    {
        connection.Execute("create table t(a int)");
        using (var appender = connection.CreateAppender("t"))
        {
            appender.CreateRow().AppendValue((int?)1).EndRow();
            appender.Clear();
            appender.CreateRow().AppendValue((int?)2).EndRow();
        }

        Assert.Equal(2, connection.Scalar("select sum(a)::int from t"));
    }

    private sealed record Person(int Id, string? Name, DateOnly? Born);

    private sealed class PersonMap : DuckDBAppenderMap<Person>
    {
        public PersonMap()
        {
            Map(person => person.Id);
            Map(person => person.Name);
            Map(person => person.Born);
        }
    }
}
