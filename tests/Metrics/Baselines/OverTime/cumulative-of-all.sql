WITH "first and last day" AS (
    SELECT min("day") AS "first",
        max("day") AS "last"
    FROM (
        SELECT CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE) AS "day"
        FROM "sales"
    )
),
"days" AS (
    SELECT CAST(unnest(generate_series("first", "last", INTERVAL 1 DAY)) AS DATE) AS "day"
    FROM "first and last day"
),
"month of the period" AS (
    SELECT "month",
        "month" AS "from",
        CASE WHEN "month" <= DATE '2026-01-15' THEN least(CAST("month" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-16') ELSE CAST("month" + INTERVAL 1 MONTH AS DATE) END AS "to"
    FROM (
        SELECT CAST(date_trunc('month', "day") AS DATE) AS "month"
        FROM "days"
        GROUP BY CAST(date_trunc('month', "day") AS DATE)
    )
),
"month cumulative" AS (
    SELECT "month",
        "to"
    FROM "month of the period"
),
"sales cumulative" AS (
    SELECT FALSE AS "is total",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue cumulative"
    FROM (
        SELECT "month cumulative"."month" AS "month",
            "sales"."amount" AS "amount"
        FROM "sales"
        JOIN "month cumulative" ON CAST(timezone('Asia/Shanghai', timezone('UTC', "sales"."sold_at")) AS DATE) < "month cumulative"."to"
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
    CAST(max("revenue cumulative") AS DOUBLE) AS "revenue cumulative"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales cumulative"
    UNION ALL BY NAME
    SELECT 'groups of days' AS "part",
        *
    FROM "groups of days"
)
GROUP BY "part", "is total", "month"
