// What ads showed and what came of it. Reach is not here: it never adds over days.

Metric("impressions", Sum(delivery.impressions))
    .Label("Impressions", zh: "展示量")
    .Describe("How often ads were shown.", zh: "广告展示次数。");

Metric("clicks", Sum(delivery.clicks))
    .Label("Clicks", zh: "点击量")
    .Describe("How often ads were clicked.", zh: "广告点击次数。");

Metric("ctr", metrics.clicks / metrics.impressions)
    .Label("Click-through rate", zh: "点击率")
    .Describe("Clicks ÷ impressions.", zh: "点击量 ÷ 展示量。")
    .As(Percent);

Metric("cpc", metrics.cost / metrics.clicks)
    .Label("Cost per click", zh: "单次点击成本")
    .Describe("Cost ÷ clicks.", zh: "成本 ÷ 点击量。")
    .As(Money).LowerIsBetter();

Metric("media_cpc", metrics.media_cost / metrics.clicks)
    .Label("Media cost per click", zh: "单次点击媒体成本")
    .Describe("Media cost ÷ clicks.", zh: "媒体成本 ÷ 点击量。")
    .As(Money).LowerIsBetter();

Metric("cpm", metrics.media_cost * 1000 / metrics.impressions)
    .Label("Cost per thousand impressions", zh: "千次展示成本")
    .Describe("Media cost ÷ impressions × 1,000.", zh: "媒体成本 ÷ 展示量 × 1000。")
    .As(Money).LowerIsBetter();

Metric("platform_conversions", Sum(delivery.conversions))
    .Label("Conversions by platform", zh: "平台上报转化数")
    .Describe("Conversions the advertising platforms claim; each claims its own, so several may claim one sale.", zh: "广告平台自报的转化数；各平台各自统计，同一成交可能被重复申报。");

Metric("cost_per_conversion", metrics.cost / metrics.platform_conversions)
    .Label("Cost per platform conversion", zh: "单次平台转化成本")
    .Describe("Cost ÷ conversions by platform.", zh: "成本 ÷ 平台上报转化数。")
    .As(Money).LowerIsBetter();

Metric("video_views", Sum(delivery.video_views))
    .Label("Video views", zh: "视频播放量")
    .Describe("Videos started.", zh: "视频开始播放次数。");

Metric("video_completion", Sum(delivery.video_completions) / metrics.video_views)
    .Label("Video completion", zh: "视频完播率")
    .Describe("Videos seen to the end ÷ videos started.", zh: "完播次数 ÷ 开始播放次数。")
    .As(Percent);
