using Merit.Host.Warehouse;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Tests.Warehouse;

public sealed class SchemaReaderTests : IDisposable
{
    private readonly LoadBed _bed = new() { Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai") };

    [Fact]
    public async Task Every_table_of_the_model_is_there_and_only_what_a_source_fills_is_loaded()
    {
        _bed.Write("leads.csv", "id,at,seg\nL1,2025-01-01T20:00:00Z,x\nL2,2025-01-05 10:00,y\n");
        _bed.Write("orders.csv", "id,at,who\nO1,2025-01-01,P1\n");
        await _bed.LoadAsync(
            _bed.Source("leads", "leads.csv", [LoadBed.Map("lead_id=id"), LoadBed.Map("created_at=at"), LoadBed.Map("seg") with { Type = ColumnType.Text }]),
            _bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "contact_id=who"),
            _bed.Source("things", "leads.csv", [LoadBed.Map("id"), LoadBed.Typed("at", ColumnType.Timestamp)], name: "own") with { Key = ["id"] });
        using var session = _bed.Versions.OpenLatest();
        var schema = SchemaReader.Read(session);
        Assert.Equal([.. Canonical.Tables.Select(t => t.Name), "things"], schema.Tables.Select(t => t.Name));
        Assert.Equal(["leads", "orders", "sales", "conversions", "things"], schema.Tables.Where(t => t.Loaded).Select(t => t.Name));
        foreach (var table in Canonical.Tables)
        {
            var read = Assert.IsType<TableSchema>(schema.Table(table.Name));
            Assert.Equal(table.Columns.Select(c => (c.Name, c.Type)), read.Columns.Take(table.Columns.Count).Select(c => (c.Name, c.Type)));
            Assert.Equal(table.Key, read.Key);
        }

        var leads = Assert.IsType<TableSchema>(schema.Table("leads"));
        Assert.Equal(["lead_id", "created_at", "seg"], leads.Columns.Where(c => c.Loaded).Select(c => c.Name));
        Assert.Equal((new DateOnly(2025, 1, 2), new DateOnly(2025, 1, 5)), (leads.CoveredFrom, leads.CoveredTo));
        var sales = Assert.IsType<TableSchema>(schema.Table("sales"));
        Assert.False(sales.Column("amount")?.Loaded);
        Assert.True(sales.Column("customer_id")?.Loaded);
        Assert.False(schema.Table("conversions")?.Column("value")?.Loaded);
        Assert.Equal(["id"], schema.Table("things")?.Key);
        Assert.Empty(schema.Models);
    }

    [Fact]
    public async Task Credit_needs_touchpoints_and_models_are_those_recorded()
    {
        _bed.Write("t.csv", "id,who,at,utm\nT1,P1,2025-01-01,x\n");
        _bed.Write("orders.csv", "id,at,who,amount\nO1,2025-01-02,P1,5\n");
        await _bed.LoadAsync(
            _bed.Source("touchpoints", "t.csv", "touch_id=id", "contact_id=who", "occurred_at=at", "utm_campaign=utm"), _bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "contact_id=who", "amount"));
        using (var draft = _bed.Versions.BeginDraft(Host.Warehouse.Versions.DraftContent.Copy))
        {
            draft.Open([]).Execute("INSERT INTO merit.models VALUES ('linear', 'linear', '{}', 90, NULL, true); ALTER TABLE credits ADD COLUMN \"linear\" DOUBLE; INSERT INTO scores (campaign_id) VALUES ('C')");
            draft.Publish();
        }

        using var session = _bed.Versions.OpenLatest();
        var schema = SchemaReader.Read(session);
        Assert.Equal(["linear"], schema.Models);
        Assert.Equal(["touchpoints", "orders", "first_touches", "sales", "conversions", "journeys", "credits", "credit_intervals", "credit_buckets", "credit_places", "channel_overlaps", "campaign_tracking", "utm_problems", "scores"], schema.Tables.Where(t => t.Loaded).Select(t => t.Name));
        Assert.All(["touchpoints.channel", "touchpoints.campaign_id", "orders.original_amount", "orders.sourced_campaign_id", "sales.amount", "conversions.value", "credits.linear", "credits.channel"], name =>
            Assert.True(schema.Table(name.Split('.')[0])?.Column(name.Split('.')[1])?.Loaded, name));
    }

    [Fact]
    public async Task It_knows_for_what_goals_are_set()
    {
        _bed.Write("goals.csv", "campaign,channel,owner,metric,goal,from,to\nc1,email,ann,new_leads,5,2025-01-01,2025-12-31\nc2,,,new_leads,5,,\n,email,,new_leads,5,2025-01-01,\n,,ann,cpl,5,,\n,,,cpl,5,2025-01-01,2025-12-31\n,,,,5,,\n");
        await _bed.LoadAsync(_bed.Source("targets", "goals.csv", "campaign_id=campaign", "channel", "owner", "metric", "value=goal", "period_start=from", "period_end=to"));
        using var session = _bed.Versions.OpenLatest();

        Assert.Equal(
            [
                new("cpl", "all", Dated: true, Undated: false), new("cpl", "owner", Dated: false, Undated: true),
                new("new_leads", "campaign", Dated: true, Undated: true), new("new_leads", "channel", Dated: false, Undated: true),
            ],
            SchemaReader.Read(session).Goals);
    }

    [Fact]
    public async Task Where_nobody_loads_goals_there_are_none()
    {
        _bed.Write("orders.csv", "id,at,who\nO1,2025-01-01,P1\n");
        await _bed.LoadAsync(_bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "contact_id=who"));
        using var session = _bed.Versions.OpenLatest();

        Assert.Equal([], SchemaReader.Read(session).Goals);
    }

    // An order is known by its day; a deal by the day it was opened, but it sells on the day it closes.
    [Fact]
    public async Task Sales_are_answered_for_from_the_first_day_of_deals_and_orders_to_the_last_sale()
    {
        _bed.Write("orders.csv", "id,at,who,amount\nO1,2025-02-02,P1,5\nO2,2025-03-05,P1,5\n");
        _bed.Write("deals.csv", "id,who,amount,opened,closed,outcome\nD1,P2,9,2025-01-20,2025-04-09 21:00,won\n");
        await _bed.LoadAsync(
            _bed.Source("orders", "orders.csv", "order_id=id", "ordered_at=at", "contact_id=who", "amount"),
            _bed.Source("opportunities", "deals.csv", "opportunity_id=id", "contact_id=who", "amount", "created_at=opened", "closed_at=closed", "outcome"));
        using var session = _bed.Versions.OpenLatest();
        var schema = SchemaReader.Read(session);
        Assert.All(["sales", "conversions", "credits"], name =>
            Assert.Equal((new DateOnly(2025, 1, 20), new DateOnly(2025, 4, 9)), (schema.Table(name)?.CoveredFrom, schema.Table(name)?.CoveredTo)));
    }

    [Fact]
    public async Task Cover_is_what_the_source_says_before_what_it_holds()
    {
        _bed.Write("spend.csv", "date,amount\n2025-01-10,1\n");
        await _bed.LoadAsync(_bed.Source("spend", "spend.csv", "date", "amount") with { Covers = (new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31)) });
        using var session = _bed.Versions.OpenLatest();
        var spend = SchemaReader.Read(session).Table("spend");
        Assert.Equal((new DateOnly(2025, 1, 1), new DateOnly(2025, 1, 31)), (spend?.CoveredFrom, spend?.CoveredTo));
        Assert.Equal(new DateOnly(2025, 1, 31), LoadHistory.Loads(session)[0].CoveredTo);
    }

    public void Dispose() => _bed.Dispose();
}
