WITH "days" AS (
    SELECT CAST(unnest(generate_series(DATE '2025-02-01', DATE '2025-02-28', INTERVAL 1 DAY)) AS DATE) AS "day"
),
"day of the period" AS (
    SELECT "day",
        "day" AS "from",
        CAST("day" + INTERVAL 1 DAY AS DATE) AS "to"
    FROM (
        SELECT "day"
        FROM "days"
        GROUP BY "day"
    )
),
"day year ago" AS (
    SELECT "day",
        CAST("from" - INTERVAL 12 MONTH AS DATE) AS "from",
        CASE WHEN day("from") = 1 AND day("to") = 1 THEN CAST("to" - INTERVAL 12 MONTH AS DATE) ELSE CAST(CAST(CAST("to" - INTERVAL 1 DAY AS DATE) - INTERVAL 12 MONTH AS DATE) + INTERVAL 1 DAY AS DATE) END AS "to"
    FROM "day of the period"
),
"leads year ago" AS (
    SELECT FALSE AS "is total",
        "day",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads year ago if") AS DOUBLE) AS "new_leads year ago"
    FROM (
        SELECT "day year ago"."day" AS "day",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads year ago if"
        FROM "leads"
        JOIN "day year ago" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "day year ago"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "day year ago"."to"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-31 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-03-01 00:00:00'))
    )
    GROUP BY "day"
),
"groups of days" AS (
    SELECT FALSE AS "is total",
        "day",
        0 AS "rows"
    FROM "day of the period"
)
SELECT "part",
    "is total",
    "day",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("new_leads year ago") AS DOUBLE) AS "new_leads year ago"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads year ago"
    UNION ALL BY NAME
    SELECT 'groups of days' AS "part",
        *
    FROM "groups of days"
)
GROUP BY "part", "is total", "day"
