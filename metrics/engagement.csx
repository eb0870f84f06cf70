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

Metric("new_followers", Max(engagement.followers) - Min(engagement.followers))
    .Label("New followers", zh: "新增粉丝数")
    .Describe("Highest − lowest number of followers in the period: growth on one platform. Ask by platform where there are several.", zh: "期内最高粉丝数 − 最低粉丝数，即单一平台的增长；多个平台时请按平台查询。");

Metric("comments", Sum(engagement.comments))
    .Label("Comments", zh: "评论数")
    .Describe("Comments on what the brand posted.", zh: "品牌内容收到的评论数。");

Metric("shares", Sum(engagement.shares))
    .Label("Shares", zh: "分享数")
    .Describe("How often what the brand posted was shared.", zh: "品牌内容被分享的次数。");

Metric("likes", Sum(engagement.likes))
    .Label("Likes", zh: "点赞数")
    .Describe("Likes of what the brand posted.", zh: "品牌内容收到的点赞数。");
