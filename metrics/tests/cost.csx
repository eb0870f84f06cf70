Test("what was spent, and of which budget", t => t
    .Given(campaigns.Row(campaign_id: "a", start_date: "2025-01-01", budget: 1000), campaigns.Row(campaign_id: "b", start_date: "2024-01-01", budget: 500))
    .Given(
        spend.Row(date: "2025-01-01", campaign_id: "a", category: "media", amount: 300), spend.Row(date: "2025-01-31", campaign_id: "a", category: "sales", amount: 100),
        spend.Row(date: "2024-12-31", campaign_id: "a", category: "media", amount: 200), spend.Row(date: "2025-02-01", campaign_id: "a", category: "media", amount: 5000))
    .On("2025-01")
    .Expect(metrics.cost, 400).Expect(metrics.media_cost, 300).Expect(metrics.sales_cost, 100).Expect(metrics.budget, 1500).Expect(metrics.budget_used, 0.4));
