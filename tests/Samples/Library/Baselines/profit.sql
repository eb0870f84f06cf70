-- gross_margin
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("gross_margin of") AS DOUBLE) AS "gross_margin"
    FROM (
        SELECT "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("gross_margin" AS DOUBLE) AS "gross_margin"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- gross_margin by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
-- gross_margin by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- gross_margin by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- gross_margin by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
-- gross_margin by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"
-- gross_margin by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of"

-- gross_margin_rate
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("gross_margin of") AS DOUBLE) AS "gross_margin",
        CAST(sum("amount") FILTER (WHERE "gross_margin_rate if") AS DOUBLE) AS "gross_margin_rate"
    FROM (
        SELECT "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
            "sales"."cost_of_goods" IS NOT NULL AS "gross_margin_rate if",
            "sales"."amount" AS "amount"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("gross_margin" AS DOUBLE) AS "gross_margin",
    CAST("gross_margin_rate" AS DOUBLE) AS "gross_margin_rate"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- gross_margin_rate by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
-- gross_margin_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- gross_margin_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- gross_margin_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- gross_margin_rate by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
-- gross_margin_rate by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",
-- gross_margin_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "gross_margin of",

-- margin_sourced
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("margin_sourced of") FILTER (WHERE "margin_sourced if") AS DOUBLE) AS "margin_sourced"
    FROM (
        SELECT ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
            "sales"."amount" - "sales"."cost_of_goods" AS "margin_sourced of"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("margin_sourced" AS DOUBLE) AS "margin_sourced"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
-- margin_sourced by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
-- margin_sourced by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- margin_sourced by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- margin_sourced by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- margin_sourced by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- margin_sourced by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- margin_sourced by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
-- margin_sourced by day
+ 4 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
-- margin_sourced by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",

-- roi_margin
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("margin_sourced of") FILTER (WHERE "margin_sourced if") AS DOUBLE) AS "margin_sourced"
    FROM (
        SELECT ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
            "sales"."amount" - "sales"."cost_of_goods" AS "margin_sourced of"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
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
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("margin_sourced") AS DOUBLE) AS "margin_sourced",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- roi_margin by campaign
+ 8 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- roi_margin by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_margin by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_margin by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_margin by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_margin by day
+ 8 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
-- roi_margin by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("sales"."campaign_id" IS NOT NULL) OR "sales"."touched" AS "margin_sourced if",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
-- roi_margin: no path to lead_owner, deal_owner

-- lifetime_years
WITH "accounts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("lifetime_years of") AS "lifetime_years"
    FROM (
        SELECT CAST(date_diff('day', "accounts"."customer_since", CAST(timezone('Asia/Shanghai', timezone('UTC', "accounts"."churned_at")) AS DATE)) AS DOUBLE) AS "lifetime_years of"
        FROM "accounts"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lifetime_years" AS DOUBLE) AS "lifetime_years"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "accounts figures"
)
-- lifetime_years by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- lifetime_years: no path to campaign, campaign_name, type, format, mode, channel, campaign_owner, lead_owner, deal_owner

-- yearly_value
WITH "sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "yearly_value rolling 12 months",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "yearly_value rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" AS "amount",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("yearly_value rolling 12 months" AS DOUBLE) AS "yearly_value rolling 12 months",
    CAST("yearly_value rolling 12 months 2" AS DOUBLE) AS "yearly_value rolling 12 months 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
)
-- yearly_value by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
-- yearly_value by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_value by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_value by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- yearly_value by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_value by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- yearly_value by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" AS "amount",
-- yearly_value by day
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_value by week
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_value by month
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_value by quarter
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_value by year
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"

-- ltv
WITH "sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "yearly_value rolling 12 months",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "yearly_value rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" AS "amount",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("yearly_value rolling 12 months" AS DOUBLE) AS "yearly_value rolling 12 months",
    CAST("yearly_value rolling 12 months 2" AS DOUBLE) AS "yearly_value rolling 12 months 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
)
-- ltv by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
-- ltv by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- ltv by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- ltv by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" AS "amount",
-- ltv by day
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv by week
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv by month
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv by quarter
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv by year
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
+ CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"

-- ltv_to_cac
WITH "sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "yearly_value rolling 12 months",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "yearly_value rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" AS "amount",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
    CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("customers") AS DOUBLE) AS "customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
GROUP BY "part", "is total"
-- ltv_to_cac by campaign
+ 11 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
-- ltv_to_cac by campaign_name
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv_to_cac by type, format, mode
+ 11 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv_to_cac by channel
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- ltv_to_cac by campaign_owner
+ 11 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- ltv_to_cac by day
+ 10 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv_to_cac by week
+ 10 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv_to_cac by month
+ 10 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv_to_cac by quarter
+ 10 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv_to_cac by year
+ 10 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- ltv_to_cac: no path to lead_owner, deal_owner

