// Attributed money: the attribution model shares each sale among the touchpoints before it. Never mixed with sourced figures.

Metric("attributed_conversions", Attributed(conversions))
    .Label("Attributed conversions", zh: "归因转化数")
    .Describe("Shares of conversions, by the attribution model.", zh: "按归因模型分摊的转化数。");

Metric("attributed_customers", Attributed(customers))
    .Label("Attributed customers", zh: "归因客户数")
    .Describe("Shares of first sales, by the attribution model.", zh: "按归因模型分摊的首次成交客户数。");

Metric("attributed_revenue", Attributed(revenue))
    .Label("Attributed revenue", zh: "归因收入")
    .Describe("Shares of revenue, by the attribution model. A total holds the unattributed part, so that it is all revenue.", zh: "按归因模型分摊的收入。合计含未归因部分，等于全部收入。")
    .As(Money);

Metric("attributed_margin", Attributed(margin))
    .Label("Attributed margin", zh: "归因毛利")
    .Describe("Shares of revenue less what was sold costs, by the attribution model; of sales whose cost is known.", zh: "按归因模型分摊的收入减去销售成本；仅计成本已知的成交。")
    .As(Money);

Metric("attributed_roi", (Attributed(revenue).Where(credits.touch_id.HasValue) - metrics.cost) / metrics.cost)
    .Label("Attributed ROI", zh: "归因投资回报率")
    .Describe("(Attributed revenue − cost) ÷ cost. A total leaves out the unattributed part.", zh: "（归因收入 − 成本）÷ 成本。合计不含未归因部分。")
    .As(Percent);

Metric("attributed_cac", metrics.cost / metrics.attributed_customers)
    .Label("Attributed CAC", zh: "归因获客成本")
    .Describe("Cost ÷ attributed customers.", zh: "成本 ÷ 归因客户数。")
    .As(Money).LowerIsBetter();

Metric("attributed_cpa", metrics.cost / Attributed(conversions).Where(credits.touch_id.HasValue))
    .Label("Attributed CPA", zh: "归因转化成本")
    .Describe("Cost ÷ attributed conversions. A total leaves out the unattributed part.", zh: "成本 ÷ 归因转化数。合计不含未归因部分。")
    .As(Money).LowerIsBetter();

Metric("attributed_revenue_rank", Attributed(revenue).Where(credits.touch_id.HasValue).Rank())
    .Label("Place by attributed revenue", zh: "归因收入名次")
    .Describe("1 for the group with the most attributed revenue, among those asked for; equal ones share a place.", zh: "所查询分组中按归因收入排列的名次，最高为 1；相同者并列。");

Metric("attributed_conversions_rank", Attributed(conversions).Where(credits.touch_id.HasValue).Rank())
    .Label("Place by attributed conversions", zh: "归因转化名次")
    .Describe("1 for the group with the most attributed conversions, among those asked for; equal ones share a place.", zh: "所查询分组中按归因转化数排列的名次，最高为 1；相同者并列。");

Metric("attributed_conversions_change", Attributed(conversions).Using(AskedModel) - Attributed(conversions).Using(DefaultModel))
    .Label("Attributed conversions against the usual model", zh: "归因转化与默认模型之差")
    .Describe("Attributed conversions less those by the workspace's usual model. Over all groups it is zero, since both share out the same conversions.", zh: "归因转化数减去默认模型的归因转化数。各组之和为零，因为两者分摊的是同样的转化。")
    .Format("+#,##0.00;-#,##0.00;0");

Metric("attributed_revenue_change", (Attributed(revenue).Using(AskedModel) - Attributed(revenue).Using(DefaultModel)) / Attributed(revenue).Using(DefaultModel))
    .Label("Attributed revenue against the usual model", zh: "归因收入相对默认模型的变化")
    .Describe("(Attributed revenue − that by the workspace's usual model) ÷ that by the usual model.", zh: "（归因收入 − 默认模型的归因收入）÷ 默认模型的归因收入。")
    .As(Percent).Format("+0.0%;-0.0%;0%");

Metric("unattributed_share", Attributed(conversions).Where(!credits.touch_id.HasValue) / metrics.attributed_conversions)
    .Label("Unattributed share", zh: "未归因占比")
    .Describe("Sales without any touchpoint that counts ÷ all sales.", zh: "没有任何有效触点的成交 ÷ 全部成交。")
    .As(Percent).LowerIsBetter();

Metric("direct_share", Attributed(conversions).Where(credits.channel == "direct") / metrics.attributed_conversions)
    .Label("Direct share", zh: "直接访问占比")
    .Describe("Credit of the channel direct ÷ all sales: what nobody can tell where it came from.", zh: "归因给直接访问渠道的转化 ÷ 全部成交：来路不明的部分。")
    .As(Percent).LowerIsBetter();

// What models that learned say in total, of all days, and how far it may be off; ask for it by channel and credit_intervals.model.

Metric("learned_conversions", Sum(credit_intervals.conversions))
    .Label("Learned conversions", zh: "学习型模型转化数")
    .Describe("Conversions that a model that learned gives, of all days. Ask for it by channel and credit_intervals.model.", zh: "学习型模型给出的转化数，覆盖全部日期。请按渠道与 credit_intervals.model 查询。")
    .Requires("channel").Requires("credit_intervals.model");

Metric("placed_conversions", Sum(credit_places.conversions))
    .Label("Conversions by place", zh: "按位置的归因转化数")
    .Describe("Conversions that a model that tells places apart gives, of all days: how much a channel earned as the first touch, as the second. Ask for it by credit_places.model, channel and credit_places.place.", zh: "区分位置的模型给出的转化数，覆盖全部日期：渠道作为第一个、第二个触点各得多少。请按 credit_places.model、渠道与 credit_places.place 查询。")
    .Requires("credit_places.model");

Metric("learned_without", Sum(credit_buckets.conversions))
    .Label("Learned conversions without a part", zh: "剔除一份后的学习型模型转化数")
    .Describe("Conversions that a model would give without one of 32 parts of all journeys; the intervals of pages come of them. Ask for it by channel, credit_buckets.model and credit_buckets.bucket.", zh: "剔除全部路径 32 份之一后模型给出的转化数，页面上的区间由此得出。请按渠道、credit_buckets.model 与 credit_buckets.bucket 查询。")
    .Requires("channel").Requires("credit_buckets.model").Requires("credit_buckets.bucket");

Metric("learned_conversions_low", Min(credit_intervals.conversions_low))
    .Label("Learned conversions, low", zh: "学习型模型转化数下限")
    .Describe("The lower end of the interval that holds the truth in 95 of 100 cases; of several groups together it means nothing.", zh: "95% 区间的下限；不可跨组合并。")
    .Requires("channel").Requires("credit_intervals.model");

Metric("learned_conversions_high", Max(credit_intervals.conversions_high))
    .Label("Learned conversions, high", zh: "学习型模型转化数上限")
    .Describe("The upper end of the interval that holds the truth in 95 of 100 cases; of several groups together it means nothing.", zh: "95% 区间的上限；不可跨组合并。")
    .Requires("channel").Requires("credit_intervals.model");
