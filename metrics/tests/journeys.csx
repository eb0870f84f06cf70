Test("journeys are sales with touches, by their paths", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"),
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-05"), touchpoints.Row(contact_id: "two", campaign_id: "b", occurred_at: "2025-01-06"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-12", amount: 1000), orders.Row(contact_id: "two", ordered_at: "2025-01-10", amount: 50), orders.Row(contact_id: "nobody", ordered_at: "2025-01-10", amount: 7))
    .By("journeys.path")
    .Expect(metrics.journeys, 1, of: "email > ads > email").Expect(metrics.journeys, 1, of: "ads").Expect(metrics.journeys, 2)
    .Expect(metrics.journey_share, 0.5, of: "ads").Expect(metrics.journey_revenue, 1000, of: "email > ads > email").Expect(metrics.journey_revenue, 1050)
    .Expect(metrics.journey_touches, 3, of: "email > ads > email").Expect(metrics.journey_channels, 2, of: "email > ads > email").Expect(metrics.journey_touches, 2)
    .Expect(metrics.journey_days, 10, of: "email > ads > email").Expect(metrics.journey_days_median, 7));

Test("two channels of a journey overlap, and each with itself", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"),
        touchpoints.Row(contact_id: "two", campaign_id: "b", occurred_at: "2025-01-06"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-12"), orders.Row(contact_id: "two", ordered_at: "2025-01-10"))
    .By("channel", "other_channel")
    .Expect(metrics.overlapping_journeys, 1, of: ("email", "ads")).Expect(metrics.overlapping_journeys, 1, of: ("ads", "email"))
    .Expect(metrics.overlapping_journeys, 2, of: ("ads", "ads")).Expect(metrics.overlapping_journeys, 1, of: ("email", "email")));
