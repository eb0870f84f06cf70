using Merit.Diagnostics;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Versions;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Warehouse.Deriving;

/// <summary>What else than sales journeys lead to, from the tables whose rows they are.</summary>
public sealed class ConversionsTests : IDisposable
{
    private readonly LoadBed _bed = new();

    public void Dispose() => _bed.Dispose();

    private async Task<IReadOnlyList<string>> Made(params ConversionKind[] kinds)
    {
        await _bed.LoadAsync();
        using var draft = _bed.Versions.BeginDraft(DraftContent.Copy);
        var session = draft.Open([]);
        session.Execute("""
            INSERT INTO contacts (contact_id, account_id) VALUES ('c1', 'acme');
            INSERT INTO leads (lead_id, contact_id, created_at, mql_at, sql_at, won_at, duplicate_of) VALUES
              ('l1', 'c1', '2025-01-01', '2025-01-03', NULL, NULL, NULL),
              ('l2', 'c2', '2025-01-02', NULL, '2025-02-01', '2025-03-01', NULL),
              ('l3', 'c3', '2025-01-03', NULL, NULL, NULL, NULL),
              ('l4', 'c1', '2025-01-04', '2025-01-05', NULL, NULL, 'l1');
            INSERT INTO opportunities (opportunity_id, lead_id, contact_id, account_id, amount, probability, created_at, closed_at, outcome) VALUES
              ('o1', 'l1', NULL, NULL, 1000, 0.25, '2025-02-01', NULL, NULL),
              ('o2', NULL, 'c9', 'zeta', 500, 0.9, '2025-02-02', '2025-02-03', 'lost'),
              ('o3', NULL, NULL, 'zeta', 80, NULL, '2025-02-04', NULL, NULL);
            INSERT INTO touchpoints (touch_id, contact_id, occurred_at, kind) VALUES ('t1', 'c1', '2025-01-01 10:00', 'form'), ('t2', 'c1', '2025-01-02 10:00', 'visit');
            """);
        session.Execute(Conversions.Write(session, kinds));
        return session.Query(
            "SELECT concat_ws(' ', conversion_id, kind, coalesce(contact_id, '-'), coalesce(customer_id, '-'), strftime(converted_at, '%m-%d'), coalesce(value::VARCHAR, '-')) FROM conversions ORDER BY conversion_id",
            row => row.GetString(0));
    }

    [Fact]
    public async Task Leads_without_duplicates_by_when_they_were_created() => Assert.Equal(
        ["lead:l1 lead c1 acme 01-01 -", "lead:l2 lead c2 c2 01-02 -", "lead:l3 lead c3 c3 01-03 -"],
        await Made(new ConversionKind { Name = "lead", Of = "leads", On = "created_at" }));

    [Fact]
    public async Task A_lead_that_went_further_has_reached_the_stage_then_at_the_latest() => Assert.Equal(
        ["mql:l1 mql c1 acme 01-03 120.5000", "mql:l2 mql c2 c2 02-01 120.5000"],
        await Made(new ConversionKind { Name = "mql", Of = "leads", On = "mql_at", Value = new ConversionValue.Fixed(120.5m) }));

    [Fact]
    public async Task Open_deals_at_what_they_may_bring() => Assert.Equal(
        ["pipeline:o1 pipeline c1 acme 02-01 250.0000", "pipeline:o3 pipeline - zeta 02-04 -"],
        await Made(new ConversionKind { Name = "pipeline", Of = "opportunities", On = "created_at", Value = new ConversionValue.Expected() }));

    [Fact]
    public async Task All_deals_at_what_a_column_says() => Assert.Equal(
        ["deal:o1 deal c1 acme 02-01 1000.0000", "deal:o2 deal c9 zeta 02-02 500.0000", "deal:o3 deal - zeta 02-04 80.0000"],
        await Made(new ConversionKind { Name = "deal", Of = "opportunities", On = "created_at", Value = new ConversionValue.Of("amount") }));

    [Fact]
    public async Task Rows_that_a_condition_picks() => Assert.Equal(
        ["form:t1 form c1 acme 01-01 -"],
        await Made(new ConversionKind { Name = "form", Of = "touchpoints", On = "occurred_at", Where = "kind = 'form'" }));

    [Fact]
    public async Task Several_kinds_stand_side_by_side() => Assert.Equal(
        ["a:t1", "a:t2", "b:o1"],
        (await Made(
            new ConversionKind { Name = "a", Of = "touchpoints", On = "occurred_at" },
            new ConversionKind { Name = "b", Of = "opportunities", On = "created_at", Value = new ConversionValue.Expected(), Where = "amount > 100 -- more" })).Select(c => c.Split(' ')[0]));

    [Theory]
    [InlineData("contact_id IN (SELECT contact_id FROM contacts)", "subquery")]
    [InlineData("read_text('/etc/hostname') = ''", "read_text")]
    [InlineData("no_such_column = 1", "no_such_column")]
    [InlineData("kind = ", "")]
    [InlineData("true) UNION SELECT 1 FROM leads WHERE (true", "")]
    public async Task A_condition_that_is_more_or_less_than_one_is_refused(string where, string says)
    {
        var finding = Assert.Single((await Assert.ThrowsAsync<MeritException>(() => Made(new ConversionKind { Name = "form", Of = "touchpoints", On = "occurred_at", Where = where }))).Diagnostics);
        Assert.Equal("MRT1409", finding.Code);
        Assert.Contains(says, finding.Message, StringComparison.Ordinal);
    }
}
