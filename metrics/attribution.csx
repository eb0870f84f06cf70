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

Test("margin is shared as the sale is", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 1000, cost_of_goods: 400), orders.Row(contact_id: "one", ordered_at: "2025-01-11", amount: 70))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_margin, 300, of: "email").Expect(metrics.attributed_margin, 600));

Test("credit is shared among the touches before the sale", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 100), spend.Row(date: "2025-01-01", campaign_id: "b", amount: 100))
    .Given(
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"),
        touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-02-03"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 1000), orders.Row(contact_id: "two", ordered_at: "2025-01-10", amount: 50))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_revenue, 500, of: "email").Expect(metrics.attributed_revenue, 500, of: "ads").Expect(metrics.attributed_revenue, 50, of: "(unattributed)")
    .Expect(metrics.attributed_conversions, 0.5, of: "email").Expect(metrics.attributed_customers, 0.5, of: "ads").Expect(metrics.attributed_roi, 4, of: "email")
    .Expect(metrics.attributed_cac, 200, of: "ads").Expect(metrics.attributed_revenue, 1050).Expect(metrics.attributed_roi, 4));
