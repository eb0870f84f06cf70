-- new_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- new_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- new_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- new_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- new_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- new_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- new_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- new_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- new_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- new_leads: no path to deal_owner

-- duplicate_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "duplicate_leads if") AS DOUBLE) AS "duplicate_leads"
    FROM (
        SELECT "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("duplicate_leads" AS DOUBLE) AS "duplicate_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- duplicate_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- duplicate_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_leads: no path to deal_owner

-- mqls
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "mqls if") AS DOUBLE) AS "mqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mqls" AS DOUBLE) AS "mqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- mqls by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- mqls by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mqls by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mqls by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mqls by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mqls by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
-- mqls by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
-- mqls by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
-- mqls: no path to deal_owner

-- accepted_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "accepted_leads if") AS DOUBLE) AS "accepted_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("accepted_leads" AS DOUBLE) AS "accepted_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- accepted_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- accepted_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- accepted_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- accepted_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- accepted_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- accepted_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
-- accepted_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
-- accepted_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (((("leads"."accepted_at" IS NOT NULL) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "accepted_leads if"
-- accepted_leads: no path to deal_owner

-- sqls
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "sqls if") AS DOUBLE) AS "sqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sqls" AS DOUBLE) AS "sqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- sqls by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- sqls by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sqls by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sqls by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sqls by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sqls by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
-- sqls by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
-- sqls by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
-- sqls: no path to deal_owner

-- opportunity_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "opportunity_leads if") AS DOUBLE) AS "opportunity_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("opportunity_leads" AS DOUBLE) AS "opportunity_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- opportunity_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- opportunity_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- opportunity_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- opportunity_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- opportunity_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- opportunity_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
-- opportunity_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
-- opportunity_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if"
-- opportunity_leads: no path to deal_owner

-- won_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "won_leads if") AS DOUBLE) AS "won_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("won_leads" AS DOUBLE) AS "won_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- won_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- won_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- won_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- won_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- won_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- won_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
-- won_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
-- won_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if"
-- won_leads: no path to deal_owner

-- wins
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "wins if") AS DOUBLE) AS "wins"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
        FROM "leads"
        WHERE ("leads"."won_at" IS NOT NULL) AND "leads"."won_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."won_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("wins" AS DOUBLE) AS "wins"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- wins by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- wins by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- wins by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- wins by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- wins by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- wins by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
-- wins by day
+ 4 lines of grouping
+ SELECT CAST("leads"."won_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
-- wins by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."won_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "wins if"
-- wins: no path to deal_owner

-- rejected_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "rejected_leads if") AS DOUBLE) AS "rejected_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("rejected_leads" AS DOUBLE) AS "rejected_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- rejected_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- rejected_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejected_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejected_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejected_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejected_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejected_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejected_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejected_leads: no path to deal_owner

-- cpl
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
"leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
GROUP BY "part", "is total"
-- cpl by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- cpl by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cpl by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cpl by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cpl by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cpl by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- cpl by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- cpl: no path to lead_owner, deal_owner

-- cost_per_mql
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
"leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "mqls if") AS DOUBLE) AS "mqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("mqls") AS DOUBLE) AS "mqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
GROUP BY "part", "is total"
-- cost_per_mql by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- cost_per_mql by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_mql by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_mql by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_mql by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_mql by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
-- cost_per_mql by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
-- cost_per_mql: no path to lead_owner, deal_owner

-- cost_per_sql
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
"leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "sqls if") AS DOUBLE) AS "sqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("sqls") AS DOUBLE) AS "sqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
GROUP BY "part", "is total"
-- cost_per_sql by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- cost_per_sql by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_sql by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_sql by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_sql by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- cost_per_sql by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
-- cost_per_sql by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
-- cost_per_sql: no path to lead_owner, deal_owner

-- lead_to_mql
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "mqls if") AS DOUBLE) AS "mqls",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mqls" AS DOUBLE) AS "mqls",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_mql by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_mql by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
-- lead_to_mql by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
-- lead_to_mql by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if",
-- lead_to_mql: no path to deal_owner

