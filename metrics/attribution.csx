// Attributed money: the attribution model shares each sale among the touchpoints before it. Never mixed with sourced figures.

Metric("attributed_conversions", Attributed(conversions))
    .Label("Attributed conversions", zh: "归因转化数")
    .Describe("Shares of conversions, by the attribution model.", zh: "按归因模型分摊的转化数。");

Metric("attributed_customers", Attributed(customers))
    .Label("Attributed customers", zh: "归因客户数")
    .Describe("Shares of first sales, by the attribution model.", zh: "按归因模型分摊的首次成交客户数。");

Metric("attributed_revenue", Attributed(revenue))
    .Label("Attributed revenue", zh: "归因收入")
    .Describe("Shares of revenue, by the attribution model. A total holds the unattributed part, so that it is all revenue.", zh: "按归因模型分摊的收入。合计含未归因部分，等于全部收入。")
    .As(Money);

Metric("attributed_margin", Attributed(margin))
    .Label("Attributed margin", zh: "归因毛利")
    .Describe("Shares of revenue less what was sold costs, by the attribution model; of sales whose cost is known.", zh: "按归因模型分摊的收入减去销售成本；仅计成本已知的成交。")
    .As(Money);

Metric("attributed_roi", (Attributed(revenue).Where(credits.touch_id.HasValue) - metrics.cost) / metrics.cost)
    .Label("Attributed ROI", zh: "归因投资回报率")
    .Describe("(Attributed revenue − cost) ÷ cost. A total leaves out the unattributed part.", zh: "（归因收入 − 成本）÷ 成本。合计不含未归因部分。")
    .As(Percent);

Metric("attributed_cac", metrics.cost / metrics.attributed_customers)
    .Label("Attributed CAC", zh: "归因获客成本")
    .Describe("Cost ÷ attributed customers.", zh: "成本 ÷ 归因客户数。")
    .As(Money).LowerIsBetter();
