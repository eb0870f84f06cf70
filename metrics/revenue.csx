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

Test("buying again, and what is bought together", t => t
    .Given(
        orders.Row(order_id: "1", contact_id: "a", ordered_at: "2025-01-01", amount: 100, referred_by: "b"), orders.Row(order_id: "2", contact_id: "a", ordered_at: "2025-01-09", amount: 50),
        orders.Row(order_id: "3", contact_id: "b", ordered_at: "2024-01-01", amount: 70), orders.Row(order_id: "4", contact_id: "c", ordered_at: "2025-01-03", amount: 250))
    .Given(order_lines.Row(order_id: "1", product: "pen", quantity: 2), order_lines.Row(order_id: "1", product: "ink", quantity: 1), order_lines.Row(order_id: "2", product: "ink", quantity: 1))
    .On("2025-01")
    .Expect(metrics.customers, 2).Expect(metrics.repeat_customers, 1).Expect(metrics.repeat_purchase_rate, 0.5)
    .Expect(metrics.attach_rate, 2).Expect(metrics.referred_order_share, 0.33333, within: 0.00001)
    .Expect(metrics.sales_count, 3).Expect(metrics.order_count, 3)
    .Expect(metrics.revenue, 400).Expect(metrics.order_revenue, 400).Expect(metrics.aov, 133.33333, within: 0.00001));

Test("whose revenue it is", t => t
    .Given(campaigns.Row(campaign_id: "a"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 200))
    .Given(touchpoints.Row(contact_id: "two", occurred_at: "2024-12-01", channel: "direct"))
    .Given(
        orders.Row(contact_id: "one", campaign_id: "a", ordered_at: "2025-01-01", amount: 600),
        orders.Row(contact_id: "two", ordered_at: "2025-01-01", amount: 300),
        orders.Row(contact_id: "three", ordered_at: "2025-01-01", amount: 100))
    .Expect(metrics.revenue, 1000).Expect(metrics.revenue_sourced, 600).Expect(metrics.revenue_other, 300).Expect(metrics.revenue_unattributed, 100)
    .Expect(metrics.revenue_sourced_share, 0.6).Expect(metrics.profit, 700).Expect(metrics.roi, 3.5).Expect(metrics.cac, 66.66667, within: 0.00001)
    .Expect(metrics.revenue_per_customer, 333.33333, within: 0.00001));

Test("selling more to customers", t => t
    .Given(accounts.Row(account_id: "a", customer_since: "2024-01-01"), accounts.Row(account_id: "b", customer_since: "2024-01-01"),
        accounts.Row(account_id: "c", customer_since: "2024-01-01", churned_at: "2024-06-01"))
    .Given(
        opportunities.Row(account_id: "a", kind: "cross-sell", outcome: "won", created_at: "2025-01-01", closed_at: "2025-01-10", amount: 1),
        opportunities.Row(account_id: "a", kind: "cross-sell", outcome: "won", created_at: "2025-01-01", closed_at: "2025-01-20", amount: 1),
        opportunities.Row(account_id: "b", kind: "upsell", outcome: "lost", created_at: "2025-01-01", closed_at: "2025-01-20", amount: 1))
    .On("2025-01")
    .Expect(metrics.active_customers, 2).Expect(metrics.cross_sell_rate, 0.5).Expect(metrics.upsell_rate, 0));
