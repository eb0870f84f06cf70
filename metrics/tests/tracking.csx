Test("touches that name nothing", t => t
    .Given(
        touchpoints.Row(occurred_at: "2025-01-02"), touchpoints.Row(occurred_at: "2025-01-02", utm_source: "(direct)", utm_medium: "(none)"), touchpoints.Row(occurred_at: "2025-01-02", campaign_id: "a"),
        touchpoints.Row(occurred_at: "2025-01-02", utm_source: "google"), touchpoints.Row(occurred_at: "2025-01-02", utm_campaign: "spring"))
    .Expect(metrics.touches, 5).Expect(metrics.untagged_touches, 2).Expect(metrics.untagged_share, 0.4));

Test("campaigns and the touches that name them", t => t
    .Given(campaigns.Row(campaign_id: "a"), campaigns.Row(campaign_id: "b"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 100), spend.Row(date: "2025-01-02", campaign_id: "b", amount: 70), spend.Row(date: "2025-01-02", amount: 5))
    .Given(delivery.Row(date: "2025-01-01", campaign_id: "a", clicks: 10), delivery.Row(date: "2025-01-01", campaign_id: "c", clicks: 1))
    .Given(
        touchpoints.Row(occurred_at: "2025-01-02", campaign_id: "a"), touchpoints.Row(occurred_at: "2025-01-02", campaign_id: "c"), touchpoints.Row(occurred_at: "2025-01-03", campaign_id: "c"),
        touchpoints.Row(occurred_at: "2025-01-03"))
    .By("campaign")
    .Expect(metrics.untouched_campaigns, 1, of: "b").Expect(metrics.untouched_campaigns, 1).Expect(metrics.untouched_cost, 70)
    .Expect(metrics.unknown_campaign_touches, 2, of: "c").Expect(metrics.unknown_campaign_touches, 0, of: "a")
    .Expect(metrics.clicks_without_touches, 9, of: "a").Expect(metrics.clicks_without_touches, 9));

Test("UTM values that should be written otherwise", t => t
    .Given(campaigns.Row(campaign_id: "a", utm_campaign: "spring-sale"))
    .Given(
        touchpoints.Row(occurred_at: "2025-01-02", utm_source: "google", utm_medium: "cpc", utm_campaign: "spring-sale"), touchpoints.Row(occurred_at: "2025-01-02", utm_source: "google", utm_medium: "cpc", utm_campaign: "Spring_Sale"),
        touchpoints.Row(occurred_at: "2025-01-03", utm_source: "Google", utm_medium: "cpc"), touchpoints.Row(occurred_at: "2025-01-03", utm_source: "google", utm_campaign: "autumn"))
    .By("utm_problems.problem")
    .Expect(metrics.utm_misspelt_touches, 1, of: "spelling").Expect(metrics.utm_misspelt_touches, 1, of: "capitals").Expect(metrics.utm_misspelt_touches, 2)
    .Expect(metrics.utm_unknown_campaign_touches, 1).Expect(metrics.utm_incomplete_touches, 1, of: "no-medium"));
