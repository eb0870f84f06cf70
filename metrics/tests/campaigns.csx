Test("campaigns nobody has booked cost to", t => t
    .Given(campaigns.Row(campaign_id: "a"), campaigns.Row(campaign_id: "b"), campaigns.Row(campaign_id: "c"), campaigns.Row(campaign_id: "d"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 1), spend.Row(date: "2025-01-02", campaign_id: "a", amount: 1))
    .Expect(metrics.campaigns, 4).Expect(metrics.campaigns_without_cost, 3).Expect(metrics.campaigns_without_cost_share, 0.75));

Test("the yardsticks of a campaign's type", t => t
    .Given(campaigns.Row(campaign_id: "a", type: "lead-gen"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 20)).Given(leads.Row(created_at: "2025-01-02", campaign_id: "a"))
    .Given(
        benchmarks.Row(metric: "roi", campaign_type: "lead-gen", value: 2, as_of: "2024-12-31"), benchmarks.Row(metric: "cac", campaign_type: "lead-gen", value: 3000, as_of: "2024-12-31"),
        benchmarks.Row(metric: "cpl", campaign_type: "lead-gen", value: 30, as_of: "2024-12-31"), benchmarks.Row(metric: "lead_to_mql", campaign_type: "lead-gen", value: 0.2, as_of: "2024-12-31"),
        benchmarks.Row(metric: "cpl", campaign_type: "revenue", value: 99, as_of: "2024-12-31"))
    .On("2025-01").By("campaign")
    .Expect(metrics.cpl, 20, of: "a").Expect(metrics.roi_benchmark, 2, of: "a").Expect(metrics.cac_benchmark, 3000, of: "a").Expect(metrics.cpl_benchmark, 30, of: "a").Expect(metrics.lead_to_mql_benchmark, 0.2, of: "a"));
