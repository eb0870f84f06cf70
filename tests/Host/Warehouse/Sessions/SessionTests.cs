using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Warehouse.Sessions;

public sealed class SessionTests : IDisposable
{
    private readonly LoadBed _bed = new();

    private string Data => Path.Combine(_bed.Directory, "data");

    [Fact]
    public void Time_is_UTC_whatever_the_machine_says()
    {
        using var session = Open();
        Assert.Equal("UTC", session.Scalar<string>("SELECT current_setting('TimeZone')"));
    }

    [Theory]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET GLOBAL allowed_directories = ['/']")]
    [InlineData("SET threads = 1")]
    [InlineData("RESET lock_configuration")]
    [InlineData("ATTACH 'other.duckdb'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("COPY (SELECT 1) TO '/tmp/merit-out.csv'")]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    public void Nothing_opens_it_again(string statement)
    {
        using var session = Open();
        Assert.Equal(WarehouseRules.EngineRefused, Assert.Single(Assert.Throws<MeritException>(() => session.Execute(statement)).Diagnostics).Rule);
    }

    [Fact]
    public void It_reads_the_folders_it_was_given_and_no_other()
    {
        var inside = _bed.Write("data/deep/a.csv", "a\n1\n");
        var outside = _bed.Write("b.csv", "a\n1\n");
        using var session = Open();
        Assert.Equal(1, session.Scalar<long>($"SELECT a FROM read_csv('{inside}')"));
        Assert.Throws<MeritException>(() => session.Scalar<long>($"SELECT a FROM read_csv('{outside}')"));
        Assert.Throws<MeritException>(() => session.Scalar<long>($"SELECT a FROM read_csv('{Data}/../b.csv')"));
    }

    [Fact]
    public void An_error_of_the_engine_is_one_line_with_a_code()
    {
        using var session = Open();
        var error = Assert.Throws<MeritException>(() => session.Execute("SELECT nothing FROM nowhere"));
        Assert.StartsWith("The warehouse engine gave an error: Catalog Error: Table with name nowhere does not exist!", Assert.Single(error.Diagnostics).Message);
        Assert.DoesNotContain('\n', error.Message);
        Assert.NotNull(error.InnerException);
    }

    [Fact]
    public void Parameters_rows_and_single_values()
    {
        using var session = Open();
        Assert.Equal(0, session.Execute("CREATE TABLE t (a BIGINT, b VARCHAR)"));
        Assert.Equal(2, session.Execute("INSERT INTO t VALUES ($1, $2), ($3, 'y')", 1, null, 2));
        session.Append("", "main", "t", appender => appender.CreateRow().AppendValue(3L).AppendValue("z").EndRow());
        Assert.Equal([(1L, null), (2L, "y"), (3L, "z")], session.Query("SELECT * FROM t ORDER BY a", r => (r.GetInt64(0), r.IsDBNull(1) ? null : r.GetString(1))));
        Assert.Equal(3, session.Scalar<long>("SELECT count(*) FROM t"));
        Assert.Null(session.Scalar<long?>("SELECT max(a) FROM t WHERE a > 9"));
        Assert.Null(session.Scalar<string>("SELECT b FROM t WHERE a > 9"));
    }

    [Fact]
    public void What_does_not_fit_into_memory_is_spilled()
    {
        using var session = Session.Open(Path.Combine(_bed.Directory, "w.duckdb"), Settings() with { MemoryLimit = "60MB", Threads = 1 });
        session.Execute("CREATE TEMP TABLE big AS SELECT i, md5(i::VARCHAR) AS text FROM range(1500000) AS r(i)");
        Assert.Equal(1_500_000, session.Scalar<long>("SELECT count(*) FROM (SELECT * FROM big ORDER BY text)"));
        Assert.NotEmpty(Directory.EnumerateFiles(Path.Combine(_bed.Directory, "temp")));
    }

    [Fact]
    public void A_cancelled_statement_stops()
    {
        using var stop = new CancellationTokenSource();
        using var session = Session.Open(Path.Combine(_bed.Directory, "w.duckdb"), Settings(), stop.Token);
        stop.CancelAfter(TimeSpan.FromMilliseconds(50));
        Assert.Throws<OperationCanceledException>(() => session.Scalar<long>("SELECT count(*) FROM range(1000000) AS a, range(1000000) AS b WHERE hash(a.range + b.range) = 1"));
    }

    [Fact]
    public void A_reader_cannot_write_and_several_read_at_once()
    {
        var file = Path.Combine(_bed.Directory, "w.duckdb");
        using (var writer = Session.Open(file, Settings()))
        {
            writer.Execute("CREATE TABLE t AS SELECT 1 AS a");
        }

        using var one = Session.Open(file, Settings() with { ReadOnly = true });
        using var two = Session.Open(file, Settings() with { ReadOnly = true });
        Assert.Equal(2, one.Scalar<int>("SELECT a FROM t") + two.Scalar<int>("SELECT a FROM t"));
        Assert.Throws<MeritException>(() => one.Execute("INSERT INTO t VALUES (2)"));
    }

    public void Dispose() => _bed.Dispose();

    private Session Open() => Session.Open(Path.Combine(_bed.Directory, "w.duckdb"), Settings());

    private SessionSettings Settings() => new() { TempDirectory = Path.Combine(_bed.Directory, "temp"), AllowedDirectories = [Data] };
}
