using Merit.Diagnostics;
using Merit.Metrics.Language;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Funnels over what happens to contacts, in several tables.</summary>
public sealed class EventFunnelTests
{
    private static readonly TouchpointsTable Touchpoints = new();

    private static readonly Definitions Metrics = Declared(() => Funnel(
        "path", within: 30.Days(), Stage("seen", Touchpoints.occurred_at, where: Touchpoints.kind == "view"), Leads.created_at, Stage("won", Sales.sold_at, "Won", zh: "赢单"))
        .Label("From view to sale", zh: "从浏览到成交"));

    [Fact]
    public void Each_step_is_the_first_event_after_the_one_before()
    {
        using var warehouse = Company();

        // a: seen on 1 March (not the click on 20 February), a lead on the 5th (not on 28 February), two sales, of which the first after the lead counts.
        // b: a lead, but no view before it; c: a sale without a lead; d: a lead after 31 days; e: all of it within the hour.
        Assert.Equal(
            [": 5 2 0.4 2.020833 2 1 2.520833 0.4 4.541667"],
            Lines(warehouse, "path_seen path_created path_created_rate path_created_days path_won path_won_rate path_won_days path_rate path_days"));
    }

    [Fact]
    public void Behind_a_step_stand_the_contacts_that_reached_it_and_when()
    {
        using var warehouse = Company();
        var plan = warehouse.Plan(Metrics, Ask.For("path_won"));

        var behind = Assert.Single(plan.RowsBehind(10));

        Assert.Equal("touchpoints", behind.Table);
        Assert.Equal(["seen", "created", "won"], behind.Columns.TakeLast(3));
        var rows = warehouse.Rows(behind.Sql, behind.Parameters);
        Assert.Equal(2, rows.Count);
        Assert.Equal(2L, Assert.Single(warehouse.Rows(behind.CountSql, behind.CountParameters))[0]);
        Assert.All(rows, r => Assert.True((DateTime)r[^3]! <= (DateTime)r[^2]! && (DateTime)r[^2]! <= (DateTime)r[^1]!));
    }

    [Fact]
    public void A_contact_counts_once_on_the_day_and_in_the_channel_of_its_first_event()
    {
        using var warehouse = Company();

        Assert.Equal(["2025-03-01|ads: 1 1", "2025-03-01|email: 3 1", "2025-03-01|(none): 1 0", "total (none)|(none): 5 2"], Lines(warehouse, "path_seen path_won", "month,channel", total: true));
        Assert.Equal([": 0 0"], Lines(warehouse, "path_seen path_won", period: "2025-04"));
    }

    [Fact]
    public void An_event_is_one_step_only()
    {
        using var warehouse = new TestWarehouse().With(
            "touchpoints", "touch_id contact_id occurred_at",
            ["t1", "a", At(1)], ["t2", "a", At(2)], ["t3", "a", At(2)], ["t4", "b", At(1)], ["t5", null, At(1)], ["t6", "c", null]);
        var twice = Declared(() => Funnel("again", within: 7.Days(), Stage("one", Touchpoints.occurred_at), Stage("two", Touchpoints.occurred_at), Stage("three", Touchpoints.occurred_at)));

        Assert.Equal([": 2 1 0"], Ask.Lines(warehouse.Ask(twice, Ask.For("again_one again_two again_three"))));
    }

    [Fact]
    public void The_funnel_s_condition_chooses_the_first_events()
    {
        using var warehouse = Company();
        var metrics = Declared(() => Funnel("path", within: 30.Days(), Touchpoints.occurred_at, Leads.created_at).Where(Touchpoints.channel == "email"));

        Assert.Equal(["email: 3 1"], Ask.Lines(warehouse.Ask(metrics, Ask.For("path_occurred path_created", "channel"))));
    }

