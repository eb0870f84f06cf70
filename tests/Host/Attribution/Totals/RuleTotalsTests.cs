using Merit.Diagnostics;
using Merit.Host.Attribution;
using Merit.Host.Attribution.Totals;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Attribution.Totals;

/// <summary>Totals that are had without a touch's place, against the credit of every touch added up.</summary>
public sealed class RuleTotalsTests
{
    // Of the ends or of the touch alone, and two that need places.
    private static readonly string[] Models = ["first", "last", "linear", "u-shaped", "inverse-j", "time-decay", "last-non-direct"];

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
    [InlineData("last-non-direct", false)]
    [InlineData("w-shaped", false)]
    [InlineData("participation", false)]
    public void Rules_of_ends_and_of_touches_alone_need_no_place(string model, bool needsNone)
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
            warehouse.Convert($"d{i}", $"c{random.Next(110)}", Moment(), random.Next(5) == 0 ? null : random.Next(-1000, 100_000) / 100m, kind: Pick("sale", "mql"));
        }

        Array.ForEach(Models, m => warehouse.Model(m));
        return warehouse;
    }
}
