Test("from invitation to attendance", t => t
    .Given(campaigns.Row(campaign_id: "e")).Given(spend.Row(date: "2025-01-01", campaign_id: "e", amount: 90))
    .Given(
        attendance.Row(campaign_id: "e", contact_id: "1", invited_at: "2025-01-01", registered_at: "2025-01-02", checked_in_at: "2025-01-10", minutes: 30, questions: 2, watched_share: 0.5),
        attendance.Row(campaign_id: "e", contact_id: "2", invited_at: "2025-01-01", registered_at: "2025-01-03"),
        attendance.Row(campaign_id: "e", contact_id: "3", invited_at: "2025-01-01"),
        attendance.Row(campaign_id: "e", contact_id: "4", invited_at: "2025-01-01"),
        attendance.Row(campaign_id: "e", contact_id: "5", registered_at: "2025-01-05", checked_in_at: "2025-01-10", minutes: 50, questions: 1, watched_share: 1))
    .On("2025-01")
    .Expect(metrics.invitations, 4).Expect(metrics.registration_rate, 0.5)
    .Expect(metrics.registrations, 3).Expect(metrics.attendees, 2).Expect(metrics.attendance_rate, 0.66667, within: 0.00001)
    .Expect(metrics.cost_per_attendee, 45).Expect(metrics.minutes_per_attendee, 40).Expect(metrics.questions_per_attendee, 1.5).Expect(metrics.watched_share, 0.75));

Test("from coming to an event to an opportunity", t => t
    .Given(
        attendance.Row(campaign_id: "e", contact_id: "1", registered_at: "2025-01-01", checked_in_at: "2025-01-10"), attendance.Row(campaign_id: "f", contact_id: "1", registered_at: "2025-01-01", checked_in_at: "2025-01-20"),
        attendance.Row(campaign_id: "e", contact_id: "2", registered_at: "2025-01-01", checked_in_at: "2025-01-10"), attendance.Row(campaign_id: "e", contact_id: "3", registered_at: "2025-01-01"))
    .Given(
        opportunities.Row(contact_id: "1", created_at: "2025-01-05"), opportunities.Row(contact_id: "1", created_at: "2025-01-25"),
        opportunities.Row(contact_id: "2", created_at: "2026-02-01"), opportunities.Row(contact_id: "3", created_at: "2025-01-25"))
    .On("2025-01")
    .Expect(metrics.participation_attended, 2).Expect(metrics.participation_opportunity, 1).Expect(metrics.participation_opportunity_rate, 0.5).Expect(metrics.participation_opportunity_days, 15)
    .Expect(metrics.participation_rate, 0.5).Expect(metrics.participation_days, 15));
