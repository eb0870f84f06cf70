// What is left of the money, and what a customer is worth.
// Margin counts only sales whose cost of goods is known, so that an unknown cost never passes for profit.

Metric("gross_margin", Sum(sales.amount - sales.cost_of_goods))
    .Label("Contribution margin", zh: "边际贡献")
    .Describe("Revenue less the cost of what was sold, over the sales whose cost is known.", zh: "收入减去销售成本，仅计成本已知的销售。")
    .As(Money);

Metric("gross_margin_rate", metrics.gross_margin / Sum(sales.amount).Where(sales.cost_of_goods.HasValue))
    .Label("Margin rate", zh: "边际贡献率")
    .Describe("Contribution margin ÷ revenue of the same sales.", zh: "边际贡献 ÷ 同一批销售的收入。")
    .As(Percent);

Metric("margin_sourced", Sum(sales.amount - sales.cost_of_goods).Where(sales.campaign_id.HasValue | sales.touched))
    .Label("Margin without unattributed sales", zh: "边际贡献（不含无来源）")
    .Describe("Contribution margin of the sales that marketing or anybody else can be shown to have touched, as in ROI.", zh: "与 ROI 同口径的边际贡献，不含无任何来源的销售。")
    .As(Money);

Metric("roi_margin", (metrics.margin_sourced - metrics.cost) / metrics.cost)
    .Label("ROI on margin", zh: "毛利 ROI")
    .Describe("(Contribution margin − cost) ÷ cost.", zh: "（边际贡献 − 成本）÷ 成本。")
    .As(Percent);

Metric("lifetime_years", Average(DaysBetween(accounts.customer_since, accounts.churned_at)).AllTime() / 365.25)
    .Label("Customer lifetime in years", zh: "客户生命周期（年）")
    .Describe("Mean years from becoming a customer to leaving, over the customers that have left.", zh: "已流失客户从成为客户到流失的平均年数。");
