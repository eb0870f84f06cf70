-- impressions
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("impressions") AS DOUBLE) AS "impressions"
    FROM (
        SELECT "delivery"."impressions" AS "impressions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("impressions" AS DOUBLE) AS "impressions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- impressions by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."impressions" AS "impressions"
-- impressions by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- impressions by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- impressions by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- impressions by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- impressions by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."impressions" AS "impressions"
-- impressions by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."impressions" AS "impressions"
-- impressions: no path to lead_owner, deal_owner

-- clicks
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("clicks") AS DOUBLE) AS "clicks"
    FROM (
        SELECT "delivery"."clicks" AS "clicks"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("clicks" AS DOUBLE) AS "clicks"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- clicks by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."clicks" AS "clicks"
-- clicks by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- clicks by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- clicks by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- clicks by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- clicks by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."clicks" AS "clicks"
-- clicks by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."clicks" AS "clicks"
-- clicks: no path to lead_owner, deal_owner

-- ctr
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("clicks") AS DOUBLE) AS "clicks",
        CAST(sum("impressions") AS DOUBLE) AS "impressions"
    FROM (
        SELECT "delivery"."clicks" AS "clicks",
            "delivery"."impressions" AS "impressions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("clicks" AS DOUBLE) AS "clicks",
    CAST("impressions" AS DOUBLE) AS "impressions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- ctr by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."clicks" AS "clicks",
-- ctr by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."clicks" AS "clicks",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- ctr by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."clicks" AS "clicks",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- ctr by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."clicks" AS "clicks",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- ctr by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."clicks" AS "clicks",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- ctr by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."clicks" AS "clicks",
-- ctr by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."clicks" AS "clicks",
-- ctr: no path to lead_owner, deal_owner

-- cpc
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
"delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("clicks") AS DOUBLE) AS "clicks"
    FROM (
        SELECT "delivery"."clicks" AS "clicks"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("clicks") AS DOUBLE) AS "clicks"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
GROUP BY "part", "is total"
-- cpc by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."clicks" AS "clicks"
-- cpc by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpc by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpc by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpc by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpc by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "delivery"."date" AS "§",
+ "delivery"."clicks" AS "clicks"
-- cpc by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."clicks" AS "clicks"
-- cpc: no path to lead_owner, deal_owner

-- media_cpc
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "media_cost if") AS DOUBLE) AS "media_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "media_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("clicks") AS DOUBLE) AS "clicks"
    FROM (
        SELECT "delivery"."clicks" AS "clicks"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("media_cost") AS DOUBLE) AS "media_cost",
    CAST(max("clicks") AS DOUBLE) AS "clicks"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
GROUP BY "part", "is total"
-- media_cpc by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."clicks" AS "clicks"
-- media_cpc by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- media_cpc by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- media_cpc by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- media_cpc by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."clicks" AS "clicks"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- media_cpc by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT "delivery"."date" AS "§",
+ "delivery"."clicks" AS "clicks"
-- media_cpc by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."clicks" AS "clicks"
-- media_cpc: no path to lead_owner, deal_owner

-- cpm
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "media_cost if") AS DOUBLE) AS "media_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "media_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("impressions") AS DOUBLE) AS "impressions"
    FROM (
        SELECT "delivery"."impressions" AS "impressions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("media_cost") AS DOUBLE) AS "media_cost",
    CAST(max("impressions") AS DOUBLE) AS "impressions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
GROUP BY "part", "is total"
-- cpm by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."impressions" AS "impressions"
-- cpm by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpm by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpm by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpm by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cpm by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT "delivery"."date" AS "§",
+ "delivery"."impressions" AS "impressions"
-- cpm by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."impressions" AS "impressions"
-- cpm: no path to lead_owner, deal_owner

-- platform_conversions
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "platform_conversions"
    FROM (
        SELECT "delivery"."conversions" AS "conversions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("platform_conversions" AS DOUBLE) AS "platform_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- platform_conversions by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."conversions" AS "conversions"
-- platform_conversions by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- platform_conversions by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- platform_conversions by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- platform_conversions by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- platform_conversions by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."conversions" AS "conversions"
-- platform_conversions by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."conversions" AS "conversions"
-- platform_conversions: no path to lead_owner, deal_owner

-- cost_per_conversion
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
"delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "platform_conversions"
    FROM (
        SELECT "delivery"."conversions" AS "conversions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("platform_conversions") AS DOUBLE) AS "platform_conversions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
GROUP BY "part", "is total"
-- cost_per_conversion by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."conversions" AS "conversions"
-- cost_per_conversion by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cost_per_conversion by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cost_per_conversion by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cost_per_conversion by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- cost_per_conversion by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "delivery"."date" AS "§",
+ "delivery"."conversions" AS "conversions"
-- cost_per_conversion by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."conversions" AS "conversions"
-- cost_per_conversion: no path to lead_owner, deal_owner

-- video_views
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("video_views") AS DOUBLE) AS "video_views"
    FROM (
        SELECT "delivery"."video_views" AS "video_views"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("video_views" AS DOUBLE) AS "video_views"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- video_views by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."video_views" AS "video_views"
-- video_views by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."video_views" AS "video_views"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_views by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."video_views" AS "video_views"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_views by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."video_views" AS "video_views"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_views by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."video_views" AS "video_views"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_views by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."video_views" AS "video_views"
-- video_views by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."video_views" AS "video_views"
-- video_views: no path to lead_owner, deal_owner

-- video_completion
WITH "delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("video_completions") AS DOUBLE) AS "video_completion",
        CAST(sum("video_views") AS DOUBLE) AS "video_views"
    FROM (
        SELECT "delivery"."video_completions" AS "video_completions",
            "delivery"."video_views" AS "video_views"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("video_completion" AS DOUBLE) AS "video_completion",
    CAST("video_views" AS DOUBLE) AS "video_views"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
-- video_completion by campaign
+ 4 lines of grouping
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."video_completions" AS "video_completions",
-- video_completion by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."video_completions" AS "video_completions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_completion by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."video_completions" AS "video_completions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_completion by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."video_completions" AS "video_completions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_completion by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."video_completions" AS "video_completions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- video_completion by day
+ 4 lines of grouping
+ SELECT "delivery"."date" AS "§",
+ "delivery"."video_completions" AS "video_completions",
-- video_completion by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."video_completions" AS "video_completions",
-- video_completion: no path to lead_owner, deal_owner
