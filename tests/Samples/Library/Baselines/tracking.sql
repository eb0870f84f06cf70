-- touches
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "touches"
    FROM (
        SELECT TRUE AS "rows"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("touches" AS DOUBLE) AS "touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- touches by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§"
-- touches by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- touches by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- touches by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§"
-- touches by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- touches by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§"
-- touches by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- touches: no path to lead_owner, deal_owner

-- untagged_touches
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "untagged_touches if") AS DOUBLE) AS "untagged_touches"
    FROM (
        SELECT (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("untagged_touches" AS DOUBLE) AS "untagged_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- untagged_touches by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_touches by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_touches by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_touches by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_touches by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_touches by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_touches by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_touches: no path to lead_owner, deal_owner

-- untagged_share
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "untagged_touches if") AS DOUBLE) AS "untagged_touches",
        CAST(count(*) AS DOUBLE) AS "touches"
    FROM (
        SELECT (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("untagged_touches" AS DOUBLE) AS "untagged_touches",
    CAST("touches" AS DOUBLE) AS "touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- untagged_share by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_share by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- untagged_share by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("touchpoints"."campaign_id" IS NOT NULL) IS NOT TRUE) AND (("touchpoints"."utm_campaign" IS NOT NULL) IS NOT TRUE) AND ((("touchpoints"."utm_source" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_source" = $1)) AND ((("touchpoints"."utm_medium" IS NOT NULL) IS NOT TRUE) OR ("touchpoints"."utm_medium" IN ($2, $3))) AS "untagged_touches if"
-- untagged_share: no path to lead_owner, deal_owner

-- untouched_campaigns
WITH "campaign_tracking figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "untouched_campaigns if") AS DOUBLE) AS "untouched_campaigns"
    FROM (
        SELECT "campaign_tracking"."cost" > 0 AND "campaign_tracking"."touchpoints" = 0 AS "untouched_campaigns if"
        FROM "campaign_tracking"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("untouched_campaigns" AS DOUBLE) AS "untouched_campaigns"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaign_tracking figures"
)
-- untouched_campaigns by campaign
+ 4 lines of grouping
+ SELECT "campaign_tracking"."campaign_id" AS "§",
+ "campaign_tracking"."cost" > 0 AND "campaign_tracking"."touchpoints" = 0 AS "untouched_campaigns if"
-- untouched_campaigns by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaign_tracking"."campaign_id") AS "§",
+ "campaign_tracking"."cost" > 0 AND "campaign_tracking"."touchpoints" = 0 AS "untouched_campaigns if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_campaigns by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "campaign_tracking"."cost" > 0 AND "campaign_tracking"."touchpoints" = 0 AS "untouched_campaigns if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_campaigns by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "campaign_tracking"."cost" > 0 AND "campaign_tracking"."touchpoints" = 0 AS "untouched_campaigns if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_campaigns by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- untouched_campaigns: no path to lead_owner, deal_owner

-- untouched_cost
WITH "campaign_tracking figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("cost") FILTER (WHERE "untouched_cost if") AS DOUBLE) AS "untouched_cost"
    FROM (
        SELECT "campaign_tracking"."touchpoints" = 0 AS "untouched_cost if",
            "campaign_tracking"."cost" AS "cost"
        FROM "campaign_tracking"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("untouched_cost" AS DOUBLE) AS "untouched_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaign_tracking figures"
)
-- untouched_cost by campaign
+ 4 lines of grouping
+ SELECT "campaign_tracking"."campaign_id" AS "§",
+ "campaign_tracking"."touchpoints" = 0 AS "untouched_cost if",
-- untouched_cost by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaign_tracking"."campaign_id") AS "§",
+ "campaign_tracking"."touchpoints" = 0 AS "untouched_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_cost by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "campaign_tracking"."touchpoints" = 0 AS "untouched_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_cost by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "campaign_tracking"."touchpoints" = 0 AS "untouched_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- untouched_cost by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- untouched_cost: no path to lead_owner, deal_owner

