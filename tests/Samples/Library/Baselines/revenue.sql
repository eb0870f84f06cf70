-- customers
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("customers" AS DOUBLE) AS "customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- customers by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
-- customers by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- customers by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- customers by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- customers by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- customers by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- customers by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
-- customers by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
-- customers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",

-- sales_count
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "sales_count"
    FROM (
        SELECT TRUE AS "rows"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sales_count" AS DOUBLE) AS "sales_count"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- sales_count by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§"
-- sales_count by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- sales_count by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- sales_count by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- sales_count by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- sales_count by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- sales_count by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§"
-- sales_count by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§"
-- sales_count by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§"

-- revenue
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue"
    FROM (
        SELECT "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue" AS DOUBLE) AS "revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount"
-- revenue by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" AS "amount"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" AS "amount"
-- revenue by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount"
-- revenue by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount"

-- revenue_sourced
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "revenue_sourced if") AS DOUBLE) AS "revenue_sourced"
    FROM (
        SELECT "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue_sourced" AS DOUBLE) AS "revenue_sourced"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue_sourced by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_sourced by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_sourced by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",

-- revenue_unattributed
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "revenue_unattributed if") AS DOUBLE) AS "revenue_unattributed"
    FROM (
        SELECT (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue_unattributed" AS DOUBLE) AS "revenue_unattributed"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue_unattributed by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
-- revenue_unattributed by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_unattributed by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_unattributed by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_unattributed by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_unattributed by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_unattributed by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
-- revenue_unattributed by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",
-- revenue_unattributed by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if",

-- revenue_other
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "revenue_other if") AS DOUBLE) AS "revenue_other"
    FROM (
        SELECT (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue_other" AS DOUBLE) AS "revenue_other"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue_other by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
-- revenue_other by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_other by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_other by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_other by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_other by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_other by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
-- revenue_other by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",
-- revenue_other by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND "sales"."touched" AS "revenue_other if",

-- order_revenue
WITH "orders figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "order_revenue"
    FROM (
        SELECT "orders"."amount" AS "amount"
        FROM "orders"
        WHERE "orders"."ordered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "orders"."ordered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("order_revenue" AS DOUBLE) AS "order_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "orders figures"
)
-- order_revenue by campaign
+ 4 lines of grouping
+ SELECT "orders"."sourced_campaign_id" AS "§",
+ "orders"."amount" AS "amount"
-- order_revenue by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "orders"."sourced_campaign_id") AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_revenue by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_revenue by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "orders"."contact_id"
-- order_revenue by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_revenue by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- order_revenue by deal_owner
+ 4 lines of grouping
+ SELECT "orders"."owner" AS "§",
+ "orders"."amount" AS "amount"
-- order_revenue by day
+ 4 lines of grouping
+ SELECT CAST("orders"."ordered_at" + to_hours(8) AS DATE) AS "§",
+ "orders"."amount" AS "amount"
-- order_revenue by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("orders"."ordered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "orders"."amount" AS "amount"

-- order_count
WITH "orders figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "order_count"
    FROM (
        SELECT TRUE AS "rows"
        FROM "orders"
        WHERE "orders"."ordered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "orders"."ordered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("order_count" AS DOUBLE) AS "order_count"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "orders figures"
)
-- order_count by campaign
+ 4 lines of grouping
+ SELECT "orders"."sourced_campaign_id" AS "§"
-- order_count by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "orders"."sourced_campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_count by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_count by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "orders"."contact_id"
-- order_count by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- order_count by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- order_count by deal_owner
+ 4 lines of grouping
+ SELECT "orders"."owner" AS "§"
-- order_count by day
+ 4 lines of grouping
+ SELECT CAST("orders"."ordered_at" + to_hours(8) AS DATE) AS "§"
-- order_count by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("orders"."ordered_at" + to_hours(8) AS DATE)) AS DATE) AS "§"

-- revenue_per_customer
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."amount" AS "amount",
            "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue" AS DOUBLE) AS "revenue",
    CAST("customers" AS DOUBLE) AS "customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue_per_customer by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
-- revenue_per_customer by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_per_customer by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_per_customer by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_per_customer by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_per_customer by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_per_customer by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" AS "amount",
-- revenue_per_customer by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount",
-- revenue_per_customer by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount",

