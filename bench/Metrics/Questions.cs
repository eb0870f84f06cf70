using Merit.Metrics.Requests;

namespace Merit.Bench.Metrics;

/// <summary>A question of a dashboard, and the statement that somebody who knows SQL would write for it.</summary>
internal sealed record BenchQuestion(string Name, Request Request, string Sql);

/// <summary>Ten of them. Days are those of Shanghai, whose clocks have stood eight hours ahead of UTC for decades: who writes by hand adds them.</summary>
internal static class Questions
{
    private const string Local = "(occurred_at + INTERVAL 8 HOUR)";
    private const string Year = "occurred_at >= TIMESTAMP '2024-12-31 16:00:00' AND occurred_at < TIMESTAMP '2025-12-31 16:00:00'";
    private const string LeadYear = "created_at >= TIMESTAMP '2024-12-31 16:00:00' AND created_at < TIMESTAMP '2025-12-31 16:00:00'";
    private const string June = "occurred_at >= TIMESTAMP '2025-05-31 16:00:00' AND occurred_at < TIMESTAMP '2025-06-30 16:00:00'";
    private const string May = "occurred_at >= TIMESTAMP '2025-04-30 16:00:00' AND occurred_at < TIMESTAMP '2025-05-31 16:00:00'";

    private static readonly Period All2025 = PeriodParser.Parse("2025", new DateOnly(2025, 12, 31), DayOfWeek.Monday);
    private static readonly Period June2025 = PeriodParser.Parse("2025-06", new DateOnly(2025, 12, 31), DayOfWeek.Monday);

    public static IReadOnlyList<BenchQuestion> All { get; } =
    [
        new("touches by month", Ask(["touches"], ["month"], All2025), $"SELECT date_trunc('month', {Local})::DATE, count(*) FROM touchpoints WHERE {Year} GROUP BY 1"),
        new("touches and people by channel", Ask(["touches", "people"], ["channel"], All2025), $"SELECT channel, count(*), count(DISTINCT contact_id) FROM touchpoints WHERE {Year} GROUP BY 1"),
        new("touches by campaign, top ten", Ask(["touches"], ["campaign_id"], All2025) with { Sort = ["-touches"], Limit = 10 },
            $"SELECT campaign_id, count(*) FROM touchpoints WHERE {Year} GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 10"),
        new("paid clicks by week, one channel", Ask(["clicks_paid"], ["week"], All2025) with { Where = [FilterParser.Parse("channel = email")] },
            $"SELECT date_trunc('week', {Local})::DATE, count(*) FILTER (WHERE kind = 'click' AND utm_medium IN ('cpc', 'paid_social')) FROM touchpoints WHERE {Year} AND channel = 'email' GROUP BY 1"),
        new("touches by owner of the campaign, with total", Ask(["touches"], ["campaign_owner"], All2025) with { Total = true },
            $"SELECT c.owner, count(*) FROM touchpoints t LEFT JOIN campaigns c USING (campaign_id) WHERE {Year} GROUP BY GROUPING SETS ((c.owner), ())"),
        new("a month against the one before, by channel", Ask(["touches"], ["channel"], June2025) with { Compare = Comparison.Previous },
            $"SELECT channel, sum(now)::BIGINT, sum(before)::BIGINT FROM (SELECT channel, count(*) AS now, 0 AS before FROM touchpoints WHERE {June} GROUP BY 1 UNION ALL SELECT channel, 0, count(*) FROM touchpoints WHERE {May} GROUP BY 1) GROUP BY 1"),
        new("cost, touches, cost per touch by channel", Ask(["spent", "touches", "cost_per_touch"], ["channel"], All2025),
            $"SELECT channel, s.a, t.n, s.a / nullif(t.n, 0) FROM (SELECT c.channel, sum(amount)::DOUBLE AS a FROM spend LEFT JOIN campaigns c USING (campaign_id) WHERE date >= DATE '2025-01-01' AND date < DATE '2026-01-01' GROUP BY 1) s FULL JOIN (SELECT channel, count(*) AS n FROM touchpoints WHERE {Year} GROUP BY 1) t USING (channel)"),
        new("leads, MQLs, share, days by month", Ask(["leads_in", "mqls_in", "mql_share", "days_to_mql"], ["month"], All2025),
            $"SELECT date_trunc('month', created_at + INTERVAL 8 HOUR)::DATE, count(*), count(*) FILTER (WHERE mql_at IS NOT NULL), count(*) FILTER (WHERE mql_at IS NOT NULL) / count(*), avg(date_diff('microsecond', created_at, mql_at) / 86400000000) FROM leads WHERE {LeadYear} GROUP BY 1"),
        new("the year in three figures", Ask(["touches", "leads_in", "cost_per_lead"], [], All2025),
            $"SELECT (SELECT count(*) FROM touchpoints WHERE {Year}), l.n, s.a / l.n FROM (SELECT count(*) AS n FROM leads WHERE {LeadYear}) l, (SELECT sum(amount)::DOUBLE AS a FROM spend WHERE date >= DATE '2025-01-01' AND date < DATE '2026-01-01') s"),
        new("touches by day of a month and type", Ask(["touches"], ["day", "type"], June2025),
            $"SELECT {Local}::DATE, c.type, count(*) FROM touchpoints t LEFT JOIN campaigns c USING (campaign_id) WHERE {June} GROUP BY 1, 2"),
    ];

    private static Request Ask(IReadOnlyList<string> metrics, IReadOnlyList<string> by, Period period) => new() { Metrics = metrics, By = by, Period = period };
}
