Test("satisfaction is a share of the highest answer", t => t
    .Given(
        surveys.Row(kind: "csat", score: 4, scale: 5, department: "service", answered_at: "2025-01-03"),
        surveys.Row(kind: "csat", score: 10, scale: 10, department: "sales", answered_at: "2025-01-04"),
        surveys.Row(kind: "csat", score: 1, scale: 5, department: "service", answered_at: "2025-02-01"),
        surveys.Row(kind: "nps", score: 0, scale: 10, department: "sales", answered_at: "2025-01-05"))
    .On("2025-01").By("surveys.department")
    .Expect(metrics.csat, 0.8, of: "service").Expect(metrics.csat, 1, of: "sales")
    .Expect(metrics.csat, 0.9).Expect(metrics.csat_lowest, 0.8).Expect(metrics.survey_answers, 3));

Test("departments lie as far apart as their means", t => t
    .Given(
        surveys.Row(kind: "csat", score: 4, scale: 5, department: "service", answered_at: "2025-01-03"), surveys.Row(kind: "csat", score: 2, scale: 5, department: "service", answered_at: "2025-01-04"),
        surveys.Row(kind: "csat", score: 9, scale: 10, department: "sales", answered_at: "2025-01-04"), surveys.Row(kind: "csat", score: 0, scale: 5, answered_at: "2025-01-04"),
        surveys.Row(kind: "nps", score: 0, scale: 10, department: "support", answered_at: "2025-01-05"), surveys.Row(kind: "csat", score: 5, scale: 5, department: "sales", answered_at: "2025-02-05"))
    .On("2025").By("month")
    .Expect(metrics.csat_spread, 0.3, of: "2025-01").Expect(metrics.csat_spread, 0, of: "2025-02")
    .Expect(metrics.csat_spread, 0.35));

Test("promoters less detractors", t => t
    .Given(new[] { 10, 9, 8, 7, 6, 0 }.Select(score => surveys.Row(kind: "nps", score: score, scale: 10, answered_at: "2025-01-05")))
    .Given(surveys.Row(kind: "csat", score: 5, scale: 5, answered_at: "2025-01-05"))
    .Expect(metrics.nps, 0).Expect(metrics.survey_answers, 7));

Test("complaints and how fast they are answered", t => t
    .Given(accounts.Row(account_id: "a", customer_since: "2024-01-01"), accounts.Row(account_id: "b", customer_since: "2024-01-01"))
    .Without(accounts.churned_at)
    .Given(
        cases.Row(kind: "complaint", opened_at: "2025-01-01 08:00", first_response_at: "2025-01-01 20:00"),
        cases.Row(kind: "question", opened_at: "2025-01-02 08:00", first_response_at: "2025-01-02 12:00"),
        cases.Row(kind: "complaint", opened_at: "2025-01-03 08:00"))
    .On("2025-01")
    .Expect(metrics.complaints, 2).Expect(metrics.first_response_hours, 8).ExpectNoValue(metrics.complaint_rate, ColumnNotLoaded));
