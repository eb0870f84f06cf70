WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        "campaign",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
    GROUP BY "campaign"
),
"spend figures 2" AS (
    SELECT FALSE AS "is total",
        "campaign",
        CAST(sum("amount") AS DOUBLE) AS "budget_used"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" < DATE '2026-01-01'
    )
    GROUP BY "campaign"
),
"campaigns figures" AS (
    SELECT FALSE AS "is total",
        "campaign",
        CAST(sum("budget") AS DOUBLE) AS "budget_used 2"
    FROM (
        SELECT "campaigns"."campaign_id" AS "campaign",
            "campaigns"."budget" AS "budget"
        FROM "campaigns"
    )
    GROUP BY "campaign"
)
SELECT "part",
    "is total",
    "campaign",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("budget_used") AS DOUBLE) AS "budget_used",
    CAST(max("budget_used 2") AS DOUBLE) AS "budget_used 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures 2"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
)
GROUP BY "part", "is total", "campaign"
