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

Parameter("customer_lifetime_years", 3).Label("Customer lifetime in years, assumed", zh: "假定客户生命周期（年）");

Metric("yearly_value", Sum(sales.amount).Rolling(12, Months) / CountDistinct(sales.customer_id).Rolling(12, Months))
    .Label("Revenue per customer and year", zh: "客户年均收入")
    .Describe("Revenue of the twelve months to the end of the period ÷ customers who bought in them.", zh: "截至期末十二个月的收入 ÷ 其间购买的客户数。")
    .As(Money);

Metric("ltv", metrics.yearly_value * parameters.customer_lifetime_years)
    .Label("Lifetime value", zh: "客户终身价值（LTV）")
    .Describe("Revenue per customer and year × the years a customer stays: the parameter customer_lifetime_years, 3 unless merit.yaml sets it. lifetime_years says what was measured.",
        zh: "客户年均收入 × 客户留存年数，即参数 customer_lifetime_years，默认 3，可在 merit.yaml 设定；实测值见 lifetime_years。")
    .As(Money);

Metric("ltv_to_cac", metrics.ltv / metrics.cac)
    .Label("LTV to CAC", zh: "LTV 与 CAC 之比")
    .Describe("Lifetime value ÷ customer acquisition cost; 3 or more is commonly held to be sound.", zh: "客户终身价值 ÷ 获客成本，通常以 3 以上为健康。");

Metric("yearly_margin", Sum(sales.amount - sales.cost_of_goods).Rolling(12, Months) / CountDistinct(sales.customer_id).Where(sales.cost_of_goods.HasValue).Rolling(12, Months))
    .Label("Margin per customer and year", zh: "客户年均毛利")
    .Describe("Contribution margin of the twelve months to the end of the period ÷ customers who bought in them, over the sales whose cost is known.", zh: "截至期末十二个月的边际贡献 ÷ 其间购买的客户数，仅计成本已知的销售。")
    .As(Money);

Metric("payback_months", metrics.cac / (metrics.yearly_margin / 12))
    .Label("Payback in months", zh: "回本周期（月）")
    .Describe("Customer acquisition cost ÷ margin per customer and month.", zh: "获客成本 ÷ 客户月均毛利。")
    .LowerIsBetter();

Metric("roi_lifetime", (metrics.customers * metrics.ltv - metrics.cost) / metrics.cost)
    .Label("ROI on lifetime value", zh: "终身价值 ROI")
    .Describe("(New customers × lifetime value − cost) ÷ cost.", zh: "（新客户数 × 客户终身价值 − 成本）÷ 成本。")
    .As(Percent);

Metric("cac_full", metrics.cost / metrics.customers)
    .Label("Full acquisition cost", zh: "全口径获客成本")
    .Describe("All that was spent on marketing and on sales, for campaigns and for none, ÷ all new customers. It is meant for the whole company and for months; a single campaign's is cac.",
        zh: "全部市场与销售支出（含不属于任何活动者）÷ 全部新客户，用于公司整体与各月；单个活动请看 cac。")
    .As(Money).LowerIsBetter();
