// Journeys: a sale and the touchpoints before it, one row each. They follow no attribution model; where models have journeys of their own, a journey holds the touches of all of them.

Metric("journeys", Count(journeys).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Journeys", zh: "转化路径数")
    .Describe("Sales with at least one touchpoint before them.", zh: "成交前至少有一个触点的成交数。");

Metric("journey_share", metrics.journeys.ShareOfTotal())
    .Label("Share of journeys", zh: "转化路径占比")
    .Describe("Journeys ÷ all journeys of the answer.", zh: "转化路径数 ÷ 本次查询的全部转化路径数。")
    .As(Percent);

Metric("journey_revenue", Sum(journeys.value).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Revenue of journeys", zh: "转化路径收入")
    .Describe("What the sales of these journeys brought, the whole of it.", zh: "这些转化路径的成交收入，全额计。")
    .As(Money);

Metric("journey_touches", Average(journeys.touches).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Touchpoints per journey", zh: "平均触点数")
    .Describe("Mean number of touchpoints of a journey.", zh: "每条转化路径的平均触点数。");

Metric("journey_channels", Average(journeys.channels).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Channels per journey", zh: "平均渠道数")
    .Describe("Mean number of different channels of a journey.", zh: "每条转化路径经过的不同渠道的平均数。");

Metric("journey_days", Average(journeys.lag_days).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Days from first touch to sale, mean", zh: "首次触达到成交天数（平均）")
    .Describe("Mean days from the first touchpoint of the journey to the sale.", zh: "从路径首个触点到成交的平均天数。")
    .As(Days);

Metric("journey_days_median", Median(journeys.lag_days).Where(journeys.kind == "sale" & journeys.touches > 0))
    .Label("Days from first touch to sale, median", zh: "首次触达到成交天数（中位数）")
    .Describe("Median days from the first touchpoint of the journey to the sale.", zh: "从路径首个触点到成交天数的中位数。")
    .As(Days);

Metric("overlapping_journeys", Count(channel_overlaps).Where(channel_overlaps.kind == "sale"))
    .Label("Journeys with both channels", zh: "同时经过两个渠道的路径数")
    .Describe("Journeys that two channels took part in; ask for it by channel and other_channel. A channel beside itself: all its journeys.", zh: "两个渠道共同参与的转化路径数，请按 channel 与 other_channel 查询。渠道与自身：其全部路径。")
    .Requires("channel").Requires("other_channel");

Dimension("journey_weeks", Floor(journeys.lag_days / 7)).Label("Weeks from first touch to sale", zh: "首次触达到成交周数");
