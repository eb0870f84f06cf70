// How well touchpoints can be told apart: what is missing here is missing in every attribution.

Metric("touches", Count(touchpoints))
    .Label("Touchpoints", zh: "触点数")
    .Describe("Interactions of contacts.", zh: "联系人的互动次数。");

Metric("untagged_touches", Count(touchpoints).Where(!touchpoints.campaign_id.HasValue & !touchpoints.utm_campaign.HasValue
        & (!touchpoints.utm_source.HasValue | touchpoints.utm_source == "(direct)") & (!touchpoints.utm_medium.HasValue | touchpoints.utm_medium.In("(none)", "(not set)"))))
    .Label("Untagged touchpoints", zh: "无标记触点数")
    .Describe("Touchpoints that name no campaign and carry no UTM parameter; (direct) and (none) are what analytics writes where there is none.", zh: "既无活动也无 UTM 参数的触点；(direct) 与 (none) 是分析工具在没有参数时写入的值。")
    .LowerIsBetter();

Metric("untagged_share", metrics.untagged_touches / metrics.touches)
    .Label("Untagged share", zh: "无标记占比")
    .Describe("Untagged touchpoints ÷ touchpoints.", zh: "无标记触点数 ÷ 触点数。")
    .As(Percent).LowerIsBetter();

Metric("untouched_campaigns", Count(campaign_tracking).Where(campaign_tracking.cost > 0 & campaign_tracking.touchpoints == 0))
    .Label("Campaigns with cost and no touchpoints", zh: "有支出但无触点的活动数")
    .Describe("Campaigns that money was spent on and no touchpoint names; no model can credit them. Of all days.", zh: "有支出但没有任何触点的活动，任何模型都无法为其归因。按全部日期计。")
    .LowerIsBetter();

Metric("untouched_cost", Sum(campaign_tracking.cost).Where(campaign_tracking.touchpoints == 0))
    .Label("Cost without touchpoints", zh: "无触点活动的支出")
    .Describe("What was spent on campaigns that no touchpoint names. Of all days.", zh: "没有任何触点的活动的支出。按全部日期计。")
    .As(Money).LowerIsBetter();

Metric("unknown_campaign_touches", Sum(campaign_tracking.touchpoints).Where(!campaign_tracking.known))
    .Label("Touchpoints of unknown campaigns", zh: "未知活动的触点数")
    .Describe("Touchpoints whose campaign is none of campaigns: a misspelt id, or a campaign nobody entered. Of all days.", zh: "所属活动不在 campaigns 表中的触点：编号有误，或活动未登记。按全部日期计。")
    .LowerIsBetter();

Metric("clicks_without_touches", Sum(Max(campaign_tracking.clicks - campaign_tracking.touchpoints, 0)))
    .Label("Clicks without touchpoints", zh: "无触点的点击量")
    .Describe("Clicks the ad platforms counted, less the touchpoints of the same campaign, where there are more: visitors nobody recognised. Of all days.", zh: "广告平台统计的点击量减去同一活动的触点数（仅取正差额）：未能识别的访客。按全部日期计。")
    .LowerIsBetter();

Metric("utm_misspelt_touches", Sum(utm_problems.touchpoints).Where(utm_problems.problem.In("capitals", "blanks", "spelling")))
    .Label("Touchpoints with misspelt UTM values", zh: "UTM 写法不一致的触点数")
    .Describe("Touchpoints with a UTM value that differs from another, or from its campaign's, only in capitals, blanks or hyphens, once for each such value. Of all days.", zh: "UTM 值与另一值（或活动登记的值）仅大小写、空格或连字符不同的触点，每个这样的值各计一次。按全部日期计。")
    .LowerIsBetter();

Metric("utm_unknown_campaign_touches", Sum(utm_problems.touchpoints).Where(utm_problems.problem == "unknown-campaign"))
    .Label("Touchpoints with an unknown utm_campaign", zh: "utm_campaign 未登记的触点数")
    .Describe("Touchpoints whose utm_campaign no campaign has, and that name no campaign otherwise. Of all days.", zh: "utm_campaign 不属于任何活动、也未以其他方式指明活动的触点。按全部日期计。")
    .LowerIsBetter();

Metric("utm_incomplete_touches", Sum(utm_problems.touchpoints).Where(utm_problems.problem.In("no-source", "no-medium")))
    .Label("Touchpoints with incomplete UTM values", zh: "UTM 不完整的触点数")
    .Describe("Touchpoints with UTM values but without a source, or without a medium, once for each that is missing. Of all days.", zh: "带有 UTM 值但缺少来源或媒介的触点，每缺一项各计一次。按全部日期计。")
    .LowerIsBetter();
