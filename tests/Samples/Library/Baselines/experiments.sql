-- experiment_measured
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("measured") AS DOUBLE) AS "experiment_measured"
    FROM (
        SELECT "experiment_credits"."measured" AS "measured"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_measured" AS DOUBLE) AS "experiment_measured"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_measured by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."measured" AS "measured"
-- experiment_measured by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."measured" AS "measured"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."measured" AS "measured"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."measured" AS "measured"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."measured" AS "measured"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."measured" AS "measured"
-- experiment_measured by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."measured" AS "measured"
-- experiment_measured: no path to lead_owner, deal_owner

-- experiment_measured_low
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("measured_low") AS DOUBLE) AS "experiment_measured_low"
    FROM (
        SELECT "experiment_credits"."measured_low" AS "measured_low"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_measured_low" AS DOUBLE) AS "experiment_measured_low"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_measured_low by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
-- experiment_measured_low by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_low by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_low by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_low by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_low by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
-- experiment_measured_low by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."measured_low" AS "measured_low"
-- experiment_measured_low: no path to lead_owner, deal_owner

-- experiment_measured_high
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("measured_high") AS DOUBLE) AS "experiment_measured_high"
    FROM (
        SELECT "experiment_credits"."measured_high" AS "measured_high"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_measured_high" AS DOUBLE) AS "experiment_measured_high"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_measured_high by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
-- experiment_measured_high by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_high by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_high by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_high by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_high by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
-- experiment_measured_high by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."measured_high" AS "measured_high"
-- experiment_measured_high: no path to lead_owner, deal_owner

-- experiment_measured_value
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("measured_value") AS DOUBLE) AS "experiment_measured_value"
    FROM (
        SELECT "experiment_credits"."measured_value" AS "measured_value"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_measured_value" AS DOUBLE) AS "experiment_measured_value"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_measured_value by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
-- experiment_measured_value by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_value by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_value by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_value by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_measured_value by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
-- experiment_measured_value by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."measured_value" AS "measured_value"
-- experiment_measured_value: no path to lead_owner, deal_owner

-- experiment_modelled
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("conversions"), 9) AS "experiment_modelled"
    FROM (
        SELECT "experiment_credits"."conversions" AS "conversions"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_modelled" AS DOUBLE) AS "experiment_modelled"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_modelled by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."conversions" AS "conversions"
-- experiment_modelled by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."conversions" AS "conversions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."conversions" AS "conversions"
-- experiment_modelled by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."conversions" AS "conversions"
-- experiment_modelled: no path to lead_owner, deal_owner

-- experiment_modelled_value
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("value"), 9) AS "experiment_modelled_value"
    FROM (
        SELECT "experiment_credits"."value" AS "value"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_modelled_value" AS DOUBLE) AS "experiment_modelled_value"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_modelled_value by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."value" AS "value"
-- experiment_modelled_value by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."value" AS "value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled_value by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."value" AS "value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled_value by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."value" AS "value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled_value by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."value" AS "value"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_modelled_value by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."value" AS "value"
-- experiment_modelled_value by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."value" AS "value"
-- experiment_modelled_value: no path to lead_owner, deal_owner

-- experiment_ratio
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(max("measured") AS DOUBLE) AS "experiment_measured",
        round(fsum("conversions"), 9) AS "experiment_modelled"
    FROM (
        SELECT "experiment_credits"."measured" AS "measured",
            "experiment_credits"."conversions" AS "conversions"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_measured" AS DOUBLE) AS "experiment_measured",
    CAST("experiment_modelled" AS DOUBLE) AS "experiment_modelled"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_ratio by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."measured" AS "measured",
-- experiment_ratio by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."measured" AS "measured",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_ratio by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."measured" AS "measured",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_ratio by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."measured" AS "measured",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_ratio by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."measured" AS "measured",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_ratio by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."measured" AS "measured",
-- experiment_ratio by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."measured" AS "measured",
-- experiment_ratio: no path to lead_owner, deal_owner

-- experiment_within
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "experiment_within if") AS DOUBLE) AS "experiment_within"
    FROM (
        SELECT "experiment_credits"."within" AS "experiment_within if"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_within" AS DOUBLE) AS "experiment_within"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_within by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
-- experiment_within by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_within by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_within by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_within by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_within by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
-- experiment_within by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."within" AS "experiment_within if"
-- experiment_within: no path to lead_owner, deal_owner

-- experiment_judged
WITH "experiment_credits figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "experiment_judged if") AS DOUBLE) AS "experiment_judged"
    FROM (
        SELECT "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
        FROM "experiment_credits"
        WHERE "experiment_credits"."started_on" >= DATE '2025-01-01' AND "experiment_credits"."started_on" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("experiment_judged" AS DOUBLE) AS "experiment_judged"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "experiment_credits figures"
)
-- experiment_judged by campaign
+ 4 lines of grouping
+ SELECT "experiment_credits"."campaign_id" AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
-- experiment_judged by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "experiment_credits"."campaign_id") AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_judged by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_judged by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "experiment_credits"."§") AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_judged by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "experiment_credits"."campaign_id"
-- experiment_judged by day
+ 4 lines of grouping
+ SELECT "experiment_credits"."started_on" AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
-- experiment_judged by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "experiment_credits"."started_on") AS DATE) AS "§",
+ "experiment_credits"."within" IS NOT NULL AS "experiment_judged if"
-- experiment_judged: no path to lead_owner, deal_owner
