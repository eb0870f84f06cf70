using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>What only advertising platforms do: figures corrected afterwards, more of them than one answer holds, quota that names its wait.</summary>
public sealed class AdsTests
{
    public static TheoryData<string> Names => [.. Vendors.Names.Where(n => { using var server = Vendors.Serve(n); return server is AdsServer; })];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figures_that_are_corrected_are_read_again_and_others_are_not(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(450);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        server.Change();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.InRange(known.Given, 10, 450);
    }

    [Fact]
    public async Task Days_that_are_too_many_at_once_are_halved()
    {
        using var server = new MetaServer { Most = 4 };
        server.Fill(450);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.Equal(450, known.Given);
        server.Most = 0;
        var told = await Assert.ThrowsAsync<ConnectorException>(() => new KnownRows().ReadAsync(server.Make(), server.Request(), Stop));
        Assert.Contains("2025-05-02 to 2025-05-02", told.Message, StringComparison.Ordinal);
        Assert.Contains("for a single day", told.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("linkedin", 16_000)]
    [InlineData("tencent-ads", 33_000)]
    public async Task More_rows_than_an_answer_can_hold_are_asked_for_by_fewer_days(string vendor, int rows)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(rows * 3 / 2);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
    }

    [Fact]
    public async Task A_wait_that_an_answer_names_is_kept_and_one_that_is_too_long_is_told()
    {
        using var server = new GoogleAdsServer();
        server.Fill(90);
        server.Disturb = (n, _) => n is 1 ? GoogleAdsServer.Exhausted("30s") : null;
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.Equal([TimeSpan.FromSeconds(30)], server.Clock.Waits);
        server.Disturb = (_, _) => GoogleAdsServer.Exhausted("7200s");
        var told = await Assert.ThrowsAsync<ConnectorException>(() => known.ReadAsync(server.Make(), server.Request(), Stop));
        Assert.Contains("wait until 2025-06-15 14:00 UTC", told.NextStep, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
