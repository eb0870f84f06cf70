-- activities_done
WITH "activities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "activities_done"
    FROM (
        SELECT TRUE AS "rows"
        FROM "activities"
        WHERE "activities"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "activities"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("activities_done" AS DOUBLE) AS "activities_done"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "activities figures"
)
-- activities_done by campaign
+ 4 lines of grouping
+ SELECT "activities"."campaign_id" AS "§"
-- activities_done by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "activities"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- activities_done by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- activities_done by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- activities_done by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "activities"."lead_id"
-- activities_done by day
+ 4 lines of grouping
+ SELECT CAST("activities"."occurred_at" + to_hours(8) AS DATE) AS "§"
-- activities_done by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("activities"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- activities_done: no path to deal_owner

-- meetings
WITH "activities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "meetings if") AS DOUBLE) AS "meetings"
    FROM (
        SELECT "activities"."kind" = $1 AS "meetings if"
        FROM "activities"
        WHERE "activities"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "activities"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("meetings" AS DOUBLE) AS "meetings"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "activities figures"
)
-- meetings by campaign
+ 4 lines of grouping
+ SELECT "activities"."campaign_id" AS "§",
+ "activities"."kind" = $1 AS "meetings if"
-- meetings by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "activities"."campaign_id") AS "§",
+ "activities"."kind" = $1 AS "meetings if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- meetings by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "activities"."kind" = $1 AS "meetings if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- meetings by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "activities"."kind" = $1 AS "meetings if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- meetings by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "activities"."kind" = $1 AS "meetings if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "activities"."lead_id"
-- meetings by day
+ 4 lines of grouping
+ SELECT CAST("activities"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "activities"."kind" = $1 AS "meetings if"
-- meetings by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("activities"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "activities"."kind" = $1 AS "meetings if"
-- meetings: no path to deal_owner

-- calls
WITH "activities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "calls if") AS DOUBLE) AS "calls"
    FROM (
        SELECT "activities"."kind" = $1 AS "calls if"
        FROM "activities"
        WHERE "activities"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "activities"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("calls" AS DOUBLE) AS "calls"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "activities figures"
)
-- calls by campaign
+ 4 lines of grouping
+ SELECT "activities"."campaign_id" AS "§",
+ "activities"."kind" = $1 AS "calls if"
-- calls by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "activities"."campaign_id") AS "§",
+ "activities"."kind" = $1 AS "calls if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- calls by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "activities"."kind" = $1 AS "calls if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- calls by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "activities"."kind" = $1 AS "calls if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
-- calls by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "activities"."kind" = $1 AS "calls if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "activities"."lead_id"
-- calls by day
+ 4 lines of grouping
+ SELECT CAST("activities"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "activities"."kind" = $1 AS "calls if"
-- calls by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("activities"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "activities"."kind" = $1 AS "calls if"
-- calls: no path to deal_owner

-- activities_per_lead
WITH "activities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "activities_done"
    FROM (
        SELECT TRUE AS "rows"
        FROM "activities"
        WHERE "activities"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "activities"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
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
    CAST(max("activities_done") AS DOUBLE) AS "activities_done",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "activities figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
GROUP BY "part", "is total"
-- activities_per_lead by campaign
+ 8 lines of grouping
+ SELECT "activities"."campaign_id" AS "§"
+ SELECT coalesce("leads"."campaign_id", "first_touches"."campaign_id") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
-- activities_per_lead by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "activities"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
+ SELECT coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id")) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- activities_per_lead by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- activities_per_lead by channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- activities_per_lead by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "activities"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
-- activities_per_lead by lead_owner
+ 8 lines of grouping
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "activities"."lead_id"
+ SELECT "leads"."owner" AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- activities_per_lead by day
+ 8 lines of grouping
+ SELECT CAST("activities"."occurred_at" + to_hours(8) AS DATE) AS "§"
+ SELECT CAST("leads"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- activities_per_lead by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("activities"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
+ SELECT CAST(date_trunc('§', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if"
-- activities_per_lead: no path to deal_owner
