namespace Merit.Metrics.Tests.Planning;

public sealed class DimensionTests
{
    [Fact]
    public void A_lead_belongs_to_its_own_campaign_else_to_that_of_its_contacts_first_touch()
    {
        using var warehouse = Company();

        Assert.Equal(["c1: 1", "c2: 1", "(none): 1"], warehouse.Lines(Ask.For("new_leads", "campaign")));
        Assert.Equal(["One: 1", "c2: 1", "(none): 1"], warehouse.Lines(Ask.For("new_leads", "campaign_name")));
        Assert.Equal(["email: 1", "expo: 1", "(none): 1"], warehouse.Lines(Ask.For("new_leads", "channel")));
    }

    [Fact]
    public void Owners_of_campaign_lead_and_deal_are_three_dimensions()
    {
        using var warehouse = Company();

        Assert.Equal(["ann: 100", "(none): 10"], warehouse.Lines(Ask.For("revenue", "owner")));
        Assert.Equal(["ann: 100", "(none): 10"], warehouse.Lines(Ask.For("revenue", "campaign_owner")));
        Assert.Equal(["lee: 100", "(none): 10"], warehouse.Lines(Ask.For("revenue", "lead_owner")));
        Assert.Equal(["dan: 100", "eve: 10"], warehouse.Lines(Ask.For("revenue", "deal_owner")));
    }

    [Fact]
    public void A_column_of_another_table_is_reached_by_unique_keys()
    {
        using var warehouse = Company();

        Assert.Equal(["web: 100 1", "(none): 10 0"], warehouse.Lines(Ask.For("revenue customers", "leads.source")));
        Assert.Equal(["web: 100 1 1", "(none): 10 0 2"], warehouse.Lines(Ask.For("revenue customers new_leads", "source")));
        Assert.Equal(["retail: 100", "(none): 10"], warehouse.Lines(Ask.For("revenue", "industry")));
        Assert.Equal([": 100"], warehouse.Lines(Ask.For("revenue", where: ["accounts.industry = retail"])));
    }

