using System.Globalization;
using System.Text.Json.Nodes;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Guide;

/// <summary>Holds Merit's answers against the hand-written statements: every figure of every group.</summary>
internal static class Comparison
{
    private const string Metrics =
        "cost,impressions,clicks,ctr,cpc,media_cpc,new_leads,mqls,sqls,cpl,lead_to_mql,mql_to_sql,lead_to_customer,customers,revenue,revenue_per_customer,aov,cac,roi,"
        + "attributed_customers,attributed_revenue,attributed_roi,budget_used,opportunity_amount,win_rate,opportunity_to_customer,sales_cycle_days,sales_cycle_days_median";

    /// <summary>What differs, a line each.</summary>
    public static List<string> Differences(string project, ByHand hand, string dimension, string model)
    {
        var answers = QueryAnswer.Ask(project, Metrics, dimension, "2025", "--model", model).By(dimension);
        var expected = hand.By(dimension, model);
        var differences = answers.Keys.Except(expected.Keys, StringComparer.Ordinal).Select(g => $"{dimension} '{g}' should not be there").ToList();
        foreach (var (group, figures) in expected)
        {
            foreach (var metric in Metrics.Split(','))
            {
                var wanted = figures[metric];
                var given = answers.TryGetValue(group, out var row) ? Number(row[metric]) : null;
                if (!Same(wanted, given) && !(row is null && wanted is 0))
                {
                    differences.Add(string.Create(CultureInfo.InvariantCulture, $"{dimension} '{group}' {metric}: {given?.ToString(CultureInfo.InvariantCulture) ?? "no value"}, by hand {wanted?.ToString(CultureInfo.InvariantCulture) ?? "no value"}"));
                }
            }
        }

        return differences;
    }

    private static bool Same(double? a, double? b) =>
        a is null || b is null ? a is null && b is null : Math.Abs(a.Value - b.Value) <= 1e-9 * Math.Max(1, Math.Abs(a.Value));

    private static double? Number(JsonNode? node) => node?.GetValue<double>();
}
