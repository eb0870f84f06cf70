// Content: papers, videos, posts that people read on their way. Cost is spend of category content.

Metric("content_cost", Sum(spend.amount).Where(spend.category == "content"))
    .Label("Content cost", zh: "内容成本")
    .Describe("What making content cost: spend of category content.", zh: "制作内容的花费，即类别为 content 的支出。")
    .As(Money).LowerIsBetter();

Metric("downloads", Count(touchpoints).Where(touchpoints.kind == "download"))
    .Label("Downloads", zh: "内容下载量")
    .Describe("Touchpoints of kind download.", zh: "类型为下载（download）的触点数。");

Metric("content_touches", Count(touchpoints).Where(touchpoints.content_id.HasValue))
    .Label("Content touchpoints", zh: "内容触点数")
    .Describe("Touchpoints with a piece of content.", zh: "与某一内容相关的触点数。");

Metric("cost_per_download", metrics.content_cost / metrics.downloads)
    .Label("Cost per download", zh: "单次下载成本")
    .Describe("Content cost ÷ downloads.", zh: "内容成本 ÷ 下载量。")
    .As(Money).LowerIsBetter();
