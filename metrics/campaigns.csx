// The campaigns themselves, and the yardsticks they are held against.

Metric("campaigns", Count(campaigns))
    .Label("Campaigns", zh: "活动数")
    .Describe("Campaigns, by their first day.", zh: "活动数，按开始日计。");

Metric("campaigns_without_cost", metrics.campaigns - CountDistinct(spend.campaign_id))
    .Label("Campaigns without cost", zh: "无成本活动数")
    .Describe("Campaigns for which nothing was spent. Ask for all days: a campaign may start in one period and cost in another.", zh: "没有任何支出的活动数。请按全部时段查询：活动的开始与支出可能分属不同时段。")
    .LowerIsBetter();

Metric("campaigns_without_cost_share", metrics.campaigns_without_cost / metrics.campaigns)
    .Label("Share of campaigns without cost", zh: "无成本活动占比")
    .Describe("Campaigns without cost ÷ campaigns.", zh: "无成本活动数 ÷ 活动数。")
    .As(Percent).LowerIsBetter();

Metric("roi_benchmark", metrics.roi.Benchmark())
    .Label("ROI benchmark", zh: "投资回报率基准")
    .Describe("The yardstick for ROI, from the table benchmarks.", zh: "投资回报率的参照值，取自 benchmarks 表。")
    .As(Percent);

Metric("cac_benchmark", metrics.cac.Benchmark())
    .Label("CAC benchmark", zh: "获客成本基准")
    .Describe("The yardstick for customer acquisition cost, from the table benchmarks.", zh: "获客成本的参照值，取自 benchmarks 表。")
    .As(Money).LowerIsBetter();

Metric("cpl_benchmark", metrics.cpl.Benchmark())
    .Label("CPL benchmark", zh: "单线索成本基准")
    .Describe("The yardstick for cost per lead, from the table benchmarks.", zh: "单线索成本的参照值，取自 benchmarks 表。")
    .As(Money).LowerIsBetter();

Metric("lead_to_mql_benchmark", metrics.lead_to_mql.Benchmark())
    .Label("Lead to MQL benchmark", zh: "线索转 MQL 率基准")
    .Describe("The yardstick for lead to MQL, from the table benchmarks.", zh: "线索转 MQL 率的参照值，取自 benchmarks 表。")
    .As(Percent);
