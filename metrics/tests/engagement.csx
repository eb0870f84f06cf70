Test("what people did with the brand", t => t
    .Given(engagement.Row(date: "2025-01-01", campaign_id: "b", comments: 1, shares: 2, likes: 3, mentions: 10, market_mentions: 100, site_visits: 7, followers: 50),
        engagement.Row(date: "2025-01-02", campaign_id: "b", comments: 10, shares: 20, likes: 30, mentions: 30, market_mentions: 100, site_visits: 8, followers: 80))
    .Given(delivery.Row(date: "2025-01-01", campaign_id: "b", impressions: 660))
    .Expect(metrics.comments, 11).Expect(metrics.shares, 22).Expect(metrics.likes, 33).Expect(metrics.engagements, 66).Expect(metrics.engagement_rate, 0.1)
    .Expect(metrics.mentions, 40).Expect(metrics.share_of_voice, 0.2).Expect(metrics.site_visits, 15).Expect(metrics.new_followers, 30));
