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
