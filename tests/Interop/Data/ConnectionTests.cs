using DuckDB.NET.Data;
using DuckDB.NET.Native;

namespace Merit.Interop.Tests.Data;

/// <summary>Opening, settings, transactions, errors.</summary>
public sealed class ConnectionTests
{
    [Fact]
    public void A_file_keeps_its_rows_and_is_opened_again_under_a_name_of_any_letters()
    {
        using var file = new TemporaryFile("données 漢字.duckdb");
        using (var connection = Engine.Open(file.Path))
        {
            connection.Execute("create table t as select 42 as v");
        }

        using var again = Engine.Open(file.Path);
        Assert.Equal(42, again.Scalar("select v from t"));
    }

    [Fact]
    public void Settings_are_given_when_opening()
    {
        using var connection = Engine.InMemory("memory_limit=256MiB;threads=2;preserve_insertion_order=false");

        Assert.Equal("256.0 MiB", connection.Scalar("select current_setting('memory_limit')"));
        Assert.Equal(2L, connection.Scalar("select current_setting('threads')"));
        Assert.Equal(false, connection.Scalar("select current_setting('preserve_insertion_order')"));
    }

    [Fact]
    public void The_builder_writes_the_same_settings()
    {
        var builder = new DuckDBConnectionStringBuilder { DataSource = ":memory:", Threads = 1, MemoryLimit = "128MiB", AccessMode = DuckDBAccessMode.Automatic };
        using var connection = new DuckDBConnection(builder.ConnectionString);
        connection.Open();

        Assert.Equal("128.0 MiB", connection.Scalar("select current_setting('memory_limit')"));
    }

