using Merit.Connectors.Files;
using Merit.Host.Warehouse;
using Merit.Host.Workspaces;
using Merit.Tests;

namespace Merit.Host.Tests.Warehouse.RealData;

/// <summary>Three published data sets, with figures worked out independently.</summary>
public sealed class PublishedDataTests : IDisposable
{
    private readonly LoadBed _bed = new();

    [Fact]
    public async Task Olists_funnel()
    {
        var folder = SharedData.Require("olist");
        var options = () => new FilesOptions { Delimiter = ";" };
        var outcome = await _bed.LoadAsync(
            _bed.Source(
                "leads", Path.Combine(folder, "olist_marketing_qualified_leads_dataset.csv"),
                [LoadBed.Map("lead_id=mql_id"), Time("created_at", "first_contact_date", "%Y.%m.%d"), LoadBed.Map("source=origin")], options(), "mql"),
            _bed.Source(
                "leads", Path.Combine(folder, "olist_marketing_closed_deals_dataset.csv"),
                [LoadBed.Map("lead_id=mql_id"), Time("won_at", "won_date", "%Y.%m.%d %H:%M")], options(), "won"));
        Assert.Equal([(8000L, 8000L, 0L), (842L, 842L, 0L)], outcome.Loads.Select(l => (l.Read, l.Loaded, l.Rejected)));
        Assert.Equal(["8000|842|1099"], _bed.Rows("SELECT count(*), count(won_at), count(*) FILTER (source = 'Unknown') FROM leads"));
        Assert.Equal(["0.162875"], _bed.Rows("SELECT round(count(won_at) / count(*), 6) FROM leads WHERE source = 'Unknown'"));
        Assert.Equal(["14.65|49.1"], _bed.Rows("SELECT round(median(epoch(won_at - created_at) / 86400), 2), round(avg(epoch(won_at - created_at) / 86400), 2) FROM leads"));
        Assert.Equal(["won-before-created|1"], _bed.Rows("SELECT code, count FROM merit.notes"));
        Assert.Equal(["-1.18"], _bed.Rows("SELECT round(epoch(won_at - created_at) / 86400, 2) FROM leads WHERE lead_id = (SELECT examples[1] FROM merit.notes)"));
    }

    [Fact]
    public async Task Facebook_advertisements()
    {
        var path = Path.Combine(SharedData.Require("facebook-ads"), "KAG_conversion_data.csv");
        await _bed.LoadAsync(
            _bed.Source("delivery", path, ["campaign_id=xyz_campaign_id", "ad=ad_id", "impressions=Impressions", "clicks=Clicks", "conversions=Total_Conversion", "channel:facebook"]),
            _bed.Source("spend", path, [LoadBed.Map("campaign_id=xyz_campaign_id"), LoadBed.Map("amount=Spent")], name: "cost"));
        Assert.Equal(["1143|213434828|38165|207"], _bed.Rows("SELECT count(*), sum(impressions)::BIGINT, sum(clicks)::BIGINT, count(*) FILTER (clicks = 0) FROM delivery"));
        Assert.Equal(["58705.23"], _bed.Rows("SELECT sum(amount)::DECIMAL(18,2) FROM spend"));
        using var session = _bed.Versions.OpenLatest();
        Assert.All(LoadHistory.Loads(session), l => Assert.Equal((1143, 1143, 0), (l.Read, l.Loaded, l.Rejected)));
    }

    [Fact]
    public async Task The_attribution_playbook()
    {
        var folder = SharedData.Require("attribution-playbook");
        await _bed.LoadAsync(
            _bed.Source("touchpoints", Path.Combine(folder, "sessions.csv"), "touch_id=session_id", "contact_id=customer_id", "occurred_at=started_at", "channel=utm_source", "utm_source", "utm_medium", "utm_campaign"),
            _bed.Source(
                "orders", Path.Combine(folder, "customer_conversions.csv"),
                [LoadBed.Sql("order_id", "customer_id || ':' || converted_at"), LoadBed.Map("contact_id=customer_id"), LoadBed.Map("ordered_at=converted_at"), LoadBed.Map("amount=revenue")]),
            _bed.Source("spend", Path.Combine(folder, "ad_spend.csv"), "date=date_day", "channel=utm_source", "amount=spend"));
        Assert.Equal(["90|21|42"], _bed.Rows("SELECT (SELECT count(*) FROM touchpoints), (SELECT count(*) FROM orders), (SELECT count(*) FROM spend)"));
        Assert.Equal(["21|275.0000"], _bed.Rows("SELECT count(*), sum(amount)::DECIMAL(18,4) FROM sales"));
        Assert.Equal(["adwords|47.0000", "facebook_ads|312.0000"], _bed.Rows("SELECT channel, sum(amount)::DECIMAL(18,4) FROM spend GROUP BY 1 ORDER BY 1"));
        Assert.Equal(["2020-02-04 04:30:21"], _bed.Rows("SELECT ordered_at FROM orders WHERE contact_id = '2014'"));
    }

    public void Dispose() => _bed.Dispose();

    private static ColumnMapping Time(string name, string from, string format) => LoadBed.Map($"{name}={from}") with { Format = format };
}
