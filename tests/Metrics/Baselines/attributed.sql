WITH "credits figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        round(CAST(sum("u-shaped share") FILTER (WHERE "attributed_conversions if") AS DOUBLE), 9) AS "attributed_conversions",
        round(CAST(sum("u-shaped share") FILTER (WHERE "first_sale" AND "attributed_conversions if") AS DOUBLE), 9) AS "attributed_customers",
        round(CAST(sum("u-shaped revenue") FILTER (WHERE "attributed_conversions if") AS DOUBLE), 9) AS "attributed_revenue"
    FROM (
        SELECT "credits"."channel" AS "channel",
            "credits"."kind" = $1 AS "attributed_conversions if",
            CAST("credits"."u-shaped" AS DECIMAL(18, 12)) AS "u-shaped share",
            "credits"."first_sale" AS "first_sale",
            CAST("credits"."u-shaped" * CAST("credits"."value" AS DOUBLE) AS DECIMAL(38, 12)) AS "u-shaped revenue"
        FROM "credits"
        WHERE "credits"."converted_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "credits"."converted_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
)
SELECT "part",
    "is total",
    "channel",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attributed_conversions" AS DOUBLE) AS "attributed_conversions",
    CAST("attributed_customers" AS DOUBLE) AS "attributed_customers",
    CAST("attributed_revenue" AS DOUBLE) AS "attributed_revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "credits figures"
)
-- $1 = sale
