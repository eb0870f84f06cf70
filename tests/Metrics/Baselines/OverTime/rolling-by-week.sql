WITH "sales figures" AS (
    SELECT grouping("week") = 1 AS "is total",
        "week",
        "channel",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue"
    FROM (
        SELECT CAST(date_trunc('week', CAST("sales"."sold_at" + to_hours(8) AS DATE) - INTERVAL 6 DAY) + INTERVAL 6 DAY AS DATE) AS "week",
            coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("week", "channel"), ())
),
"days" AS (
    SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-03-31', INTERVAL 1 DAY)) AS DATE) AS "day"
),
"week of the period" AS (
    SELECT "week",
        greatest("week", DATE '2025-01-01') AS "from",
        least(CAST("week" + INTERVAL 7 DAY AS DATE), DATE '2025-04-01') AS "to"
    FROM (
        SELECT CAST(date_trunc('week', "day" - INTERVAL 6 DAY) + INTERVAL 6 DAY AS DATE) AS "week"
        FROM "days"
        GROUP BY CAST(date_trunc('week', "day" - INTERVAL 6 DAY) + INTERVAL 6 DAY AS DATE)
    )
),
"week rolling 28 days" AS (
    SELECT "week",
        CAST("to" - INTERVAL 28 DAY AS DATE) AS "from",
        "to"
    FROM "week of the period"
),
"sales rolling 28 days" AS (
    SELECT FALSE AS "is total",
        "week",
        "channel",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue rolling 28 days"
    FROM (
        SELECT "week rolling 28 days"."week" AS "week",
            coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
        JOIN "week rolling 28 days" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "week rolling 28 days"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "week rolling 28 days"."to"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-12-04 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY "week", "channel"
),
"sales rolling 28 days in total" AS (
    SELECT TRUE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue rolling 28 days"
    FROM (
        SELECT "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-03-04 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
),
"groups of days" AS (
    SELECT FALSE AS "is total",
        "week",
        0 AS "rows"
    FROM "week of the period"
)
SELECT "part",
    "is total",
    "week",
    "channel",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("revenue") AS DOUBLE) AS "revenue",
    CAST(max("revenue rolling 28 days") AS DOUBLE) AS "revenue rolling 28 days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 28 days"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 28 days in total"
    UNION ALL BY NAME
    SELECT 'groups of days' AS "part",
        *
    FROM "groups of days"
)
GROUP BY "part", "is total", "week", "channel"
