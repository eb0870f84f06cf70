-- new_opportunities
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "new_opportunities"
    FROM (
        SELECT TRUE AS "rows"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("new_opportunities" AS DOUBLE) AS "new_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- new_opportunities by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§"
-- new_opportunities by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- new_opportunities by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- new_opportunities by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- new_opportunities by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- new_opportunities by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- new_opportunities by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§"
-- new_opportunities by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§"
-- new_opportunities by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§"

-- opportunity_amount
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "opportunity_amount"
    FROM (
        SELECT "opportunities"."amount" AS "amount"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("opportunity_amount" AS DOUBLE) AS "opportunity_amount"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- opportunity_amount by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."amount" AS "amount"
-- opportunity_amount by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_amount by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_amount by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- opportunity_amount by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_amount by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."amount" AS "amount"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- opportunity_amount by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."amount" AS "amount"
-- opportunity_amount by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."amount" AS "amount"
-- opportunity_amount by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."amount" AS "amount"

-- open_opportunities
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "open_opportunities if") AS DOUBLE) AS "open_opportunities"
    FROM (
        SELECT ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("open_opportunities" AS DOUBLE) AS "open_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- open_opportunities by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
-- open_opportunities by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_opportunities by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_opportunities by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- open_opportunities by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_opportunities by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- open_opportunities by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
-- open_opportunities by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"
-- open_opportunities by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_opportunities if"

-- open_amount
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("amount") FILTER (WHERE "open_amount if") AS DOUBLE) AS "open_amount"
    FROM (
        SELECT ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
            "opportunities"."amount" AS "amount"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("open_amount" AS DOUBLE) AS "open_amount"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- open_amount by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
-- open_amount by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_amount by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_amount by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- open_amount by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- open_amount by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- open_amount by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
-- open_amount by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",
-- open_amount by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "open_amount if",

-- won_opportunities
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "won_opportunities if") AS DOUBLE) AS "won_opportunities"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "won_opportunities if"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("won_opportunities" AS DOUBLE) AS "won_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- won_opportunities by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
-- won_opportunities by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- won_opportunities by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- won_opportunities by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- won_opportunities by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- won_opportunities by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- won_opportunities by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
-- won_opportunities by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"
-- won_opportunities by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if"

-- lost_opportunities
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "lost_opportunities if") AS DOUBLE) AS "lost_opportunities"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "lost_opportunities if"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("lost_opportunities" AS DOUBLE) AS "lost_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- lost_opportunities by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
-- lost_opportunities by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- lost_opportunities by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- lost_opportunities by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- lost_opportunities by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- lost_opportunities by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- lost_opportunities by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
-- lost_opportunities by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"
-- lost_opportunities by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "lost_opportunities if"

-- win_rate
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "won_opportunities if") AS DOUBLE) AS "won_opportunities",
        CAST(count(*) FILTER (WHERE "lost_opportunities if") AS DOUBLE) AS "lost_opportunities"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "won_opportunities if",
            "opportunities"."outcome" = $2 AS "lost_opportunities if"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("won_opportunities" AS DOUBLE) AS "won_opportunities",
    CAST("lost_opportunities" AS DOUBLE) AS "lost_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- win_rate by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
-- win_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- win_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- win_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- win_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- win_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- win_rate by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
-- win_rate by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",
-- win_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "won_opportunities if",

-- opportunity_to_customer
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "opportunity_to_customer if") AS DOUBLE) AS "opportunity_to_customer",
        CAST(count(*) AS DOUBLE) AS "new_opportunities"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("opportunity_to_customer" AS DOUBLE) AS "opportunity_to_customer",
    CAST("new_opportunities" AS DOUBLE) AS "new_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- opportunity_to_customer by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
-- opportunity_to_customer by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_to_customer by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_to_customer by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- opportunity_to_customer by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- opportunity_to_customer by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- opportunity_to_customer by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
-- opportunity_to_customer by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"
-- opportunity_to_customer by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "opportunity_to_customer if"

-- deal_cycle_days
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("deal_cycle_days of") FILTER (WHERE "deal_cycle_days if") AS "deal_cycle_days"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "deal_cycle_days if",
            date_diff('microsecond', "opportunities"."created_at", "opportunities"."closed_at") / 86400000000 AS "deal_cycle_days of"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("deal_cycle_days" AS DOUBLE) AS "deal_cycle_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- deal_cycle_days by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
-- deal_cycle_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- deal_cycle_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- deal_cycle_days by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
-- deal_cycle_days by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",
-- deal_cycle_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days if",

-- deal_cycle_days_median
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("deal_cycle_days_median of" AS DOUBLE)) FILTER (WHERE "deal_cycle_days_median if") AS "deal_cycle_days_median"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
            date_diff('microsecond', "opportunities"."created_at", "opportunities"."closed_at") / 86400000000 AS "deal_cycle_days_median of"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("deal_cycle_days_median" AS DOUBLE) AS "deal_cycle_days_median"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- deal_cycle_days_median by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
