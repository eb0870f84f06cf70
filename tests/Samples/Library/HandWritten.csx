// What the standard library does not have and the samples' figures are still held against statements by hand for: windows, shares, a funnel, a cohort.

Metric("revenue_of_days", metrics.revenue.Rolling(28, Days));
Metric("revenue_so_far", metrics.revenue.Cumulative());
Metric("revenue_this_year", metrics.revenue.YearToDate());
Metric("leads_year_ago", metrics.new_leads.YearAgo());
Metric("revenue_share", metrics.revenue.ShareOf("channel"));
Metric("lead_attainment", metrics.new_leads.Attainment());
Funnel("path", within: 90.Days(), touchpoints.occurred_at, leads.created_at, sales.sold_at);
Funnel("stages", leads.created_at, leads.mql_at, leads.won_at).Where(!leads.duplicate_of.HasValue);
Cohort("value_of_leads", by: leads.created_at, value: metrics.revenue, over: 6, Months);
