using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Tests.Reports;

/// <summary>What a metric of the fake is computed on.</summary>
internal sealed record FakeContext(FakeFacts All, List<FakeFact> Facts, Request Request, string? Campaign)
{
    public Figure Sum(string measure) => All.NotLoaded.Contains(measure)
        ? new Figure(null, NoValue.NotLoaded)
        : new Figure(Math.Round(Facts.Where(f => string.Equals(f.Measure, measure, StringComparison.Ordinal)).Sum(f => f.Amount), 9), NoValue.None);
}

/// <summary>A metric of the fake.</summary>
internal sealed record FakeMetric(MetricColumn Column, IReadOnlyList<string> Measures, bool Additive, Func<FakeContext, Figure> Value);

/// <summary>The metrics the built-in reports ask for.</summary>
internal static class FakeMetrics
{
    public static IReadOnlyDictionary<string, FakeMetric> ById { get; } = All().ToDictionary(m => m.Column.Id, StringComparer.Ordinal);

    private static IEnumerable<FakeMetric> All()
    {
        yield return Sum("cost", "Total cost", "总成本", Unit.Money, lower: true, measure: "cost");
        yield return Sum("new_leads", "New leads", "新线索数", Unit.Number, measure: "leads");
        yield return Sum("mqls", "MQLs", "MQL 数", Unit.Number, measure: "mqls");
        yield return Sum("sqls", "SQLs", "SQL 数", Unit.Number, measure: "sqls");
        yield return Sum("won_leads", "Won leads", "成交线索数", Unit.Number, measure: "won");
        yield return Sum("customers", "Customers", "客户数", Unit.Number, measure: "customers");
        yield return Sum("revenue_sourced", "Marketing-sourced revenue", "市场来源营收", Unit.Money, measure: "revenue");
        yield return Sum("revenue_unattributed", "Unattributed revenue", "未归因营收", Unit.Money, measure: "revenue_unattributed");
        yield return Sum("revenue_other", "Other revenue", "其他营收", Unit.Money, measure: "revenue_other");
        yield return Sum("budget", "Budget", "预算", Unit.Money, measure: "budget");
        yield return Sum("campaigns", "Campaigns", "活动数", Unit.Number, measure: "campaigns");
        foreach (var measure in new[] { "engagements", "impressions", "clicks", "mentions", "site_visits", "new_followers" })
        {
            yield return Sum(measure, char.ToUpperInvariant(measure[0]) + measure[1..].Replace('_', ' '), measure, Unit.Number, measure: measure);
        }

        yield return Of("revenue", "Revenue", "营收", Unit.Money, ["revenue", "revenue_unattributed", "revenue_other"], (a, b, c) => a + b + c);
        yield return Of("profit", "Profit", "利润", Unit.Money, ["revenue", "cost"], (revenue, cost, _) => revenue - cost);
        yield return Of("roi", "ROI", "投资回报率", Unit.Percent, ["revenue", "cost"], (revenue, cost, _) => (revenue - cost) / cost);
        yield return Ratio("cpl", "CPL", "单线索成本", Unit.Money, "cost", "leads", lower: true);
        yield return Ratio("cac", "CAC", "获客成本", Unit.Money, "cost", "customers", lower: true);
        yield return Ratio("lead_to_mql", "Lead to MQL", "线索转 MQL 率", Unit.Percent, "mqls", "leads");
        yield return Ratio("mql_to_sql", "MQL to SQL", "MQL 转 SQL 率", Unit.Percent, "sqls", "mqls");
        yield return Ratio("lead_to_sql", "Lead to SQL", "线索转 SQL 率", Unit.Percent, "sqls", "leads");
        yield return Ratio("sql_to_won", "SQL to won", "SQL 成交率", Unit.Percent, "won", "sqls");
        yield return Ratio("lead_to_customer", "Lead to customer", "线索成交率", Unit.Percent, "won", "leads");
        yield return Ratio("win_rate", "Win rate", "赢单率", Unit.Percent, "won", "sqls");
        yield return Ratio("revenue_per_customer", "Revenue per customer", "客单价", Unit.Money, "revenue", "customers");
        yield return Ratio("budget_used", "Budget used", "预算使用率", Unit.Percent, "cost", "budget");
        yield return Ratio("ctr", "Click-through rate", "点击率", Unit.Percent, "clicks", "impressions");
        yield return Ratio("share_of_voice", "Share of voice", "声量份额", Unit.Percent, "mentions", "market mentions");
        yield return Ratio("engagement_rate", "Engagement rate", "互动率", Unit.Percent, "engagements", "impressions");
        yield return new(
            Column("leads_without_campaign_share", "Leads without campaign", "无活动线索占比", Unit.Percent, lower: true), ["leads"], false,
            c => Divide(c.Facts.Where(f => f is { Measure: "leads", Campaign: null }).Sum(f => f.Amount), c.Sum("leads")));
        yield return new(Column("campaigns_without_cost", "Campaigns without cost", "无成本活动数", Unit.Number, lower: true), ["campaigns"], false, c => WithoutCost(c).Count);
        yield return new(Column("campaigns_without_cost_share", "Share of campaigns without cost", "无成本活动占比", Unit.Percent, lower: true), ["campaigns"], false, c => WithoutCost(c).Share);
        yield return new(Column("sales_cycle_days_median", "Sales cycle, median", "销售周期中位数", Unit.Days, lower: true), [], false, c => c.All.Cycle is { } days ? new Figure(days, NoValue.None) : new Figure(null, NoValue.NoRows));
        yield return new(
            Column("score", "Score", "得分", Unit.Score, lower: false), [], false,
            c => c.Campaign is null ? new Figure(null, NoValue.NotMeaningful) : c.All.Scores.TryGetValue(c.Campaign, out var score) ? new Figure(score, NoValue.None) : new Figure(null, NoValue.NoRows));
        yield return Sum("leads_won_before_created", "Leads won before they were created", "先成交后创建的线索", Unit.Number, measure: "won early", lower: true);
        yield return new(
            Column("attributed_revenue", "Attributed revenue", "归因营收", Unit.Money, lower: false), ["credit:first", "credit:u-shaped"], true, c => c.Sum("credit:" + (c.Request.Model ?? "u-shaped")));
        foreach (var metric in new[] { "roi", "cac", "cpl", "lead_to_mql" })
        {
            yield return new(
                Column(metric + "_benchmark", metric + " benchmark", metric + " 基准", Unit.Number, lower: false), [], false,
                c => c.All.Benchmarks.TryGetValue(metric, out var value) ? new Figure(value, NoValue.None) : new Figure(null, NoValue.NotSet));
        }
    }