-- mql_to_sql
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "sqls if") AS DOUBLE) AS "sqls",
        CAST(count(*) FILTER (WHERE "mqls if") AS DOUBLE) AS "mqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
            (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((((("leads"."mql_at" IS NOT NULL) OR ("leads"."accepted_at" IS NOT NULL)) OR ("leads"."sql_at" IS NOT NULL)) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "mqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sqls" AS DOUBLE) AS "sqls",
    CAST("mqls" AS DOUBLE) AS "mqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- mql_to_sql by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- mql_to_sql by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mql_to_sql by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mql_to_sql by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mql_to_sql by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- mql_to_sql by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- mql_to_sql by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- mql_to_sql by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- mql_to_sql: no path to deal_owner

-- lead_to_sql
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "sqls if") AS DOUBLE) AS "sqls",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sqls" AS DOUBLE) AS "sqls",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_sql by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_sql by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_sql by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_sql by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_sql by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_sql by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- lead_to_sql by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- lead_to_sql by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if",
-- lead_to_sql: no path to deal_owner

-- sql_to_won
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "won_leads if") AS DOUBLE) AS "won_leads",
        CAST(count(*) FILTER (WHERE "sqls if") AS DOUBLE) AS "sqls"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
            (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ((("leads"."sql_at" IS NOT NULL) OR ("leads"."opportunity_at" IS NOT NULL)) OR ("leads"."won_at" IS NOT NULL)) AS "sqls if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("won_leads" AS DOUBLE) AS "won_leads",
    CAST("sqls" AS DOUBLE) AS "sqls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- sql_to_won by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- sql_to_won by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sql_to_won by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sql_to_won by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sql_to_won by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sql_to_won by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- sql_to_won by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- sql_to_won by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- sql_to_won: no path to deal_owner

-- lead_to_customer
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "won_leads if") AS DOUBLE) AS "won_leads",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("won_leads" AS DOUBLE) AS "won_leads",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_customer by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_customer by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_customer by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_customer by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_customer by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_customer by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- lead_to_customer by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- lead_to_customer by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "won_leads if",
-- lead_to_customer: no path to deal_owner

-- rejection_rate
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "rejected_leads if") AS DOUBLE) AS "rejected_leads",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("rejected_leads" AS DOUBLE) AS "rejected_leads",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- rejection_rate by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- rejection_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate: no path to deal_owner

-- first_contact_days
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("first_contact_days of") FILTER (WHERE "first_contact_days if") AS "first_contact_days"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
            date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000 AS "first_contact_days of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("first_contact_days" AS DOUBLE) AS "first_contact_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- first_contact_days by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- first_contact_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
-- first_contact_days by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
-- first_contact_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days if",
-- first_contact_days: no path to deal_owner

-- sales_cycle_days
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("sales_cycle_days of") FILTER (WHERE "sales_cycle_days if") AS "sales_cycle_days"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
            date_diff('microsecond', "leads"."created_at", "leads"."won_at") / 86400000000 AS "sales_cycle_days of"
        FROM "leads"
        WHERE ("leads"."won_at" IS NOT NULL) AND "leads"."won_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."won_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sales_cycle_days" AS DOUBLE) AS "sales_cycle_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- sales_cycle_days by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- sales_cycle_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
-- sales_cycle_days by day
+ 4 lines of grouping
+ SELECT CAST("leads"."won_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
-- sales_cycle_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."won_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days if",
-- sales_cycle_days: no path to deal_owner

-- sales_cycle_days_median
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("sales_cycle_days_median of" AS DOUBLE)) FILTER (WHERE "sales_cycle_days_median if") AS "sales_cycle_days_median"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
            date_diff('microsecond', "leads"."created_at", "leads"."won_at") / 86400000000 AS "sales_cycle_days_median of"
        FROM "leads"
        WHERE ("leads"."won_at" IS NOT NULL) AND "leads"."won_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."won_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sales_cycle_days_median" AS DOUBLE) AS "sales_cycle_days_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- sales_cycle_days_median by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- sales_cycle_days_median by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days_median by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days_median by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days_median by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sales_cycle_days_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
-- sales_cycle_days_median by day
+ 4 lines of grouping
+ SELECT CAST("leads"."won_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
-- sales_cycle_days_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."won_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."won_at" IS NOT NULL) AS "sales_cycle_days_median if",
-- sales_cycle_days_median: no path to deal_owner

-- leads_won_before_created
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "leads_won_before_created if") AS DOUBLE) AS "leads_won_before_created"
    FROM (
        SELECT "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("leads_won_before_created" AS DOUBLE) AS "leads_won_before_created"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- leads_won_before_created by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- leads_won_before_created by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_won_before_created by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_won_before_created by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_won_before_created by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_won_before_created by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
-- leads_won_before_created by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
-- leads_won_before_created by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "leads"."won_at" < "leads"."created_at" AS "leads_won_before_created if"
-- leads_won_before_created: no path to deal_owner

-- leads_without_campaign
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "leads_without_campaign if") AS DOUBLE) AS "leads_without_campaign"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("leads_without_campaign" AS DOUBLE) AS "leads_without_campaign"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- leads_without_campaign by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- leads_without_campaign by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
-- leads_without_campaign by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
-- leads_without_campaign by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if"
-- leads_without_campaign: no path to deal_owner

