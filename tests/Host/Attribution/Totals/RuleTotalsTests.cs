using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Totals;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Totals;

/// <summary>Totals that are had without a touch's place, against the credit of every touch added up.</summary>
public sealed class RuleTotalsTests
{
    // Of ends, of other marks, of the touch alone, and one that needs places.
    private static readonly string[] Models = ["first", "last", "linear", "u-shaped", "inverse-j", "time-decay", "last-non-direct", "w-shaped", "full-path", "mixed", "second"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Totals_of_awkward_journeys_are_those_of_one_journey_after_the_other(int seed)
    {
        using var warehouse = new AttributionWarehouse();
        var journeys = RandomJourneys.Fill(warehouse, seed, 150);
        Array.ForEach(["linear", "inverse-j", "last-non-direct", "last-paid", "w-shaped", "full-path"], m => warehouse.Model(m));
        warehouse.Fill();
        var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute("channel", null, intervals: null, TestContext.Current.CancellationToken).Rows;
        var rules = ModelWeight.Plan(warehouse.Settings, warehouse.Catalog);
        var statement = new RuleStatement(warehouse.Settings, rules);
        var key = TouchKey.Of(warehouse.Session, warehouse.Settings.Journeys, UnitNumbers.Give(warehouse.Session, "channel").Count, statement.TellsTouchesApart);
        Assert.All(warehouse.Session.Query(statement.Write(key, "channel", "sale"), row => row.GetInt64(1 + (2 * rules.Count))), unusable => Assert.Equal(0, unusable));
        foreach (var rule in rules)
        {
            var byHand = journeys.Values.SelectMany(j => j.Touches.Zip(new TermEvaluator(j).Shares(rule.Weight) ?? []))
                .GroupBy(t => t.First.Channel ?? "(none)", t => t.Second, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.Sum())).ToList();
            var engines = totals.Where(t => t.Model == rule.Model.Name && t.Unit != AttributedTotals.Unattributed).OrderBy(t => t.Unit, StringComparer.Ordinal).ToList();
            Assert.Equal(byHand.Select(t => t.Key), engines.Select(t => t.Unit));
            Assert.Equal(byHand.Select(t => t.Item2), engines.Select(t => t.Conversions), (a, b) => Math.Abs(a - b) < 1e-9);
        }
    }

    [Theory]
    [InlineData(1, false, "channel")]
    [InlineData(2, false, "campaign_id")]
    [InlineData(3, true, "channel")]
    [InlineData(4, true, "campaign_id")]
    public void Totals_are_the_sums_of_credit(int seed, bool byAccount, string unit)
    {
        using var warehouse = Random(seed, byAccount);
        warehouse.Run();
        foreach (var kind in new[] { "sale", "mql" })
        {
            var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute(unit, kind, intervals: null, TestContext.Current.CancellationToken).Rows;
            foreach (var model in Models)
            {
                var expected = warehouse.Session.Query(
                    $"SELECT coalesce({unit}, '(none)'), sum(\"{model}\"), coalesce(sum(\"{model}\" * value::DOUBLE), 0) FROM credits WHERE kind = '{kind}' GROUP BY 1",
                    row => (Unit: row.GetString(0), Conversions: row.GetDouble(1), Value: row.GetDouble(2))).OrderBy(r => r.Unit, StringComparer.Ordinal).ToList();
                var actual = totals.Where(t => t.Model == model).OrderBy(t => t.Unit, StringComparer.Ordinal).ToList();
                Assert.Equal(expected.Select(e => e.Unit), actual.Select(a => a.Unit));
                Assert.Equal(expected.Select(e => e.Conversions), actual.Select(a => a.Conversions), (a, b) => Math.Abs(a - b) < 1e-9);
                Assert.Equal(expected.Select(e => e.Value), actual.Select(a => a.Value), (a, b) => Math.Abs(a - b) < 1e-6);
            }
        }
    }