    private static (Figure Count, Figure Share) WithoutCost(FakeContext context)
    {
        var campaigns = context.Sum("campaigns");
        var paid = context.Facts.Where(f => f.Measure is "cost").Select(f => f.Campaign).Distinct(StringComparer.Ordinal).Count();
        return campaigns.Value is { } all ? (new Figure(all - paid, NoValue.None), Divide(all - paid, campaigns)) : (campaigns, campaigns);
    }

    private static FakeMetric Sum(string id, string label, string zh, Unit unit, string measure, bool lower = false) =>
        new(Column(id, label, zh, unit, lower), [measure], true, c => c.Sum(measure));

    private static FakeMetric Ratio(string id, string label, string zh, Unit unit, string over, string under, bool lower = false) =>
        new(Column(id, label, zh, unit, lower), [over, under], false, c => c.Sum(over) is { Value: { } value } ? Divide(value, c.Sum(under)) : c.Sum(over));

    private static FakeMetric Of(string id, string label, string zh, Unit unit, IReadOnlyList<string> measures, Func<double, double, double, double> formula) =>
        new(Column(id, label, zh, unit, lower: false), measures, false, c =>
        {
            var parts = measures.Select(c.Sum).ToList();
            if (parts.Find(p => p.Value is null) is { } missing)
            {
                return missing;
            }

            var value = formula(parts[0].Value ?? 0, parts[1].Value ?? 0, parts.Count > 2 ? parts[2].Value ?? 0 : 0);
            return double.IsFinite(value) ? new Figure(value, NoValue.None) : new Figure(null, NoValue.DivisionByZero);
        });

    private static Figure Divide(double over, Figure under) => under.Value switch
    {
        null => under,
        0 => new Figure(null, NoValue.DivisionByZero),
        { } number => new Figure(over / number, NoValue.None),
    };

    private static MetricColumn Column(string id, string label, string zh, Unit unit, bool lower) =>
        new(id, label, zh, unit, lower) { Description = $"What {label} means.", DescriptionZh = $"{zh}的含义。" };
}
