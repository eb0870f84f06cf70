using Merit.Diagnostics;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Workspaces;

/// <summary>What merit.yaml may say of journeys and conversions.</summary>
public sealed class AttributionKeysTests
{
    [Fact]
    public void Journeys_and_conversions_are_read_for_all_models_and_for_one()
    {
        var attribution = Loading.Load("""
            name: Acme
            currency: CNY
            timezone: Asia/Shanghai
            attribution:
              models:
                - linear
                - { id: brief, model: linear, lookback: 7d, until: lead, unit: [channel, campaign_id] }
              lookback: 30d
              lookback_of: { mql: 10d }
              collapse_repeats: true
              chained: true
              exclude_channels: internal
              exclude_campaigns: [a, b]
              campaign_weights: { expo: 2.5 }
              conversions:
                mql: { of: leads, at: mql_at, value: 120 }
                pipeline: { of: opportunities, value: expected }
                form: { of: touchpoints, where: "kind = 'form'" }
                deal: { of: opportunities, value: amount }
            """).Attribution;
        var (usual, brief) = (attribution.JourneysOf(attribution.Models[0]), attribution.JourneysOf(attribution.Models[1]));
        Assert.Equal((TimeSpan.FromDays(30), TimeSpan.FromDays(10), true, true, Stage.Conversion), (usual.Lookback, usual.LookbackOf["mql"], usual.CollapseRepeats, usual.Chained, usual.Until));
        Assert.Equal(["internal"], usual.ExcludeChannels);
        Assert.Equal(["a", "b"], brief.ExcludeCampaigns);
        Assert.Equal((TimeSpan.FromDays(7), 0, Stage.Lead), (brief.Lookback, brief.LookbackOf.Count, brief.Until));
        Assert.Equal(["channel", "campaign_id"], brief.Unit);
        Assert.Equal(2.5, attribution.CampaignWeights["expo"]);
        Assert.Equal(["mql", "pipeline", "form", "deal"], attribution.Conversions.Select(c => c.Name));
        Assert.Equal(["mql_at", "created_at", "occurred_at", "created_at"], attribution.Conversions.Select(c => c.On));
        Assert.Equal(
            [new ConversionValue.Fixed(120), new ConversionValue.Expected(), ConversionValue.None, new ConversionValue.Of("amount")], attribution.Conversions.Select(c => c.Value));
    }

    [Fact]
    public void A_model_that_experiments_correct_has_a_name_of_its_own_and_may_be_the_default()
    {
        const string Head = "name: Acme\ncurrency: CNY\ntimezone: Asia/Shanghai\nattribution:\n  models: [first, linear]\n";
        var one = Loading.Load(Head + "  calibrate: linear\n  default: linear-calibrated\n").Attribution;
        Assert.Equal(("linear-calibrated", "linear-calibrated", "Asia/Shanghai"), (one.Default, Assert.Single(one.Calibrated).Name, one.Zone.Id));
        Assert.Equal(["first", "linear", "first-calibrated", "linear-calibrated"], Loading.Load(Head + "  calibrate: [first, linear, first]\n").Attribution.Names);
        Assert.Empty(Loading.Load(Head).Attribution.Calibrated);
    }

    [Theory]
    [InlineData("calibrate: linaer", "linear")]
    [InlineData("calibrate: linear\n  models: [linear, { id: linear-calibrated, model: first }]", "linear-calibrated")]
    [InlineData("default: first-calibrated\n  models: [linear]", "first-calibrated")]
    [InlineData("lookback: 0d", "lookback")]
    [InlineData("campaign_weights: { expo: 0 }", "expo")]
    [InlineData("until: closing", "closing")]
    [InlineData("unit: Channel", "Channel")]
    [InlineData("conversions: { sale: { of: orders } }", "sale")]
    [InlineData("conversions: { mql: { of: leads, at: mql_on } }", "mql_at")]
    [InlineData("conversions: { mql: { of: leads, at: status } }", "status")]
    [InlineData("conversions: { mql: { at: mql_at } }", "of")]
    [InlineData("conversions: { mql: { of: spend } }", "spend")]
    [InlineData("conversions: { mql: { of: leads, value: expected } }", "expected")]
    [InlineData("conversions: { deal: { of: opportunities, value: owner } }", "owner")]
    public void Journeys_and_conversions_that_cannot_be_are_refused_where_they_stand(string line, string says)
    {
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Loading.Load($"name: Acme\ncurrency: CNY\ntimezone: Asia/Shanghai\nattribution:\n  {line}\n")).Diagnostics);
        Assert.Equal(5, finding.At?.Line);
        Assert.Contains(says, finding.ToString(), StringComparison.Ordinal);
    }
}
