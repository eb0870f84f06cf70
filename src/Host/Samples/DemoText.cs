using System.Globalization;
using System.Text;

namespace Merit.Host.Samples;

/// <summary>The texts of the demo workspace.</summary>
internal static class DemoText
{
    public const string Workspace = """
        name: Demo
        currency: CNY
        timezone: Asia/Shanghai
        locale: en

        sources:
          campaigns:     { connector: files, path: data/campaigns.csv, into: campaigns }
          targets:       { connector: files, path: data/targets.csv, into: targets }
          benchmarks:    { connector: files, path: data/benchmarks.csv, into: benchmarks }
          spend:         { connector: files, path: data/spend.csv, into: spend }
          delivery:      { connector: files, path: data/delivery.csv, into: delivery }
          engagement:    { connector: files, path: data/engagement.csv, into: engagement }
          accounts:      { connector: files, path: data/accounts.csv, into: accounts }
          contacts:      { connector: files, path: data/contacts.csv, into: contacts }
          touchpoints:   { connector: files, path: data/touchpoints.csv, into: touchpoints }
          leads:         { connector: files, path: data/leads.csv, into: leads }
          opportunities: { connector: files, path: data/opportunities.csv, into: opportunities }
          orders:        { connector: files, path: data/orders.csv, into: orders }

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

    public static string Readme(DemoOptions options, DemoSummary summary)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"""
            # Demo

            A generated company: two years (2024 and 2025) of twelve channels and {DemoCampaign.All.Count} campaigns, made by
            `merit init --sample demo --touchpoints {options.Touchpoints} --seed {options.Seed}`. The same command gives the same files on any machine.

            `merit run` loads, attributes, measures, scores and renders it; the reports are then in `out/`.

            | file | rows |
            |---|---:|

            """);
        foreach (var (file, rows) in summary.Rows)
        {
            text.Append(CultureInfo.InvariantCulture, $"| data/{file} | {rows:N0} |\n");
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
            | touchpoints whose link lost its UTM parameters | {faults.Untagged:N0} | loads them as Direct |
            | utm_campaign in other capitals | {faults.MixedCase:N0} | finds the campaign all the same |
            | duplicate leads | {faults.DuplicateLeads:N0} | loads them, counts none |
            | leads that name no campaign | {faults.LeadsWithoutCampaign:N0} | takes the contact's first touch |
            | credit notes | {faults.CreditNotes:N0} | subtracts them |

            """);
        return text.ToString();
    }
}
