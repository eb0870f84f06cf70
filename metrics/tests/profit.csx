Test("what a customer is worth, and when it has paid back", t => t
    .Given(campaigns.Row(campaign_id: "a"))
    .Given(spend.Row(date: "2025-06-01", campaign_id: "a", category: "media", amount: 300), spend.Row(date: "2025-06-01", category: "sales", amount: 100))
    .Given(
        orders.Row(contact_id: "one", ordered_at: "2024-06-30", amount: 9000, cost_of_goods: 1), orders.Row(contact_id: "one", ordered_at: "2024-07-01", amount: 500, cost_of_goods: 300),
        orders.Row(contact_id: "one", ordered_at: "2025-06-05", amount: 300, cost_of_goods: 100), orders.Row(contact_id: "two", ordered_at: "2025-06-10", amount: 400, cost_of_goods: 200))
    .On("2025-06")
    .Expect(metrics.yearly_value, 600).Expect(metrics.ltv, 1800).Expect(metrics.cac, 400).Expect(metrics.cac_full, 400).Expect(metrics.ltv_to_cac, 4.5)
    .Expect(metrics.yearly_margin, 300).Expect(metrics.payback_months, 16).Expect(metrics.roi_lifetime, 3.5));

Test("margin of the sales whose cost is known", t => t
    .Given(campaigns.Row(campaign_id: "a"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 100))
    .Given(
        orders.Row(contact_id: "one", campaign_id: "a", ordered_at: "2025-01-10", amount: 500, cost_of_goods: 200),
        orders.Row(contact_id: "two", campaign_id: "a", ordered_at: "2025-01-11", amount: 1000),
        orders.Row(contact_id: "three", ordered_at: "2025-01-12", amount: 100, cost_of_goods: 60))
    .Expect(metrics.gross_margin, 340).Expect(metrics.gross_margin_rate, 0.56667, within: 0.00001)
    .Expect(metrics.margin_sourced, 300).Expect(metrics.roi_margin, 2));

Test("lifetime of the customers that left", t => t
    .Given(
        accounts.Row(customer_since: "2020-01-01", churned_at: "2022-01-01"),
        accounts.Row(customer_since: "2020-01-01", churned_at: "2024-01-01"),
        accounts.Row(customer_since: "2024-01-01"))
    .Expect(metrics.lifetime_years, 3, within: 0.01));