-- leads_without_campaign_share
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "leads_without_campaign if") AS DOUBLE) AS "leads_without_campaign",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("leads_without_campaign" AS DOUBLE) AS "leads_without_campaign",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- leads_without_campaign_share by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- leads_without_campaign_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign_share by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_without_campaign_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
-- leads_without_campaign_share by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
-- leads_without_campaign_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."campaign_id" IS NOT NULL) IS NOT TRUE) AS "leads_without_campaign if",
-- leads_without_campaign_share: no path to deal_owner

-- duplicate_rate
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "duplicate_leads if") AS DOUBLE) AS "duplicate_leads",
        CAST(count(*) AS DOUBLE) AS "duplicate_rate"
    FROM (
        SELECT "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("duplicate_leads" AS DOUBLE) AS "duplicate_leads",
    CAST("duplicate_rate" AS DOUBLE) AS "duplicate_rate"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- duplicate_rate by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- duplicate_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- duplicate_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_rate by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "leads"."duplicate_of" IS NOT NULL AS "duplicate_leads if"
-- duplicate_rate: no path to deal_owner

-- lead_to_opportunity
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "opportunity_leads if") AS DOUBLE) AS "opportunity_leads",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("opportunity_leads" AS DOUBLE) AS "opportunity_leads",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_opportunity by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_opportunity by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
-- lead_to_opportunity by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
-- lead_to_opportunity by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (("leads"."opportunity_at" IS NOT NULL) OR ("leads"."won_at" IS NOT NULL)) AS "opportunity_leads if",
-- lead_to_opportunity: no path to deal_owner

-- lead_to_mql_days
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("lead_to_mql_days of") FILTER (WHERE "lead_to_mql_days if") AS "lead_to_mql_days"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
            date_diff('microsecond', "leads"."created_at", "leads"."mql_at") / 86400000000 AS "lead_to_mql_days of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lead_to_mql_days" AS DOUBLE) AS "lead_to_mql_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_mql_days by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_mql_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_mql_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
-- lead_to_mql_days by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
-- lead_to_mql_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_mql_days if",
-- lead_to_mql_days: no path to deal_owner

-- lead_to_opportunity_days
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("lead_to_opportunity_days of") FILTER (WHERE "lead_to_opportunity_days if") AS "lead_to_opportunity_days"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
            date_diff('microsecond', "leads"."created_at", "leads"."opportunity_at") / 86400000000 AS "lead_to_opportunity_days of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lead_to_opportunity_days" AS DOUBLE) AS "lead_to_opportunity_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_opportunity_days by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_opportunity_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
-- lead_to_opportunity_days by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
-- lead_to_opportunity_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days if",
-- lead_to_opportunity_days: no path to deal_owner

-- lead_to_opportunity_days_median
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("lead_to_opportunity_days_median of" AS DOUBLE)) FILTER (WHERE "lead_to_opportunity_days_median if") AS "lead_to_opportunity_days_median"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
            date_diff('microsecond', "leads"."created_at", "leads"."opportunity_at") / 86400000000 AS "lead_to_opportunity_days_median of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lead_to_opportunity_days_median" AS DOUBLE) AS "lead_to_opportunity_days_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_to_opportunity_days_median by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_to_opportunity_days_median by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days_median by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days_median by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days_median by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_to_opportunity_days_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
-- lead_to_opportunity_days_median by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
-- lead_to_opportunity_days_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_to_opportunity_days_median if",
-- lead_to_opportunity_days_median: no path to deal_owner

-- assignment_days
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("assignment_days of") FILTER (WHERE "assignment_days if") AS "assignment_days"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
            date_diff('microsecond', "leads"."created_at", "leads"."assigned_at") / 86400000000 AS "assignment_days of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("assignment_days" AS DOUBLE) AS "assignment_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- assignment_days by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- assignment_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- assignment_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- assignment_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- assignment_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- assignment_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
-- assignment_days by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
-- assignment_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "assignment_days if",
-- assignment_days: no path to deal_owner

