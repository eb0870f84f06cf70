using System.Globalization;
using FsCheck.Fluent;
using Merit.Metrics.Language;
using Merit.Metrics.Requests;
using Merit.Metrics.Schema;
using Merit.Tests;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>A goal is held against that for which it is set, never against what has none.</summary>
public sealed class GoalCoverTests
{
    private static readonly Definitions Metrics = Declared(() =>
    {
        Metric("cost", Sum(Spend.amount)).LowerIsBetter();
        Metric("new_leads", Count(Leads));
        Metric("cpl", Ref("cost") / Ref("new_leads")).LowerIsBetter();
        Metric("targeted", Ref("new_leads").Targeted());
        Metric("attainment", Ref("new_leads").Attainment());
        Metric("quotient", Ref("new_leads") / Ref("new_leads").Target());
        Metric("missing", Ref("new_leads").Target() - Ref("new_leads"));
        Metric("pacing", Ref("new_leads").Pacing());
        Metric("on_track", Ref("new_leads").OnTrack());
    });

    [Fact]
    public void What_has_no_goal_does_not_help_to_reach_one()
    {
        using var warehouse = Company().With("targets", "campaign_id metric value", ["c1", "new_leads", 4.0]);

        // Four leads in all, of which the campaign with a goal brought two.
        Assert.Equal(["4/4 of 2"], Compared(warehouse, "new_leads"));
        Assert.Equal([": 2 0.5 0.5 2"], Lines(warehouse, "targeted attainment quotient missing"));
        Assert.Equal(["c1: 2/4 of 2", "c2: 1/- of -", "c3: 1/- of -"], Compared(warehouse, "new_leads", "campaign"));
        Assert.Equal(["email: 3/4 of 2", "expo: 1/- of -"], Compared(warehouse, "new_leads", "channel"));
    }

    [Fact]
    public void A_goal_of_the_group_itself_is_held_against_all_of_it()
    {
        using var warehouse = Company().With(
            "targets", "campaign_id channel metric value", ["c1", null, "new_leads", 4.0], [null, "email", "new_leads", 5.0], [null, null, "new_leads", 6.0]);

        Assert.Equal(["4/6 of 4"], Compared(warehouse, "new_leads"));
        Assert.Equal(["email: 3/5 of 3", "expo: 1/- of -"], Compared(warehouse, "new_leads", "channel"));
        Assert.Equal(["brand: 1/- of -", "lead-gen: 2/4 of 2", "(none): 1/- of -"], Compared(warehouse, "new_leads", "type"));
    }

    [Fact]
    public void Goals_of_channels_and_of_owners_are_held_against_theirs()
    {
        using var channels = Company().With("targets", "channel metric value", ["expo", "new_leads", 2.0]);
        using var owners = Company().With("targets", "owner metric value", ["ann", "new_leads", 8.0]);

        Assert.Equal(["4/2 of 1"], Compared(channels, "new_leads"));
        Assert.Equal(["4/8 of 2"], Compared(owners, "new_leads"));
    }

    [Fact]
    public void Goals_of_two_kinds_that_overlap_are_held_against_nothing()
    {
        using var warehouse = Company().With("targets", "campaign_id channel metric value", ["c1", null, "new_leads", 4.0], [null, "expo", "new_leads", 2.0]);

        Assert.Equal(["4/- of -"], Compared(warehouse, "new_leads"));
        Assert.Equal([": NotMeaningful NotMeaningful"], Lines(warehouse, "targeted attainment"));
    }

