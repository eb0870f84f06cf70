-- csat
WITH "surveys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("csat of") FILTER (WHERE "csat if") AS "csat"
    FROM (
        SELECT "surveys"."kind" = $1 AS "csat if",
            CAST("surveys"."score" AS DOUBLE) / nullif("surveys"."scale", 0) AS "csat of"
        FROM "surveys"
        WHERE "surveys"."answered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "surveys"."answered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("csat" AS DOUBLE) AS "csat"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "surveys figures"
)
-- csat by day
+ 4 lines of grouping
+ SELECT CAST("surveys"."answered_at" + to_hours(8) AS DATE) AS "§",
+ "surveys"."kind" = $1 AS "csat if",
-- csat by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("surveys"."answered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "surveys"."kind" = $1 AS "csat if",
-- csat: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- csat_spread
WITH "surveys figures" AS (
    SELECT FALSE AS "is total",
        sum("rows") AS "rows",
        round(max("csat_spread") - min("csat_spread"), 9) AS "csat_spread"
    FROM (
        SELECT FALSE AS "is total",
            CASE WHEN ("apart department" IS NOT NULL) AND count("csat_spread of") FILTER (WHERE "csat_spread if") > 0 THEN favg("csat_spread of") FILTER (WHERE "csat_spread if") ELSE NULL END AS "csat_spread",
            count(*) AS "rows"
        FROM (
            SELECT "surveys"."department" AS "apart department",
                "surveys"."kind" = $1 AS "csat_spread if",
                CAST("surveys"."score" AS DOUBLE) / nullif("surveys"."scale", 0) AS "csat_spread of"
            FROM "surveys"
            WHERE "surveys"."answered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "surveys"."answered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
        )
        GROUP BY "apart department"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("csat_spread" AS DOUBLE) AS "csat_spread"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "surveys figures"
)
-- csat_spread by day
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT CAST("surveys"."answered_at" + to_hours(8) AS DATE) AS "§",
+ "surveys"."department" AS "apart department",
+ GROUP BY GROUPING SETS (("§", "apart department"), ("apart department"))
+ GROUP BY "is total", "§"
-- csat_spread by week, month, quarter, year
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', CAST("surveys"."answered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "surveys"."department" AS "apart department",
+ GROUP BY GROUPING SETS (("§", "apart department"), ("apart department"))
+ GROUP BY "is total", "§"
-- csat_spread: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- csat_lowest
WITH "surveys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(min("csat_lowest of") FILTER (WHERE "csat_lowest if") AS DOUBLE) AS "csat_lowest"
    FROM (
        SELECT "surveys"."kind" = $1 AS "csat_lowest if",
            CAST("surveys"."score" AS DOUBLE) / nullif("surveys"."scale", 0) AS "csat_lowest of"
        FROM "surveys"
        WHERE "surveys"."answered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "surveys"."answered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("csat_lowest" AS DOUBLE) AS "csat_lowest"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "surveys figures"
)
-- csat_lowest by day
+ 4 lines of grouping
+ SELECT CAST("surveys"."answered_at" + to_hours(8) AS DATE) AS "§",
+ "surveys"."kind" = $1 AS "csat_lowest if",
-- csat_lowest by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("surveys"."answered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "surveys"."kind" = $1 AS "csat_lowest if",
-- csat_lowest: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- survey_answers
WITH "surveys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "survey_answers"
    FROM (
        SELECT TRUE AS "rows"
        FROM "surveys"
        WHERE "surveys"."answered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "surveys"."answered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("survey_answers" AS DOUBLE) AS "survey_answers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "surveys figures"
)
-- survey_answers by day
+ 4 lines of grouping
+ SELECT CAST("surveys"."answered_at" + to_hours(8) AS DATE) AS "§"
-- survey_answers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("surveys"."answered_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- survey_answers: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- nps
WITH "surveys figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "nps if") AS DOUBLE) AS "nps",
        CAST(count(*) FILTER (WHERE "nps 2 if") AS DOUBLE) AS "nps 2",
        CAST(count(*) FILTER (WHERE "nps 3 if") AS DOUBLE) AS "nps 3"
    FROM (
        SELECT "surveys"."kind" = $1 AND "surveys"."score" >= 9 AS "nps if",
            "surveys"."kind" = $1 AND "surveys"."score" <= 6 AS "nps 2 if",
            "surveys"."kind" = $1 AS "nps 3 if"
        FROM "surveys"
        WHERE "surveys"."answered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "surveys"."answered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("nps" AS DOUBLE) AS "nps",
    CAST("nps 2" AS DOUBLE) AS "nps 2",
    CAST("nps 3" AS DOUBLE) AS "nps 3"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "surveys figures"
)
-- nps by day
+ 4 lines of grouping
+ SELECT CAST("surveys"."answered_at" + to_hours(8) AS DATE) AS "§",
+ "surveys"."kind" = $1 AND "surveys"."score" >= 9 AS "nps if",
-- nps by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("surveys"."answered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "surveys"."kind" = $1 AND "surveys"."score" >= 9 AS "nps if",
-- nps: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- complaints
WITH "cases figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "complaints if") AS DOUBLE) AS "complaints"
    FROM (
        SELECT "cases"."kind" = $1 AS "complaints if"
        FROM "cases"
        WHERE "cases"."opened_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "cases"."opened_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("complaints" AS DOUBLE) AS "complaints"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "cases figures"
)
-- complaints by day
+ 4 lines of grouping
+ SELECT CAST("cases"."opened_at" + to_hours(8) AS DATE) AS "§",
+ "cases"."kind" = $1 AS "complaints if"
-- complaints by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("cases"."opened_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "cases"."kind" = $1 AS "complaints if"
-- complaints: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- complaint_rate
WITH "cases figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "complaints if") AS DOUBLE) AS "complaints"
    FROM (
        SELECT "cases"."kind" = $1 AS "complaints if"
        FROM "cases"
        WHERE "cases"."opened_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "cases"."opened_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
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
    CAST(max("complaints") AS DOUBLE) AS "complaints",
    CAST(max("active_customers") AS DOUBLE) AS "active_customers",
    CAST(max("active_customers 2") AS DOUBLE) AS "active_customers 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "cases figures"
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
-- complaint_rate by day
+ 4 lines of grouping
+ SELECT CAST("cases"."opened_at" + to_hours(8) AS DATE) AS "§",
+ "cases"."kind" = $1 AS "complaints if"
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("complaints" AS DOUBLE) AS "complaints"
-- complaint_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("cases"."opened_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "cases"."kind" = $1 AS "complaints if"
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("complaints" AS DOUBLE) AS "complaints"
-- complaint_rate: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- first_response_hours
WITH "cases figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("first_response_hours of") AS "first_response_hours"
    FROM (
        SELECT date_diff('microsecond', "cases"."opened_at", "cases"."first_response_at") / 86400000000 AS "first_response_hours of"
        FROM "cases"
        WHERE "cases"."opened_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "cases"."opened_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("first_response_hours" AS DOUBLE) AS "first_response_hours"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "cases figures"
)
-- first_response_hours by day
+ 4 lines of grouping
+ SELECT CAST("cases"."opened_at" + to_hours(8) AS DATE) AS "§",
+ date_diff('microsecond', "cases"."opened_at", "cases"."first_response_at") / 86400000000 AS "first_response_hours of"
-- first_response_hours by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("cases"."opened_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ date_diff('microsecond', "cases"."opened_at", "cases"."first_response_at") / 86400000000 AS "first_response_hours of"
-- first_response_hours: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner
