WITH "credits figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        round(CAST(sum("attributed_conversions of") AS DOUBLE), 9) AS "attributed_conversions",
        round(CAST(sum("attributed_customers of") FILTER (WHERE "first_sale") AS DOUBLE), 9) AS "attributed_customers",
        round(CAST(sum("attributed_revenue of") AS DOUBLE), 9) AS "attributed_revenue"
    FROM (
        SELECT "credits"."channel" AS "channel",
            CAST("credits"."u-shaped" AS DECIMAL(38, 12)) AS "attributed_conversions of",
            "credits"."first_sale" AS "first_sale",
            CAST("credits"."u-shaped" AS DECIMAL(38, 12)) AS "attributed_customers of",
            CAST("credits"."u-shaped" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "attributed_revenue of"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
)
SELECT "part",
    "is total",
    "channel",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("attributed_conversions") AS DOUBLE) AS "attributed_conversions",
    CAST(max("attributed_customers") AS DOUBLE) AS "attributed_customers",
    CAST(max("attributed_revenue") AS DOUBLE) AS "attributed_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
GROUP BY "part", "is total", "channel"
