// What was spent, and against which budget.

Metric("cost", Sum(spend.amount))
    .Label("Cost", zh: "成本")
    .Describe("Everything spent, by the day it was spent.", zh: "全部花费，按发生日计。")
    .As(Money).LowerIsBetter();

Metric("media_cost", Sum(spend.amount).Where(spend.category == "media"))
    .Label("Media cost", zh: "媒体成本")
    .Describe("What was paid for advertising space: spend of category media.", zh: "投放媒体的花费，即类别为 media 的支出。")
    .As(Money).LowerIsBetter();

Metric("sales_cost", Sum(spend.amount).Where(spend.category == "sales"))
    .Label("Sales cost", zh: "销售成本")
    .Describe("What selling cost: spend of category sales.", zh: "销售环节的花费，即类别为 sales 的支出。")
    .As(Money).LowerIsBetter();

Metric("budget", Sum(campaigns.budget).AllTime())
    .Label("Budget", zh: "预算")
    .Describe("What the campaigns may cost in all, whatever the period.", zh: "活动的总预算，与所选时段无关。")
    .As(Money);

Metric("budget_used", Sum(spend.amount).ToDate() / metrics.budget)
    .Label("Budget used", zh: "预算使用率")
    .Describe("Cost up to the end of the period ÷ budget.", zh: "截至时段末的累计成本 ÷ 预算。")
    .As(Percent).LowerIsBetter();
