Test("ads: what was shown, and what a click cost", t => t
    .Given(spend.Row(date: "2025-01-01", category: "media", amount: 100), spend.Row(date: "2025-01-01", category: "staff", amount: 50))
    .Given(
        delivery.Row(date: "2025-01-01", impressions: 9000, clicks: 40, conversions: 4, video_views: 100, video_completions: 10),
        delivery.Row(date: "2025-01-02", impressions: 1000, clicks: 10, conversions: 1, video_views: 100, video_completions: 40))
    .Expect(metrics.impressions, 10000).Expect(metrics.clicks, 50).Expect(metrics.ctr, 0.005).Expect(metrics.cpc, 3).Expect(metrics.media_cpc, 2).Expect(metrics.cpm, 10)
    .Expect(metrics.platform_conversions, 5).Expect(metrics.cost_per_conversion, 30).Expect(metrics.video_views, 200).Expect(metrics.video_completion, 0.25));
