Test("deals: cycle, size, proofs and who decides", t => t
    .Given(
        opportunities.Row(opportunity_id: "w1", created_at: "2025-01-01", closed_at: "2025-01-11", outcome: "won", amount: 1000, poc_started_at: "2025-01-02", poc_passed: true),
        opportunities.Row(opportunity_id: "w2", created_at: "2025-01-01", closed_at: "2025-01-31", outcome: "won", amount: 3000),
        opportunities.Row(opportunity_id: "l", created_at: "2025-01-05", closed_at: "2025-01-06", outcome: "lost", amount: 9000, poc_started_at: "2025-01-05", poc_passed: false),
        opportunities.Row(opportunity_id: "o", created_at: "2025-01-20", amount: 400, probability: 0.25))
    .Given(opportunity_contacts.Row(opportunity_id: "w1", contact_id: "x", role: "decision-maker"), opportunity_contacts.Row(opportunity_id: "w1", contact_id: "y", role: "decision-maker"),
        opportunity_contacts.Row(opportunity_id: "w2", contact_id: "z", role: "user"))
    .On("2025-01")
    .Expect(metrics.deal_cycle_days, 20).Expect(metrics.deal_cycle_days_median, 20).Expect(metrics.deal_size, 2000)
    .Expect(metrics.weighted_pipeline, 100).Expect(metrics.poc_pass_rate, 0.5).Expect(metrics.decision_maker_coverage, 0.25)
    .Expect(metrics.win_rate, 0.66667, within: 0.00001).Expect(metrics.opportunity_to_customer, 0.5)
    .Expect(metrics.new_opportunities, 4).Expect(metrics.opportunity_amount, 13400).Expect(metrics.won_opportunities, 2).Expect(metrics.lost_opportunities, 1)
    .Expect(metrics.open_opportunities, 1).Expect(metrics.open_amount, 400));
