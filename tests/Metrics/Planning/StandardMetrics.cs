using Merit.Metrics.Language;
using Merit.Metrics.Results;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Metrics as the standard library declares them, so that plans are tested on the shapes that matter.</summary>
internal static class StandardMetrics
{
    public static readonly SpendTable Spend = new();
    public static readonly LeadsTable Leads = new();
    public static readonly DeliveryTable Delivery = new();
    public static readonly SalesTable Sales = new();
    public static readonly OpportunitiesTable Opportunities = new();
    public static readonly OrdersTable Orders = new();
    public static readonly ScoresTable Scores = new();
    public static readonly CampaignsTable Campaigns = new();

    private static readonly ConversionsTable Conversions = new();

    public static Definitions All { get; } = Declared(() =>
    {
        Metric("cost", Sum(Spend.amount)).Label("Total cost", zh: "总成本").As(Unit.Money).LowerIsBetter();
        Metric("media_cost", Sum(Spend.amount).Where(Spend.category == "media")).As(Unit.Money);
        Metric("clicks", Sum(Delivery.clicks));
        Metric("impressions", Sum(Delivery.impressions));
        Metric("ctr", Ref("clicks") / Ref("impressions")).As(Unit.Percent);
        Metric("new_leads", Count(Leads).Where(!Leads.duplicate_of.HasValue)).Label("New leads", zh: "新线索数");
        Metric("mqls", Count(Leads).Where(!Leads.duplicate_of.HasValue).Where(Leads.mql_at.HasValue | Leads.sql_at.HasValue | Leads.won_at.HasValue));
        Metric("won_leads", Count(Leads).Where(!Leads.duplicate_of.HasValue & Leads.won_at.HasValue));
        Metric("mqls_by_date", Count(Leads).Where(Leads.mql_at.HasValue).On(Leads.mql_at));
        Metric("good_leads", Count(Leads).Where(Leads.score >= 80 & Leads.source.In("webinar", "expo")));
        Metric("lead_score", Average(Leads.score));
        Metric("lead_score_sum", Sum(Leads.score));
        Metric("lead_score_median", Median(Leads.score));
        Metric("cpl", Ref("cost") / Ref("new_leads")).As(Unit.Money).LowerIsBetter();
        Metric("lead_to_mql", Ref("mqls") / Ref("new_leads")).As(Unit.Percent);
        Metric("customers", CountDistinct(Sales.customer_id).Where(Sales.first_sale));
        Metric("buyers", CountDistinct(Sales.customer_id));
        Metric("revenue", Sum(Sales.amount)).As(Unit.Money);
        Metric("roi", (Ref("revenue") - Ref("cost")) / Ref("cost")).As(Unit.Percent);
        Metric("cac", Ref("cost") / Ref("customers")).As(Unit.Money).LowerIsBetter();
        Metric("sales_cycle_days", Average(DaysBetween(Leads.created_at, Leads.won_at))).As(Unit.Days);
        Metric("order_revenue", Sum(Orders.amount)).As(Unit.Money);
        Metric("opportunity_amount", Sum(Opportunities.amount)).As(Unit.Money);
        Metric("weighted_pipeline", Sum(Opportunities.amount * Opportunities.probability)).As(Unit.Money);
        Metric("win_rate", Count(Opportunities).Where(Opportunities.outcome == "won").On(Opportunities.closed_at)
            / Count(Opportunities).Where(Opportunities.outcome.HasValue).On(Opportunities.closed_at)).As(Unit.Percent);
        Metric("budget_used", Sum(Spend.amount).ToDate() / Sum(Campaigns.budget).AllTime()).As(Unit.Percent);
        Metric("score", Average(Scores.score)).As(Unit.Score).Requires("campaign");
        Metric("attributed_conversions", Attributed(Conversions));
        Metric("attributed_customers", Attributed(customers));
        Metric("attributed_revenue", Attributed(revenue)).As(Unit.Money);
        Metric("first_touch_revenue", Attributed(revenue).Using("first")).As(Unit.Money);
        Metric("leads_reached", Ref("new_leads") / Ref("new_leads").Target());
        Metric("cpl_index", Ref("cpl") / Ref("cpl").Benchmark());
    });

    public static Definitions Declared(Action declare)
    {
        using var scope = DefinitionScope.Begin();
        declare();
        return scope.Complete();
    }

    public static MetricRef Ref(string id) => new(id);
}
