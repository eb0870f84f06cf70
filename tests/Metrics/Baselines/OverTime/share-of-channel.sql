WITH "sales figures" AS (
    SELECT grouping("month") = 1 AS "is total",
        "month",
        "channel",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "buyers"
    FROM (
        SELECT CAST(date_trunc('month', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "month",
            coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            "sales"."amount" AS "amount",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("month", "channel"), ())
),
"sales over channel" AS (
    SELECT grouping("month") = 1 AS "is total",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue over channel"
    FROM (
        SELECT CAST(date_trunc('month', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "month",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("month"), ())
)
SELECT "part",
    "is total",
    "month",
    "channel",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("revenue") AS DOUBLE) AS "revenue",
    CAST(max("buyers") AS DOUBLE) AS "buyers",
    CAST(max("revenue over channel") AS DOUBLE) AS "revenue over channel"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now over channel' AS "part",
        *
    FROM "sales over channel"
)
GROUP BY "part", "is total", "month", "channel"
