using Merit.Host.Warehouse;
using Merit.Host.Warehouse.Deriving;

namespace Merit.Host.Tests.Warehouse.Deriving;

public sealed class DerivationTests : IDisposable
{
    private LoadBed _bed = new();

    [Fact]
    public async Task First_touches_settle_ties_by_touch_id()
    {
        _bed.Write("touches.csv", "id,who,at,camp\nT3,P1,2025-01-02,C3\nT2,P1,2025-01-01,C2\nT1,P1,2025-01-01,C1\nT4,P2,2025-01-05,C4\nT5,,2025-01-01,C5\nT6,P3,,C6\n");
        await _bed.LoadAsync(Touches());
        Assert.Equal(["P1|T1|C1|2025-01-01 00:00:00", "P2|T4|C4|2025-01-05 00:00:00"], _bed.Rows("SELECT contact_id, touch_id, campaign_id, occurred_at FROM first_touches ORDER BY 1"));
    }

    [Fact]
    public async Task Sales_are_won_deals_and_orders_of_none()
    {
        await LoadSales();
        Assert.Equal(
            [
                "deal:D1|deal|D1|∅|L1|P1|A1|A1|CL|lead|300.0000|12.0000|true",
                "deal:D2|deal|D2|∅|∅|P2|∅|P2|CD|sale|500.0000|5.0000|true",
                "order:O3|order|∅|O3|∅|P1|A1|A1|C1|first-touch|70.0000|∅|false",
                "order:O4|order|∅|O4|∅|P9|∅|P9|CO|sale|80.0000|∅|true",
                "order:O6|order|∅|O6|∅|P8|∅|P8|∅|∅|5.0000|∅|true",
            ],
            _bed.Rows("SELECT sale_id, kind, opportunity_id, order_id, lead_id, contact_id, account_id, customer_id, campaign_id, campaign_from, amount, cost_of_goods, first_sale FROM sales ORDER BY 1"));
        Assert.Equal(["deal:D1|true", "deal:D2|false", "order:O3|true", "order:O4|false", "order:O6|false"], _bed.Rows("SELECT sale_id, touched FROM sales ORDER BY 1"));
        Assert.Equal(["deal:D1|sale|300.0000|L1", "order:O3|sale|70.0000|∅"], _bed.Rows("SELECT conversion_id, kind, value, lead_id FROM conversions WHERE customer_id = 'A1' ORDER BY 1"));
    }

    [Fact]
    public async Task The_sourced_campaign_of_deals_and_orders_is_kept_with_them()
    {
        await LoadSales();
        Assert.Equal(["D1|CL", "D2|CD", "D3|C1", "D4|∅"], _bed.Rows("SELECT opportunity_id, sourced_campaign_id FROM opportunities ORDER BY 1"));
        Assert.Equal(["O1|C1", "O2|C1", "O3|C1", "O4|CO", "O5|∅", "O6|∅"], _bed.Rows("SELECT order_id, sourced_campaign_id FROM orders ORDER BY 1"));
    }

    [Fact]
    public async Task What_is_suspicious_is_noted_and_nothing_dropped()
    {
        await LoadSales();
        _bed.Write("leads.csv", "id,who,camp,at,won\nL1,P1,CL,2025-02-01,2025-01-31\nL2,,,2025-02-01,2025-02-01\n");
        using var session = _bed.Versions.OpenLatest();
        var notes = LoadHistory.Notes(session).ToDictionary(n => n.Code, n => n);
        Assert.Equal((1, "O5"), (notes["order-of-open-deal"].Count, notes["order-of-open-deal"].Examples[0]));
        Assert.Equal((1, "O6"), (notes["order-of-unknown-deal"].Count, notes["order-of-unknown-deal"].Examples[0]));
        Assert.Equal((1, "L1"), (notes["won-before-created"].Count, notes["won-before-created"].Examples[0]));
        Assert.Equal("lead was won before it was created", notes["won-before-created"].Message);
        Assert.All(notes.Values, n => Assert.NotEqual(n.Message, n.MessageZh));
    }

    [Fact]
    public async Task The_same_sale_twice_is_noticed()
    {
        _bed.Write("deals.csv", "id,who,amount,closed,outcome\nD1,P1,100,2025-01-10,won\n");
        _bed.Write("orders.csv", "id,who,amount,at\nO1,P1,100,2025-01-12\nO2,P1,100,2025-03-12\nO3,P2,100,2025-01-12\n");
        await _bed.LoadAsync(
            _bed.Source("opportunities", "deals.csv", "opportunity_id=id", "contact_id=who", "amount", "closed_at=closed", "outcome"), _bed.Source("orders", "orders.csv", "order_id=id", "contact_id=who", "amount", "ordered_at=at"));
        Assert.Equal(["1|order:O1 = deal:D1"], _bed.Rows("SELECT count, examples[1] FROM merit.notes WHERE code = 'same-sale-twice'"));
    }