-- deal_cycle_days_median by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days_median by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days_median by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- deal_cycle_days_median by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_cycle_days_median by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- deal_cycle_days_median by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
-- deal_cycle_days_median by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",
-- deal_cycle_days_median by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_cycle_days_median if",

-- deal_size
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(avg("amount") FILTER (WHERE "deal_size if") AS DOUBLE) AS "deal_size"
    FROM (
        SELECT "opportunities"."outcome" = $1 AS "deal_size if",
            "opportunities"."amount" AS "amount"
        FROM "opportunities"
        WHERE ("opportunities"."closed_at" IS NOT NULL) AND "opportunities"."closed_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."closed_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("deal_size" AS DOUBLE) AS "deal_size"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- deal_size by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
-- deal_size by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_size by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_size by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- deal_size by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- deal_size by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- deal_size by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
-- deal_size by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."closed_at" + to_hours(8) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",
-- deal_size by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."closed_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunities"."outcome" = $1 AS "deal_size if",

-- weighted_pipeline
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        round(fsum("weighted_pipeline of") FILTER (WHERE "weighted_pipeline if"), 9) AS "weighted_pipeline"
    FROM (
        SELECT ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
            "opportunities"."amount" * "opportunities"."probability" AS "weighted_pipeline of"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("weighted_pipeline" AS DOUBLE) AS "weighted_pipeline"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- weighted_pipeline by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
-- weighted_pipeline by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- weighted_pipeline by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- weighted_pipeline by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- weighted_pipeline by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- weighted_pipeline by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- weighted_pipeline by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
-- weighted_pipeline by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",
-- weighted_pipeline by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("opportunities"."outcome" IS NOT NULL) IS NOT TRUE AS "weighted_pipeline if",

-- poc_pass_rate
WITH "opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "poc_pass_rate if") AS DOUBLE) AS "poc_pass_rate",
        CAST(count(*) AS DOUBLE) AS "poc_pass_rate 2"
    FROM (
        SELECT ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
        FROM "opportunities"
        WHERE ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_started_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."poc_started_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("poc_pass_rate" AS DOUBLE) AS "poc_pass_rate",
    CAST("poc_pass_rate 2" AS DOUBLE) AS "poc_pass_rate 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
-- poc_pass_rate by campaign
+ 4 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
-- poc_pass_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- poc_pass_rate by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- poc_pass_rate by channel
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- poc_pass_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- poc_pass_rate by lead_owner
+ 4 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- poc_pass_rate by deal_owner
+ 4 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
-- poc_pass_rate by day
+ 4 lines of grouping
+ SELECT CAST("opportunities"."poc_started_at" + to_hours(8) AS DATE) AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"
-- poc_pass_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."poc_started_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("opportunities"."poc_started_at" IS NOT NULL) AND "opportunities"."poc_passed" AS "poc_pass_rate if"

-- decision_maker_coverage
WITH "opportunity_contacts figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "opportunity_id") FILTER (WHERE "decision_maker_coverage if") AS DOUBLE) AS "decision_maker_coverage"
    FROM (
        SELECT "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
            "opportunity_contacts"."opportunity_id" AS "opportunity_id"
        FROM "opportunity_contacts"
        LEFT JOIN "opportunities" ON "opportunities"."opportunity_id" = "opportunity_contacts"."opportunity_id"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"opportunities figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "new_opportunities"
    FROM (
        SELECT TRUE AS "rows"
        FROM "opportunities"
        WHERE "opportunities"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "opportunities"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("decision_maker_coverage") AS DOUBLE) AS "decision_maker_coverage",
    CAST(max("new_opportunities") AS DOUBLE) AS "new_opportunities"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "opportunity_contacts figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "opportunities figures"
)
GROUP BY "part", "is total"
-- decision_maker_coverage by campaign
+ 8 lines of grouping
+ SELECT "opportunities"."sourced_campaign_id" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ SELECT "opportunities"."sourced_campaign_id" AS "§"
-- decision_maker_coverage by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ SELECT coalesce("campaigns"."name", "opportunities"."sourced_campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- decision_maker_coverage by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- decision_maker_coverage by channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ SELECT coalesce("campaigns"."§", "first_touches"."§") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "opportunities"."contact_id"
-- decision_maker_coverage by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "opportunities"."sourced_campaign_id"
-- decision_maker_coverage by lead_owner
+ 8 lines of grouping
+ SELECT "leads"."owner" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
+ SELECT "leads"."owner" AS "§"
+ LEFT JOIN "leads" ON "leads"."lead_id" = "opportunities"."lead_id"
-- decision_maker_coverage by deal_owner
+ 8 lines of grouping
+ SELECT "opportunities"."owner" AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ SELECT "opportunities"."owner" AS "§"
-- decision_maker_coverage by day
+ 8 lines of grouping
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ SELECT CAST("opportunities"."created_at" + to_hours(8) AS DATE) AS "§"
-- decision_maker_coverage by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "opportunity_contacts"."role" = $1 AS "decision_maker_coverage if",
+ SELECT CAST(date_trunc('§', CAST("opportunities"."created_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
