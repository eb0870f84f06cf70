WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT CAST(date_trunc('month', "spend"."date") AS DATE) AS "month",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
    GROUP BY "month"
),
"leads figures" AS (
    SELECT FALSE AS "is total",
        "month",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT CAST(date_trunc('month', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "month",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY "month"
),
"days" AS (
    SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
),
"month of the period" AS (
    SELECT "month",
        greatest("month", DATE '2025-01-01') AS "from",
        least(CAST("month" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
    FROM (
        SELECT CAST(date_trunc('month', "day") AS DATE) AS "month"
        FROM "days"
        GROUP BY CAST(date_trunc('month', "day") AS DATE)
    )
),
"month previous" AS (
    SELECT "month",
        CAST("from" - INTERVAL 1 MONTH AS DATE) AS "from",
        CASE WHEN day("from") = 1 AND day("to") = 1 THEN CAST("to" - INTERVAL 1 MONTH AS DATE) ELSE CAST(CAST(CAST("to" - INTERVAL 1 DAY AS DATE) - INTERVAL 1 MONTH AS DATE) + INTERVAL 1 DAY AS DATE) END AS "to"
    FROM "month of the period"
),
"spend previous" AS (
    SELECT FALSE AS "is total",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost previous"
    FROM (
        SELECT "month previous"."month" AS "month",
            "spend"."amount" AS "amount"
        FROM "spend"
        JOIN "month previous" ON "spend"."date" >= "month previous"."from" AND "spend"."date" < "month previous"."to"
        WHERE "spend"."date" >= DATE '2024-11-30' AND "spend"."date" < DATE '2026-01-01'
    )
    GROUP BY "month"
),
"leads previous" AS (
    SELECT FALSE AS "is total",
        "month",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads previous if") AS DOUBLE) AS "new_leads previous"
    FROM (
        SELECT "month previous"."month" AS "month",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
        FROM "leads"
        JOIN "month previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "month previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "month previous"."to"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-11-30 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY "month"
),
"groups of days" AS (
    SELECT FALSE AS "is total",
        "month",
        0 AS "rows"
    FROM "month of the period"
)
SELECT "part",
    "is total",
    "month",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads",
    CAST(max("cost previous") AS DOUBLE) AS "cost previous",
    CAST(max("new_leads previous") AS DOUBLE) AS "new_leads previous"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend previous"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads previous"
    UNION ALL BY NAME
    SELECT 'groups of days' AS "part",
        *
    FROM "groups of days"
)
GROUP BY "part", "is total", "month"
