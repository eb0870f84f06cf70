using Merit.Plugins.Testing;

namespace Merit.Plugins.Tests.Connectors.Http.Vendors;

/// <summary>What only CRMs do: changes, deletions, more records than a search gives.</summary>
public sealed class CrmTests
{
    public static TheoryData<string> Names => [.. Vendors.Names.Where(n => { using var server = Vendors.Serve(n); return server is CrmServer; })];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task More_records_than_a_search_gives_come_all_of_them(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(10_450);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.Equal(10_450, known.Given);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_record_changed_while_pages_are_read_is_read_by_the_next_load_at_the_latest(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(450);

        // The read begins here; what the server changes after it is stamped later than what follows on other pages.
        server.Clock.Set(((CrmServer)server).LastChange);
        server.Disturb = (n, _) =>
        {
            if (n is 2)
            {
                server.Change();
                ((CrmServer)server).ChangeLast();
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
    public async Task A_server_whose_clock_is_an_hour_behind_loses_nothing_that_changes_meanwhile(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        var crm = (CrmServer)server;
        server.Fill(450);
        server.Time = crm.LastChange;
        server.Clock.Set(crm.LastChange.AddHours(1));
        server.Disturb = (n, _) =>
        {
            if (n is 2)
            {
                server.Change();
                crm.ChangeLast();
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
    public async Task What_changed_is_read_by_itself_and_what_is_gone_goes(string vendor)
    {
        using var server = Vendors.Serve(vendor);
        server.Fill(450);
        var known = new KnownRows();
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        server.Change();
        server.Fill(2);
        var crm = (CrmServer)server;
        if (crm.TellsDeleted)
        {
            crm.Delete();
        }

        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
        Assert.InRange(known.Given, 1, 5);
        await known.ReadAsync(server.Make(), server.Request(), Stop);
        Assert.Equal(server.Expected, server.Rows(known));
    }

    [Fact]
    public async Task HubSpots_items_of_spend_are_asked_for_campaign_by_campaign()
    {
        using var server = new HubSpotServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("spend"), server.Request(), Stop);
        Assert.Equal("amount=12.5|campaign=c-1|currency=USD|entered=2025-01-01T00:00:00.0000000Z|id=s1|name=booth", Assert.Single(known.Rows));
        known = new KnownRows();
        await known.ReadAsync(server.Make("campaigns"), server.Request(), Stop);
        Assert.Equal(2, known.Rows.Count);
        Assert.Contains("budget=10.0|currency=∅|end=∅|id=c-1|name=One 🎪|owner=∅|start=2025-03-01|utm=∅", known.Rows);
    }

    [Fact]
    public async Task Zohos_members_are_asked_for_campaign_by_campaign_and_calls_like_any_records()
    {
        using var server = new ZohoServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("lead-members"), server.Request(), Stop);
        Assert.Equal(201, known.Rows.Count);
        Assert.Contains("campaign=c1|id=L201|start=2025-03-01|status=Responded", known.Rows);
        known = new KnownRows();
        await known.ReadAsync(server.Make("calls"), server.Request(), Stop);
        Assert.Equal("at=2025-01-02T01:00:00.0000000Z|contact=k1|id=p1|modified=2025-01-02T02:00:00.0000000Z|owner=李|seconds=90", Assert.Single(known.Rows));
    }

    [Fact]
    public async Task HubSpots_attendance_is_asked_for_event_by_event_and_calls_are_searched()
    {
        using var server = new HubSpotServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("attendance"), server.Request(), Stop);
        Assert.Equal(
            ["contact=k1|event=e1|occurred=2025-03-01T09:00:00.0000000Z|registered=2025-02-01T08:00:00.0000000Z|seconds=1800|share=0.5|state=ATTENDED", "contact=k2|event=e1|occurred=2025-03-01T09:00:00.0000000Z|registered=2025-02-02T08:00:00.0000000Z|seconds=∅|share=∅|state=NO_SHOW"],
            known.Rows.Order(StringComparer.Ordinal));
        known = new KnownRows();
        await known.ReadAsync(server.Make("calls"), server.Request(), Stop);
        Assert.Equal("at=2025-01-02T02:00:00.0000000Z|duration=90000|id=p1|modified=2025-01-02T03:00:00.0000000Z|owner=7", Assert.Single(known.Rows));
    }

    [Fact]
    public async Task HubSpots_contacts_of_campaigns_are_asked_for_campaign_by_campaign()
    {
        using var server = new HubSpotServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("campaign-contacts"), server.Request(), Stop);
        Assert.Equal(["campaign=c-1|contact=101|start=2025-03-01", "campaign=c-1|contact=102|start=2025-03-01", "campaign=c-1|contact=103|start=2025-03-01"], known.Rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Salesforces_tasks_and_events_are_activities()
    {
        using var server = new SalesforceServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("tasks"), server.Request(), Stop);
        Assert.Equal("deleted=False|done=2025-01-02T02:00:00.0000000Z|due=2025-01-02|id=00T1|is_closed=True|kind=Call|modified=2025-01-02T03:00:00.0000000Z|owner=Ann|seconds=90|who=00Q7", Assert.Single(known.Rows));
        known = new KnownRows();
        await known.ReadAsync(server.Make("events"), server.Request(), Stop);
        Assert.Equal("deleted=False|id=00U1|minutes=45|modified=2025-01-02T03:00:00.0000000Z|owner=Ann|start=2025-01-03T09:00:00.0000000Z|who=0037", Assert.Single(known.Rows));
    }

    [Fact]
    public async Task Salesforces_members_of_campaigns_tell_who_answered_and_came()
    {
        using var server = new SalesforceServer();
        var known = new KnownRows();
        await known.ReadAsync(server.Make("attendance"), server.Request(), Stop);
        Assert.Equal(
            [
                "answered=2025-03-04|campaign=7011|contact=0037|created=2025-02-01T08:00:00.0000000Z|deleted=False|id=00v1|lead=∅|modified=2025-03-05T03:00:00.0000000Z|responded=True|status=Attended",
                "answered=∅|campaign=7011|contact=∅|created=2025-02-02T08:00:00.0000000Z|deleted=False|id=00v2|lead=00Q7|modified=2025-03-05T03:00:00.0000000Z|responded=False|status=Sent",
            ],
            known.Rows);
    }

    [Fact]
    public async Task A_field_of_ones_own_is_asked_for_and_read()
    {
        using var server = new HubSpotServer();
        server.Fill(1);
        var connector = new Merit.Connectors.Http.HttpConnector(new() { Vendor = "hubspot", Stream = "deals", Address = server.Address, Secrets = new Dictionary<string, string> { ["token"] = VendorServer.Secret }, Fields = new Dictionary<string, string> { ["mine"] = "surprise" } });
        var known = new KnownRows();
        await known.ReadAsync(connector, server.Request(), Stop);
        Assert.Contains("|mine=!|", Assert.Single(known.Rows), StringComparison.Ordinal);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;
}
