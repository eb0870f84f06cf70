using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Outside;

/// <summary>A published attribution example, with a few lines of YAML: sessions, conversions without an identifier, spend by source.</summary>
public sealed class AttributionPlaybookTests
{
    [Fact]
    public void Credit_of_the_example_comes_out()
    {
        using var workspace = new TemporaryWorkspace();
        workspace.Write("merit.yaml", """
            name: Attribution playbook
            currency: USD
            timezone: UTC
            sources:
              sessions:
                connector: files
                path: ${PLAYBOOK}/sessions.csv
                into: touchpoints
                columns:
                  touch_id: session_id
                  contact_id: customer_id
                  occurred_at: started_at
                  channel: utm_source
                  utm_source: utm_source
                  utm_medium: utm_medium
                  utm_campaign: utm_campaign
              conversions:
                connector: files
                path: ${PLAYBOOK}/customer_conversions.csv
                into: orders
                columns:
                  order_id: { sql: "customer_id || ' ' || converted_at" }
                  contact_id: customer_id
                  ordered_at: converted_at
                  amount: revenue
              spend:
                connector: files
                path: ${PLAYBOOK}/ad_spend.csv
                into: spend
                columns: { date: date_day, channel: utm_source, amount: spend }
            attribution:
              default: u-shaped
              models: [first, last, linear, u-shaped]
              lookback: 30d
            """);
        workspace.Write(".env", $"PLAYBOOK={SharedData.Require("attribution-playbook")}\n");
        MeritProcess.Run(workspace.Folder, "load").Fine();
        var credit = QueryAnswer.Ask(workspace.Folder, "attributed_conversions,attributed_revenue,cost", "channel", "all", "--total").By("channel");
        (string Channel, double Conversions, double Revenue)[] expected =
            [("facebook_ads", 5.44, 71.4), ("direct", 10.94, 141.4), ("adwords", 1.24, 16.4), ("google", 2.58, 35.8), ("bing", .8, 10), ("", 21, 275)];
        foreach (var (channel, conversions, revenue) in expected)
        {
            Assert.Equal(conversions, credit[channel]["attributed_conversions"]?.GetValue<double>() ?? 0, .005);
            Assert.Equal(revenue, credit[channel]["attributed_revenue"]?.GetValue<double>() ?? 0, .05);
        }

        Assert.Equal(312, credit["facebook_ads"]["cost"]?.GetValue<double>());
        Assert.Equal(47, credit["adwords"]["cost"]?.GetValue<double>());
    }
}
