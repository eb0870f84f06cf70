Test("what content earns", t => t
    .Given(spend.Row(date: "2025-01-01", category: "content", amount: 100), spend.Row(date: "2025-01-01", category: "media", amount: 50))
    .Given(touchpoints.Row(contact_id: "a", occurred_at: "2025-01-02", content_id: "paper"), touchpoints.Row(contact_id: "a", occurred_at: "2025-01-03"), touchpoints.Row(contact_id: "b", occurred_at: "2025-01-03"))
    .Given(orders.Row(contact_id: "a", ordered_at: "2025-01-10", amount: 600), orders.Row(contact_id: "b", ordered_at: "2025-01-10", amount: 900))
    .On("2025-01").Using("linear")
    .Expect(metrics.content_revenue, 300).Expect(metrics.content_roi, 2));

Test("downloads and what they cost", t => t
    .Given(spend.Row(date: "2025-01-01", category: "content", amount: 300), spend.Row(date: "2025-01-01", category: "media", amount: 50))
    .Given(
        touchpoints.Row(contact_id: "a", occurred_at: "2025-01-02", kind: "download", content_id: "paper"), touchpoints.Row(contact_id: "b", occurred_at: "2025-01-03", kind: "download", content_id: "paper"),
        touchpoints.Row(contact_id: "b", occurred_at: "2025-01-03", kind: "visit", content_id: "blog"), touchpoints.Row(contact_id: "b", occurred_at: "2025-01-04", kind: "visit"))
    .Expect(metrics.downloads, 2).Expect(metrics.content_touches, 3).Expect(metrics.content_cost, 300).Expect(metrics.cost_per_download, 150));
