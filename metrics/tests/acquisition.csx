Test("growth is against the month before, of every month there is", t => t
    .Given(Enumerable.Range(1, 4).Select(day => leads.Row(created_at: $"2025-01-0{day}")))
    .Given(Enumerable.Range(1, 5).Select(day => leads.Row(created_at: $"2025-02-0{day}")))
    .Given(leads.Row(created_at: "2025-04-30"))
    .On("2025-01-01..2025-05-01").By("month")
    .Expect(metrics.lead_growth, 0.25, of: "2025-02").Expect(metrics.lead_growth, -1, of: "2025-03")
    .ExpectNoValue(metrics.lead_growth, NotCovered, of: "2025-01").ExpectNoValue(metrics.lead_growth, DivisionByZero, of: "2025-04"));

Test("why leads are sent back", t => t
    .Given(
        leads.Row(created_at: "2025-01-01", rejected_at: "2025-01-02", reject_reason: "budget"), leads.Row(created_at: "2025-01-01", rejected_at: "2025-01-02", reject_reason: "budget"),
        leads.Row(created_at: "2025-01-01", rejected_at: "2025-01-02", reject_reason: "student"), leads.Row(created_at: "2025-01-01", rejected_at: "2025-01-02"), leads.Row(created_at: "2025-01-01"))
    .By("leads.reject_reason")
    .Expect(metrics.rejection_rate_by_reason, 0.4, of: "budget").Expect(metrics.rejection_rate_by_reason, 0.2, of: "student").Expect(metrics.rejection_rate_by_reason, 0.8)
    .Expect(metrics.rejection_reason_share, 0.5, of: "budget").Expect(metrics.rejection_reason_share, 0.25, of: "student").Expect(metrics.rejection_reason_share, 1));

Test("a later stage implies the earlier ones; duplicates never count", t => t
    .Given(
        leads.Row(lead_id: "raw", created_at: "2025-01-01 00:00", source: "web", score: 10),
        leads.Row(lead_id: "mql", created_at: "2025-01-01 00:00", assigned_at: "2025-01-01 12:00", first_contacted_at: "2025-01-02 00:00", mql_at: "2025-01-03 00:00", source: "web", score: 50),
        leads.Row(lead_id: "sql", created_at: "2025-01-01 00:00", first_contacted_at: "2025-01-04 00:00", sql_at: "2025-01-05 00:00", score: 60, referred_by: "somebody"),
        leads.Row(lead_id: "won", created_at: "2025-01-01 00:00", opportunity_at: "2025-01-11 00:00", won_at: "2025-01-21 00:00", source: "expo", score: 90),
        leads.Row(lead_id: "twice", created_at: "2025-01-01 00:00", won_at: "2025-01-02 00:00", duplicate_of: "won", score: 100))
    .On("2025-01")
    .Expect(metrics.new_leads, 4).Expect(metrics.mqls, 3).Expect(metrics.accepted_leads, 2).Expect(metrics.sqls, 2).Expect(metrics.opportunity_leads, 1).Expect(metrics.won_leads, 1)
    .Expect(metrics.lead_to_mql, 0.75).Expect(metrics.lead_to_sql, 0.5).Expect(metrics.lead_to_opportunity, 0.25).Expect(metrics.lead_to_customer, 0.25).Expect(metrics.mql_to_sql, 0.66667, within: 0.00001)
    .Expect(metrics.duplicate_leads, 1).Expect(metrics.duplicate_rate, 0.2).Expect(metrics.referred_leads, 1).Expect(metrics.referral_rate, 0.25)
    .Expect(metrics.lead_to_mql_days, 2).Expect(metrics.lead_to_opportunity_days, 10).Expect(metrics.lead_to_opportunity_days_median, 10).Expect(metrics.assignment_days, 0.5)
    .Expect(metrics.leads_contacted, 2).Expect(metrics.first_contact_days, 2).Expect(metrics.first_contact_days_median, 2).Expect(metrics.sla_attainment, 0.25)
    .Expect(metrics.source_completeness, 0.75).Expect(metrics.lead_score, 52.5).Expect(metrics.lead_score_median, 55)
    .Expect(metrics.sales_cycle_days, 20).Expect(metrics.sales_cycle_days_median, 20));

Test("what a lead costs, and which are refused", t => t
    .Given(campaigns.Row(campaign_id: "a"))
    .Given(spend.Row(date: "2025-01-01", campaign_id: "a", amount: 600))
    .Given(
        leads.Row(created_at: "2025-01-01", campaign_id: "a", mql_at: "2025-01-02"), leads.Row(created_at: "2025-01-01", campaign_id: "a", sql_at: "2025-01-02", won_at: "2025-02-02"),
        leads.Row(created_at: "2025-01-01", rejected_at: "2025-01-03"), leads.Row(created_at: "2025-01-05", won_at: "2025-01-04"))
    .On("2025-01")
    .Expect(metrics.cpl, 150).Expect(metrics.cost_per_mql, 200).Expect(metrics.cost_per_sql, 300).Expect(metrics.sql_to_won, 1)
    .Expect(metrics.rejected_leads, 1).Expect(metrics.rejection_rate, 0.25).Expect(metrics.leads_without_campaign, 2).Expect(metrics.leads_without_campaign_share, 0.5)
    .Expect(metrics.leads_won_before_created, 1).Expect(metrics.wins, 1));