    [Fact]
    public void A_key_that_is_not_unique_is_no_path()
    {
        using var warehouse = Company();
        var schema = warehouse.Schema;
        schema = schema with { Tables = [.. schema.Tables.Select(t => string.Equals(t.Name, "leads", StringComparison.Ordinal) ? t with { Key = [] } : t)] };

        var refused = Assert.Throws<Merit.Diagnostics.MeritException>(() =>
            new Merit.Metrics.Planning.Planner(schema, StandardMetrics.All, warehouse.Settings).Plan(Ask.For("revenue", "leads.source")));

        Assert.Contains("because the key of leads is not unique", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bare_column_of_two_facts_is_ambiguous()
    {
        using var warehouse = Company();

        Assert.Contains("spend.source or leads.source", warehouse.Refused("MRT2205", Ask.For("cost new_leads", "source")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_that_means_the_same_everywhere_is_shared()
    {
        using var warehouse = new TestWarehouse().With("spend", "ad_group amount", ["g1", 6m]).With("delivery", "ad_group clicks impressions", ["g1", 3, 30], ["g2", 1, 10]);

        Assert.Equal(["g1: 6 3", "g2: 0 1"], warehouse.Lines(Ask.For("cost clicks", "ad_group")));
    }

    [Fact]
    public void A_dimension_out_of_reach_names_the_missing_path()
    {
        using var warehouse = Company();

        var finding = warehouse.Refused("MRT2206", Ask.For("cost new_leads", "lead_owner"));

        Assert.Contains("'cost' cannot be shown or filtered by 'lead_owner': no path leads from spend to leads", finding.Message, StringComparison.Ordinal);
        Assert.Contains("by campaign, campaign_name", finding.NextStep, StringComparison.Ordinal);
        warehouse.Refused("MRT2206", Ask.For("cost", where: ["lead_owner = lee"]));
    }

    [Theory]
    [InlineData("chanel", "Did you mean 'channel'?")]
    [InlineData("spend.categry", "Did you mean 'spend.category'?")]
    [InlineData("something.quite.else", "such as leads.source")]
    public void An_unknown_dimension_says_what_was_meant(string dimension, string next)
    {
        using var warehouse = Company();

        Assert.Contains(next, warehouse.Refused("MRT2204", Ask.For("cost", dimension)).NextStep, StringComparison.Ordinal);
    }

    [Fact]
    public void A_dimension_a_metric_requires_must_exist()
    {
        using var warehouse = Company();
        var definitions = StandardMetrics.Declared(() => Merit.Metrics.Language.Define.Metric("a", Merit.Metrics.Language.Define.Count(StandardMetrics.Leads)).Requires("campain"));

        var refused = Assert.Throws<Merit.Diagnostics.MeritException>(() => warehouse.Plan(definitions, Ask.For("a")));

        Assert.Equal("Did you mean 'campaign'?", Assert.Single(refused.Diagnostics).NextStep);
    }

    [Fact]
    public void Numbers_flags_and_times_are_filtered_as_such()
    {
        using var warehouse = new TestWarehouse().With(
            "leads", "lead_id score created_at", ["l1", 9.0, new DateTime(2025, 3, 1, 10, 0, 0)], ["l2", 80.0, new DateTime(2025, 3, 2)], ["l3", null, new DateTime(2025, 3, 3)])
            .With("sales", "customer_id first_sale amount", ["a", true, 1m], ["b", false, 2m]);

        Assert.Equal([": 1"], warehouse.Lines(Ask.For("new_leads", where: ["leads.score > 9"])));
        Assert.Equal([": 2"], warehouse.Lines(Ask.For("new_leads", where: ["leads.score != 80"])));
        Assert.Equal([": 1"], warehouse.Lines(Ask.For("new_leads", where: ["leads.score = (none)"])));
        Assert.Equal([": 1"], warehouse.Lines(Ask.For("new_leads", where: ["leads.created_at = 2025-03-01"])));
        Assert.Equal([": 2"], warehouse.Lines(Ask.For("revenue", where: ["sales.first_sale = no"])));
        warehouse.Refused("MRT2207", Ask.For("new_leads", where: ["leads.score > many"]));
        warehouse.Refused("MRT2207", Ask.For("new_leads", where: ["month = March"]));
        warehouse.Refused("MRT2207", Ask.For("new_leads", where: ["leads.score contains 8"]));
    }

    [Fact]
    public void Days_are_those_of_the_workspaces_zone()
    {
        using var warehouse = new TestWarehouse().With(
            "leads", "lead_id created_at", ["l1", new DateTime(2025, 3, 31, 15, 59, 59)], ["l2", new DateTime(2025, 3, 31, 16, 0, 0)]);
        warehouse.Settings = warehouse.Settings with { TimeZone = "Asia/Shanghai" };

        Assert.Equal(["2025-03-31: 1", "2025-04-01: 1"], warehouse.Lines(Ask.For("new_leads", "day")));
        Assert.Equal([": 1"], warehouse.Lines(Ask.For("new_leads", period: "2025-03")));
        Assert.Equal(["2025-04-01 00:00:00: 1"], [.. warehouse.Ask(StandardMetrics.All, Ask.For("new_leads", "leads.created_at", "2025-04")).Rows.Select(r => $"{r.Dimensions[0]:yyyy-MM-dd HH:mm:ss}: {r.Figures[0].Value}")]);
    }

    [Fact]
    public void Several_problems_are_told_at_once()
    {
        using var warehouse = Company();

        var refused = Assert.Throws<Merit.Diagnostics.MeritException>(() => warehouse.Plan(StandardMetrics.All, Ask.For("cots new_leads new_leads", "chanel", sort: "roi", limit: 0)));

        Assert.Equal("MRT2214 MRT2210 MRT2211 MRT2203 MRT2204", string.Join(' ', refused.Diagnostics.Select(d => d.Code)));
    }

    private static TestWarehouse Company() => new TestWarehouse()
        .With("campaigns", "campaign_id name channel owner", ["c1", "One", "email", "ann"])
        .With("first_touches", "contact_id campaign_id channel", ["p2", "c2", "expo"])
        .With("accounts", "account_id industry", ["a1", "retail"])
        .With("leads", "lead_id contact_id campaign_id source owner", ["l1", "p1", "c1", "web", "lee"], ["l2", "p2", null, null, null], ["l3", null, null, null, null])
        .With("spend", "campaign_id source amount", ["c1", "ads", 5m])
        .With("opportunities", "opportunity_id lead_id owner", ["o1", "l1", "dan"])
        .With("sales", "opportunity_id lead_id contact_id account_id customer_id campaign_id owner amount first_sale", ["o1", "l1", "p1", "a1", "a1", "c1", "dan", 100m, true], [null, null, null, null, "p9", null, "eve", 10m, false]);
}
