-- content_cost
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "content_cost if") AS DOUBLE) AS "content_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "content_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("content_cost" AS DOUBLE) AS "content_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
-- content_cost by campaign
+ 4 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
-- content_cost by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_cost by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_cost by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_cost by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_cost by day
+ 4 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
-- content_cost by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "content_cost if",
-- content_cost: no path to lead_owner, deal_owner

-- downloads
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "downloads if") AS DOUBLE) AS "downloads"
    FROM (
        SELECT "touchpoints"."kind" = $1 AS "downloads if"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("downloads" AS DOUBLE) AS "downloads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- downloads by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
-- downloads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- downloads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- downloads by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
-- downloads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- downloads by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
-- downloads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "touchpoints"."kind" = $1 AS "downloads if"
-- downloads: no path to lead_owner, deal_owner

-- content_touches
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "content_touches if") AS DOUBLE) AS "content_touches"
    FROM (
        SELECT "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("content_touches" AS DOUBLE) AS "content_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- content_touches by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
-- content_touches by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- content_touches by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- content_touches by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
-- content_touches by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- content_touches by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
-- content_touches by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "touchpoints"."content_id" IS NOT NULL AS "content_touches if"
-- content_touches: no path to lead_owner, deal_owner

-- cost_per_download
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "content_cost if") AS DOUBLE) AS "content_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "content_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "downloads if") AS DOUBLE) AS "downloads"
    FROM (
        SELECT "touchpoints"."kind" = $2 AS "downloads if"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("content_cost") AS DOUBLE) AS "content_cost",
    CAST(max("downloads") AS DOUBLE) AS "downloads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
GROUP BY "part", "is total"
-- cost_per_download by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ SELECT "touchpoints"."campaign_id" AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
-- cost_per_download by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- cost_per_download by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- cost_per_download by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "touchpoints"."§" AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
-- cost_per_download by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- cost_per_download by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
-- cost_per_download by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "content_cost if",
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "touchpoints"."kind" = $2 AS "downloads if"
-- cost_per_download: no path to lead_owner, deal_owner

-- content_revenue
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "content_revenue if") AS DOUBLE), 9) AS "content_revenue"
    FROM (
        SELECT "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        LEFT JOIN "touchpoints" ON "touchpoints"."touch_id" = "credits"."touch_id"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("content_revenue" AS DOUBLE) AS "content_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- content_revenue by campaign
+ 4 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
-- content_revenue by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- content_revenue by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- content_revenue by channel
+ 4 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
-- content_revenue by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
-- content_revenue by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "credits"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- content_revenue by day
+ 4 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
-- content_revenue by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
-- content_revenue: no path to deal_owner

-- content_roi
WITH "credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(CAST(sum("linear revenue") FILTER (WHERE "content_revenue if") AS DOUBLE), 9) AS "content_revenue"
    FROM (
        SELECT "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
            CAST("credits"."linear" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "linear revenue"
        FROM "credits"
        LEFT JOIN "touchpoints" ON "touchpoints"."touch_id" = "credits"."touch_id"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "content_cost if") AS DOUBLE) AS "content_cost"
    FROM (
        SELECT "spend"."category" = $2 AS "content_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("content_revenue") AS DOUBLE) AS "content_revenue",
    CAST(max("content_cost") AS DOUBLE) AS "content_cost"
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
-- content_roi by campaign
+ 8 lines of grouping
+ SELECT "credits"."campaign_id" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $2 AS "content_cost if",
-- content_roi by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "credits"."campaign_id") AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $2 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_roi by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $2 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_roi by channel
+ 8 lines of grouping
+ SELECT "credits"."§" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $2 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_roi by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "credits"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $2 AS "content_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- content_roi by day
+ 8 lines of grouping
+ SELECT CAST("credits"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $2 AS "content_cost if",
-- content_roi by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("credits"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "credits"."kind" = $1 AND (CASE WHEN "touchpoints"."touch_id" IS NOT NULL THEN "touchpoints"."content_id" IS NOT NULL ELSE NULL END) AS "content_revenue if",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $2 AS "content_cost if",
-- content_roi: no path to lead_owner, deal_owner