    [Fact]
    public void A_read_only_file_takes_no_writes()
    {
        using var file = new TemporaryFile();
        using (var connection = Engine.Open(file.Path))
        {
            connection.Execute("create table t(v int)");
        }

        using var reader = Engine.Open(file.Path, "access_mode=read_only");
        var problem = Assert.Throws<DuckDBException>(() => reader.Execute("insert into t values (1)"));
        Assert.Contains("read-only", problem.Message, StringComparison.Ordinal);
        Assert.Equal(0L, reader.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Connections_to_one_file_share_it_and_the_settings_of_the_first()
    {
        using var file = new TemporaryFile();
        using var first = Engine.Open(file.Path);
        using var second = Engine.Open(file.Path, "access_mode=read_only");

        first.Execute("create table t(v int)");
        second.Execute("insert into t values (1)");

        Assert.Equal(1L, first.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Databases_in_memory_are_apart_unless_shared_or_duplicated()
    {
        using var one = Engine.InMemory();
        using var other = Engine.InMemory();
        one.Execute("create table t(v int)");
        using var duplicate = one.Duplicate();
        duplicate.Open();

        Assert.Throws<DuckDBException>(() => other.Scalar("select count(*) from t"));
        Assert.Equal(0L, duplicate.Scalar("select count(*) from t"));
    }

    [Fact]
    public void A_setting_the_engine_does_not_take_is_an_error()
    {
        Assert.Throws<DuckDBException>(() => Engine.InMemory("memory_limit=plenty"));
        Assert.Throws<InvalidOperationException>(() => Engine.InMemory("no_such_setting=1"));
    }

    [Fact]
    public void A_file_that_cannot_be_opened_is_an_error_with_the_engines_words()
    {
        using var file = new TemporaryFile();
        File.WriteAllText(file.Path, new string('x', 20_000));

        var problem = Assert.Throws<DuckDBException>(() => Engine.Open(file.Path));
        Assert.Contains("not a valid DuckDB database file", problem.Message, StringComparison.Ordinal);

        problem = Assert.Throws<DuckDBException>(() => Engine.Open(Path.Combine(file.Path, "below", "a.duckdb")));
        Assert.Contains("IO Error", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_text_is_an_error_with_the_place()
    {
        using var connection = Engine.InMemory();

        var syntax = Assert.Throws<DuckDBException>(() => connection.Execute("selec 1"));
        var name = Assert.Throws<DuckDBException>(() => connection.Execute("select nothing from range(3)"));

        Assert.StartsWith("Parser Error: syntax error at or near \"selec\"", syntax.Message, StringComparison.Ordinal);
        Assert.StartsWith("Binder Error: Referenced column \"nothing\" not found", name.Message, StringComparison.Ordinal);
        Assert.Contains("LINE 1: select nothing from range(3)", name.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_data_is_an_error_with_its_kind()
    {
        using var connection = Engine.InMemory();
        connection.Execute("create table t(v varchar, k int unique); insert into t values ('漢字', 1)");

        var conversion = Assert.Throws<DuckDBException>(() => connection.Scalar("select v::int from t"));
        var constraint = Assert.Throws<DuckDBException>(() => connection.Execute("insert into t values ('x', 1)"));

        Assert.Equal(DuckDBErrorType.Conversion, conversion.ErrorType);
        Assert.Contains("漢字", conversion.Message, StringComparison.Ordinal);
        Assert.Equal(DuckDBErrorType.Constraint, constraint.ErrorType);
    }

    [Fact]
    public void A_transaction_is_committed_or_rolled_back()
    {
        using var connection = Engine.InMemory();
        connection.Execute("create table t(v int)");

        using (var transaction = connection.BeginTransaction())
        {
            connection.Execute("insert into t values (1)");
            transaction.Commit();
        }

        using (connection.BeginTransaction())
        {
            connection.Execute("insert into t values (2)");
            Assert.Throws<InvalidOperationException>(() => connection.BeginTransaction());
        }

        Assert.Equal(1, connection.Scalar("select sum(v)::int from t"));
    }

    [Fact]
    public void What_an_open_transaction_wrote_is_seen_by_others_after_the_commit()
    {
        using var file = new TemporaryFile();
        using var writer = Engine.Open(file.Path);
        using var reader = Engine.Open(file.Path);
        writer.Execute("create table t(v int)");

        using var transaction = writer.BeginTransaction();
        writer.Execute("insert into t values (1)");
        Assert.Equal(0L, reader.Scalar("select count(*) from t"));
        transaction.Commit();
        Assert.Equal(1L, reader.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Rows_of_an_appender_belong_to_the_transaction()
    {
        using var connection = Engine.InMemory();
        connection.Execute("create table t(v int)");
        using (var transaction = connection.BeginTransaction())
        {
            using (var appender = connection.CreateAppender("t"))
            {
                appender.CreateRow().AppendValue((int?)1).EndRow();
            }

            Assert.Equal(1L, connection.Scalar("select count(*) from t"));
            transaction.Rollback();
        }

        Assert.Equal(0L, connection.Scalar("select count(*) from t"));
    }

    [Fact]
    public void Connections_on_many_threads_do_not_disturb_each_other()
    {
        using var file = new TemporaryFile();
        using var keeper = Engine.Open(file.Path);
        keeper.Execute("create table t as select range v from range(10000)");

        Parallel.For(0, 16, worker =>
        {
            using var connection = Engine.Open(file.Path);
            for (var round = 0; round < 5; round++)
            {
                Assert.Equal(10_000L - worker, connection.Scalar("select count(*) from t where v >= ?", worker));
            }
        });
    }

    [Fact]
    public void Json_parquet_and_time_zones_are_built_in()
    {
        using var file = new TemporaryFile("rows.parquet");
        using var connection = Engine.InMemory();
        connection.Execute($"copy (select 1 as a, 'x' as b) to '{file.Path}' (format parquet)");

        Assert.Equal("x", connection.Scalar($"select b from '{file.Path}'"));
        Assert.Equal("v", connection.Scalar("""select '{"k": "v"}'::json ->> 'k'"""));
        Assert.Equal(
            new DateTime(2024, 2, 29, 20, 0, 0, DateTimeKind.Unspecified),
            connection.Scalar("select timezone('Asia/Shanghai', timestamptz '2024-02-29 12:00:00+00')"));
    }

    [Fact]
    public void Reading_as_Arrow_is_refused_with_the_reason()
    {
        using var connection = Engine.InMemory();
        using var command = connection.Command("select 1");

        var problem = Assert.Throws<NotSupportedException>(command.ExecuteArrowStream);

        Assert.Contains("Apache.Arrow", problem.Message, StringComparison.Ordinal);
    }
}
