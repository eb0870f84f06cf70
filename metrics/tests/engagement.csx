Test("followers are a level; visits are lifted", t => t
    .Given(
        engagement.Row(date: "2025-01-05", platform: "x", followers: 100, site_visits: 40), engagement.Row(date: "2025-01-31", platform: "x", followers: 120, site_visits: 60),
        engagement.Row(date: "2025-01-31", platform: "y", followers: 30), engagement.Row(date: "2025-02-10", platform: "x", followers: 150, site_visits: 125), engagement.Row(date: "2025-02-20", platform: "y", followers: 45))
    .On("2025-02")
    .Expect(metrics.followers, 195).Expect(metrics.follower_growth, 0.3).Expect(metrics.site_visit_lift, 0.25));

Test("whom a campaign reached", t => t
    .Given(campaigns.Row(campaign_id: "a", audience_size: 8, start_date: "2024-11-01"))
    .Given(
        touchpoints.Row(contact_id: "1", campaign_id: "a", occurred_at: "2025-01-01"), touchpoints.Row(contact_id: "1", campaign_id: "a", occurred_at: "2025-01-02"),
        touchpoints.Row(contact_id: "2", campaign_id: "a", occurred_at: "2025-01-03"), touchpoints.Row(contact_id: "3", occurred_at: "2025-01-03"))
    .On("2025-01").By("campaign")
    .Expect(metrics.reached_contacts, 2, of: "a").Expect(metrics.reach_rate, 0.25, of: "a").Expect(metrics.reached_contacts, 3).ExpectNoValue(metrics.reach_rate, NotMeaningful));

Test("what people did with the brand", t => t
    .Given(engagement.Row(date: "2025-01-01", campaign_id: "b", comments: 1, shares: 2, likes: 3, mentions: 10, market_mentions: 100, site_visits: 7, followers: 50),
        engagement.Row(date: "2025-01-02", campaign_id: "b", comments: 10, shares: 20, likes: 30, mentions: 30, market_mentions: 100, site_visits: 8, followers: 80))
    .Given(delivery.Row(date: "2025-01-01", campaign_id: "b", impressions: 660))
    .Expect(metrics.comments, 11).Expect(metrics.shares, 22).Expect(metrics.likes, 33).Expect(metrics.engagements, 66).Expect(metrics.engagement_rate, 0.1)
    .Expect(metrics.mentions, 40).Expect(metrics.share_of_voice, 0.2).Expect(metrics.site_visits, 15).Expect(metrics.new_followers, 30));