-- first_contact_days_median
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("first_contact_days_median of" AS DOUBLE)) FILTER (WHERE "first_contact_days_median if") AS "first_contact_days_median"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
            date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000 AS "first_contact_days_median of"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("first_contact_days_median" AS DOUBLE) AS "first_contact_days_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- first_contact_days_median by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- first_contact_days_median by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days_median by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days_median by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days_median by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- first_contact_days_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
-- first_contact_days_median by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
-- first_contact_days_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "first_contact_days_median if",
-- first_contact_days_median: no path to deal_owner

-- leads_contacted
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "leads_contacted if") AS DOUBLE) AS "leads_contacted"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("leads_contacted" AS DOUBLE) AS "leads_contacted"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- leads_contacted by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- leads_contacted by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_contacted by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_contacted by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_contacted by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- leads_contacted by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
-- leads_contacted by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
-- leads_contacted by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."first_contacted_at" IS NOT NULL) AS "leads_contacted if"
-- leads_contacted: no path to deal_owner

-- sla_attainment
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "sla_attainment if") AS DOUBLE) AS "sla_attainment",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("sla_attainment" AS DOUBLE) AS "sla_attainment",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- sla_attainment by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- sla_attainment by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sla_attainment by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sla_attainment by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sla_attainment by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- sla_attainment by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
-- sla_attainment by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
-- sla_attainment by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND (date_diff('microsecond', "leads"."created_at", "leads"."first_contacted_at") / 86400000000) <= 1 AS "sla_attainment if",
-- sla_attainment: no path to deal_owner

-- source_completeness
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "source_completeness if") AS DOUBLE) AS "source_completeness",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("source_completeness" AS DOUBLE) AS "source_completeness",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- source_completeness by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- source_completeness by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- source_completeness by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- source_completeness by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- source_completeness by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- source_completeness by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
-- source_completeness by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
-- source_completeness by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."source" IS NOT NULL) AS "source_completeness if",
-- source_completeness: no path to deal_owner

-- referred_leads
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "referred_leads if") AS DOUBLE) AS "referred_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("referred_leads" AS DOUBLE) AS "referred_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- referred_leads by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- referred_leads by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referred_leads by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referred_leads by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referred_leads by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referred_leads by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
-- referred_leads by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
-- referred_leads by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if"
-- referred_leads: no path to deal_owner

-- referral_rate
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "referred_leads if") AS DOUBLE) AS "referred_leads",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("referred_leads" AS DOUBLE) AS "referred_leads",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- referral_rate by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- referral_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referral_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referral_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referral_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- referral_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
-- referral_rate by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
-- referral_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."referred_by" IS NOT NULL) AS "referred_leads if",
-- referral_rate: no path to deal_owner

-- lead_score
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("score") FILTER (WHERE "lead_score if") AS "lead_score"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
            "leads"."score" AS "score"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lead_score" AS DOUBLE) AS "lead_score"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_score by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_score by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
-- lead_score by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
-- lead_score by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score if",
-- lead_score: no path to deal_owner

-- lead_score_median
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("score" AS DOUBLE)) FILTER (WHERE "lead_score_median if") AS "lead_score_median"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
            "leads"."score" AS "score"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lead_score_median" AS DOUBLE) AS "lead_score_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- lead_score_median by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_score_median by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score_median by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score_median by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score_median by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_score_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
-- lead_score_median by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
-- lead_score_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "lead_score_median if",
-- lead_score_median: no path to deal_owner

