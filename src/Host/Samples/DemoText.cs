using System.Globalization;
using System.Text;

namespace Merit.Host.Samples;

/// <summary>The texts of the demo workspace.</summary>
internal static class DemoText
{
    private const string Workspace = """
        name: Demo
        currency: CNY
        timezone: Asia/Shanghai
        locale: en

        sources:
          campaigns:
            connector: files
            path: data/campaigns.csv
            into: campaigns
            columns: [campaign_id, name, type, format, mode, channel, owner, start_date, end_date, budget, utm_campaign]
          targets:
            connector: files
            path: data/targets.csv
            into: targets
            columns: [campaign_id, metric, value, period_start, period_end]
          benchmarks:
            connector: files
            path: data/benchmarks.csv
            into: benchmarks
            columns: [metric, campaign_type, value, source, as_of]
          spend:
            connector: files
            path: data/spend.csv
            into: spend
            columns: [date, campaign_id, category, source, amount]
          delivery:
            connector: files
            path: data/delivery.csv
            into: delivery
            columns: [date, campaign_id, impressions, clicks, conversions]
          engagement:
            connector: files
            path: data/engagement.csv
            into: engagement
            columns: [date, campaign_id, platform, comments, shares, likes, mentions, market_mentions, site_visits,
                      followers]
          accounts:
            connector: files
            path: data/accounts.csv
            into: accounts
            columns: [account_id, name, industry, size, region]
          contacts:
            connector: files
            path: data/contacts.csv
            into: contacts
            columns: [contact_id, account_id, created_at, title]
          touchpoints:
            connector: files
            path: data/touchpoints.csv
            into: touchpoints
            columns: [touch_id, contact_id, occurred_at, campaign_id, kind, utm_source, utm_medium, utm_campaign]
          leads:
            connector: files
            path: data/leads.csv
            into: leads
            columns: [lead_id, contact_id, campaign_id, source, owner, status, created_at, first_contacted_at, mql_at,
                      accepted_at, sql_at, opportunity_at, won_at, lost_at, lost_reason, rejected_at, reject_reason,
                      duplicate_of]
          opportunities:
            connector: files
            path: data/opportunities.csv
            into: opportunities
            columns: [opportunity_id, lead_id, contact_id, account_id, campaign_id, owner, stage, kind, amount,
                      created_at, closed_at, outcome, competitor]
          orders:
            connector: files
            path: data/orders.csv
            into: orders
            columns: [order_id, opportunity_id, account_id, contact_id, campaign_id, ordered_at, amount]

        channels:
          rules: ga4

        attribution:
          default: u-shaped
          models: [first, last, linear, u-shaped, time-decay]
          lookback: 90d

        reports:
          - { template: overview, period: 2025, compare: year-ago }
          - { template: channels, period: 2025, compare: year-ago }
          - { template: lead-gen, period: 2025 }
          - { template: revenue, period: 2025 }
          - { template: brand, period: 2025 }

        """;

    /// <summary>merit.yaml.</summary>
    public static string Yaml(DemoOptions options) => Workspace.Replace(".csv", Ending(options), StringComparison.Ordinal);

    public static string Readme(DemoOptions options, DemoSummary summary)
    {
        var campaigns = DemoCampaign.Of(DemoChannel.Of(options.Channels));
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Demo

            A generated company: two years (2024 and 2025) of {(options.Channels == DemoOptions.LeastChannels ? "twelve" : options.Channels.ToString(CultureInfo.InvariantCulture))} channels and {campaigns.Count} campaigns, made by
            `merit init --sample demo --touchpoints {options.Touchpoints} --seed {options.Seed}{Others(options)}`. The same command gives the same {(options.Format is DemoFormat.Csv ? "files" : "data")} on any machine.

            `merit run` loads, attributes, measures, scores and renders it; the reports are then in `out/`.

            | file | rows |
            |---|---:|

            """);
        foreach (var (file, rows) in summary.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| data/{Path.ChangeExtension(file, null)}{Ending(options)} | {rows:N0} |\n");
        }

        var faults = summary.Faults;
        text.Append(CultureInfo.InvariantCulture, $"""

            Like any export it holds faults, made on purpose and counted:

            | fault | rows | what Merit does |
            |---|---:|---|
            | touchpoints dated 30 February | {faults.BadTouchDates:N0} | rejects them |
            | touchpoints that repeat an identifier | {faults.RepeatedTouches:N0} | rejects them |
            | leads created on 0000-00-00 | {faults.BadLeadDates:N0} | rejects them |
            | amounts that read `n/a` | {faults.BadAmounts:N0} | rejects them |
            | touchpoints of nobody known | {faults.TouchesOfNobody:N0} | loads them; they belong to no journey |
            | touchpoints of a campaign no list knows | {faults.UnknownCampaigns:N0} | loads them; they have no channel of a campaign |
            | touchpoints whose link lost its UTM parameters | {faults.Untagged:N0} | loads them as direct |
            | utm_campaign in other capitals | {faults.MixedCase:N0} | finds the campaign all the same |
            | duplicate leads | {faults.DuplicateLeads:N0} | loads them, counts none |
            | leads that name no campaign | {faults.LeadsWithoutCampaign:N0} | takes the contact's first touch |
            | credit notes | {faults.CreditNotes:N0} | subtracts them |

            """);
        return text.ToString();
    }

    private static string Ending(DemoOptions options) => options.Format is DemoFormat.Parquet ? ".parquet" : ".csv";

    private static string Others(DemoOptions options) => string.Create(
        CultureInfo.InvariantCulture,
        $"{(options.JourneyLength is { } length ? $" --journey-length {length}" : "")}{(options.Channels == DemoOptions.LeastChannels ? "" : $" --channels {options.Channels}")}{(options.Buyers is { } buyers ? $" --buyers {buyers}" : "")}{(options.Format is DemoFormat.Parquet ? " --format parquet" : "")}");
}
