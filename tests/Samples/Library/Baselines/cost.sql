-- cost
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("cost" AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
-- cost by campaign
+ 4 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- cost by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- cost by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- cost by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- cost by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- cost by day
+ 4 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
-- cost by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
-- cost: no path to lead_owner, deal_owner

-- media_cost
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "media_cost if") AS DOUBLE) AS "media_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "media_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("media_cost" AS DOUBLE) AS "media_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
-- media_cost by campaign
+ 4 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
-- media_cost by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- media_cost by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- media_cost by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- media_cost by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- media_cost by day
+ 4 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "media_cost if",
-- media_cost by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "media_cost if",
-- media_cost: no path to lead_owner, deal_owner

-- sales_cost
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "sales_cost if") AS DOUBLE) AS "sales_cost"
    FROM (
        SELECT "spend"."category" = $1 AS "sales_cost if",
            "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sales_cost" AS DOUBLE) AS "sales_cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
-- sales_cost by campaign
+ 4 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
-- sales_cost by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- sales_cost by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- sales_cost by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- sales_cost by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- sales_cost by day
+ 4 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
-- sales_cost by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."category" = $1 AS "sales_cost if",
-- sales_cost: no path to lead_owner, deal_owner

-- budget
WITH "campaigns figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("budget") AS DOUBLE) AS "budget"
    FROM (
        SELECT "campaigns"."budget" AS "budget"
        FROM "campaigns"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("budget" AS DOUBLE) AS "budget"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
)
-- budget by campaign
+ 4 lines of grouping
+ SELECT "campaigns"."campaign_id" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ "campaigns"."budget" AS "budget"
-- budget by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- budget: no path to lead_owner, deal_owner

-- budget_used
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "budget_used"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" < DATE '2026-01-01'
    )
),
"campaigns figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("budget") AS DOUBLE) AS "budget"
    FROM (
        SELECT "campaigns"."budget" AS "budget"
        FROM "campaigns"
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("budget_used") AS DOUBLE) AS "budget_used",
    CAST(max("budget") AS DOUBLE) AS "budget"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
)
GROUP BY "part", "is total"
-- budget_used by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "campaigns"."campaign_id" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget_used by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ "campaigns"."budget" AS "budget"
-- budget_used by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget_used by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget_used by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "campaigns"."budget" AS "budget"
-- budget_used by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- budget_used: no path to lead_owner, deal_owner
