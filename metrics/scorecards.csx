// One score per campaign, 0 to 100, by the scorecard of its type. Scores of different types are never compared.
// A new curve or weight is a new version, so that old and new scores are not mistaken for each other.

Scorecard("lead-gen", version: 1)
    .Label("Lead generation", zh: "获客")
    .Component("leads", metrics.new_leads / metrics.new_leads.Target(), weight: 30, Curve((0, 0), (1, 80), (2, 100)),
        label: "Leads against target", zh: "线索数对目标")
    .Component("cpl", metrics.cpl / metrics.cpl.Benchmark(), weight: 40, Curve((0, 100), (2.0 / 3, 90), (1, 70), (2, 0)),
        label: "CPL against benchmark", zh: "单线索成本对基准")
    .Component("lead_to_mql", metrics.lead_to_mql, weight: 30, Curve((0, 0), (0.20, 85), (0.35, 100)),
        label: "Lead to MQL", zh: "线索转 MQL 率")
    .MinimumSample(metrics.new_leads, 20)
    .Using("weighted-sum");

Scorecard("revenue", version: 1)
    .Label("Revenue", zh: "营收")
    .Component("roi", metrics.roi, weight: 50, Curve((0, 0), (1, 50), (7, 95), (10, 100)),
        label: "ROI", zh: "投资回报率")
    .Component("cac", metrics.cac / metrics.cac.Benchmark(), weight: 30, Curve((0, 100), (0.8, 80), (1, 65), (2, 0)),
        label: "CAC against benchmark", zh: "获客成本对基准")
    .Component("revenue", metrics.revenue / metrics.revenue.Target(), weight: 20, Curve((0, 0), (1, 85), (1.5, 100)),
        label: "Revenue against target", zh: "收入对目标")
    .MinimumSample(metrics.customers, 5)
    .Using("weighted-sum");

// The brand index: each component against the campaign's own target, by one curve.
Scorecard("brand", version: 1)
    .Label("Brand index", zh: "品牌指数")
    .Component("engagement_rate", metrics.engagement_rate / metrics.engagement_rate.Target(), weight: 30, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "Engagement rate against target", zh: "互动率对目标")
    .Component("mentions", metrics.mentions / metrics.mentions.Target(), weight: 25, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "Mentions against target", zh: "提及量对目标")
    .Component("site_visits", metrics.site_visits / metrics.site_visits.Target(), weight: 25, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "Site visits against target", zh: "访问量对目标")
    .Component("new_followers", metrics.new_followers / metrics.new_followers.Target(), weight: 20, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "New followers against target", zh: "新增粉丝对目标")
    .Using("composite-index");

// Campaigns for those who are customers already: do they come back, and does it pay.
Scorecard("retention", version: 1)
    .Label("Retention", zh: "客户留存")
    .Component("repeat_customers", metrics.repeat_customers / metrics.repeat_customers.Target(), weight: 30, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "Repeat customers against target", zh: "复购客户对目标")
    .Component("repeat_purchase_rate", metrics.repeat_purchase_rate, weight: 25, Curve((0, 0), (0.25, 70), (0.5, 90), (0.75, 100)),
        label: "Repeat purchase rate", zh: "复购率")
    .Component("coupon_redemption_rate", metrics.coupon_redemption_rate, weight: 15, Curve((0, 0), (0.1, 60), (0.3, 100)),
        label: "Coupon redemption", zh: "优惠券核销率")
    .Component("roi", metrics.roi, weight: 30, Curve((0, 0), (1, 50), (7, 95), (10, 100)),
        label: "ROI", zh: "投资回报率")
    .MinimumSample(metrics.repeat_customers, 5)
    .Using("weighted-sum");

Metric("score", Average(scores.score))
    .Label("Score", zh: "得分")
    .Describe("The campaign's score, 0 to 100, by the scorecard of its type.", zh: "活动得分（0–100），按活动类型对应的评分卡计算。")
    .As(Score).Requires("campaign");