    [Fact]
    public async Task The_first_sale_of_a_day_is_that_of_the_smallest_id_and_outcomes_have_one_spelling()
    {
        _bed.Write("deals.csv", "id,account,amount,closed,outcome\nD2,A,1,2025-01-10,Won\nD1,A,1,2025-01-10, WON\nD3,A,1,,won\nD4,A,1,2025-01-01,Lost\nD5,A,1,2025-01-01,\n");
        await _bed.LoadAsync(_bed.Source("opportunities", "deals.csv", "opportunity_id=id", "account_id=account", "amount", "closed_at=closed", "outcome"));
        Assert.Equal(["deal:D1|true", "deal:D2|false", "deal:D3|false"], _bed.Rows("SELECT sale_id, first_sale FROM sales ORDER BY 1"));
        Assert.Equal(["won", "won", "won", "lost", "∅"], _bed.Rows("SELECT outcome FROM opportunities ORDER BY opportunity_id IN ('D4', 'D5'), opportunity_id"));
        Assert.Contains("sale-without-date|1", _bed.Rows("SELECT code, count FROM merit.notes"));
    }

    [Fact]
    public async Task By_account_a_sale_is_touched_through_anybody_of_the_account()
    {
        _bed = new LoadBed { ByAccount = true };
        _bed.Write("contacts.csv", "id,account\nP1,A\nP2,A\n");
        _bed.Write("touches.csv", "id,who,at,camp\nT1,P1,2025-01-01,C\n");
        _bed.Write("orders.csv", "id,who,amount,at\nO1,P2,1,2025-01-02\nO2,P2,1,2024-12-31\n");
        await _bed.LoadAsync(Touches(), _bed.Source("contacts", "contacts.csv", "contact_id=id", "account_id=account"), _bed.Source("orders", "orders.csv", "order_id=id", "contact_id=who", "amount", "ordered_at=at"));
        Assert.Equal(["order:O1|A|true", "order:O2|A|false"], _bed.Rows("SELECT sale_id, customer_id, touched FROM sales ORDER BY 1"));
    }

    [Fact]
    public async Task Deriving_again_changes_nothing()
    {
        await LoadSales();
        var (before, notes) = (_bed.Rows("FROM sales ORDER BY ALL"), _bed.Rows("SELECT code, count FROM merit.notes ORDER BY ALL"));
        using (var draft = _bed.Versions.BeginDraft(Host.Warehouse.Versions.DraftContent.Copy))
        {
            Derivation.Run(draft.Open([]), _bed.Workspace());
            draft.Publish();
        }

        Assert.Equal(before, _bed.Rows("FROM sales ORDER BY ALL"));
        Assert.Equal(notes, _bed.Rows("SELECT code, count FROM merit.notes ORDER BY ALL"));
    }

    public void Dispose() => _bed.Dispose();

    private Host.Workspaces.Source Touches() => _bed.Source("touchpoints", "touches.csv", "touch_id=id", "contact_id=who", "occurred_at=at", "campaign_id=camp");

    private async Task LoadSales()
    {
        _bed.Write("contacts.csv", "id,account\nP1,A1\n");
        _bed.Write("touches.csv", "id,who,at,camp\nT1,P1,2025-01-01,C1\nT2,P9,2025-12-01,C2\n");
        _bed.Write("leads.csv", "id,who,camp,at,won\nL1,P1,CL,2025-02-01,2025-01-31\nL2,,,2025-02-01,2025-02-01\n");
        _bed.Write("deals.csv", "id,lead,who,camp,amount,cost,closed,outcome\nD1,L1,,,999,99,2025-03-01,won\nD2,,P2,CD,500,5,2025-03-02,won\nD3,,P1,,1,1,2025-03-03,lost\nD4,,P7,,1,1,,\n");
        _bed.Write("orders.csv", "id,deal,who,camp,amount,cost,at\nO1,D1,P1,,100,5,2025-03-05\nO2,D1,P1,,200,7,2025-03-06\nO3,,P1,,70,,2025-04-01\nO4,,P9,CO,80,,2025-04-02\nO5,D4,P7,,60,,2025-04-03\nO6,D99,P8,,5,,2025-04-04\n");
        await _bed.LoadAsync(
            _bed.Source("contacts", "contacts.csv", "contact_id=id", "account_id=account"),
            Touches(),
            _bed.Source("leads", "leads.csv", "lead_id=id", "contact_id=who", "campaign_id=camp", "created_at=at", "won_at=won"),
            _bed.Source("opportunities", "deals.csv", "opportunity_id=id", "lead_id=lead", "contact_id=who", "campaign_id=camp", "amount", "cost_of_goods=cost", "closed_at=closed", "outcome"),
            _bed.Source("orders", "orders.csv", "order_id=id", "opportunity_id=deal", "contact_id=who", "campaign_id=camp", "amount", "cost_of_goods=cost", "ordered_at=at"));
    }
}
