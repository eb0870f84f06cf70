Test("what sales did", t => t
    .Given(leads.Row(created_at: "2025-01-01"), leads.Row(created_at: "2025-01-02"))
    .Given(activities.Row(kind: "call", occurred_at: "2025-01-02"), activities.Row(kind: "call", occurred_at: "2025-01-03"), activities.Row(kind: "meeting", occurred_at: "2025-01-04"))
    .Expect(metrics.activities_done, 3).Expect(metrics.calls, 2).Expect(metrics.meetings, 1).Expect(metrics.activities_per_lead, 1.5));
