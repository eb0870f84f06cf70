using DuckDB.NET.Data;

namespace Merit.Interop.Tests.Data;

/// <summary>Results that are computed while they are read, and queries that are stopped.</summary>
public sealed class StreamingTests : IDisposable
{
    private readonly DuckDBConnection connection = Engine.InMemory();

    public void Dispose() => connection.Dispose();

    [Fact]
    public void A_streamed_result_is_read_to_its_end()
    {
        using var command = connection.Command("select range, 'row ' || range from range(300000)");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        var row = 0L;
        while (reader.Read())
        {
            Assert.Equal(row++, reader.GetInt64(0));
        }

        Assert.Equal(300_000, row);
        Assert.False(reader.Read());
    }

    [Fact]
    public void A_streamed_result_is_not_computed_ahead()
    {
        var computed = 0L;
        connection.RegisterScalarFunction<long, long>("counted", value =>
        {
            Interlocked.Increment(ref computed);
            return value;
        });
        connection.Execute("create table t as select range v from range(10000000)");
        using var command = connection.Command("select counted(v) from t");
        command.UseStreamingMode = true;
        using (var reader = command.ExecuteReader())
        {
            Assert.True(reader.Read());
        }

        Assert.InRange(Interlocked.Read(ref computed), 1, 9_999_999);
        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public void An_empty_streamed_result_has_no_rows()
    {
        using var command = connection.Command("select 1 where false");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();

        Assert.False(reader.HasRows);
        Assert.False(reader.Read());
    }

    [Fact]
    public void An_error_in_the_middle_of_a_stream_is_an_exception()
    {
        connection.Execute("create table t as select case when range = 900000 then 'x' else range::varchar end as v from range(1000000)");
        using var command = connection.Command("select v::bigint from t");
        command.UseStreamingMode = true;

        var problem = Assert.Throws<DuckDBException>(() =>
        {
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
            }
        });

        Assert.Contains("Could not convert string 'x' to INT64", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_query_is_cancelled()
    {
        using var started = new ManualResetEventSlim();
        using var cancelled = new ManualResetEventSlim();
        connection.RegisterScalarFunction<long, long>("gate", value =>
        {
            started.Set();
            cancelled.Wait();
            return value;
        });
        using var command = connection.Command("select sum(gate(range)) from range(10000000)");

        var running = Task.Run(command.ExecuteScalar, TestContext.Current.CancellationToken);
        started.Wait(TestContext.Current.CancellationToken);
        command.Cancel();
        cancelled.Set();
        await Assert.ThrowsAsync<OperationCanceledException>(() => running);

        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public async Task A_cancellation_token_stops_the_query()
    {
        using var source = new CancellationTokenSource();
        connection.RegisterScalarFunction<long, long>("pull", value =>
        {
            source.Cancel();
            return value;
        });
        await using var command = connection.Command("select sum(pull(range)) from range(10000000)");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => command.ExecuteScalarAsync(source.Token));

        Assert.Equal(1, connection.Scalar("select 1"));
    }

    [Fact]
    public void Progress_can_be_asked_for() =>
        Assert.InRange(connection.GetQueryProgress().Percentage, -1, 100);
}
