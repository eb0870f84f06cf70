// Scorecards by industry. merit.yaml chooses them in place of those of the type's own name:
//   scoring:
//     scorecards: { lead-gen: b2b-technology-lead-gen, revenue: b2b-technology-revenue }
// What has no target or benchmark is left out of a score, and the score says so.

// B2B technology: few leads, long cycles, several people to a deal. What counts is what sales confirms, and the deals it opens.
Scorecard("b2b-technology-lead-gen", version: 1)
    .Label("Lead generation, B2B technology", zh: "获客（B2B 科技）")
    .Component("leads", metrics.new_leads / metrics.new_leads.Target(), weight: 15, Curve((0, 0), (1, 80), (2, 100)),
        label: "Leads against target", zh: "线索数对目标")
    .Component("cost_per_sql", metrics.cost_per_sql / metrics.cost_per_sql.Benchmark(), weight: 30, Curve((0, 100), (2.0 / 3, 90), (1, 70), (2, 0)),
        label: "Cost per SQL against benchmark", zh: "单 SQL 成本对基准")
    .Component("lead_to_sql", metrics.lead_to_sql, weight: 30, Curve((0, 0), (0.1, 80), (0.2, 100)),
        label: "Lead to SQL", zh: "线索转 SQL 率")
    .Component("lead_to_opportunity", metrics.lead_to_opportunity, weight: 25, Curve((0, 0), (0.05, 75), (0.12, 100)),
        label: "Lead to opportunity", zh: "线索转商机率")
    .MinimumSample(metrics.new_leads, 20)
    .Using("weighted-sum");

Scorecard("b2b-technology-revenue", version: 1)
    .Label("Revenue, B2B technology", zh: "营收（B2B 科技）")
    .Component("roi", metrics.roi, weight: 35, Curve((0, 0), (1, 50), (5, 90), (10, 100)),
        label: "ROI", zh: "投资回报率")
    .Component("win_rate", metrics.win_rate, weight: 25, Curve((0, 0), (0.2, 70), (0.4, 100)),
        label: "Win rate", zh: "赢单率")
    .Component("cac", metrics.cac / metrics.cac.Benchmark(), weight: 20, Curve((0, 100), (0.8, 80), (1, 65), (2, 0)),
        label: "CAC against benchmark", zh: "获客成本对基准")
    .Component("pipeline", metrics.opportunity_amount / metrics.cost, weight: 20, Curve((0, 0), (5, 70), (10, 90), (20, 100)),
        label: "Pipeline for each unit of cost", zh: "单位成本带来的商机金额")
    .MinimumSample(metrics.new_opportunities, 5)
    .Using("weighted-sum");

// B2C retail: many buyers, short cycles, small baskets. What counts is what a buyer costs, spends, and whether they come back.
Scorecard("b2c-retail-lead-gen", version: 1)
    .Label("Gaining members, B2C retail", zh: "拉新（B2C 零售）")
    .Component("leads", metrics.new_leads / metrics.new_leads.Target(), weight: 30, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "New members against target", zh: "新会员数对目标")
    .Component("cpl", metrics.cpl / metrics.cpl.Benchmark(), weight: 40, Curve((0, 100), (2.0 / 3, 90), (1, 70), (2, 0)),
        label: "Cost per member against benchmark", zh: "单会员成本对基准")
    .Component("lead_to_customer", metrics.lead_to_customer, weight: 30, Curve((0, 0), (0.15, 75), (0.4, 100)),
        label: "Members who buy", zh: "会员购买转化率")
    .MinimumSample(metrics.new_leads, 50)
    .Using("weighted-sum");

Scorecard("b2c-retail-revenue", version: 1)
    .Label("Revenue, B2C retail", zh: "营收（B2C 零售）")
    .Component("roi", metrics.roi, weight: 40, Curve((0, 0), (1, 60), (3, 85), (6, 100)),
        label: "ROI", zh: "投资回报率")
    .Component("aov", metrics.aov / metrics.aov.Target(), weight: 20, Curve((0, 0), (1, 80), (1.3, 100)),
        label: "Average order against target", zh: "平均订单金额对目标")
    .Component("repeat_purchase_rate", metrics.repeat_purchase_rate, weight: 20, Curve((0, 0), (0.2, 70), (0.5, 100)),
        label: "Repeat purchase rate", zh: "复购率")
    .Component("revenue", metrics.revenue / metrics.revenue.Target(), weight: 20, Curve((0, 0), (1, 85), (1.5, 100)),
        label: "Revenue against target", zh: "收入对目标")
    .MinimumSample(metrics.order_count, 30)
    .Using("weighted-sum");

// Professional services: trust before price. What counts is how many become clients, what a client is worth, and who brings the next one.
Scorecard("professional-services-lead-gen", version: 1)
    .Label("Lead generation, professional services", zh: "获客（专业服务）")
    .Component("leads", metrics.new_leads / metrics.new_leads.Target(), weight: 20, Curve((0, 0), (1, 80), (2, 100)),
        label: "Enquiries against target", zh: "咨询数对目标")
    .Component("cpl", metrics.cpl / metrics.cpl.Benchmark(), weight: 25, Curve((0, 100), (2.0 / 3, 90), (1, 70), (2, 0)),
        label: "Cost per enquiry against benchmark", zh: "单咨询成本对基准")
    .Component("lead_to_customer", metrics.lead_to_customer, weight: 35, Curve((0, 0), (0.1, 75), (0.25, 100)),
        label: "Enquiries that become clients", zh: "咨询成交率")
    .Component("referral_rate", metrics.referral_rate, weight: 20, Curve((0, 0), (0.2, 70), (0.5, 100)),
        label: "Referred enquiries", zh: "转介绍占比")
    .MinimumSample(metrics.new_leads, 10)
    .Using("weighted-sum");

Scorecard("professional-services-revenue", version: 1)
    .Label("Revenue, professional services", zh: "营收（专业服务）")
    .Component("roi", metrics.roi, weight: 40, Curve((0, 0), (1, 50), (5, 90), (10, 100)),
        label: "ROI", zh: "投资回报率")
    .Component("revenue_per_customer", metrics.revenue_per_customer / metrics.revenue_per_customer.Target(), weight: 30, Curve((0, 0), (1, 80), (1.5, 100)),
        label: "Revenue per client against target", zh: "客单价对目标")
    .Component("win_rate", metrics.win_rate, weight: 30, Curve((0, 0), (0.3, 75), (0.6, 100)),
        label: "Win rate", zh: "赢单率")
    .MinimumSample(metrics.customers, 3)
    .Using("weighted-sum");