-- aov
WITH "orders figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "order_revenue",
        CAST(count(*) AS DOUBLE) AS "order_count"
    FROM (
        SELECT "orders"."amount" AS "amount"
        FROM "orders"
        WHERE "orders"."ordered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "orders"."ordered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("order_revenue" AS DOUBLE) AS "order_revenue",
    CAST("order_count" AS DOUBLE) AS "order_count"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "orders figures"
)
-- aov by campaign
+ 4 lines of grouping
+ SELECT "orders"."sourced_campaign_id" AS "§",
+ "orders"."amount" AS "amount"
-- aov by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "orders"."sourced_campaign_id") AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- aov by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- aov by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "orders"."contact_id"
-- aov by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- aov by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "orders"."amount" AS "amount"
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- aov by deal_owner
+ 4 lines of grouping
+ SELECT "orders"."owner" AS "§",
+ "orders"."amount" AS "amount"
-- aov by day
+ 4 lines of grouping
+ SELECT CAST("orders"."ordered_at" + to_hours(8) AS DATE) AS "§",
+ "orders"."amount" AS "amount"
-- aov by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("orders"."ordered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "orders"."amount" AS "amount"

-- cac
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("customers") AS DOUBLE) AS "customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
GROUP BY "part", "is total"
-- cac by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- cac by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac: no path to lead_owner, deal_owner

-- profit
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue",
        CAST(sum("amount") FILTER (WHERE "revenue_unattributed if") AS DOUBLE) AS "revenue_unattributed"
    FROM (
        SELECT "sales"."amount" AS "amount",
            (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("revenue") AS DOUBLE) AS "revenue",
    CAST(max("revenue_unattributed") AS DOUBLE) AS "revenue_unattributed",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- profit by campaign
+ 8 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- profit by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- profit by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- profit by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- profit by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- profit by day
+ 8 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
-- profit by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
-- profit: no path to lead_owner, deal_owner

-- roi
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue",
        CAST(sum("amount") FILTER (WHERE "revenue_unattributed if") AS DOUBLE) AS "revenue_unattributed"
    FROM (
        SELECT "sales"."amount" AS "amount",
            (("sales"."campaign_id" IS NOT NULL) IS NOT TRUE) AND ("sales"."touched" IS NOT TRUE) AS "revenue_unattributed if"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("revenue") AS DOUBLE) AS "revenue",
    CAST(max("revenue_unattributed") AS DOUBLE) AS "revenue_unattributed",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- roi by campaign
+ 8 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- roi by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi by day
+ 8 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
-- roi by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" AS "amount",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
-- roi: no path to lead_owner, deal_owner

-- revenue_sourced_share
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "revenue_sourced if") AS DOUBLE) AS "revenue_sourced",
        CAST(sum("amount") AS DOUBLE) AS "revenue"
    FROM (
        SELECT "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue_sourced" AS DOUBLE) AS "revenue_sourced",
    CAST("revenue" AS DOUBLE) AS "revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- revenue_sourced_share by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced_share by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- revenue_sourced_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- revenue_sourced_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- revenue_sourced_share by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced_share by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",
-- revenue_sourced_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."campaign_id" IS NOT NULL AS "revenue_sourced if",

