WITH "spend figures" AS (
    SELECT grouping("campaign") = 1 AS "is total",
        "campaign",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-03-01' AND "spend"."date" < DATE '2025-04-01'
    )
    GROUP BY GROUPING SETS (("campaign"), ())
),
"spend previous" AS (
    SELECT grouping("campaign") = 1 AS "is total",
        "campaign",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost previous"
    FROM (
        SELECT "spend"."campaign_id" AS "campaign",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-02-01' AND "spend"."date" < DATE '2025-03-01'
    )
    GROUP BY GROUPING SETS (("campaign"), ())
)
SELECT "part",
    "is total",
    "campaign",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("cost previous") AS DOUBLE) AS "cost previous"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend previous"
)
GROUP BY "part", "is total", "campaign"
