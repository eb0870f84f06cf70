// What customers say, and how they are served. Ask them by surveys.department or surveys.owner to see where.

Metric("csat", Average(surveys.score / surveys.scale).Where(surveys.kind == "csat"))
    .Label("Customer satisfaction", zh: "客户满意度")
    .Describe("Mean answer as a share of the highest possible one.", zh: "平均得分占满分的比例。")
    .As(Percent);

Metric("csat_spread", Average(surveys.score / surveys.scale).Where(surveys.kind == "csat").Spread(surveys.department))
    .Label("Spread of satisfaction", zh: "满意度部门差距")
    .Describe("The most satisfied department's mean less the least satisfied one's.", zh: "满意度最高与最低部门的均值之差。")
    .As(Percent).LowerIsBetter();

Metric("csat_lowest", Min(surveys.score / surveys.scale).Where(surveys.kind == "csat"))
    .Label("Lowest satisfaction", zh: "最低满意度")
    .Describe("The lowest single answer as a share of the highest possible one.", zh: "单次最低得分占满分的比例。")
    .As(Percent);

Metric("survey_answers", Count(surveys))
    .Label("Survey answers", zh: "问卷答复数")
    .Describe("Answers given in the period.", zh: "本期收到的答复数。");

Metric("nps", (Count(surveys).Where(surveys.kind == "nps" & surveys.score >= 9) - Count(surveys).Where(surveys.kind == "nps" & surveys.score <= 6))
        * 100 / Count(surveys).Where(surveys.kind == "nps"))
    .Label("Net promoter score", zh: "净推荐值（NPS）")
    .Describe("Share of promoters (9 or 10) less share of detractors (0 to 6), times 100: from −100 to 100.", zh: "推荐者（9–10 分）占比减去贬损者（0–6 分）占比，再乘 100，取值 −100 到 100。");

Metric("complaints", Count(cases).Where(cases.kind == "complaint"))
    .Label("Complaints", zh: "投诉数")
    .Describe("Complaints opened in the period.", zh: "本期新增的投诉数。")
    .LowerIsBetter();

Metric("complaint_rate", metrics.complaints / metrics.active_customers)
    .Label("Complaints per customer", zh: "投诉率")
    .Describe("Complaints opened in the period ÷ customers at its end.", zh: "本期投诉数 ÷ 期末客户数。")
    .As(Percent).LowerIsBetter();

Metric("first_response_hours", Average(DaysBetween(cases.opened_at, cases.first_response_at)) * 24)
    .Label("Hours to first response", zh: "首次响应用时（小时）")
    .Describe("Mean hours from the opening of a case to its first answer.", zh: "从工单创建到首次回复的平均小时数。")
    .LowerIsBetter();
