using Merit.Host.Attribution;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution;

/// <summary>What the engine is asked, for a person to read.</summary>
public sealed class CreditsStatementTests
{
    private static void Check(AttributionWarehouse warehouse, string file) => Merit.Tests.Baseline.Same(
        CreditsStatement.Write(warehouse.Settings, ModelWeight.Plan(warehouse.Settings, warehouse.Catalog)) + "\n", "tests", "Host", "Attribution", file);

    [Fact]
    public void The_built_in_rules_need_no_count_of_their_own()
    {
        using var warehouse = new AttributionWarehouse().Model("first").Model("last").Model("linear").Model("u-shaped").Model("time-decay");
        Check(warehouse, "Rules.sql");
    }

    [Fact]
    public void Counts_over_a_journey_come_in_layers()
    {
        using var warehouse = new AttributionWarehouse()
            .Rule("last-non-direct", t =>
            {
                var other = !t.ChannelIs("direct");
                return t.If(t.CountWhere(other).Is(0), t.If(t.LatestBefore(Stage.Conversion), 1, 0), t.If(t.LatestWhere(other), 1, 0));
            })
            .Rule("staged", t => t.If(t.LatestBefore(Stage.Lead), 3, t.CountWhere(t.CountWhere(t.SameChannelCount > 1) > t.Position)));
        Check(warehouse, "Layers.sql");
    }

    [Fact]
    public void Models_with_journeys_of_their_own_meet_touch_by_touch()
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { Chained = true } }
            .Model("linear").Model("last", name: "late", journeys: new(Lookback: TimeSpan.FromDays(7), CollapseRepeats: true, ExcludeChannels: ["direct"], Until: Stage.Opportunity));
        Check(warehouse, "Passes.sql");
    }
}
