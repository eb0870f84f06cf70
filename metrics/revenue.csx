// Sourced money: a sale counts for the deal's own campaign, else its lead's, else the contact's first touch's.
// A sale is a won deal, or an order that belongs to none; a deal's revenue is its orders' where they are loaded.

Metric("customers", CountDistinct(sales.customer_id).Where(sales.first_sale))
    .Label("New customers", zh: "新客户数")
    .Describe("Accounts (else contacts) by their first sale, for the campaign that sourced it.", zh: "首次成交的客户数（优先按客户组织，其次按联系人），归入带来该成交的活动。");

Metric("sales_count", Count(sales))
    .Label("Sales", zh: "成交笔数")
    .Describe("Won deals, and orders that belong to none.", zh: "赢单商机，以及不属于任何商机的订单。");

Metric("revenue", Sum(sales.amount))
    .Label("Revenue", zh: "收入")
    .Describe("Deals and orders counted once, repeat sales included, for the campaign that sourced them, by the day of the sale.", zh: "商机与订单收入，不重复计算，含复购，归入带来成交的活动，按成交日计。")
    .As(Money);

Metric("revenue_sourced", Sum(sales.amount).Where(sales.campaign_id.HasValue))
    .Label("Marketing-sourced revenue", zh: "市场带来的收入")
    .Describe("Revenue of sales with a campaign. With the unattributed and the other it makes all revenue.", zh: "有活动来源的成交收入；与未归因收入、其他收入合为全部收入。")
    .As(Money);

Metric("revenue_unattributed", Sum(sales.amount).Where(!sales.campaign_id.HasValue & !sales.touched))
    .Label("Unattributed revenue", zh: "未归因收入")
    .Describe("Revenue of sales without a campaign, to contacts with no touchpoint before them.", zh: "无活动来源、且成交前没有任何触点的收入。")
    .As(Money);

Metric("revenue_other", Sum(sales.amount).Where(!sales.campaign_id.HasValue & sales.touched))
    .Label("Other revenue", zh: "其他收入")
    .Describe("Revenue of sales without a campaign, to contacts who came by themselves: direct visits, organic search, referrals.", zh: "无活动来源、但有触点（直接访问、自然搜索、引荐等）的收入。")
    .As(Money);

Metric("order_revenue", Sum(orders.amount))
    .Label("Order revenue", zh: "订单收入")
    .Describe("Amounts of all orders, those of deals included.", zh: "全部订单金额，含商机项下订单。")
    .As(Money);

Metric("order_count", Count(orders))
    .Label("Orders", zh: "订单数")
    .Describe("Orders, those of deals included.", zh: "订单数，含商机项下订单。");

Metric("revenue_per_customer", metrics.revenue / metrics.customers)
    .Label("Revenue per customer", zh: "客单价")
    .Describe("Revenue ÷ new customers.", zh: "收入 ÷ 新客户数。")
    .As(Money);

Metric("aov", metrics.order_revenue / metrics.order_count)
    .Label("Average order value", zh: "平均订单金额")
    .Describe("Order revenue ÷ orders.", zh: "订单收入 ÷ 订单数。")
    .As(Money);

Metric("cac", metrics.cost / metrics.customers)
    .Label("Customer acquisition cost", zh: "获客成本")
    .Describe("Cost ÷ new customers.", zh: "成本 ÷ 新客户数。")
    .As(Money).LowerIsBetter();

Metric("profit", metrics.revenue - metrics.revenue_unattributed - metrics.cost)
    .Label("Profit", zh: "利润")
    .Describe("Revenue − cost; a total leaves out unattributed revenue.", zh: "收入 − 成本；合计不含未归因收入。")
    .As(Money);

Metric("roi", metrics.profit / metrics.cost)
    .Label("ROI", zh: "投资回报率")
    .Describe("(Revenue − cost) ÷ cost: 700 % is seven times the money on top of getting it back. A total leaves out unattributed revenue.", zh: "（收入 − 成本）÷ 成本；700% 即收回成本之外再得七倍。合计不含未归因收入。")
    .As(Percent);

Metric("revenue_sourced_share", metrics.revenue_sourced / metrics.revenue)
    .Label("Marketing-sourced share", zh: "市场来源收入占比")
    .Describe("Marketing-sourced revenue ÷ all revenue.", zh: "市场来源收入 ÷ 全部收入。")
    .As(Percent);

Metric("repeat_customers", CountDistinct(sales.customer_id).Where(!sales.first_sale))
    .Label("Repeat customers", zh: "复购客户数")
    .Describe("Customers with a sale in the period that is not their first.", zh: "本期有非首次购买的客户数。");

Metric("repeat_purchase_rate", metrics.repeat_customers / CountDistinct(sales.customer_id))
    .Label("Repeat purchase rate", zh: "复购率")
    .Describe("Repeat customers ÷ all customers who bought in the period.", zh: "复购客户 ÷ 本期全部购买客户。")
    .As(Percent);

Metric("attach_rate", Sum(order_lines.quantity) / CountDistinct(order_lines.order_id))
    .Label("Items per order", zh: "连带率")
    .Describe("Items sold ÷ orders that have lines.", zh: "售出件数 ÷ 有明细的订单数。");

Metric("referred_order_share", Count(orders).Where(orders.referred_by.HasValue) / metrics.order_count)
    .Label("Referred orders", zh: "转介绍订单占比")
    .Describe("Of the orders, the share whose customer was referred.", zh: "由他人推荐的订单占比。")
    .As(Percent);

Metric("cross_sell_rate", CountDistinct(opportunities.account_id).Where(opportunities.outcome == "won" & opportunities.kind == "cross-sell").On(opportunities.closed_at) / metrics.active_customers)
    .Label("Cross-sell rate", zh: "交叉销售率")
    .Describe("Accounts with a cross-sell won in the period ÷ customers at its end.", zh: "本期成交交叉销售的客户 ÷ 期末客户数。")
    .As(Percent);

Metric("upsell_rate", CountDistinct(opportunities.account_id).Where(opportunities.outcome == "won" & opportunities.kind == "upsell").On(opportunities.closed_at) / metrics.active_customers)
    .Label("Upsell rate", zh: "增购率")
    .Describe("Accounts with an upsell won in the period ÷ customers at its end.", zh: "本期成交增购的客户 ÷ 期末客户数。")
    .As(Percent);