-- unknown_campaign_touches
WITH "campaign_tracking figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("touchpoints") FILTER (WHERE "unknown_campaign_touches if") AS DOUBLE) AS "unknown_campaign_touches"
    FROM (
        SELECT "campaign_tracking"."known" IS NOT TRUE AS "unknown_campaign_touches if",
            "campaign_tracking"."touchpoints" AS "touchpoints"
        FROM "campaign_tracking"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("unknown_campaign_touches" AS DOUBLE) AS "unknown_campaign_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaign_tracking figures"
)
-- unknown_campaign_touches by campaign
+ 4 lines of grouping
+ SELECT "campaign_tracking"."campaign_id" AS "§",
+ "campaign_tracking"."known" IS NOT TRUE AS "unknown_campaign_touches if",
-- unknown_campaign_touches by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaign_tracking"."campaign_id") AS "§",
+ "campaign_tracking"."known" IS NOT TRUE AS "unknown_campaign_touches if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- unknown_campaign_touches by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "campaign_tracking"."known" IS NOT TRUE AS "unknown_campaign_touches if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- unknown_campaign_touches by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "campaign_tracking"."known" IS NOT TRUE AS "unknown_campaign_touches if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- unknown_campaign_touches by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- unknown_campaign_touches: no path to lead_owner, deal_owner

-- clicks_without_touches
WITH "campaign_tracking figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("clicks_without_touches of") AS DOUBLE) AS "clicks_without_touches"
    FROM (
        SELECT greatest("campaign_tracking"."clicks" - "campaign_tracking"."touchpoints", 0) AS "clicks_without_touches of"
        FROM "campaign_tracking"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("clicks_without_touches" AS DOUBLE) AS "clicks_without_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaign_tracking figures"
)
-- clicks_without_touches by campaign
+ 4 lines of grouping
+ SELECT "campaign_tracking"."campaign_id" AS "§",
+ greatest("campaign_tracking"."clicks" - "campaign_tracking"."touchpoints", 0) AS "clicks_without_touches of"
-- clicks_without_touches by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaign_tracking"."campaign_id") AS "§",
+ greatest("campaign_tracking"."clicks" - "campaign_tracking"."touchpoints", 0) AS "clicks_without_touches of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- clicks_without_touches by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ greatest("campaign_tracking"."clicks" - "campaign_tracking"."touchpoints", 0) AS "clicks_without_touches of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- clicks_without_touches by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ greatest("campaign_tracking"."clicks" - "campaign_tracking"."touchpoints", 0) AS "clicks_without_touches of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "campaign_tracking"."campaign_id"
-- clicks_without_touches by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- clicks_without_touches: no path to lead_owner, deal_owner

-- utm_misspelt_touches
WITH "utm_problems figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("touchpoints") FILTER (WHERE "utm_misspelt_touches if") AS DOUBLE) AS "utm_misspelt_touches"
    FROM (
        SELECT "utm_problems"."problem" IN ($1, $2, $3) AS "utm_misspelt_touches if",
            "utm_problems"."touchpoints" AS "touchpoints"
        FROM "utm_problems"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("utm_misspelt_touches" AS DOUBLE) AS "utm_misspelt_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "utm_problems figures"
)
-- utm_misspelt_touches by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- utm_misspelt_touches: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- utm_unknown_campaign_touches
WITH "utm_problems figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("touchpoints") FILTER (WHERE "utm_unknown_campaign_touches if") AS DOUBLE) AS "utm_unknown_campaign_touches"
    FROM (
        SELECT "utm_problems"."problem" = $1 AS "utm_unknown_campaign_touches if",
            "utm_problems"."touchpoints" AS "touchpoints"
        FROM "utm_problems"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("utm_unknown_campaign_touches" AS DOUBLE) AS "utm_unknown_campaign_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "utm_problems figures"
)
-- utm_unknown_campaign_touches by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- utm_unknown_campaign_touches: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- utm_incomplete_touches
WITH "utm_problems figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("touchpoints") FILTER (WHERE "utm_incomplete_touches if") AS DOUBLE) AS "utm_incomplete_touches"
    FROM (
        SELECT "utm_problems"."problem" IN ($1, $2) AS "utm_incomplete_touches if",
            "utm_problems"."touchpoints" AS "touchpoints"
        FROM "utm_problems"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("utm_incomplete_touches" AS DOUBLE) AS "utm_incomplete_touches"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "utm_problems figures"
)
-- utm_incomplete_touches by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- utm_incomplete_touches: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner
