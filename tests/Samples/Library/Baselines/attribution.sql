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

-- attributed_cpa
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
        round(CAST(sum("linear share") FILTER (WHERE "attributed_cpa if") AS DOUBLE), 9) AS "attributed_cpa"
    FROM (
        SELECT "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("attributed_cpa") AS DOUBLE) AS "attributed_cpa"
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
-- attributed_cpa by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
-- attributed_cpa by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cpa by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cpa by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
-- attributed_cpa by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_cpa by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
-- attributed_cpa by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_cpa if",
-- attributed_cpa: no path to lead_owner, deal_owner

-- attributed_revenue_rank
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "attributed_revenue_rank if") AS DOUBLE), 9) AS "attributed_revenue_rank"
    FROM (
        SELECT "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_revenue_rank" AS DOUBLE) AS "attributed_revenue_rank"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_revenue_rank by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
-- attributed_revenue_rank by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_rank by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_rank by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
-- attributed_revenue_rank by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_rank by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_revenue_rank by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
-- attributed_revenue_rank by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_revenue_rank if",
-- attributed_revenue_rank: no path to deal_owner

-- attributed_conversions_rank
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "attributed_conversions_rank if") AS DOUBLE), 9) AS "attributed_conversions_rank"
    FROM (
        SELECT "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_conversions_rank" AS DOUBLE) AS "attributed_conversions_rank"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_conversions_rank by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
-- attributed_conversions_rank by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_rank by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_rank by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
-- attributed_conversions_rank by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_rank by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_conversions_rank by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
-- attributed_conversions_rank by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND ("credits"."touch_id" IS NOT NULL) AS "attributed_conversions_rank if",
-- attributed_conversions_rank: no path to deal_owner

-- attributed_conversions_change
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "attributed_conversions_change if") AS DOUBLE), 9) AS "attributed_conversions_change"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_conversions_change if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_conversions_change" AS DOUBLE) AS "attributed_conversions_change"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_conversions_change by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
-- attributed_conversions_change by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_change by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_change by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
-- attributed_conversions_change by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_conversions_change by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_conversions_change by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
-- attributed_conversions_change by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_conversions_change if",
-- attributed_conversions_change: no path to deal_owner

-- attributed_revenue_change
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "attributed_revenue_change if") AS DOUBLE), 9) AS "attributed_revenue_change"
    FROM (
        SELECT "credits"."kind" = $1 AS "attributed_revenue_change if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_revenue_change" AS DOUBLE) AS "attributed_revenue_change"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- attributed_revenue_change by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
-- attributed_revenue_change by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_change by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_change by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
-- attributed_revenue_change by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- attributed_revenue_change by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- attributed_revenue_change by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
-- attributed_revenue_change by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AS "attributed_revenue_change if",
-- attributed_revenue_change: no path to deal_owner

-- unattributed_share
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "unattributed_share if") AS DOUBLE), 9) AS "unattributed_share",
        round(CAST(sum("linear share") FILTER (WHERE "attributed_conversions if") AS DOUBLE), 9) AS "attributed_conversions"
    FROM (
        SELECT "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share",
            "credits"."kind" = $1 AS "attributed_conversions if"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("unattributed_share" AS DOUBLE) AS "unattributed_share",
    CAST("attributed_conversions" AS DOUBLE) AS "attributed_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- unattributed_share by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
-- unattributed_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- unattributed_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- unattributed_share by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
-- unattributed_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- unattributed_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- unattributed_share by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
-- unattributed_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (("credits"."touch_id" IS NOT NULL) IS NOT TRUE) AS "unattributed_share if",
-- unattributed_share: no path to deal_owner

-- direct_share
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear share") FILTER (WHERE "direct_share if") AS DOUBLE), 9) AS "direct_share",
        round(CAST(sum("linear share") FILTER (WHERE "attributed_conversions if") AS DOUBLE), 9) AS "attributed_conversions"
    FROM (
        SELECT "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
            CAST("credits"."linear" AS DECIMAL(18, 12)) AS "linear share",
            "credits"."kind" = $1 AS "attributed_conversions if"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("direct_share" AS DOUBLE) AS "direct_share",
    CAST("attributed_conversions" AS DOUBLE) AS "attributed_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- direct_share by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
-- direct_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- direct_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- direct_share by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND "credits"."§" = $2 AS "direct_share if",
-- direct_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- direct_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- direct_share by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
-- direct_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND "credits"."channel" = $2 AS "direct_share if",
-- direct_share: no path to deal_owner

-- learned_conversions
WITH "credit_intervals figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "learned_conversions"
    FROM (
        SELECT "credit_intervals"."conversions" AS "conversions"
        FROM "credit_intervals"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("learned_conversions" AS DOUBLE) AS "learned_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credit_intervals figures"
)
-- learned_conversions by channel
+ 4 lines of grouping
+ SELECT "credit_intervals"."§" AS "§",
+ "credit_intervals"."conversions" AS "conversions"
-- learned_conversions by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- learned_conversions: no path to campaign, campaign_name, type, format, mode, campaign_owner, lead_owner, deal_owner

-- placed_conversions
WITH "credit_places figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "placed_conversions"
    FROM (
        SELECT "credit_places"."conversions" AS "conversions"
        FROM "credit_places"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("placed_conversions" AS DOUBLE) AS "placed_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credit_places figures"
)
-- placed_conversions by channel
+ 4 lines of grouping
+ SELECT "credit_places"."§" AS "§",
+ "credit_places"."conversions" AS "conversions"
-- placed_conversions by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- placed_conversions: no path to campaign, campaign_name, type, format, mode, campaign_owner, lead_owner, deal_owner

-- learned_without
WITH "credit_buckets figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "learned_without"
    FROM (
        SELECT "credit_buckets"."conversions" AS "conversions"
        FROM "credit_buckets"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("learned_without" AS DOUBLE) AS "learned_without"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credit_buckets figures"
)
-- learned_without by channel
+ 4 lines of grouping
+ SELECT "credit_buckets"."§" AS "§",
+ "credit_buckets"."conversions" AS "conversions"
-- learned_without by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- learned_without: no path to campaign, campaign_name, type, format, mode, campaign_owner, lead_owner, deal_owner

-- learned_conversions_low
WITH "credit_intervals figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(min("conversions_low") AS DOUBLE) AS "learned_conversions_low"
    FROM (
        SELECT "credit_intervals"."conversions_low" AS "conversions_low"
        FROM "credit_intervals"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("learned_conversions_low" AS DOUBLE) AS "learned_conversions_low"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credit_intervals figures"
)
-- learned_conversions_low by channel
+ 4 lines of grouping
+ SELECT "credit_intervals"."§" AS "§",
+ "credit_intervals"."conversions_low" AS "conversions_low"
-- learned_conversions_low by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- learned_conversions_low: no path to campaign, campaign_name, type, format, mode, campaign_owner, lead_owner, deal_owner

-- learned_conversions_high
WITH "credit_intervals figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("conversions_high") AS DOUBLE) AS "learned_conversions_high"
    FROM (
        SELECT "credit_intervals"."conversions_high" AS "conversions_high"
        FROM "credit_intervals"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("learned_conversions_high" AS DOUBLE) AS "learned_conversions_high"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credit_intervals figures"
)
-- learned_conversions_high by channel
+ 4 lines of grouping
+ SELECT "credit_intervals"."§" AS "§",
+ "credit_intervals"."conversions_high" AS "conversions_high"
-- learned_conversions_high by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- learned_conversions_high: no path to campaign, campaign_name, type, format, mode, campaign_owner, lead_owner, deal_owner
