// What people did with the brand.

Metric("engagements", Sum(engagement.comments) + Sum(engagement.shares) + Sum(engagement.likes))
    .Label("Engagements", zh: "互动量")
    .Describe("Comments, shares and likes.", zh: "评论、分享与点赞之和。");

Metric("engagement_rate", metrics.engagements / metrics.impressions)
    .Label("Engagement rate", zh: "互动率")
    .Describe("Engagements ÷ impressions.", zh: "互动量 ÷ 展示量。")
    .As(Percent);

Metric("mentions", Sum(engagement.mentions))
    .Label("Mentions", zh: "品牌提及量")
    .Describe("Mentions of the brand.", zh: "品牌被提及的次数。");

Metric("share_of_voice", metrics.mentions / Sum(engagement.market_mentions))
    .Label("Share of voice", zh: "声量份额")
    .Describe("Mentions of the brand ÷ mentions of the whole market.", zh: "品牌提及量 ÷ 全市场提及量。")
    .As(Percent);

Metric("site_visits", Sum(engagement.site_visits))
    .Label("Site visits", zh: "网站访问量")
    .Describe("Visits to the site. Its lift is measured against the campaign's target.", zh: "网站访问次数；其提升以活动目标衡量。");

Metric("new_followers", Last(engagement.followers) - First(engagement.followers))
    .Label("New followers", zh: "新增粉丝数")
    .Describe("Followers at the end − followers at the beginning of the period, over all platforms.", zh: "期末粉丝数 − 期初粉丝数，各平台合计。");

Metric("comments", Sum(engagement.comments))
    .Label("Comments", zh: "评论数")
    .Describe("Comments on what the brand posted.", zh: "品牌内容收到的评论数。");

Metric("shares", Sum(engagement.shares))
    .Label("Shares", zh: "分享数")
    .Describe("How often what the brand posted was shared.", zh: "品牌内容被分享的次数。");

Metric("likes", Sum(engagement.likes))
    .Label("Likes", zh: "点赞数")
    .Describe("Likes of what the brand posted.", zh: "品牌内容收到的点赞数。");

Metric("followers", Last(engagement.followers))
    .Label("Followers", zh: "粉丝数")
    .Describe("Followers at the end of the period, over all platforms.", zh: "期末粉丝数，各平台合计。");

Metric("follower_growth", metrics.followers.PercentChange())
    .Label("Follower growth", zh: "粉丝增长率")
    .Describe("Followers at the end of the period against those at the end of the one before.", zh: "期末粉丝数较上期末的变化。")
    .As(Percent);

Metric("site_visit_lift", metrics.site_visits.PercentChange())
    .Label("Lift of site visits", zh: "网站访问提升")
    .Describe("Site visits against the period before: of a campaign's days, against as many days before it.", zh: "网站访问量较上一时段的变化；以活动期间查询时，即与活动前同样天数相比。")
    .As(Percent);

Metric("reached_contacts", CountDistinct(touchpoints.contact_id))
    .Label("Contacts reached", zh: "触达人数")
    .Describe("People with a touchpoint in the period, each counted once.", zh: "本期有触点的人数，每人只计一次。");

Metric("reach_rate", metrics.reached_contacts / Sum(campaigns.audience_size).AllTime())
    .Label("Reach rate", zh: "触达率")
    .Describe("Contacts reached ÷ the campaign's audience.", zh: "触达人数 ÷ 活动目标人群规模。")
    .As(Percent).Requires("campaign");