    [Theory]
    [InlineData("first", true)]
    [InlineData("last", true)]
    [InlineData("linear", true)]
    [InlineData("j-shaped", true)]
    [InlineData("time-decay", true)]
    [InlineData("last-non-direct", true)]
    [InlineData("last-paid", true)]
    [InlineData("w-shaped", true)]
    [InlineData("full-path", true)]
    [InlineData("participation", false)]
    public void Rules_of_marks_and_of_touches_alone_need_no_place(string model, bool needsNone)
    {
        using var warehouse = new AttributionWarehouse().Model("linear", name: "default").Model(model);
        Assert.Equal(needsNone, RuleStatement.CanWrite(warehouse.Settings, ModelWeight.Plan(warehouse.Settings, warehouse.Catalog)[1]));
    }

    [Fact]
    public void A_rule_of_two_ends_and_ages_needs_places()
    {
        using var warehouse = new AttributionWarehouse().Rule("mixed", t => t.If(t.Position.Is(1), 2, 1 / (1 + t.AgeDays)));
        Assert.False(RuleStatement.CanWrite(warehouse.Settings, Assert.Single(ModelWeight.Plan(warehouse.Settings, warehouse.Catalog))));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(double.NaN)]
    public void A_journey_that_cannot_be_shared_out_is_named(double weight)
    {
        using var warehouse = new AttributionWarehouse().Model("first").Rule("bad", t => t.If(t.Position.Is(1) & t.Count.Is(1), weight, 1));
        warehouse.Path("good", "a > b");
        warehouse.Path("lonely", "a");
        warehouse.Fill();
        var thrown = Assert.Throws<MeritException>(() =>
            new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute("channel", null, null, TestContext.Current.CancellationToken));
        Assert.Contains("lonely", Assert.Single(thrown.Diagnostics).Message, StringComparison.Ordinal);
    }

    // Half of the moments are shared, so that journeys open and close with several touches at once.
    private static AttributionWarehouse Random(int seed, bool byAccount)
    {
        var random = new Random(seed);
        DateTime Moment() => AttributionWarehouse.Day(random.Next(60) + (random.Next(2) / 2d));
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(20), ByAccount = byAccount, Rules = new JourneyRules { ExcludeChannels = ["d"] } };
        for (var i = 0; i < 60; i++)
        {
            warehouse.Contact($"c{i}", $"a{random.Next(30)}");
        }

        for (var i = 0; i < 1200; i++)
        {
            warehouse.Touch($"t{(i * 7919) % 1200}", $"c{random.Next(100)}", Moment(), Pick("a", "b", "c", "d", "direct", null), Pick("x", "y", null));
        }

        for (var i = 0; i < 400; i++)
        {
            warehouse.Convert($"d{i}", $"c{random.Next(110)}", Moment(), random.Next(5) == 0 ? null : random.Next(-1000, 100_000) / 100m, lead: $"d{i}", kind: Pick("sale", "mql"));
            if (random.Next(3) > 0)
            {
                warehouse.Session.Execute("INSERT INTO leads VALUES ($1, $2)", $"d{i}", Moment());
                warehouse.Session.Execute("INSERT INTO sales VALUES ($1, $1)", $"d{i}");
                warehouse.Session.Execute("INSERT INTO opportunities VALUES ($1, $2)", $"d{i}", Moment());
            }
        }

        Array.ForEach(Models[..^2], m => warehouse.Model(m));
        warehouse.Rule("mixed", t => t.If(t.LatestWhere(t.ChannelIs("a", "b")), 1 + t.CountWhere(t.ChannelIs("a")), t.If(t.LatestBefore(Stage.Lead) & !t.Position.Is(1), 3, 1 / t.CountWhere(!t.Position.Is(1) | t.Count.Is(1)))));
        warehouse.Rule("second", t => t.If(t.Position.Is(2) | t.Count.Is(1), 1, 0));
        return warehouse;
    }
}
