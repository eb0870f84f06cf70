using Merit.Metrics.Requests;

namespace Merit.Metrics.Tests.Planning;

public sealed class SmokeTests
{
    [Fact]
    public void Try()
    {
        using var w = new TestWarehouse();
        w.With("campaigns", "campaign_id name type channel owner budget", ["c1", "One", "lead-gen", "email", "ann", 100m], ["c2", "Two", "revenue", "expo", "bob", 500m]);
        w.With("spend", "date campaign_id channel amount category", [new DateOnly(2025, 3, 1), "c1", null, 10.5m, "media"], [new DateOnly(2025, 3, 2), "c1", null, 20m, "venue"], [new DateOnly(2025, 3, 2), null, "social", 5m, "media"]);
        w.With("leads", "lead_id contact_id campaign_id source created_at mql_at won_at score owner", ["l1", "p1", "c1", "webinar", new DateTime(2025, 3, 1, 10, 0, 0), new DateTime(2025, 3, 2), null, 90.0, "x"], ["l2", "p2", null, "expo", new DateTime(2025, 3, 31, 20, 0, 0), null, new DateTime(2025, 4, 2), 70.0, "y"]);
        w.With("first_touches", "contact_id campaign_id channel occurred_at", ["p2", "c2", "expo", new DateTime(2025, 3, 1)]);
        w.With("targets", "campaign_id channel metric value period_start period_end", ["c1", null, "new_leads", 365.0, new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31)], [null, "expo", "new_leads", 31.0, new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 31)]);
        w.With("benchmarks", "metric campaign_type value as_of", ["cpl", null, 50.0, null], ["cpl", "lead-gen", 30.0, new DateOnly(2025, 1, 1)], ["cpl", "lead-gen", 20.0, new DateOnly(2024, 1, 1)]);
        w.Settings = w.Settings with { TimeZone = "Asia/Shanghai" };
        foreach (var (metrics, by, total) in new[] { ("cost cpl new_leads mqls leads_reached cpl_index budget_used", "channel", true), ("cost new_leads leads_reached cpl_index", "week", true), ("cpl leads_reached cpl_index mqls_by_date lead_score lead_score_median sales_cycle_days", "", true), ("cpl cost", "channel month", false) })
        {
            var request = new Request { Metrics = metrics.Split(' '), By = by.Split(' ', StringSplitOptions.RemoveEmptyEntries), Total = total, Period = PeriodParser.Parse("2025-Q1", new DateOnly(2026, 1, 1), DayOfWeek.Monday), Compare = Comparison.Previous };
            TestContext.Current.TestOutputHelper?.WriteLine(w.Plan(StandardMetrics.All, request).Sql);
            var a = w.Ask(StandardMetrics.All, request);
            foreach (var r in a.Rows.Append(a.Total))
            {
                TestContext.Current.TestOutputHelper?.WriteLine(r is null ? "-" : string.Join(" | ", r.Dimensions) + " => " + string.Join(" | ", r.Figures.Select(f => f.Value?.ToString() ?? f.Reason.ToString())) + "   vs " + string.Join(" | ", r.Figures.Select(f => f.Compared?.ToString() ?? f.ComparedReason.ToString())));
            }
        }
    }
}
