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
