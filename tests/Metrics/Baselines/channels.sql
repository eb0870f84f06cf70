WITH "spend figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT coalesce("campaigns"."channel", "spend"."channel") AS "channel",
            "spend"."amount" AS "amount"
        FROM "spend"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"leads figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"sales figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers",
        CAST(sum("amount") AS DOUBLE) AS "revenue"
    FROM (
        SELECT coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id",
            "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
)
SELECT "part",
    "is total",
    "channel",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads",
    CAST(max("customers") AS DOUBLE) AS "customers",
    CAST(max("revenue") AS DOUBLE) AS "revenue"
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
    FROM "sales figures"
)
GROUP BY "part", "is total", "channel"
