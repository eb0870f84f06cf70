using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Outside;

/// <summary>A published export of Facebook campaigns, with a few lines of YAML: 1,143 rows, one per ad, without any date.</summary>
public sealed class FacebookAdsTests
{
    [Fact]
    public void Figures_of_the_export_come_out()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("merit.yaml", """
            name: Facebook ads
            currency: USD
            timezone: UTC
            sources:
              shown:
                connector: files
                path: ${ADS}/KAG_conversion_data.csv
                into: delivery
                columns:
                  campaign_id: xyz_campaign_id
                  ad: ad_id
                  impressions: Impressions
                  clicks: Clicks
                  conversions: Total_Conversion
                  approved: { from: Approved_Conversion, type: integer }
              spent:
                connector: files
                path: ${ADS}/KAG_conversion_data.csv
                into: spend
                columns: { campaign_id: xyz_campaign_id, ad: ad_id, amount: Spent }
            """);
        workspace.Write("metrics/approved.csx", """
            Metric("approved", Sum(delivery.approved)).Label("Approved conversions", zh: "已确认转化数");
            Metric("cost_per_approved", metrics.cost / metrics.approved).As(Money).LowerIsBetter();
            Metric("ads_without_clicks", Count(delivery).Where(delivery.clicks == 0));
            Metric("ads_without_clicks_converting", Count(delivery).Where(delivery.clicks == 0 & delivery.approved > 0));
            """);
        workspace.Write(".env", $"ADS={SharedData.Require("facebook-ads")}\n");
        MeritProcess.Run(workspace.Folder, "load").Fine();
        var all = QueryAnswer.Ask(
            workspace.Folder, "impressions,clicks,cost,ctr,cpc,cost_per_conversion,cost_per_approved,ads_without_clicks,ads_without_clicks_converting", period: "all");
        Assert.Equal(213_434_828, all["impressions"]);
        Assert.Equal(38_165, all["clicks"]);
        Assert.Equal(58_705.23, all["cost"] ?? 0, .005);
        Assert.Equal(.00017881, all["ctr"] ?? 0, 5e-9);
        Assert.Equal(1.538195, all["cpc"] ?? 0, 5e-7);
        Assert.Equal(17.985671, all["cost_per_conversion"] ?? 0, 5e-7);
        Assert.Equal(54.407071, all["cost_per_approved"] ?? 0, 5e-7);
        Assert.Equal(207, all["ads_without_clicks"]);
        Assert.Equal(71, all["ads_without_clicks_converting"]);

        var campaigns = QueryAnswer.Ask(workspace.Folder, "cost_per_approved", "campaign", "all").By("campaign");
        Assert.Equal(6.237917, campaigns["916"]["cost_per_approved"]?.GetValue<double>() ?? 0, 5e-7);
        Assert.Equal(15.810765, campaigns["936"]["cost_per_approved"]?.GetValue<double>() ?? 0, 5e-7);
        Assert.Equal(63.832741, campaigns["1178"]["cost_per_approved"]?.GetValue<double>() ?? 0, 5e-7);
    }
}
