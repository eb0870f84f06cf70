WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        "accounts.industry",
        "leads.source",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "revenue"
    FROM (
        SELECT "accounts"."industry" AS "accounts.industry",
            "leads"."source" AS "leads.source",
            "sales"."amount" AS "amount"
        FROM "sales"
        LEFT JOIN "accounts" ON "accounts"."account_id" = "sales"."account_id"
        LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
    GROUP BY "accounts.industry", "leads.source"
)
SELECT "part",
    "is total",
    "accounts.industry",
    "leads.source",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("revenue" AS DOUBLE) AS "revenue"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
