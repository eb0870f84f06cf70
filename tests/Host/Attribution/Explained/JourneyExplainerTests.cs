using Merit.Diagnostics;
using Merit.Host.Attribution.Explained;
using Merit.Plugins.Attribution;
using static Merit.Host.Tests.Attribution.AttributionWarehouse;

namespace Merit.Host.Tests.Attribution.Explained;

public sealed class JourneyExplainerTests
{
    private static ExplainedJourney Explain(AttributionWarehouse warehouse, string conversion) =>
        new JourneyExplainer(warehouse.Session, warehouse.Settings, warehouse.Catalog).Explain(conversion);

    private static IEnumerable<string> Lines(ExplainedJourney journey, string model) => journey.Credits.Where(c => c.Model == model)
        .Select(c => FormattableString.Invariant($"{c.Touch?.Position} {c.Touch?.Channel} {c.Touch?.AgeDays:0.##}d {c.Why?.Weight:0.##}/{c.Why?.Sum:0.##} {c.Share:0.###}"));

    [Fact]
    public void Each_touch_has_its_weight_and_what_it_is_divided_by()
    {
        using var warehouse = new AttributionWarehouse { CampaignWeights = { ["expo"] = 3 } }
            .Model("u-shaped").Model("participation").Model("last", name: "brief", journeys: new(Lookback: TimeSpan.FromDays(2)));
        warehouse.Touch("1", "c", Day(1), "a", "expo");
        warehouse.Touch("2", "c", Day(3), "b");
        warehouse.Touch("3", "c", Day(5.5), "a");
        warehouse.Convert("deal", "c", Day(6), 100);
        warehouse.Run();

        var journey = Explain(warehouse, "deal");

        Assert.Equal(("sale", "c", 100m), (journey.Kind, journey.Contact, journey.Value));
        Assert.Equal(["1 a 5d 120/180 0.667", "2 b 3d 20/180 0.111", "3 a 0.5d 40/180 0.222"], Lines(journey, "u-shaped"));
        Assert.Equal(["1 a 5d 0.5/1 0.5", "2 b 3d 1/1 1", "3 a 0.5d 0.5/1 0.5"], Lines(journey, "participation"));
        Assert.Equal(["1 a 0.5d 1/1 1"], Lines(journey, "brief"));
        Assert.Empty(journey.Findings);
    }

    [Fact]
    public void What_experiments_correct_is_shown_with_the_factor_in_its_weight()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Calibrate("linear");
        for (var i = 0; i < 10; i++)
        {
            warehouse.Path($"ab{i}", "a > b");
        }

        warehouse.Experiment("half", "a", 2.5, (1, 4));
        warehouse.Run();

        Assert.Equal(["1 a 0.08d 0.17/0.67 0.25", "2 b 0.04d 0.5/0.67 0.75"], Lines(Explain(warehouse, "ab3"), "linear-calibrated"));
    }

    [Fact]
    public void A_conversion_without_touches_is_nobodys()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Convert("deal", null, null, null);
        warehouse.Run();

        var journey = Explain(warehouse, "deal");

        Assert.Equal((null, null, null), (journey.Contact, journey.ConvertedAt, journey.Value));
        Assert.Equal(new ExplainedCredit("linear", null, 1), Assert.Single(journey.Credits));
        Assert.Empty(journey.Findings);
    }

    [Fact]
    public void Credit_that_other_options_would_give_otherwise_is_told_of()
    {
        using var warehouse = new AttributionWarehouse().Model("linear").Model("first");
        warehouse.Path("deal", "a>b");
        warehouse.Run();
        warehouse.Session.Execute("UPDATE credits SET \"linear\" = CASE position WHEN 1 THEN 0.6 ELSE 0.4 END");

        var finding = Assert.Single(Explain(warehouse, "deal").Findings);

        Assert.Equal("MRT1421", finding.Code);
        Assert.Contains("linear", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_that_is_not_there_is_told_with_some_that_are()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("deal:o-17", "a>b");
        warehouse.Path("order:9", "a");
        warehouse.Run();

        var finding = Assert.Single(Assert.Throws<MeritException>(() => Explain(warehouse, "O-17")).Diagnostics);

        Assert.Equal("MRT1420", finding.Code);
        Assert.Contains("such as deal:o-17, order:9", finding.NextStep, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void What_is_explained_is_what_was_shared_out(int seed)
    {
        using var warehouse = new AttributionWarehouse { Rules = new() { CollapseRepeats = true, Until = seed == 3 ? Stage.Lead : Stage.Conversion } };
        foreach (var model in new[] { "first", "last", "last-non-direct", "linear", "u-shaped", "j-shaped", "time-decay", "w-shaped", "full-path", "participation" })
        {
            warehouse.Model(model);
        }

        var journeys = RandomJourneys.Fill(warehouse, seed, 25);
        warehouse.Run();

        Assert.All(journeys.Keys, id => Assert.Empty(Explain(warehouse, id).Findings));
    }
}
