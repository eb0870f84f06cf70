using Merit.Metrics.Language;
using Merit.Metrics.Results;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning.OverTime;

/// <summary>Measures over other days and other groups, as an analyst writes them.</summary>
internal static class OverTimeMetrics
{
    public static Definitions All { get; } = Declared(() =>
    {
        Metric("cost", Sum(Spend.amount)).As(Unit.Money).LowerIsBetter();
        Metric("new_leads", Count(Leads).Where(!Leads.duplicate_of.HasValue));
        Metric("revenue", Sum(Sales.amount)).As(Unit.Money);
        Metric("buyers", CountDistinct(Sales.customer_id));
        Metric("lead_score", Average(Leads.score));
        Metric("lead_score_median", Median(Leads.score));
        Metric("mqls_by_date", Count(Leads).Where(Leads.mql_at.HasValue).On(Leads.mql_at));
        Metric("cpl", Ref("cost") / Ref("new_leads")).LowerIsBetter();
        Metric("budget", Sum(Campaigns.budget).AllTime());

        foreach (var id in new[] { "cost", "new_leads", "revenue", "buyers", "lead_score", "lead_score_median", "mqls_by_date", "cpl" })
        {
            Metric($"{id}_rolling_28_days", Ref(id).Rolling(28, Days));
            Metric($"{id}_rolling_2_weeks", Ref(id).Rolling(2, Weeks));
            Metric($"{id}_rolling_3_months", Ref(id).Rolling(3, Months));
            Metric($"{id}_cumulative", Ref(id).Cumulative());
            Metric($"{id}_mtd", Ref(id).MonthToDate());
            Metric($"{id}_qtd", Ref(id).QuarterToDate());
            Metric($"{id}_ytd", Ref(id).YearToDate());
            Metric($"{id}_previous", Ref(id).Previous());
            Metric($"{id}_year_ago", Ref(id).YearAgo());
            Metric($"{id}_change", Ref(id).Change());
            Metric($"{id}_percent_change", Ref(id).PercentChange());
            Metric($"{id}_year_on_year", Ref(id).YearOnYear());
            Metric($"{id}_rolling_28_days_previous", Ref($"{id}_rolling_28_days").Previous());
            Metric($"{id}_previous_rolling_28_days", Ref(id).Previous().Rolling(28, Days));
            Metric($"{id}_mtd_year_ago", Ref(id).MonthToDate().YearAgo());
            Metric($"{id}_year_ago_mtd", Ref(id).YearAgo().MonthToDate());
            Metric($"{id}_year_ago_cumulative", Ref(id).YearAgo().Cumulative());
            Metric($"{id}_rank", Ref(id).Rank());
        }

        foreach (var id in new[] { "cost", "new_leads", "revenue", "buyers" })
        {
            Metric($"{id}_share_of_channel", Ref(id).ShareOf("channel"));
            Metric($"{id}_share_of_campaign", Ref(id).ShareOf("campaign"));
            Metric($"{id}_share_of_month", Ref(id).ShareOf("month"));
            Metric($"{id}_share", Ref(id).ShareOfTotal());
            Metric($"{id}_rolling_share", Ref(id).Rolling(28, Days).ShareOf("channel"));
            Metric($"{id}_channel_rank", Ref(id).Rank("channel"));
        }
    });

    public static string[] Over(this TestWarehouse warehouse, Merit.Metrics.Requests.Request request) => Ask.Lines(warehouse.Ask(All, request));
}