    [Fact]
    public void A_step_nobody_loads_has_no_value_and_those_before_it_have()
    {
        using var warehouse = new TestWarehouse()
            .With("touchpoints", "touch_id contact_id occurred_at kind", ["t1", "a", At(1), "view"])
            .With("leads", "lead_id contact_id created_at", ["l1", "a", At(2)]);

        Assert.Equal([": 1 1 NotLoaded NotLoaded"], Lines(warehouse, "path_seen path_created path_won path_rate"));
    }

    [Fact]
    public void While_contacts_are_still_followed_it_is_unfinished()
    {
        using var warehouse = Company().Covering("touchpoints", "2025-01-01", "2025-12-31");
        string On(DateOnly today)
        {
            warehouse.Settings = warehouse.Settings with { Today = today };
            return Assert.Single(Lines(warehouse, "path_seen path_created", period: "2025-03"));
        }

        Assert.Equal(": 5 2*", On(new(2025, 4, 30)));
        Assert.Equal(": 5 2", On(new(2025, 5, 1)));
    }

    [Fact]
    public void It_is_read_over_other_days_too()
    {
        using var warehouse = Company();
        var metrics = Declared(() =>
        {
            Funnel("path", within: 30.Days(), Stage("seen", Touchpoints.occurred_at, where: Touchpoints.kind == "view"), Leads.created_at);
            Metric("before", Ref("path_created_rate").Previous());
            Metric("sum", Ref("path_created").Cumulative());
        });

        Assert.Equal(
            ["2025-03-01: 0.4 DivisionByZero 2", "2025-04-01: DivisionByZero 0.4 2"],
            Ask.Lines(warehouse.Ask(metrics, Ask.For("path_created_rate before sum", "month", "2025-03-01..2025-05-01"))));
    }

    [Fact]
    public void What_cannot_be_followed_is_refused()
    {
        var refused = Assert.Throws<MeritException>(() => Declared(() =>
        {
            Funnel("no_time", within: TimeSpan.Zero, Touchpoints.occurred_at, Leads.created_at);
            Funnel("no_contact", within: 1.Days(), Touchpoints.occurred_at, Stage("spent", new DeliveryTable().date));
            Funnel("nobody", within: 1.Days(), Touchpoints.occurred_at, Stage("gone", new AccountsTable().churned_at));
            Funnel("foreign", within: 1.Days(), Touchpoints.occurred_at, Stage("lead", Leads.created_at, where: Touchpoints.kind == "view"));
            Funnel("other", within: 1.Days(), Touchpoints.occurred_at, Leads.created_at).Where(Leads.score > 3);
            Funnel("two_tables", Touchpoints.occurred_at, Leads.created_at);
        }));

        Assert.Equal(["MRT2165", "MRT2165", "MRT2165", "MRT2165", "MRT2165", "MRT2164"], refused.Diagnostics.Select(d => d.Code));
    }

    private static string[] Lines(TestWarehouse warehouse, string metrics, string by = "", string period = "all", bool total = false) =>
        Ask.Lines(warehouse.Ask(Metrics, Ask.For(metrics, by.Replace(',', ' '), period, total: total)));

    private static DateTime At(int day, int hour = 0, int month = 3) => new(2025, month, day, hour, 0, 0);

    private static TestWarehouse Company() => new TestWarehouse()
        .With(
            "touchpoints", "touch_id contact_id occurred_at kind channel",
            ["t0", "a", At(20, month: 2), "click", "email"], ["t1", "a", At(1), "view", "email"], ["t2", "a", At(3), "view", "ads"],
            ["t3", "b", At(9), "view", null], ["t4", "c", At(1), "view", "email"], ["t5", "d", At(1), "view", "email"], ["t6", "e", At(1), "view", "ads"])
        .With(
            "leads", "lead_id contact_id created_at",
            ["l1", "a", At(28, month: 2)], ["l2", "a", At(5)], ["l3", "b", At(8)], ["l4", "d", At(1, month: 4)], ["l5", "e", At(1, 1)])
        .With(
            "sales", "sale_id contact_id sold_at",
            ["s1", "a", At(4)], ["s2", "a", At(10)], ["s3", "a", At(11)], ["s4", "c", At(2)], ["s5", "e", At(1, 2)]);
}
