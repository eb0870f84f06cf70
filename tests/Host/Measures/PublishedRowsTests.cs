using Merit.Diagnostics;
using Merit.Host.Measures;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Measures;

public sealed class PublishedRowsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Session _session;

    public PublishedRowsTests()
    {
        _session = Session.Open(Path.Combine(_folder.Path, "one.duckdb"), new SessionSettings { TempDirectory = Path.Combine(_folder.Path, "temp"), Threads = 2 });
        _session.Execute("CREATE TABLE numbers AS SELECT range AS n FROM range(1000)");
        _session.Execute("CREATE SEQUENCE asked");
    }

    [Fact]
    public void What_was_asked_once_is_not_asked_again()
    {
        using var rows = new PublishedRows(_session);
        const string Counting = "SELECT nextval('asked') + $1";
        Assert.Equal(11L, rows.Rows(Counting, [10L])[0][0]);
        Assert.Equal(11L, rows.Rows(Counting, [10L])[0][0]);
        Assert.Equal(22L, rows.Rows(Counting, [20L])[0][0]);
    }

    [Fact]
    public void A_number_and_its_text_are_different_questions()
    {
        using var rows = new PublishedRows(_session);
        const string Typed = "SELECT typeof($1)";
        Assert.NotEqual(rows.Rows(Typed, [1L])[0][0], rows.Rows(Typed, ["1"])[0][0]);
        Assert.NotEqual(rows.Rows("SELECT coalesce($1, 'none')", [null])[0][0], rows.Rows("SELECT coalesce($1, 'none')", [""])[0][0]);
    }

    [Fact]
    public async Task Many_may_ask_at_once()
    {
        using var rows = new PublishedRows(_session);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => rows.Rows("SELECT count(*) FROM numbers WHERE n < $1", [(long)(i % 8)])[0][0])));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => (object)(long)(i % 8)), answers);
    }

    [Fact]
    public void A_refused_statement_is_refused_again_and_spoils_nothing()
    {
        using var rows = new PublishedRows(_session);
        Assert.Throws<MeritException>(() => rows.Rows("SELECT nothing FROM nowhere", []));
        Assert.Throws<MeritException>(() => rows.Rows("SELECT nothing FROM nowhere", []));
        Assert.Equal(1000L, rows.Rows("SELECT count(*) FROM numbers", [])[0][0]);
    }

    public void Dispose()
    {
        _session.Dispose();
        _folder.Dispose();
    }
}
