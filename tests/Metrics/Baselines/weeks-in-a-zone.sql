WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        "week",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "mqls_by_date if") AS DOUBLE) AS "mqls_by_date"
    FROM (
        SELECT CAST(date_trunc('week', CAST("leads"."mql_at" + to_hours(8) AS DATE) - INTERVAL 6 DAY) + INTERVAL 6 DAY AS DATE) AS "week",
            "leads"."mql_at" IS NOT NULL AS "mqls_by_date if"
        FROM "leads"
        WHERE ("leads"."mql_at" IS NOT NULL) AND "leads"."mql_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."mql_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY "week"
),
"leads figures 2" AS (
    SELECT FALSE AS "is total",
        "week",
        count(*) AS "rows",
        favg("score") AS "lead_score"
    FROM (
        SELECT CAST(date_trunc('week', CAST("leads"."created_at" + to_hours(8) AS DATE) - INTERVAL 6 DAY) + INTERVAL 6 DAY AS DATE) AS "week",
            "leads"."score" AS "score"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY "week"
)
SELECT "part",
    "is total",
    "week",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("mqls_by_date") AS DOUBLE) AS "mqls_by_date",
    CAST(max("lead_score") AS DOUBLE) AS "lead_score"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures 2"
)
GROUP BY "part", "is total", "week"
