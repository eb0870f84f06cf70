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

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Figures_that_appear_change_and_go_while_pages_are_read_are_right_after_the_next_load(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        var ads = (AdsServer)server;
        server.Fill(server.Plenty);
        server.Disturb = (n, _) =>
        {
            if (n is 2)
            {
                server.Change();
                ads.AppearToday();
            }
            else if (n is 3)
            {
                ads.VanishToday();
            }

            return null;
        };
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        server.Disturb = null;
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_last_day_is_todays_in_the_accounts_zone(string vendor)
    {
        foreach (var (zone, utc, today) in new[]
        {
            ("Asia/Shanghai", new DateTime(2025, 6, 14, 15, 59, 59), "2025-06-14"), ("Asia/Shanghai", new DateTime(2025, 6, 14, 16, 0, 0), "2025-06-15"),
            ("America/Los_Angeles", new DateTime(2025, 6, 15, 6, 59, 59), "2025-06-14"), ("America/Los_Angeles", new DateTime(2025, 6, 15, 7, 0, 0), "2025-06-15"),
        })
        {
            using var server = Vendors.Serve(vendor);
            server.Fill(45);
            server.Clock.Set(DateTime.SpecifyKind(utc, DateTimeKind.Utc));
            var known = new KnownRows();
            await known.ReadAsync(server.Make(), server.Request() with { Zone = TimeZoneInfo.FindSystemTimeZoneById(zone) }, Stop);
            Assert.Equal(today, server.Rows(known)[^1][..10]);
        }
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
