-- customers_gained
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "customers_gained"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" >= DATE '2025-01-01' AND "accounts"."customer_since" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("customers_gained" AS DOUBLE) AS "customers_gained"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
)
-- customers_gained by day
+ 4 lines of grouping
+ SELECT "accounts"."customer_since" AS "§"
-- customers_gained by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "accounts"."customer_since") AS DATE) AS "§"
-- customers_gained: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- customers_lost
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "customers_lost if") AS DOUBLE) AS "customers_lost"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("customers_lost" AS DOUBLE) AS "customers_lost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
)
-- customers_lost by day
+ 4 lines of grouping
+ SELECT CAST("accounts"."churned_at" + to_hours(8) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
-- customers_lost by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("accounts"."churned_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
-- customers_lost: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- active_customers
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "active_customers"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" < DATE '2026-01-01'
    )
),
"accounts figures 2" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "active_customers 2 if") AS DOUBLE) AS "active_customers 2"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "active_customers 2 if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
)
GROUP BY "part", "is total"
-- active_customers by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- active_customers: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- customers_at_start
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) AS DOUBLE) AS "active_customers"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" < DATE '2026-01-01'
    )
),
"accounts figures 2" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) FILTER (WHERE "active_customers 2 if") AS DOUBLE) AS "active_customers 2"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "active_customers 2 if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures 3" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "customers_gained"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" >= DATE '2025-01-01' AND "accounts"."customer_since" < DATE '2026-01-01'
    )
),
"accounts figures 4" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "customers_lost if") AS DOUBLE) AS "customers_lost"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2",
    CAST(max("customers_gained") AS DOUBLE) AS "customers_gained",
    CAST(max("customers_lost") AS DOUBLE) AS "customers_lost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 3"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 4"
)
GROUP BY "part", "is total"
-- customers_at_start by day
+ 8 lines of grouping
+ WITH "accounts figures 3" AS (
+ SELECT "accounts"."customer_since" AS "§"
+ SELECT CAST("accounts"."churned_at" + to_hours(8) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
-- customers_at_start by week, month, quarter, year
+ 8 lines of grouping
+ WITH "accounts figures 3" AS (
+ SELECT CAST(date_trunc('§', "accounts"."customer_since") AS DATE) AS "§"
+ SELECT CAST(date_trunc('§', CAST("accounts"."churned_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
-- customers_at_start: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- churn_rate
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "customers_lost if") AS DOUBLE) AS "customers_lost"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures 2" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) AS DOUBLE) AS "active_customers"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" < DATE '2026-01-01'
    )
),
"accounts figures 3" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) FILTER (WHERE "active_customers 2 if") AS DOUBLE) AS "active_customers 2"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "active_customers 2 if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures 4" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "customers_gained"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" >= DATE '2025-01-01' AND "accounts"."customer_since" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("customers_lost") AS DOUBLE) AS "customers_lost",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2",
    CAST(max("customers_gained") AS DOUBLE) AS "customers_gained"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 3"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 4"
)
GROUP BY "part", "is total"
-- churn_rate by day
+ 8 lines of grouping
+ SELECT CAST("accounts"."churned_at" + to_hours(8) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
+ SELECT "accounts"."customer_since" AS "§"
-- churn_rate by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("accounts"."churned_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
+ SELECT CAST(date_trunc('§', "accounts"."customer_since") AS DATE) AS "§"
-- churn_rate: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- retention_rate
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "customers_lost if") AS DOUBLE) AS "customers_lost"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures 2" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) AS DOUBLE) AS "active_customers"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" < DATE '2026-01-01'
    )
),
"accounts figures 3" AS (
    SELECT FALSE AS "is total",
        CAST(count(*) FILTER (WHERE "active_customers 2 if") AS DOUBLE) AS "active_customers 2"
    FROM (
        SELECT "accounts"."customer_since" IS NOT NULL AS "active_customers 2 if"
        FROM "accounts"
        WHERE ("accounts"."churned_at" IS NOT NULL) AND "accounts"."churned_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures 4" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "customers_gained"
    FROM (
        SELECT TRUE AS "rows"
        FROM "accounts"
        WHERE "accounts"."customer_since" >= DATE '2025-01-01' AND "accounts"."customer_since" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("customers_lost") AS DOUBLE) AS "customers_lost",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2",
    CAST(max("customers_gained") AS DOUBLE) AS "customers_gained"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 3"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 4"
)
GROUP BY "part", "is total"
-- retention_rate by day
+ 8 lines of grouping
+ SELECT CAST("accounts"."churned_at" + to_hours(8) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
+ SELECT "accounts"."customer_since" AS "§"
-- retention_rate by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("accounts"."churned_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "accounts"."customer_since" IS NOT NULL AS "customers_lost if"
+ SELECT CAST(date_trunc('§', "accounts"."customer_since") AS DATE) AS "§"
-- retention_rate: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- coupons_issued
WITH "coupons figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "coupons_issued"
    FROM (
        SELECT TRUE AS "rows"
        FROM "coupons"
        WHERE "coupons"."issued_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "coupons"."issued_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("coupons_issued" AS DOUBLE) AS "coupons_issued"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "coupons figures"
)
-- coupons_issued by campaign
+ 4 lines of grouping
+ SELECT "coupons"."campaign_id" AS "§"
-- coupons_issued by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "coupons"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupons_issued by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupons_issued by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupons_issued by day
+ 4 lines of grouping
+ SELECT CAST("coupons"."issued_at" + to_hours(8) AS DATE) AS "§"
-- coupons_issued by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("coupons"."issued_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- coupons_issued: no path to lead_owner, deal_owner

-- coupon_redemption_rate
WITH "coupons figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "coupon_redemption_rate if") AS DOUBLE) AS "coupon_redemption_rate",
        CAST(count(*) AS DOUBLE) AS "coupons_issued"
    FROM (
        SELECT "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
        FROM "coupons"
        WHERE "coupons"."issued_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "coupons"."issued_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("coupon_redemption_rate" AS DOUBLE) AS "coupon_redemption_rate",
    CAST("coupons_issued" AS DOUBLE) AS "coupons_issued"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "coupons figures"
)
-- coupon_redemption_rate by campaign
+ 4 lines of grouping
+ SELECT "coupons"."campaign_id" AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
-- coupon_redemption_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "coupons"."campaign_id") AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupon_redemption_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupon_redemption_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "coupons"."campaign_id"
-- coupon_redemption_rate by day
+ 4 lines of grouping
+ SELECT CAST("coupons"."issued_at" + to_hours(8) AS DATE) AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
-- coupon_redemption_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("coupons"."issued_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "coupons"."redeemed_at" IS NOT NULL AS "coupon_redemption_rate if"
-- coupon_redemption_rate: no path to lead_owner, deal_owner

-- revenue_of_contacts
WITH "sales 24 months from contacts.created_at" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue 24 months from contacts.created_at"
    FROM (
        SELECT "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "contacts" ON "contacts"."contact_id" = "sales"."contact_id"
        WHERE ("contacts"."created_at" IS NOT NULL) AND "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00')) AND (date_diff('month', CAST("contacts"."created_at" + to_hours(8) AS DATE), CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE)) BETWEEN 0 AND 23)
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue 24 months from contacts.created_at" AS DOUBLE) AS "revenue 24 months from contacts.created_at"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales 24 months from contacts.created_at"
)
-- revenue_of_contacts by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount"
-- revenue_of_contacts by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_of_contacts by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_of_contacts by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_of_contacts by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_of_contacts by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_of_contacts by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" AS "amount"
-- revenue_of_contacts by day
+ 4 lines of grouping
+ SELECT CAST("contacts"."created_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
-- revenue_of_contacts by week, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
-- revenue_of_contacts by month
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
+ WHERE ("contacts"."created_at" IS NOT NULL) AND "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00')) AND (date_diff('§', CAST("contacts"."created_at" + to_hours(8) AS DATE), CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE)) BETWEEN 0 AND 23)

-- revenue_of_contacts_size
WITH "contacts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "revenue_of_contacts_size"
    FROM (
        SELECT TRUE AS "rows"
        FROM "contacts"
        WHERE "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue_of_contacts_size" AS DOUBLE) AS "revenue_of_contacts_size"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "contacts figures"
)
-- revenue_of_contacts_size by day
+ 4 lines of grouping
+ SELECT CAST("contacts"."created_at" + to_hours(8) AS DATE) AS "§"
-- revenue_of_contacts_size by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- revenue_of_contacts_size: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- revenue_of_contacts_per_member
WITH "sales 24 months from contacts.created_at" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue 24 months from contacts.created_at"
    FROM (
        SELECT "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "contacts" ON "contacts"."contact_id" = "sales"."contact_id"
        WHERE ("contacts"."created_at" IS NOT NULL) AND "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00')) AND (date_diff('month', CAST("contacts"."created_at" + to_hours(8) AS DATE), CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE)) BETWEEN 0 AND 23)
    )
),
"contacts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "revenue_of_contacts_per_member"
    FROM (
        SELECT TRUE AS "rows"
        FROM "contacts"
        WHERE "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("revenue 24 months from contacts.created_at") AS DOUBLE) AS "revenue 24 months from contacts.created_at",
    CAST(max("revenue_of_contacts_per_member") AS DOUBLE) AS "revenue_of_contacts_per_member"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales 24 months from contacts.created_at"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "contacts figures"
)
GROUP BY "part", "is total"
-- revenue_of_contacts_per_member by day
+ 8 lines of grouping
+ SELECT CAST("contacts"."created_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
+ SELECT CAST("contacts"."created_at" + to_hours(8) AS DATE) AS "§"
-- revenue_of_contacts_per_member by week, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- revenue_of_contacts_per_member by month
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
+ WHERE ("contacts"."created_at" IS NOT NULL) AND "contacts"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "contacts"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00')) AND (date_diff('§', CAST("contacts"."created_at" + to_hours(8) AS DATE), CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE)) BETWEEN 0 AND 23)
+ SELECT CAST(date_trunc('§', CAST("contacts"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- revenue_of_contacts_per_member: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner
