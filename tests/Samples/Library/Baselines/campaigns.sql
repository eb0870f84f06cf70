-- campaigns
WITH "campaigns figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "campaigns"
    FROM (
        SELECT TRUE AS "rows"
        FROM "campaigns"
        WHERE "campaigns"."start_date" >= DATE '2025-01-01' AND "campaigns"."start_date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("campaigns" AS DOUBLE) AS "campaigns"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
)
-- campaigns by campaign
+ 4 lines of grouping
+ SELECT "campaigns"."campaign_id" AS "§"
-- campaigns by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§"
-- campaigns by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
-- campaigns by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
-- campaigns by day
+ 4 lines of grouping
+ SELECT "campaigns"."start_date" AS "§"
-- campaigns by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "campaigns"."start_date") AS DATE) AS "§"
-- campaigns: no path to lead_owner, deal_owner

-- campaigns_without_cost
WITH "campaigns figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "campaigns"
    FROM (
        SELECT TRUE AS "rows"
        FROM "campaigns"
        WHERE "campaigns"."start_date" >= DATE '2025-01-01' AND "campaigns"."start_date" < DATE '2026-01-01'
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "campaign_id") AS DOUBLE) AS "campaigns_without_cost"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign_id"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("campaigns") AS DOUBLE) AS "campaigns",
    CAST(max("campaigns_without_cost") AS DOUBLE) AS "campaigns_without_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- campaigns_without_cost by campaign
+ 8 lines of grouping
+ SELECT "campaigns"."campaign_id" AS "§"
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost by channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost by day
+ 8 lines of grouping
+ SELECT "campaigns"."start_date" AS "§"
+ SELECT "spend"."date" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "campaigns"."start_date") AS DATE) AS "§"
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost: no path to lead_owner, deal_owner

-- campaigns_without_cost_share
WITH "campaigns figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "campaigns"
    FROM (
        SELECT TRUE AS "rows"
        FROM "campaigns"
        WHERE "campaigns"."start_date" >= DATE '2025-01-01' AND "campaigns"."start_date" < DATE '2026-01-01'
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "campaign_id") AS DOUBLE) AS "campaigns_without_cost"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign_id"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("campaigns") AS DOUBLE) AS "campaigns",
    CAST(max("campaigns_without_cost") AS DOUBLE) AS "campaigns_without_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- campaigns_without_cost_share by campaign
+ 8 lines of grouping
+ SELECT "campaigns"."campaign_id" AS "§"
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost_share by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost_share by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost_share by channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost_share by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- campaigns_without_cost_share by day
+ 8 lines of grouping
+ SELECT "campaigns"."start_date" AS "§"
+ SELECT "spend"."date" AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost_share by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "campaigns"."start_date") AS DATE) AS "§"
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."campaign_id" AS "campaign_id"
-- campaigns_without_cost_share: no path to lead_owner, deal_owner

