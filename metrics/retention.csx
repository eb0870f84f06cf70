// Customers that stay and customers that leave. A customer organisation counts from customer_since until churned_at.

Metric("customers_gained", Count(accounts).On(accounts.customer_since))
    .Label("Customers gained", zh: "新增客户（账户）")
    .Describe("Accounts that became customers in the period.", zh: "本期成为客户的账户数。");

Metric("customers_lost", Count(accounts).Where(accounts.customer_since.HasValue).On(accounts.churned_at))
    .Label("Customers lost", zh: "流失客户")
    .Describe("Customers that left in the period.", zh: "本期流失的客户数。")
    .LowerIsBetter();

Metric("active_customers", Count(accounts).On(accounts.customer_since).ToDate() - Count(accounts).Where(accounts.customer_since.HasValue).On(accounts.churned_at).ToDate())
    .Label("Customers at the end", zh: "期末客户数")
    .Describe("Accounts that are customers at the end of the period.", zh: "期末仍为客户的账户数。");

Metric("customers_at_start", metrics.active_customers - metrics.customers_gained + metrics.customers_lost)
    .Label("Customers at the start", zh: "期初客户数")
    .Describe("Accounts that were customers at the start of the period: those at its end, less those gained, plus those lost.", zh: "期初客户数 = 期末客户 − 新增 + 流失。");

Metric("churn_rate", metrics.customers_lost / metrics.customers_at_start)
    .Label("Churn", zh: "客户流失率")
    .Describe("Customers lost in the period ÷ customers at its start.", zh: "本期流失客户 ÷ 期初客户数。")
    .As(Percent).LowerIsBetter();

Metric("retention_rate", 1 - metrics.churn_rate)
    .Label("Retention", zh: "客户留存率")
    .Describe("1 − churn.", zh: "1 − 流失率。")
    .As(Percent);

Metric("coupons_issued", Count(coupons))
    .Label("Coupons handed out", zh: "发放优惠券")
    .Describe("Coupons handed out in the period.", zh: "本期发放的优惠券数。");

Metric("coupon_redemption_rate", Count(coupons).Where(coupons.redeemed_at.HasValue) / metrics.coupons_issued)
    .Label("Coupon redemption", zh: "优惠券核销率")
    .Describe("Of the coupons handed out in the period, the share that has been used.", zh: "本期发放的优惠券中已使用的比例。")
    .As(Percent);

// What those who became contacts together bring over time; ask it by month and months_since.
Cohort("revenue_of_contacts", by: contacts.created_at, value: metrics.revenue, over: 24, Months)
    .Label("Revenue of new contacts", zh: "新联系人带来的收入").As(Money);
