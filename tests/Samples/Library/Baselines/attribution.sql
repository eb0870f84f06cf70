-- attributed_conversions
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "attributed_conversions if") AS DOUBLE), 9) AS "attributed_conversions"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_conversions if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_conversions" AS DOUBLE) AS "attributed_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_conversions by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
-- attributed_conversions by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
-- attributed_conversions by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_conversions by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
-- attributed_conversions by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions if",
-- attributed_conversions: no path to deal_owner

-- attributed_customers
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "first_sale" AND "attributed_customers if") AS DOUBLE), 9) AS "attributed_customers"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_customers if",
            "credits"."first_sale" AS "first_sale",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_customers" AS DOUBLE) AS "attributed_customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_customers by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_customers by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_customers by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_customers by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_customers by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_customers by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_customers by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_customers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_customers: no path to deal_owner

-- attributed_revenue
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "attributed_revenue if") AS DOUBLE), 9) AS "attributed_revenue"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_revenue if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_revenue" AS DOUBLE) AS "attributed_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_revenue by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
-- attributed_revenue by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
-- attributed_revenue by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_revenue by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
-- attributed_revenue by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue if",
-- attributed_revenue: no path to deal_owner

-- attributed_margin
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear margin") FILTER (WHERE "attributed_margin if") AS DOUBLE), 9) AS "attributed_margin"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_margin if",
            CAST("credits"."linear" * CAST("credits"."value" - "credits"."cost_of_goods" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear margin"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_margin" AS DOUBLE) AS "attributed_margin"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_margin by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
-- attributed_margin by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_margin by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_margin by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
-- attributed_margin by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_margin by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_margin by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
-- attributed_margin by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_margin if",
-- attributed_margin: no path to deal_owner

-- attributed_roi
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "attributed_roi if") AS DOUBLE), 9) AS "attributed_roi"
    FROM (
        SELECT "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
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
    CAST(max("attributed_roi") AS DOUBLE) AS "attributed_roi",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- attributed_roi by campaign
+ 8 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- attributed_roi by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- attributed_roi by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- attributed_roi by channel
+ 8 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- attributed_roi by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- attributed_roi by day
+ 8 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
-- attributed_roi by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_roi if",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
-- attributed_roi: no path to lead_owner, deal_owner

-- attributed_cac
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
"credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "first_sale" AND "attributed_customers if") AS DOUBLE), 9) AS "attributed_customers"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_customers if",
            "credits"."first_sale" AS "first_sale",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("attributed_customers") AS DOUBLE) AS "attributed_customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
GROUP BY "part", "is total"
-- attributed_cac by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_cac by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cac by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cac by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_cac by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cac by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_cac by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_customers if",
-- attributed_cac: no path to lead_owner, deal_owner
