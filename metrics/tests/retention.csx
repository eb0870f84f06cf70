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

Test("contacts bring revenue by the month they began in and the months since", t => t
    .Given(
        contacts.Row(contact_id: "a", created_at: "2025-01-05"), contacts.Row(contact_id: "b", created_at: "2025-01-20"), contacts.Row(contact_id: "c", created_at: "2025-02-01"),
        orders.Row(contact_id: "a", ordered_at: "2025-01-10", amount: 100), orders.Row(contact_id: "a", ordered_at: "2025-03-10", amount: 40), orders.Row(contact_id: "b", ordered_at: "2025-03-11", amount: 20),
        orders.Row(contact_id: "c", ordered_at: "2025-03-12", amount: 7))
    .Today("2026-01-15").By("month", "months_since")
    .Expect(metrics.revenue_of_contacts, 100, of: ("2025-01", "0")).Expect(metrics.revenue_of_contacts, 60, of: ("2025-01", "2"))
    .Expect(metrics.revenue_of_contacts_per_member, 30, of: ("2025-01", "2")).Expect(metrics.revenue_of_contacts, 7, of: ("2025-02", "1")));

Test("how many contacts began together", t => t
    .Given(contacts.Row(contact_id: "a", created_at: "2025-01-05"), contacts.Row(contact_id: "b", created_at: "2025-01-20"), contacts.Row(contact_id: "c", created_at: "2025-02-01"))
    .By("month").Expect(metrics.revenue_of_contacts_size, 2, of: "2025-01"));