    [Fact]
    public void Only_the_days_of_a_goal_count_toward_it()
    {
        using var warehouse = Company().With(
            "targets", "campaign_id metric value period_start period_end",
            ["c1", "new_leads", 2.0, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)], ["c2", "new_leads", 1.0, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)]);

        // c1 had a lead in March and one in April.
        Assert.Equal(["4/3 of 2"], Compared(warehouse, "new_leads"));
        Assert.Equal(["c1: 2/2 of 1", "c2: 1/1 of 1", "c3: 1/- of -"], Compared(warehouse, "new_leads", "campaign"));
        Assert.Equal(["2025-03-01: 3/3 of 2", "2025-04-01: 1/- of -"], Compared(warehouse, "new_leads", "month"));
    }

    [Fact]
    public void A_rate_is_compared_where_its_goal_holds()
    {
        using var warehouse = Company().With("targets", "campaign_id metric value", ["c1", "cpl", 12.0]);

        // 50 for four leads; the campaign with a goal paid 20 for two.
        Assert.Equal(["12.5/12 of 10"], Compared(warehouse, "cpl"));
        Assert.Equal(["50/- of -"], Compared(warehouse, "cost"));
    }

    [Fact]
    public void Pacing_counts_what_has_a_goal_until_today()
    {
        using var warehouse = Company().With("targets", "campaign_id metric value period_start period_end", ["c1", "new_leads", 31.0, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)]);
        warehouse.Settings = warehouse.Settings with { Today = new DateOnly(2025, 3, 4) };

        // Four are due, one came; the others' leads do not count.
        Assert.Equal([": 0.25* 0*"], Lines(warehouse, "pacing on_track", "2025-03"));
    }

    [Fact]
    public void A_metric_that_cannot_tell_campaigns_apart_has_no_part_with_a_goal()
    {
        using var warehouse = Company().With("targets", "campaign_id metric value", ["c1", "staff", 3.0]).With("benchmarks", "metric value", ["staff", 7.0]);
        var definitions = Declared(() => Metric("staff", Sum(new Merit.Metrics.Tables.BenchmarksTable().value)));

        var figure = Assert.Single(warehouse.Ask(definitions, Ask.For("staff", compare: Comparison.Target)).Rows).Figures[0];

        Assert.Equal((7.0, 3.0, null), (figure.Value, figure.Compared, figure.Targeted));
    }

    [Fact]
    public void Random_goals_are_held_against_the_rows_they_are_set_for()
    {
        using var warehouse = new TestWarehouse().OnOneThread();
        var held = 0;
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => held += Same(warehouse, new Random(seed))).Holds(200);
        Assert.True(held > 100, $"Only {held} figures had a goal.");
    }

    private static int Same(TestWarehouse warehouse, Random random)
    {
        warehouse.Clear("campaigns", "leads", "targets");
        var campaigns = Enumerable.Range(0, 5).Select(i => (Id: $"c{i}", Channel: One(random, "email", "expo"), Owner: One(random, "ann", "bob", null))).ToList();
        var leads = Enumerable.Range(0, random.Next(60)).Select(_ => (Campaign: One(random, "c0", "c1", "c2", "c3", "c4", null, "nowhere"), Day: new DateOnly(2025, 1, 1).AddDays(random.Next(120)))).ToList();
        var level = One(random, "campaign_id", "channel", "owner", "all");
        var dated = random.Next(3);
        var goals = Enumerable.Range(0, random.Next(1, 5)).Select(_ => (
            Of: level switch { "campaign_id" => One(random, "c0", "c1", "c2"), "channel" => One(random, "email", "expo"), "owner" => One(random, "ann", "bob"), _ => null },
            Value: (double)random.Next(1, 40), From: dated == 0 || (dated == 1 && random.Next(2) == 0) ? null : (DateOnly?)new DateOnly(2025, 1, 1).AddDays(random.Next(90)), Days: random.Next(1, 60))).ToList();
        warehouse.With("campaigns", "campaign_id channel owner", [.. campaigns.Select(c => new object?[] { c.Id, c.Channel, c.Owner })])
            .With("leads", "campaign_id created_at", [.. leads.Select(l => new object?[] { l.Campaign, l.Day.ToDateTime(new TimeOnly(9, 0)) })])
            .With("targets", $"{(level == "all" ? "owner" : level)} metric value period_start period_end", [.. goals.Select(g => new object?[] { g.Of, "new_leads", g.Value, g.From, g.From?.AddDays(g.Days - 1) })]);
        warehouse.Goals = random.Next(2) == 0 ? null
            : [new GoalSchema("new_leads", level == "campaign_id" ? "campaign" : level!, goals.Exists(g => g.From is not null), goals.Exists(g => g.From is null))];
        var by = One(random, "", "campaign", "channel", "month");
        var held = 0;

        var answer = warehouse.Ask(Metrics, Ask.For("new_leads targeted attainment", by!, One(random, "all", "2025", "2025-02")!, compare: Comparison.Target));
        foreach (var row in answer.Rows)
        {
            var rowFigures = row.Figures;
            if (rowFigures[0].Compared is not { } goal)
            {
                continue;
            }

            var expected = leads.Count(l => InPeriod(l.Day) && InGroup(l) && goals.Exists(g => Counts(g, l)));
            Assert.Equal(expected, rowFigures[0].Targeted);
            Assert.Equal(expected, rowFigures[1].Value);
            Assert.Equal(goal == 0 ? null : expected / goal, rowFigures[2].Value);
            held++;

            bool InPeriod(DateOnly day) => (answer.Request.Period.From is not { } from || day >= from) && (answer.Request.Period.To is not { } to || day < to);

            bool InGroup((string? Campaign, DateOnly Day) lead) => by switch
            {
                "campaign" => Equals(row.Dimensions[0], lead.Campaign),
                "channel" => Equals(row.Dimensions[0], Channel(lead.Campaign)),
                "month" => Equals(row.Dimensions[0], new DateOnly(lead.Day.Year, lead.Day.Month, 1)),
                _ => true,
            };
        }

        return held;

        string? Channel(string? campaign) => campaigns.Find(c => c.Id == campaign).Channel;

        bool Counts((string? Of, double Value, DateOnly? From, int Days) goal, (string? Campaign, DateOnly Day) lead) =>
            (goal.From is not { } from ? by != "month" : lead.Day >= from && lead.Day < from.AddDays(goal.Days))
            && level switch
            {
                "campaign_id" => lead.Campaign == goal.Of,
                "channel" => Channel(lead.Campaign) == goal.Of,
                "owner" => campaigns.Find(c => c.Id == lead.Campaign).Owner == goal.Of,
                _ => true,
            };
    }

    private static string? One(Random random, params string?[] of) => of[random.Next(of.Length)];

    private static string[] Compared(TestWarehouse warehouse, string metric, string by = "") =>
        [.. warehouse.Ask(Metrics, Ask.For(metric, by, "all", compare: Comparison.Target)).Rows.Select(r =>
            $"{string.Concat(r.Dimensions.Select(d => (d is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : d ?? "(none)") + ": "))}{Text(r.Figures[0].Value)}/{Text(r.Figures[0].Compared)} of {Text(r.Figures[0].Targeted)}")];

    private static string Text(double? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "-";

    private static string[] Lines(TestWarehouse warehouse, string metrics, string period = "all") => Ask.Lines(warehouse.Ask(Metrics, Ask.For(metrics, "", period)));

    // c1 and the campaign without a goal share a channel; one lead has no campaign at all.
    private static TestWarehouse Company() => new TestWarehouse()
        .With("campaigns", "campaign_id channel type owner", ["c1", "email", "lead-gen", "ann"], ["c2", "expo", "brand", "bob"], ["c3", "email", null, null])
        .With("spend", "date campaign_id amount", [new DateOnly(2025, 3, 4), "c1", 20m], [new DateOnly(2025, 3, 4), "c2", 30m])
        .With(
            "leads", "campaign_id created_at",
            ["c1", new DateTime(2025, 3, 4)], ["c1", new DateTime(2025, 4, 5)], ["c2", new DateTime(2025, 3, 6)], ["c3", new DateTime(2025, 3, 7)]);
}