-- lead_growth
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"leads previous" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads previous if") AS DOUBLE) AS "new_leads previous"
    FROM (
        SELECT ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads",
    CAST(max("new_leads previous") AS DOUBLE) AS "new_leads previous"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads previous"
)
GROUP BY "part", "is total"
-- lead_growth by campaign
+ 8 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- lead_growth by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_growth by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_growth by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_growth by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- lead_growth by lead_owner
+ 8 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
-- lead_growth by day
+ 7 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "§"
+ "§ of the period" AS (
+ SELECT "§",
+ "§" AS "from",
+ CAST("§" + INTERVAL 1 DAY AS DATE) AS "to"
+ SELECT "§"
+ FROM "days"
+ GROUP BY "§"
+ "§ previous" AS (
+ SELECT "§",
+ CAST("from" - INTERVAL 1 DAY AS DATE) AS "from",
+ CAST("to" - INTERVAL 1 DAY AS DATE) AS "to"
+ FROM "§ of the period"
+ SELECT "§ previous"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ JOIN "§ previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "§ previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "§ previous"."to"
+ WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-12-30 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "leads previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "leads previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- lead_growth by week
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 7 DAY AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ previous" AS (
+ SELECT "§",
+ CAST("from" - INTERVAL 7 DAY AS DATE) AS "from",
+ CAST("to" - INTERVAL 7 DAY AS DATE) AS "to"
+ FROM "§ of the period"
+ SELECT "§ previous"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ JOIN "§ previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "§ previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "§ previous"."to"
+ WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-12-24 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "leads previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "leads previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- lead_growth by month
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 1 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ previous" AS (
+ SELECT "§",
+ CAST("from" - INTERVAL 1 MONTH AS DATE) AS "from",
+ CASE WHEN day("from") = 1 AND day("to") = 1 THEN CAST("to" - INTERVAL 1 MONTH AS DATE) ELSE CAST(CAST(CAST("to" - INTERVAL 1 DAY AS DATE) - INTERVAL 1 MONTH AS DATE) + INTERVAL 1 DAY AS DATE) END AS "to"
+ FROM "§ of the period"
+ SELECT "§ previous"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ JOIN "§ previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "§ previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "§ previous"."to"
+ WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-11-30 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "leads previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "leads previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- lead_growth by quarter
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 3 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ previous" AS (
+ SELECT "§",
+ CAST("from" - INTERVAL 3 MONTH AS DATE) AS "from",
+ CASE WHEN day("from") = 1 AND day("to") = 1 THEN CAST("to" - INTERVAL 3 MONTH AS DATE) ELSE CAST(CAST(CAST("to" - INTERVAL 1 DAY AS DATE) - INTERVAL 3 MONTH AS DATE) + INTERVAL 1 DAY AS DATE) END AS "to"
+ FROM "§ of the period"
+ SELECT "§ previous"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ JOIN "§ previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "§ previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "§ previous"."to"
+ WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2024-09-30 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "leads previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "leads previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- lead_growth by year
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ "days" AS (
+ SELECT CAST(unnest(generate_series(DATE '2025-01-01', DATE '2025-12-31', INTERVAL 1 DAY)) AS DATE) AS "day"
+ "§ of the period" AS (
+ SELECT "§",
+ greatest("§", DATE '2025-01-01') AS "from",
+ least(CAST("§" + INTERVAL 12 MONTH AS DATE), DATE '2026-01-01') AS "to"
+ SELECT CAST(date_trunc('§', "day") AS DATE) AS "§"
+ FROM "days"
+ GROUP BY CAST(date_trunc('§', "day") AS DATE)
+ "§ previous" AS (
+ SELECT "§",
+ CAST("from" - INTERVAL 12 MONTH AS DATE) AS "from",
+ CASE WHEN day("from") = 1 AND day("to") = 1 THEN CAST("to" - INTERVAL 12 MONTH AS DATE) ELSE CAST(CAST(CAST("to" - INTERVAL 1 DAY AS DATE) - INTERVAL 12 MONTH AS DATE) + INTERVAL 1 DAY AS DATE) END AS "to"
+ FROM "§ of the period"
+ SELECT "§ previous"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads previous if"
+ JOIN "§ previous" ON CAST("leads"."created_at" + to_hours(8) AS DATE) >= "§ previous"."from" AND CAST("leads"."created_at" + to_hours(8) AS DATE) < "§ previous"."to"
+ WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2023-12-31 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
+ GROUP BY "§"
+ "leads previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "leads previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- lead_growth: no path to deal_owner

-- rejection_rate_by_reason
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "rejected_leads if") AS DOUBLE) AS "rejected_leads",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("rejected_leads" AS DOUBLE) AS "rejected_leads",
    CAST("new_leads" AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- rejection_rate_by_reason by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- rejection_rate_by_reason by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate_by_reason by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate_by_reason by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate_by_reason by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_rate_by_reason by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate_by_reason by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate_by_reason by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if",
-- rejection_rate_by_reason: no path to deal_owner

-- rejection_reason_share
WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "rejected_leads if") AS DOUBLE) AS "rejected_leads"
    FROM (
        SELECT (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
        FROM "leads"
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("rejected_leads" AS DOUBLE) AS "rejected_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- rejection_reason_share by campaign
+ 4 lines of grouping
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- rejection_reason_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_reason_share by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_reason_share by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_reason_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- rejection_reason_share by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejection_reason_share by day
+ 4 lines of grouping
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejection_reason_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ (("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE) AND ("leads"."rejected_at" IS NOT NULL) AS "rejected_leads if"
-- rejection_reason_share: no path to deal_owner
