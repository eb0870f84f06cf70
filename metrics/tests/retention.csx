Test("customers come and go", t => t
    .Given(
        accounts.Row(account_id: "old", customer_since: "2023-05-01"),
        accounts.Row(account_id: "gone", customer_since: "2023-06-01", churned_at: "2025-02-10"),
        accounts.Row(account_id: "long gone", customer_since: "2022-01-01", churned_at: "2024-12-31"),
        accounts.Row(account_id: "new", customer_since: "2025-02-20"),
        accounts.Row(account_id: "later", customer_since: "2025-03-01"),
        accounts.Row(account_id: "no customer"))
    .On("2025-02")
    .Expect(metrics.customers_gained, 1).Expect(metrics.customers_lost, 1)
    .Expect(metrics.customers_at_start, 2).Expect(metrics.active_customers, 2)
    .Expect(metrics.churn_rate, 0.5).Expect(metrics.retention_rate, 0.5));

Test("coupons count by the day they were handed out", t => t
    .Given(
        coupons.Row(issued_at: "2025-01-05", redeemed_at: "2025-03-01"), coupons.Row(issued_at: "2025-01-31"),
        coupons.Row(issued_at: "2025-01-31", redeemed_at: "2025-01-31"), coupons.Row(issued_at: "2025-02-01", redeemed_at: "2025-02-01"))
    .On("2025-01")
    .Expect(metrics.coupons_issued, 3).Expect(metrics.coupon_redemption_rate, 0.66667, within: 0.00001));
