-- mails_sent
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_sent if") AS DOUBLE) AS "mails_sent"
    FROM (
        SELECT "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_sent" AS DOUBLE) AS "mails_sent"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_sent by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
-- mails_sent by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_sent by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_sent by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_sent by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
-- mails_sent by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" IN ($1, $2, $3) AS "mails_sent if",
-- mails_sent: no path to lead_owner, deal_owner

-- mails_delivered
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_delivered if") AS DOUBLE) AS "mails_delivered"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_delivered if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_delivered" AS DOUBLE) AS "mails_delivered"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_delivered by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
-- mails_delivered by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_delivered by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_delivered by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_delivered by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
-- mails_delivered by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_delivered if",
-- mails_delivered: no path to lead_owner, deal_owner

-- mails_opened
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_opened if") AS DOUBLE) AS "mails_opened"
    FROM (
        SELECT "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_opened" AS DOUBLE) AS "mails_opened"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_opened by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mails_opened by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_opened by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_opened by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_opened by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mails_opened by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mails_opened: no path to lead_owner, deal_owner

-- mails_clicked
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_clicked if") AS DOUBLE) AS "mails_clicked"
    FROM (
        SELECT "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_clicked" AS DOUBLE) AS "mails_clicked"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_clicked by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mails_clicked by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_clicked by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_clicked by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_clicked by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mails_clicked by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mails_clicked: no path to lead_owner, deal_owner

-- mails_bounced
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_bounced if") AS DOUBLE) AS "mails_bounced"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_bounced if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_bounced" AS DOUBLE) AS "mails_bounced"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_bounced by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mails_bounced by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_bounced by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_bounced by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_bounced by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mails_bounced by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mails_bounced: no path to lead_owner, deal_owner

-- mails_unsubscribed
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_unsubscribed if") AS DOUBLE) AS "mails_unsubscribed"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_unsubscribed if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_unsubscribed" AS DOUBLE) AS "mails_unsubscribed"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_unsubscribed by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mails_unsubscribed by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_unsubscribed by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_unsubscribed by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_unsubscribed by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mails_unsubscribed by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mails_unsubscribed: no path to lead_owner, deal_owner

-- mails_complained
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_complained if") AS DOUBLE) AS "mails_complained"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_complained if",
            "email_events"."mail_id" AS "mail_id"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_complained" AS DOUBLE) AS "mails_complained"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mails_complained by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
-- mails_complained by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_complained by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_complained by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mails_complained by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
-- mails_complained by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_complained if",
-- mails_complained: no path to lead_owner, deal_owner

-- mail_open_rate
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_opened if") AS DOUBLE) AS "mails_opened",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_delivered if") AS DOUBLE) AS "mails_delivered"
    FROM (
        SELECT "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
            "email_events"."mail_id" AS "mail_id",
            "email_events"."kind" = $2 AS "mails_delivered if"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_opened" AS DOUBLE) AS "mails_opened",
    CAST("mails_delivered" AS DOUBLE) AS "mails_delivered"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mail_open_rate by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mail_open_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_open_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_open_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_open_rate by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mail_open_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_opened if",
-- mail_open_rate: no path to lead_owner, deal_owner

-- mail_click_rate
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_clicked if") AS DOUBLE) AS "mails_clicked",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_delivered if") AS DOUBLE) AS "mails_delivered"
    FROM (
        SELECT "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
            "email_events"."mail_id" AS "mail_id",
            "email_events"."kind" = $2 AS "mails_delivered if"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_clicked" AS DOUBLE) AS "mails_clicked",
    CAST("mails_delivered" AS DOUBLE) AS "mails_delivered"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mail_click_rate by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mail_click_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_click_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_click_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_click_rate by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mail_click_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AND ((("email_events"."by_machine" IS NOT NULL) IS NOT TRUE) OR ("email_events"."by_machine" IS NOT TRUE)) AS "mails_clicked if",
-- mail_click_rate: no path to lead_owner, deal_owner

-- mail_bounce_rate
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_bounced if") AS DOUBLE) AS "mails_bounced",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_sent if") AS DOUBLE) AS "mails_sent"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_bounced if",
            "email_events"."mail_id" AS "mail_id",
            "email_events"."kind" IN ($2, $3, $1) AS "mails_sent if"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_bounced" AS DOUBLE) AS "mails_bounced",
    CAST("mails_sent" AS DOUBLE) AS "mails_sent"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mail_bounce_rate by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mail_bounce_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_bounce_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_bounce_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_bounce_rate by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mail_bounce_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_bounced if",
-- mail_bounce_rate: no path to lead_owner, deal_owner

-- mail_unsubscribe_rate
WITH "email_events figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_unsubscribed if") AS DOUBLE) AS "mails_unsubscribed",
        CAST(count(DISTINCT "mail_id") FILTER (WHERE "mails_delivered if") AS DOUBLE) AS "mails_delivered"
    FROM (
        SELECT "email_events"."kind" = $1 AS "mails_unsubscribed if",
            "email_events"."mail_id" AS "mail_id",
            "email_events"."kind" = $2 AS "mails_delivered if"
        FROM "email_events"
        WHERE "email_events"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "email_events"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mails_unsubscribed" AS DOUBLE) AS "mails_unsubscribed",
    CAST("mails_delivered" AS DOUBLE) AS "mails_delivered"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "email_events figures"
)
-- mail_unsubscribe_rate by campaign
+ 4 lines of grouping
+ SELECT "email_events"."campaign_id" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mail_unsubscribe_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "email_events"."campaign_id") AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_unsubscribe_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_unsubscribe_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "email_events"."campaign_id"
-- mail_unsubscribe_rate by day
+ 4 lines of grouping
+ SELECT CAST("email_events"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mail_unsubscribe_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("email_events"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "email_events"."kind" = $1 AS "mails_unsubscribed if",
-- mail_unsubscribe_rate: no path to lead_owner, deal_owner
