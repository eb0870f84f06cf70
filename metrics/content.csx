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

Segment("content", touchpoints.content_id.HasValue).Label("Touchpoints with content", zh: "内容触点");

Metric("content_revenue", Attributed(revenue).Where(segments.content))
    .Label("Revenue of content", zh: "内容归因收入")
    .Describe("What the attribution model credits to touchpoints with a piece of content.", zh: "按归因模型分摊给内容触点的收入。")
    .As(Money);

Metric("content_roi", (metrics.content_revenue - metrics.content_cost) / metrics.content_cost)
    .Label("Content ROI", zh: "内容投资回报率")
    .Describe("(Revenue of content − content cost) ÷ content cost.", zh: "（内容归因收入 − 内容成本）÷ 内容成本。")
    .As(Percent);