-- roi_benchmark
WITH "benchmarks that hold" AS (
    SELECT "metric",
        "type",
        arg_max("value", "rank") AS "value"
    FROM (
        SELECT "benchmarks"."metric" AS "metric",
            nullif("benchmarks"."campaign_type", '') AS "type",
            "benchmarks"."value" AS "value",
            date_diff('day', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
        FROM "benchmarks"
        WHERE ("benchmarks"."metric" IN ($1)) AND (nullif("benchmarks"."industry", '') IS NULL)
    )
    GROUP BY "metric", "type"
),
"benchmarks by campaign" AS (
    SELECT FALSE AS "is total",
        min("roi benchmark") AS "roi benchmark",
        max("roi benchmark") AS "roi benchmark to"
    FROM (
        SELECT coalesce("roi of type"."value", "roi of all"."value") AS "roi benchmark"
        FROM "campaigns"
        LEFT JOIN "benchmarks that hold" AS "roi of type" ON "roi of type"."metric" = $1 AND "roi of type"."type" = "campaigns"."type"
        LEFT JOIN "benchmarks that hold" AS "roi of all" ON "roi of all"."metric" = $1 AND ("roi of all"."type" IS NULL)
    )
),
"benchmarks for all" AS (
    SELECT FALSE AS "is total",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "roi benchmark",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "roi benchmark to"
    FROM "benchmarks that hold"
)
SELECT "part",
    "is total",
    CAST(NULL AS DOUBLE) AS "rows",
    CAST(max("roi benchmark") AS DOUBLE) AS "roi benchmark",
    CAST(max("roi benchmark to") AS DOUBLE) AS "roi benchmark to"
FROM (
    SELECT 'yardsticks' AS "part",
        *
    FROM "benchmarks by campaign"
    UNION ALL BY NAME
    SELECT 'fallback' AS "part",
        *
    FROM "benchmarks for all"
)
GROUP BY "part", "is total"
-- roi_benchmark by campaign
+ 5 lines of grouping
+ "benchmarks by §" AS (
+ SELECT "campaigns"."campaign_id" AS "§",
+ coalesce("roi of type"."value", "roi of all"."value") AS "roi benchmark"
+ FROM "benchmarks by §"
-- roi_benchmark by campaign_name
+ 5 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ coalesce("roi of type"."value", "roi of all"."value") AS "roi benchmark"
-- roi_benchmark by type
+ 6 lines of grouping
+ nullif("benchmarks"."campaign_type", '') AS "§",
+ GROUP BY "metric", "§"
+ SELECT "campaigns"."§" AS "§",
+ coalesce("roi of §"."value", "roi of all"."value") AS "roi benchmark"
+ LEFT JOIN "benchmarks that hold" AS "roi of §" ON "roi of §"."metric" = $1 AND "roi of §"."§" = "campaigns"."§"
+ LEFT JOIN "benchmarks that hold" AS "roi of all" ON "roi of all"."metric" = $1 AND ("roi of all"."§" IS NULL)
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "roi benchmark",
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "roi benchmark to"
-- roi_benchmark by format, mode, channel
+ 5 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ coalesce("roi of type"."value", "roi of all"."value") AS "roi benchmark"
-- roi_benchmark by campaign_owner
+ 5 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ coalesce("roi of type"."value", "roi of all"."value") AS "roi benchmark"
-- roi_benchmark by lead_owner, deal_owner, week, month, quarter, year
+ 0 lines of grouping
+ NULL AS "§",
-- roi_benchmark by day
+ 0 lines of grouping
+ date_diff('§', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
+ NULL AS "§",

-- cac_benchmark
WITH "benchmarks that hold" AS (
    SELECT "metric",
        "type",
        arg_max("value", "rank") AS "value"
    FROM (
        SELECT "benchmarks"."metric" AS "metric",
            nullif("benchmarks"."campaign_type", '') AS "type",
            "benchmarks"."value" AS "value",
            date_diff('day', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
        FROM "benchmarks"
        WHERE ("benchmarks"."metric" IN ($1)) AND (nullif("benchmarks"."industry", '') IS NULL)
    )
    GROUP BY "metric", "type"
),
"benchmarks by campaign" AS (
    SELECT FALSE AS "is total",
        min("cac benchmark") AS "cac benchmark",
        max("cac benchmark") AS "cac benchmark to"
    FROM (
        SELECT coalesce("cac of type"."value", "cac of all"."value") AS "cac benchmark"
        FROM "campaigns"
        LEFT JOIN "benchmarks that hold" AS "cac of type" ON "cac of type"."metric" = $1 AND "cac of type"."type" = "campaigns"."type"
        LEFT JOIN "benchmarks that hold" AS "cac of all" ON "cac of all"."metric" = $1 AND ("cac of all"."type" IS NULL)
    )
),
"benchmarks for all" AS (
    SELECT FALSE AS "is total",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "cac benchmark",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "cac benchmark to"
    FROM "benchmarks that hold"
)
SELECT "part",
    "is total",
    CAST(NULL AS DOUBLE) AS "rows",
    CAST(max("cac benchmark") AS DOUBLE) AS "cac benchmark",
    CAST(max("cac benchmark to") AS DOUBLE) AS "cac benchmark to"
FROM (
    SELECT 'yardsticks' AS "part",
        *
    FROM "benchmarks by campaign"
    UNION ALL BY NAME
    SELECT 'fallback' AS "part",
        *
    FROM "benchmarks for all"
)
GROUP BY "part", "is total"
-- cac_benchmark by campaign
+ 5 lines of grouping
+ "benchmarks by §" AS (
+ SELECT "campaigns"."campaign_id" AS "§",
+ coalesce("cac of type"."value", "cac of all"."value") AS "cac benchmark"
+ FROM "benchmarks by §"
-- cac_benchmark by campaign_name
+ 5 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ coalesce("cac of type"."value", "cac of all"."value") AS "cac benchmark"
-- cac_benchmark by type
+ 6 lines of grouping
+ nullif("benchmarks"."campaign_type", '') AS "§",
+ GROUP BY "metric", "§"
+ SELECT "campaigns"."§" AS "§",
+ coalesce("cac of §"."value", "cac of all"."value") AS "cac benchmark"
+ LEFT JOIN "benchmarks that hold" AS "cac of §" ON "cac of §"."metric" = $1 AND "cac of §"."§" = "campaigns"."§"
+ LEFT JOIN "benchmarks that hold" AS "cac of all" ON "cac of all"."metric" = $1 AND ("cac of all"."§" IS NULL)
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "cac benchmark",
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "cac benchmark to"
-- cac_benchmark by format, mode, channel
+ 5 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ coalesce("cac of type"."value", "cac of all"."value") AS "cac benchmark"
-- cac_benchmark by campaign_owner
+ 5 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ coalesce("cac of type"."value", "cac of all"."value") AS "cac benchmark"
-- cac_benchmark by lead_owner, deal_owner, week, month, quarter, year
+ 0 lines of grouping
+ NULL AS "§",
-- cac_benchmark by day
+ 0 lines of grouping
+ date_diff('§', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
+ NULL AS "§",

-- cpl_benchmark
WITH "benchmarks that hold" AS (
    SELECT "metric",
        "type",
        arg_max("value", "rank") AS "value"
    FROM (
        SELECT "benchmarks"."metric" AS "metric",
            nullif("benchmarks"."campaign_type", '') AS "type",
            "benchmarks"."value" AS "value",
            date_diff('day', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
        FROM "benchmarks"
        WHERE ("benchmarks"."metric" IN ($1)) AND (nullif("benchmarks"."industry", '') IS NULL)
    )
    GROUP BY "metric", "type"
),
"benchmarks by campaign" AS (
    SELECT FALSE AS "is total",
        min("cpl benchmark") AS "cpl benchmark",
        max("cpl benchmark") AS "cpl benchmark to"
    FROM (
        SELECT coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
        FROM "campaigns"
        LEFT JOIN "benchmarks that hold" AS "cpl of type" ON "cpl of type"."metric" = $1 AND "cpl of type"."type" = "campaigns"."type"
        LEFT JOIN "benchmarks that hold" AS "cpl of all" ON "cpl of all"."metric" = $1 AND ("cpl of all"."type" IS NULL)
    )
),
"benchmarks for all" AS (
    SELECT FALSE AS "is total",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "cpl benchmark",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "cpl benchmark to"
    FROM "benchmarks that hold"
)
SELECT "part",
    "is total",
    CAST(NULL AS DOUBLE) AS "rows",
    CAST(max("cpl benchmark") AS DOUBLE) AS "cpl benchmark",
    CAST(max("cpl benchmark to") AS DOUBLE) AS "cpl benchmark to"
FROM (
    SELECT 'yardsticks' AS "part",
        *
    FROM "benchmarks by campaign"
    UNION ALL BY NAME
    SELECT 'fallback' AS "part",
        *
    FROM "benchmarks for all"
)
GROUP BY "part", "is total"
-- cpl_benchmark by campaign
+ 5 lines of grouping
+ "benchmarks by §" AS (
+ SELECT "campaigns"."campaign_id" AS "§",
+ coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
+ FROM "benchmarks by §"
-- cpl_benchmark by campaign_name
+ 5 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
-- cpl_benchmark by type
+ 6 lines of grouping
+ nullif("benchmarks"."campaign_type", '') AS "§",
+ GROUP BY "metric", "§"
+ SELECT "campaigns"."§" AS "§",
+ coalesce("cpl of §"."value", "cpl of all"."value") AS "cpl benchmark"
+ LEFT JOIN "benchmarks that hold" AS "cpl of §" ON "cpl of §"."metric" = $1 AND "cpl of §"."§" = "campaigns"."§"
+ LEFT JOIN "benchmarks that hold" AS "cpl of all" ON "cpl of all"."metric" = $1 AND ("cpl of all"."§" IS NULL)
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "cpl benchmark",
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "cpl benchmark to"
-- cpl_benchmark by format, mode, channel
+ 5 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
-- cpl_benchmark by campaign_owner
+ 5 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
-- cpl_benchmark by lead_owner, deal_owner, week, month, quarter, year
+ 0 lines of grouping
+ NULL AS "§",
-- cpl_benchmark by day
+ 0 lines of grouping
+ date_diff('§', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
+ NULL AS "§",

-- lead_to_mql_benchmark
WITH "benchmarks that hold" AS (
    SELECT "metric",
        "type",
        arg_max("value", "rank") AS "value"
    FROM (
        SELECT "benchmarks"."metric" AS "metric",
            nullif("benchmarks"."campaign_type", '') AS "type",
            "benchmarks"."value" AS "value",
            date_diff('day', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
        FROM "benchmarks"
        WHERE ("benchmarks"."metric" IN ($1)) AND (nullif("benchmarks"."industry", '') IS NULL)
    )
    GROUP BY "metric", "type"
),
"benchmarks by campaign" AS (
    SELECT FALSE AS "is total",
        min("lead_to_mql benchmark") AS "lead_to_mql benchmark",
        max("lead_to_mql benchmark") AS "lead_to_mql benchmark to"
    FROM (
        SELECT coalesce("lead_to_mql of type"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
        FROM "campaigns"
        LEFT JOIN "benchmarks that hold" AS "lead_to_mql of type" ON "lead_to_mql of type"."metric" = $1 AND "lead_to_mql of type"."type" = "campaigns"."type"
        LEFT JOIN "benchmarks that hold" AS "lead_to_mql of all" ON "lead_to_mql of all"."metric" = $1 AND ("lead_to_mql of all"."type" IS NULL)
    )
),
"benchmarks for all" AS (
    SELECT FALSE AS "is total",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "lead_to_mql benchmark",
        max("value") FILTER (WHERE "metric" = $1 AND ("type" IS NULL)) AS "lead_to_mql benchmark to"
    FROM "benchmarks that hold"
)
SELECT "part",
    "is total",
    CAST(NULL AS DOUBLE) AS "rows",
    CAST(max("lead_to_mql benchmark") AS DOUBLE) AS "lead_to_mql benchmark",
    CAST(max("lead_to_mql benchmark to") AS DOUBLE) AS "lead_to_mql benchmark to"
FROM (
    SELECT 'yardsticks' AS "part",
        *
    FROM "benchmarks by campaign"
    UNION ALL BY NAME
    SELECT 'fallback' AS "part",
        *
    FROM "benchmarks for all"
)
GROUP BY "part", "is total"
-- lead_to_mql_benchmark by campaign
+ 5 lines of grouping
+ "benchmarks by §" AS (
+ SELECT "campaigns"."campaign_id" AS "§",
+ coalesce("lead_to_mql of type"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
+ FROM "benchmarks by §"
-- lead_to_mql_benchmark by campaign_name
+ 5 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ coalesce("lead_to_mql of type"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
-- lead_to_mql_benchmark by type
+ 6 lines of grouping
+ nullif("benchmarks"."campaign_type", '') AS "§",
+ GROUP BY "metric", "§"
+ SELECT "campaigns"."§" AS "§",
+ coalesce("lead_to_mql of §"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
+ LEFT JOIN "benchmarks that hold" AS "lead_to_mql of §" ON "lead_to_mql of §"."metric" = $1 AND "lead_to_mql of §"."§" = "campaigns"."§"
+ LEFT JOIN "benchmarks that hold" AS "lead_to_mql of all" ON "lead_to_mql of all"."metric" = $1 AND ("lead_to_mql of all"."§" IS NULL)
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "lead_to_mql benchmark",
+ max("value") FILTER (WHERE "metric" = $1 AND ("§" IS NULL)) AS "lead_to_mql benchmark to"
-- lead_to_mql_benchmark by format, mode, channel
+ 5 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ coalesce("lead_to_mql of type"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
-- lead_to_mql_benchmark by campaign_owner
+ 5 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ coalesce("lead_to_mql of type"."value", "lead_to_mql of all"."value") AS "lead_to_mql benchmark"
-- lead_to_mql_benchmark by lead_owner, deal_owner, week, month, quarter, year
+ 0 lines of grouping
+ NULL AS "§",
-- lead_to_mql_benchmark by day
+ 0 lines of grouping
+ date_diff('§', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
+ NULL AS "§",
