-- journeys
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "journeys if") AS DOUBLE) AS "journeys"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journeys" AS DOUBLE) AS "journeys"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journeys by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journeys by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
-- journeys by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
-- journeys: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_share
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "journeys if") AS DOUBLE) AS "journeys"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journeys" AS DOUBLE) AS "journeys"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_share by lead_owner
+ 5 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over lead_owner 2 if") AS DOUBLE) AS "journeys over lead_owner 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over lead_owner 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over lead_owner 2") AS DOUBLE) AS "journeys over lead_owner 2"
+ UNION ALL BY NAME
+ SELECT 'now over lead_owner' AS "part",
+ FROM "journeys over §"
-- journey_share by day
+ 5 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over day 2 if") AS DOUBLE) AS "journeys over day 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over day 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over day 2") AS DOUBLE) AS "journeys over day 2"
+ UNION ALL BY NAME
+ SELECT 'now over day' AS "part",
+ FROM "journeys over §"
-- journey_share by week
+ 5 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over week 2 if") AS DOUBLE) AS "journeys over week 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over week 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over week 2") AS DOUBLE) AS "journeys over week 2"
+ UNION ALL BY NAME
+ SELECT 'now over week' AS "part",
+ FROM "journeys over §"
-- journey_share by month
+ 5 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over month 2 if") AS DOUBLE) AS "journeys over month 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over month 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over month 2") AS DOUBLE) AS "journeys over month 2"
+ UNION ALL BY NAME
+ SELECT 'now over month' AS "part",
+ FROM "journeys over §"
-- journey_share by quarter
+ 5 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over quarter 2 if") AS DOUBLE) AS "journeys over quarter 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over quarter 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over quarter 2") AS DOUBLE) AS "journeys over quarter 2"
+ UNION ALL BY NAME
+ SELECT 'now over quarter' AS "part",
+ FROM "journeys over §"
-- journey_share by year
+ 5 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys if"
+ ),
+ "journeys over §" AS (
+ CAST(count(*) FILTER (WHERE "journeys over year 2 if") AS DOUBLE) AS "journeys over year 2"
+ SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journeys over year 2 if"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("journeys") AS DOUBLE) AS "journeys",
+ CAST(max("journeys over year 2") AS DOUBLE) AS "journeys over year 2"
+ UNION ALL BY NAME
+ SELECT 'now over year' AS "part",
+ FROM "journeys over §"
-- journey_share: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_revenue
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("value") FILTER (WHERE "journey_revenue if") AS DOUBLE) AS "journey_revenue"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_revenue if",
            "journeys"."value" AS "value"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journey_revenue" AS DOUBLE) AS "journey_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_revenue by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_revenue if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journey_revenue by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_revenue if",
-- journey_revenue by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_revenue if",
-- journey_revenue: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_touches
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(avg("touches") FILTER (WHERE "journey_touches if") AS DOUBLE) AS "journey_touches"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_touches if",
            "journeys"."touches" AS "touches"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journey_touches" AS DOUBLE) AS "journey_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_touches by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_touches if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journey_touches by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_touches if",
-- journey_touches by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_touches if",
-- journey_touches: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_channels
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(avg("channels") FILTER (WHERE "journey_channels if") AS DOUBLE) AS "journey_channels"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_channels if",
            "journeys"."channels" AS "channels"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journey_channels" AS DOUBLE) AS "journey_channels"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_channels by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_channels if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journey_channels by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_channels if",
-- journey_channels by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_channels if",
-- journey_channels: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_days
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("lag_days") FILTER (WHERE "journey_days if") AS "journey_days"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days if",
            "journeys"."lag_days" AS "lag_days"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journey_days" AS DOUBLE) AS "journey_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journey_days by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days if",
-- journey_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days if",
-- journey_days: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- journey_days_median
WITH "journeys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("lag_days" AS DOUBLE)) FILTER (WHERE "journey_days_median if") AS "journey_days_median"
    FROM (
        SELECT "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days_median if",
            "journeys"."lag_days" AS "lag_days"
        FROM "journeys"
        WHERE "journeys"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "journeys"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("journey_days_median" AS DOUBLE) AS "journey_days_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "journeys figures"
)
-- journey_days_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days_median if",
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "journeys"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- journey_days_median by day
+ 4 lines of grouping
+ SELECT CAST("journeys"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days_median if",
-- journey_days_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("journeys"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "journeys"."kind" = $1 AND "journeys"."touches" > 0 AS "journey_days_median if",
-- journey_days_median: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, deal_owner

-- overlapping_journeys
WITH "channel_overlaps figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "overlapping_journeys if") AS DOUBLE) AS "overlapping_journeys"
    FROM (
        SELECT "channel_overlaps"."kind" = $1 AS "overlapping_journeys if"
        FROM "channel_overlaps"
        WHERE "channel_overlaps"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "channel_overlaps"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("overlapping_journeys" AS DOUBLE) AS "overlapping_journeys"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "channel_overlaps figures"
)
-- overlapping_journeys by channel
+ 4 lines of grouping
+ SELECT "channel_overlaps"."§" AS "§",
+ "channel_overlaps"."kind" = $1 AS "overlapping_journeys if"
-- overlapping_journeys by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "channel_overlaps"."kind" = $1 AS "overlapping_journeys if"
+ LEFT JOIN "conversions" ON "conversions"."conversion_id" = "channel_overlaps"."conversion_id"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "conversions"."lead_id"
-- overlapping_journeys by day
+ 4 lines of grouping
+ SELECT CAST("channel_overlaps"."converted_at" + to_hours(8) AS DATE) AS "§",
+ "channel_overlaps"."kind" = $1 AS "overlapping_journeys if"
-- overlapping_journeys by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("channel_overlaps"."converted_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "channel_overlaps"."kind" = $1 AS "overlapping_journeys if"
-- overlapping_journeys: no path to campaign, campaign_name, type, format, mode, campaign_owner, deal_owner