-- yearly_margin
WITH "sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("yearly_margin rolling 12 months of") AS DOUBLE) AS "yearly_margin rolling 12 months",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "yearly_margin rolling 12 months 2 if") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
            "sales"."cost_of_goods" IS NOT NULL AS "yearly_margin rolling 12 months 2 if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("yearly_margin rolling 12 months" AS DOUBLE) AS "yearly_margin rolling 12 months",
    CAST("yearly_margin rolling 12 months 2" AS DOUBLE) AS "yearly_margin rolling 12 months 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
)
-- yearly_margin by campaign
+ 4 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
-- yearly_margin by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_margin by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_margin by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- yearly_margin by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- yearly_margin by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "sales"."lead_id"
-- yearly_margin by deal_owner
+ 4 lines of grouping
+ SELECT "sales"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
-- yearly_margin by day
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
+ CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_margin by week
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
+ CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_margin by month
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
+ CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_margin by quarter
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
+ CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- yearly_margin by year
+ 4 lines of grouping
+ WITH "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ ),
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ ),
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ ),
+ "sales rolling 12 months" AS (
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ ),
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ ),
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ CAST(sum("rows") AS DOUBLE) AS "rows",
+ CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
+ CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
+ UNION ALL BY NAME
+ FROM "sales rolling 12 months in total"
+ UNION ALL BY NAME
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"

-- payback_months
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("yearly_margin rolling 12 months of") AS DOUBLE) AS "yearly_margin rolling 12 months",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "yearly_margin rolling 12 months 2 if") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
            "sales"."cost_of_goods" IS NOT NULL AS "yearly_margin rolling 12 months 2 if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("customers") AS DOUBLE) AS "customers",
    CAST(max("yearly_margin rolling 12 months") AS DOUBLE) AS "yearly_margin rolling 12 months",
    CAST(max("yearly_margin rolling 12 months 2") AS DOUBLE) AS "yearly_margin rolling 12 months 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
)
GROUP BY "part", "is total"
-- payback_months by campaign
+ 11 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
-- payback_months by campaign_name
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- payback_months by type, format, mode
+ 11 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- payback_months by channel
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- payback_months by campaign_owner
+ 11 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- payback_months by day
+ 10 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- payback_months by week
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- payback_months by month
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- payback_months by quarter
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- payback_months by year
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" - "sales"."cost_of_goods" AS "yearly_margin rolling 12 months of",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- payback_months: no path to lead_owner, deal_owner

-- roi_lifetime
WITH "sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"sales rolling 12 months" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "yearly_value rolling 12 months",
        CAST(count(DISTINCT "customer_id") AS DOUBLE) AS "yearly_value rolling 12 months 2"
    FROM (
        SELECT "sales"."amount" AS "amount",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"spend figures" AS (
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
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("customers") AS DOUBLE) AS "customers",
    CAST(max("yearly_value rolling 12 months") AS DOUBLE) AS "yearly_value rolling 12 months",
    CAST(max("yearly_value rolling 12 months 2") AS DOUBLE) AS "yearly_value rolling 12 months 2",
    CAST(max("cost") AS DOUBLE) AS "cost"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales rolling 12 months"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
)
GROUP BY "part", "is total"
-- roi_lifetime by campaign
+ 11 lines of grouping
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."amount" AS "amount",
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
-- roi_lifetime by campaign_name
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_lifetime by type, format, mode
+ 11 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_lifetime by channel
+ 11 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_lifetime by campaign_owner
+ 11 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."amount" AS "amount",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
-- roi_lifetime by day
+ 10 lines of grouping
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- roi_lifetime by week
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- roi_lifetime by month
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- roi_lifetime by quarter
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- roi_lifetime by year
+ 10 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ rolling 12 months" AS (
+ SELECT "§",
+ CAST("to" - INTERVAL 12 MONTH AS DATE) AS "from",
+ "to"
+ FROM "§ of the period"
+ SELECT "§ rolling 12 months"."§" AS "§",
+ "sales"."amount" AS "amount",
+ JOIN "§ rolling 12 months" ON CAST("sales"."sold_at" + to_hours(8) AS DATE) >= "§ rolling 12 months"."from" AND CAST("sales"."sold_at" + to_hours(8) AS DATE) < "§ rolling 12 months"."to"
+ WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "sales rolling 12 months in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "sales rolling 12 months in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- roi_lifetime: no path to lead_owner, deal_owner

-- cac_full
WITH "spend figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT "spend"."amount" AS "amount"
        FROM "spend"
        WHERE "spend"."date" >= DATE '2025-01-01' AND "spend"."date" < DATE '2026-01-01'
    )
),
"sales figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "customer_id") FILTER (WHERE "customers if") AS DOUBLE) AS "customers"
    FROM (
        SELECT "sales"."first_sale" AS "customers if",
            "sales"."customer_id" AS "customer_id"
        FROM "sales"
        WHERE "sales"."sold_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "sales"."sold_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("customers") AS DOUBLE) AS "customers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "sales figures"
)
GROUP BY "part", "is total"
-- cac_full by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "sales"."campaign_id" AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac_full by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "sales"."campaign_id") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac_full by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac_full by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "sales"."contact_id"
-- cac_full by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "sales"."first_sale" AS "customers if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "sales"."campaign_id"
-- cac_full by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("sales"."sold_at" + to_hours(8) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac_full by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("sales"."sold_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "sales"."first_sale" AS "customers if",
-- cac_full: no path to lead_owner, deal_owner
