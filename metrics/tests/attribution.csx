Test("margin is shared as the sale is", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 1000, cost_of_goods: 400), orders.Row(contact_id: "one", ordered_at: "2025-01-11", amount: 70))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_margin, 300, of: "email").Expect(metrics.attributed_margin, 600));

Test("credit is shared among the touches before the sale", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "ads"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 100), spend.Row(date: "2025-01-01", campaign_id: "b", amount: 100))
    .Given(
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"),
        touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-02-03"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 1000), orders.Row(contact_id: "two", ordered_at: "2025-01-10", amount: 50))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_revenue, 500, of: "email").Expect(metrics.attributed_revenue, 500, of: "ads").Expect(metrics.attributed_revenue, 50, of: "(unattributed)")
    .Expect(metrics.attributed_conversions, 0.5, of: "email").Expect(metrics.attributed_customers, 0.5, of: "ads").Expect(metrics.attributed_roi, 4, of: "email")
    .Expect(metrics.attributed_cac, 200, of: "ads").Expect(metrics.attributed_revenue, 1050).Expect(metrics.attributed_roi, 4));

Test("a channel's place, and what its customers cost", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "direct"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 100), spend.Row(date: "2025-01-01", campaign_id: "b", amount: 60))
    .Given(
        touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-03"),
        touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-04"), touchpoints.Row(contact_id: "one", campaign_id: "b", occurred_at: "2025-01-05"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 900), orders.Row(contact_id: "two", ordered_at: "2025-01-10", amount: 50))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_revenue_rank, 1, of: "direct").Expect(metrics.attributed_revenue_rank, 2, of: "email").Expect(metrics.attributed_conversions_rank, 2, of: "email")
    .Expect(metrics.attributed_cpa, 400, of: "email").Expect(metrics.attributed_cpa, 160)
    .Expect(metrics.unattributed_share, 0.5).Expect(metrics.direct_share, 0.375));

// Which model is usual the workspace says; of journeys of one touch all models say the same.
Test("what every model says alike has not changed against the usual one", t => t
    .Given(campaigns.Row(campaign_id: "a", channel: "email"), campaigns.Row(campaign_id: "b", channel: "direct"))
    .Given(touchpoints.Row(contact_id: "one", campaign_id: "a", occurred_at: "2025-01-02"), touchpoints.Row(contact_id: "two", campaign_id: "b", occurred_at: "2025-01-03"))
    .Given(orders.Row(contact_id: "one", ordered_at: "2025-01-10", amount: 900), orders.Row(contact_id: "two", ordered_at: "2025-01-10", amount: 50))
    .Using("linear").By("channel")
    .Expect(metrics.attributed_conversions_change, 0, of: "email").Expect(metrics.attributed_revenue_change, 0, of: "direct"));

Test("what a channel earned at each place", t => t
    .Given(
        credit_places.Row(model: "shapley-ordered", channel: "email", place: 1, conversions: 3), credit_places.Row(model: "shapley-ordered", channel: "email", place: 2, conversions: 1.5),
        credit_places.Row(model: "shapley-ordered", channel: "ads", place: 1, conversions: 2))
    .By("channel", "credit_places.model")
    .Expect(metrics.placed_conversions, 4.5, of: ("email", "shapley-ordered")).Expect(metrics.placed_conversions, 2, of: ("ads", "shapley-ordered")));

Test("what a model would give without a part of the journeys", t => t
    .Given(credit_buckets.Row(model: "markov", channel: "email", bucket: 0, conversions: 6.5), credit_buckets.Row(model: "markov", channel: "email", bucket: 1, conversions: 7.5))
    .By("channel", "credit_buckets.model", "credit_buckets.bucket")
    .Expect(metrics.learned_without, 6.5, of: ("email", "markov", "0")).Expect(metrics.learned_without, 7.5, of: ("email", "markov", "1")));

Test("what models that learned say, each by itself", t => t
    .Given(
        credit_intervals.Row(model: "markov", channel: "email", conversions: 7, conversions_low: 4, conversions_high: 10),
        credit_intervals.Row(model: "shapley", channel: "email", conversions: 6, conversions_low: 5, conversions_high: 7))
    .By("channel", "credit_intervals.model")
    .Expect(metrics.learned_conversions, 7, of: ("email", "markov")).Expect(metrics.learned_conversions_low, 5, of: ("email", "shapley")).Expect(metrics.learned_conversions_high, 10, of: ("email", "markov")));
