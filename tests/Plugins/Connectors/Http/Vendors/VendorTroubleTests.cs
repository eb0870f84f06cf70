using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;
using Merit.Plugins.Testing;
using static Merit.Plugins.Tests.Connectors.Http.MisbehavingServer;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>Every vendor Merit describes, against a server that speaks its protocol, in every kind of trouble.</summary>
public sealed class VendorTroubleTests
{
    private static readonly string[] Lasting = ["down", "refused"];

    public static TheoryData<string, string> Troubles => [.. Vendors.Names.SelectMany(_ => Trouble.All, (v, t) => (v, t.Name))];

    public static TheoryData<string> Names => [.. Vendors.Names];

    [Theory]
    [MemberData(nameof(Troubles))]
    public async Task Trouble_that_passes_loses_and_doubles_nothing(string vendor, string name)
    {
        var trouble = Trouble.All.First(t => t.Name == name);
        using var server = Vendors.Serve(vendor);
        server.Fill(server.Plenty);
        Assert.SkipWhen(name is "token expires" && !server.HasTokens, "It signs in with a key that does not end.");
        server.Disturb = (n, _) => trouble.Misbehave(server, n);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.Equal(trouble.Waits, server.Clock.Waits.Where(w => w >= TimeSpan.FromSeconds(1)).Select(w => Math.Round(w.TotalSeconds)));

        // That it was trouble: a connector without patience does not get through it.
        if (trouble.Waits.Count == 0)
        {
            // A new token is no patience, nor is a slow answer.
            return;
        }

        using var again = Vendors.Serve(vendor);
        again.Fill(again.Plenty);
        again.Disturb = (n, _) => trouble.Misbehave(again, n);
        await Assert.ThrowsAsync<ConnectorException>(() => ImpatientAsync(again));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Trouble_that_stays_is_told_with_place_and_next_step_and_no_secret_and_a_rerun_completes(string vendor)
    {
        foreach (var kind in Lasting)
        {
            using var server = Vendors.Serve(vendor);
            server.Fill(server.Plenty);
            server.Disturb = (n, _) => n < 2 ? null : kind is "down" ? new Answer($"bad gateway {VendorServer.Secret}", 502) : server.Refusal;
            var known = new KnownRows();
            var told = await Assert.ThrowsAsync<ConnectorException>(() => known.ReadAsync(server.Make(), server.Request(), Stop));
            Assert.StartsWith($"{server.Stream}, ", told.Message, StringComparison.Ordinal);
            Assert.Contains("page ", told.Message, StringComparison.Ordinal);
            Assert.NotEmpty(told.NextStep);
            Assert.DoesNotContain(VendorServer.Secret, told.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain("t0ken-", told.ToString(), StringComparison.Ordinal);
            Assert.True(known.State is null || server is AdsServer, "The state passes what was not read.");
            server.Disturb = null;
            await known.ReadAsync(server.Make(), server.Request(), Stop);
            Assert.Equal(server.Expected, server.Rows(known));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_page_given_twice_is_asked_for_again(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(server.Plenty);
        Assert.SkipUnless(server.HasPages, "An answer is all there is.");
        Answer? first = null;
        server.Disturb = (n, asked) => n is 1 ? first = server.Undisturbed(asked) : n is 2 ? first : null;
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.Equal(server.Plenty, known.Given);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Nothing_to_read_is_no_mistake_and_odd_texts_come_as_they_are(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Empty(known.Rows);
        server.Fill(5);
        server.BeOdd();
        known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Fields_that_nobody_knows_and_answers_that_drip_change_nothing(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(server.Plenty);
        server.Disturb = (_, asked) => VendorServer.Strange(server.Undisturbed(asked)) with { Drips = true };
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.DoesNotContain(server.Clock.Waits, w => w >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_wrong_secret_is_named_as_the_setting_at_fault_and_not_told(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(1);
        Assert.Empty(await server.Make().CheckAsync(server.Request(), Stop));
        var wrong = Assert.Single(await server.Make(secret: "wr0ng/secret").CheckAsync(server.Request(), Stop));
        Assert.Equal(server.TellsWrongSecret ? "secrets" : null, wrong.Option);
        Assert.DoesNotContain("wr0ng", wrong.Message + wrong.NextStep, StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    // The same description, but for its patience.
    private static async Task ImpatientAsync(VendorServer server)
    {
        var folder = Directory.CreateTempSubdirectory("merit-vendor").FullName;
        try
        {
            var text = ShippedVendors.Find(server.Vendor) ?? "";
            Assert.DoesNotContain("\nretry:", text, StringComparison.Ordinal);
            await File.WriteAllTextAsync(Path.Combine(folder, "vendor.yaml"), $"{text}\nretry: {{ attempts: 1 }}\n", Stop);
            await new KnownRows().ReadAsync(server.Make(describe: "vendor.yaml"), server.Request(folder), Stop);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