-- repeat_customers
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "repeat_customers if") AS DOUBLE) AS "repeat_customers"
    FROM (
        SELECT "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("repeat_customers" AS DOUBLE) AS "repeat_customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- repeat_customers by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_customers by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_customers by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_customers by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- repeat_customers by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_customers by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- repeat_customers by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_customers by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_customers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",

-- repeat_purchase_rate
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "repeat_customers if") AS DOUBLE) AS "repeat_customers",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "repeat_purchase_rate"
    FROM (
        SELECT "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("repeat_customers" AS DOUBLE) AS "repeat_customers",
    CAST("repeat_purchase_rate" AS DOUBLE) AS "repeat_purchase_rate"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- repeat_purchase_rate by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_purchase_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_purchase_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_purchase_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- repeat_purchase_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- repeat_purchase_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- repeat_purchase_rate by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_purchase_rate by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",
-- repeat_purchase_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" IS NOT TRUE AS "repeat_customers if",

-- attach_rate
WITH "order_lines figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("quantity"), 9) AS "attach_rate",
        CAST(count(DISTINCT "order_id") AS DOUBLE) AS "attach_rate 2"
    FROM (
        SELECT "order_lines"."quantity" AS "quantity",
            "order_lines"."order_id" AS "order_id"
        FROM "order_lines"
        LEFT JOIN "orders" ON "orders"."order_id" = "order_lines"."order_id"
        WHERE "orders"."ordered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "orders"."ordered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attach_rate" AS DOUBLE) AS "attach_rate",
    CAST("attach_rate 2" AS DOUBLE) AS "attach_rate 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "order_lines figures"
)
-- attach_rate by campaign
+ 4 lines of grouping
+ SELECT "orders"."sourced_campaign_id" AS "§",
+ "order_lines"."quantity" AS "quantity",
-- attach_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "orders"."sourced_campaign_id") AS "§",
+ "order_lines"."quantity" AS "quantity",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- attach_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "order_lines"."quantity" AS "quantity",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- attach_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "order_lines"."quantity" AS "quantity",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- attach_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "order_lines"."quantity" AS "quantity",
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- attach_rate by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "order_lines"."quantity" AS "quantity",
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
-- attach_rate by day
+ 4 lines of grouping
+ SELECT CAST("orders"."ordered_at" + to_hours(8) AS DATE) AS "§",
+ "order_lines"."quantity" AS "quantity",
-- attach_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("orders"."ordered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "order_lines"."quantity" AS "quantity",

-- referred_order_share
WITH "orders figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "referred_order_share if") AS DOUBLE) AS "referred_order_share",
        CAST(count(*) AS DOUBLE) AS "order_count"
    FROM (
        SELECT "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
        FROM "orders"
        WHERE "orders"."ordered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "orders"."ordered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("referred_order_share" AS DOUBLE) AS "referred_order_share",
    CAST("order_count" AS DOUBLE) AS "order_count"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "orders figures"
)
-- referred_order_share by campaign
+ 4 lines of grouping
+ SELECT "orders"."sourced_campaign_id" AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
-- referred_order_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "orders"."sourced_campaign_id") AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- referred_order_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- referred_order_share by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "orders"."contact_id"
-- referred_order_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "orders"."sourced_campaign_id"
-- referred_order_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
+ LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "orders"."opportunity_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- referred_order_share by deal_owner
+ 4 lines of grouping
+ SELECT "orders"."owner" AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
-- referred_order_share by day
+ 4 lines of grouping
+ SELECT CAST("orders"."ordered_at" + to_hours(8) AS DATE) AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"
-- referred_order_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("orders"."ordered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "orders"."referred_by" IS NOT NULL AS "referred_order_share if"

-- cross_sell_rate
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "account_id") FILTER (WHERE "cross_sell_rate if") AS DOUBLE) AS "cross_sell_rate"
    FROM (
        SELECT "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "cross_sell_rate if",
            "opportunities"."account_id" AS "account_id"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures" AS (
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
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cross_sell_rate") AS DOUBLE) AS "cross_sell_rate",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
)
GROUP BY "part", "is total"
-- cross_sell_rate by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "cross_sell_rate if",
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("cross_sell_rate" AS DOUBLE) AS "cross_sell_rate"
-- cross_sell_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "cross_sell_rate if",
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("cross_sell_rate" AS DOUBLE) AS "cross_sell_rate"
-- cross_sell_rate: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- upsell_rate
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "account_id") FILTER (WHERE "upsell_rate if") AS DOUBLE) AS "upsell_rate"
    FROM (
        SELECT "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "upsell_rate if",
            "opportunities"."account_id" AS "account_id"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"accounts figures" AS (
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
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("upsell_rate") AS DOUBLE) AS "upsell_rate",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "accounts figures 2"
)
GROUP BY "part", "is total"
-- upsell_rate by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "upsell_rate if",
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("upsell_rate" AS DOUBLE) AS "upsell_rate"
-- upsell_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AND "opportunities"."kind" = $2 AS "upsell_rate if",
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("upsell_rate" AS DOUBLE) AS "upsell_rate"
-- upsell_rate: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner
