// Deals on their way.

Metric("new_opportunities", Count(opportunities))
    .Label("New opportunities", zh: "新商机数")
    .Describe("Deals opened.", zh: "新建商机数。");

Metric("opportunity_amount", Sum(opportunities.amount))
    .Label("Opportunity amount", zh: "商机金额")
    .Describe("Amounts of the deals opened, whatever became of them.", zh: "新建商机的金额，不论结果。")
    .As(Money);

Metric("open_opportunities", Count(opportunities).Where(!opportunities.outcome.HasValue))
    .Label("Open opportunities", zh: "在途商机数")
    .Describe("Deals opened and not yet won or lost.", zh: "尚未赢单或输单的商机数。");

Metric("open_amount", Sum(opportunities.amount).Where(!opportunities.outcome.HasValue))
    .Label("Open amount", zh: "在途商机金额")
    .Describe("Amounts of the open deals.", zh: "在途商机的金额。")
    .As(Money);

Metric("won_opportunities", Count(opportunities).Where(opportunities.outcome == "won").On(opportunities.closed_at))
    .Label("Won opportunities", zh: "赢单数")
    .Describe("Deals won, by the day they closed.", zh: "赢单商机数，按关闭日计。");

Metric("lost_opportunities", Count(opportunities).Where(opportunities.outcome == "lost").On(opportunities.closed_at))
    .Label("Lost opportunities", zh: "输单数")
    .Describe("Deals lost, by the day they closed.", zh: "输单商机数，按关闭日计。")
    .LowerIsBetter();

Metric("win_rate", metrics.won_opportunities / (metrics.won_opportunities + metrics.lost_opportunities))
    .Label("Win rate", zh: "赢单率")
    .Describe("Won ÷ (won + lost), by the day they closed.", zh: "赢单 ÷（赢单 + 输单），按关闭日计。")
    .As(Percent);

Metric("opportunity_to_customer", Count(opportunities).Where(opportunities.outcome == "won") / metrics.new_opportunities)
    .Label("Opportunity to customer", zh: "商机成交率")
    .Describe("Of the deals opened, the share won, as of the data's date.", zh: "新建商机中赢单的占比，截至数据日期。")
    .As(Percent);

Metric("deal_cycle_days", Average(DaysBetween(opportunities.created_at, opportunities.closed_at)).Where(opportunities.outcome == "won").On(opportunities.closed_at))
    .Label("Deal cycle", zh: "成交周期")
    .Describe("Mean days from the opening of a deal to its being won, over the deals won in the period.", zh: "本期赢单从创建到成交的平均天数。")
    .As(Days).LowerIsBetter();

Metric("deal_cycle_days_median", Median(DaysBetween(opportunities.created_at, opportunities.closed_at)).Where(opportunities.outcome == "won").On(opportunities.closed_at))
    .Label("Deal cycle, median", zh: "成交周期（中位数）")
    .Describe("Median days from the opening of a deal to its being won, over the deals won in the period.", zh: "本期赢单从创建到成交的天数中位数。")
    .As(Days).LowerIsBetter();

Metric("deal_size", Average(opportunities.amount).Where(opportunities.outcome == "won").On(opportunities.closed_at))
    .Label("Deal size", zh: "平均成交额")
    .Describe("Mean amount of the deals won in the period.", zh: "本期赢单的平均金额。")
    .As(Money);

Metric("weighted_pipeline", Sum(opportunities.amount * opportunities.probability).Where(!opportunities.outcome.HasValue))
    .Label("Weighted pipeline", zh: "加权商机金额")
    .Describe("Amounts of open opportunities × their chance of being won.", zh: "未结商机金额 × 赢单概率。")
    .As(Money);

Metric("poc_pass_rate", Count(opportunities).Where(opportunities.poc_started_at.HasValue & opportunities.poc_passed).On(opportunities.poc_started_at)
        / Count(opportunities).On(opportunities.poc_started_at))
    .Label("Proof of concept passed", zh: "POC 通过率")
    .Describe("Of the proofs of concept begun in the period, the share that passed.", zh: "本期开始的 POC 中通过的比例。")
    .As(Percent);

Metric("decision_maker_coverage", CountDistinct(opportunity_contacts.opportunity_id).Where(opportunity_contacts.role == "decision-maker") / metrics.new_opportunities)
    .Label("Decision-maker coverage", zh: "决策人覆盖率")
    .Describe("Of the period's opportunities, the share with a contact whose role is decision-maker.", zh: "本期商机中已接触到决策人的比例。")
    .As(Percent);
