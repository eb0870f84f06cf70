WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        "campaign_name",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "campaign_name",
            CAST(date_trunc('month', "spend"."date") AS DATE) AS "month",
            "spend"."amount" AS "amount"
        FROM "spend"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2025-04-01'
    )
    GROUP BY "campaign_name", "month"
),
"spend figures before" AS (
    SELECT FALSE AS "is total",
        "campaign_name",
        "month",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "campaign_name",
            CAST(date_trunc('month', "spend"."date") AS DATE) AS "month",
            "spend"."amount" AS "amount"
        FROM "spend"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
        WHERE "spend"."date" >= DATE '2024-10-01' AND "spend"."date" < DATE '2025-01-01'
    )
    GROUP BY "campaign_name", "month"
)
SELECT "part",
    "is total",
    "campaign_name",
    "month",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'before' AS "part",
        *
    FROM "spend figures before"
)
GROUP BY "part", "is total", "campaign_name", "month"
