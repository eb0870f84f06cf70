-- registrations
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "registrations if") AS DOUBLE) AS "registrations"
    FROM (
        SELECT ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("registrations" AS DOUBLE) AS "registrations"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- registrations by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
-- registrations by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registrations by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registrations by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registrations by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
-- registrations by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
-- registrations: no path to lead_owner, deal_owner

-- attendees
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "attendees if") AS DOUBLE) AS "attendees"
    FROM (
        SELECT "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attendees" AS DOUBLE) AS "attendees"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- attendees by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- attendees by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendees by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendees by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendees by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- attendees by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- attendees: no path to lead_owner, deal_owner

-- attendance_rate
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "attendees if") AS DOUBLE) AS "attendees",
        CAST(count(*) FILTER (WHERE "registrations if") AS DOUBLE) AS "registrations"
    FROM (
        SELECT "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
            ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registrations if"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("attendees" AS DOUBLE) AS "attendees",
    CAST("registrations" AS DOUBLE) AS "registrations"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- attendance_rate by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
-- attendance_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendance_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendance_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- attendance_rate by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
-- attendance_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if",
-- attendance_rate: no path to lead_owner, deal_owner

-- cost_per_attendee
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
"attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "attendees if") AS DOUBLE) AS "attendees"
    FROM (
        SELECT "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("attendees") AS DOUBLE) AS "attendees"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
GROUP BY "part", "is total"
-- cost_per_attendee by campaign
+ 8 lines of grouping
+ SELECT "spend"."campaign_id" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- cost_per_attendee by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "spend"."campaign_id") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- cost_per_attendee by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- cost_per_attendee by channel
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."§", "spend"."§") AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- cost_per_attendee by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "spend"."amount" AS "amount"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- cost_per_attendee by day
+ 8 lines of grouping
+ SELECT "spend"."date" AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- cost_per_attendee by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "spend"."date") AS DATE) AS "§",
+ "spend"."amount" AS "amount"
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
-- cost_per_attendee: no path to lead_owner, deal_owner

-- invitations
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "invitations if") AS DOUBLE) AS "invitations"
    FROM (
        SELECT "attendance"."invited_at" IS NOT NULL AS "invitations if"
        FROM "attendance"
        WHERE ("attendance"."invited_at" IS NOT NULL) AND "attendance"."invited_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."invited_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("invitations" AS DOUBLE) AS "invitations"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- invitations by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
-- invitations by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- invitations by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- invitations by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- invitations by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."invited_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
-- invitations by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."invited_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."invited_at" IS NOT NULL AS "invitations if"
-- invitations: no path to lead_owner, deal_owner

-- registration_rate
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "registration_rate if") AS DOUBLE) AS "registration_rate",
        CAST(count(*) FILTER (WHERE "invitations if") AS DOUBLE) AS "invitations"
    FROM (
        SELECT ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
            "attendance"."invited_at" IS NOT NULL AS "invitations if"
        FROM "attendance"
        WHERE ("attendance"."invited_at" IS NOT NULL) AND "attendance"."invited_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."invited_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("registration_rate" AS DOUBLE) AS "registration_rate",
    CAST("invitations" AS DOUBLE) AS "invitations"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- registration_rate by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
-- registration_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registration_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registration_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- registration_rate by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."invited_at" + to_hours(8) AS DATE) AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
-- registration_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."invited_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ ("attendance"."registered_at" IS NOT NULL) OR ("attendance"."checked_in_at" IS NOT NULL) AS "registration_rate if",
-- registration_rate: no path to lead_owner, deal_owner

-- minutes_per_attendee
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("minutes") FILTER (WHERE "minutes_per_attendee if") AS "minutes_per_attendee"
    FROM (
        SELECT "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
            "attendance"."minutes" AS "minutes"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("minutes_per_attendee" AS DOUBLE) AS "minutes_per_attendee"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- minutes_per_attendee by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
-- minutes_per_attendee by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- minutes_per_attendee by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- minutes_per_attendee by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- minutes_per_attendee by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
-- minutes_per_attendee by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "minutes_per_attendee if",
-- minutes_per_attendee: no path to lead_owner, deal_owner

-- questions_per_attendee
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("questions") AS DOUBLE) AS "questions_per_attendee",
        CAST(count(*) FILTER (WHERE "attendees if") AS DOUBLE) AS "attendees"
    FROM (
        SELECT "attendance"."questions" AS "questions",
            "attendance"."checked_in_at" IS NOT NULL AS "attendees if"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("questions_per_attendee" AS DOUBLE) AS "questions_per_attendee",
    CAST("attendees" AS DOUBLE) AS "attendees"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- questions_per_attendee by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."questions" AS "questions",
-- questions_per_attendee by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."questions" AS "questions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- questions_per_attendee by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."questions" AS "questions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- questions_per_attendee by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."questions" AS "questions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- questions_per_attendee by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."questions" AS "questions",
-- questions_per_attendee by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."questions" AS "questions",
-- questions_per_attendee: no path to lead_owner, deal_owner

-- watched_share
WITH "attendance figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("watched_share") FILTER (WHERE "watched_share if") AS "watched_share"
    FROM (
        SELECT "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
            "attendance"."watched_share" AS "watched_share"
        FROM "attendance"
        WHERE "attendance"."registered_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."registered_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("watched_share" AS DOUBLE) AS "watched_share"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "attendance figures"
)
-- watched_share by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
-- watched_share by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- watched_share by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- watched_share by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- watched_share by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."registered_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
-- watched_share by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."registered_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."checked_in_at" IS NOT NULL AS "watched_share if",
-- watched_share: no path to lead_owner, deal_owner

-- participation_attended
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) AS DOUBLE) AS "participation_attended"
    FROM (
        SELECT TRUE AS "rows"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_attended" AS DOUBLE) AS "participation_attended"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_attended by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§"
-- participation_attended by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_attended by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_attended by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_attended by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§"
-- participation_attended by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§"
-- participation_attended: no path to lead_owner, deal_owner

-- participation_opportunity
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "participation_opportunity if") AS DOUBLE) AS "participation_opportunity"
    FROM (
        SELECT "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_opportunity" AS DOUBLE) AS "participation_opportunity"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_opportunity by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
-- participation_opportunity by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
-- participation_opportunity by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity if"
-- participation_opportunity: no path to lead_owner, deal_owner

-- participation_opportunity_rate
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "participation_opportunity_rate if") AS DOUBLE) AS "participation_opportunity_rate",
        CAST(count(*) AS DOUBLE) AS "participation_opportunity_rate 2"
    FROM (
        SELECT "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_opportunity_rate" AS DOUBLE) AS "participation_opportunity_rate",
    CAST("participation_opportunity_rate 2" AS DOUBLE) AS "participation_opportunity_rate 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_opportunity_rate by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
-- participation_opportunity_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_rate by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
-- participation_opportunity_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_opportunity_rate if"
-- participation_opportunity_rate: no path to lead_owner, deal_owner

-- participation_opportunity_days
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("participation_opportunity_days of" AS DOUBLE)) AS "participation_opportunity_days"
    FROM (
        SELECT date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_opportunity_days" AS DOUBLE) AS "participation_opportunity_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_opportunity_days by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
-- participation_opportunity_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_days by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_opportunity_days by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
-- participation_opportunity_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_opportunity_days of"
-- participation_opportunity_days: no path to lead_owner, deal_owner

-- participation_rate
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "participation_rate if") AS DOUBLE) AS "participation_rate",
        CAST(count(*) AS DOUBLE) AS "participation_rate 2"
    FROM (
        SELECT "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_rate" AS DOUBLE) AS "participation_rate",
    CAST("participation_rate 2" AS DOUBLE) AS "participation_rate 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_rate by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
-- participation_rate by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_rate by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_rate by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_rate by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
-- participation_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "attendance"."reached opportunity" IS NOT NULL AS "participation_rate if"
-- participation_rate: no path to lead_owner, deal_owner

-- participation_days
WITH "participation attended" AS (
    SELECT *
    FROM (
        SELECT "attendance".*,
            row_number() OVER (PARTITION BY "attendance"."contact_id" ORDER BY "attendance"."checked_in_at", "attendance"."campaign_id", "attendance"."contact_id") AS "place"
        FROM "attendance"
        WHERE ("attendance"."contact_id" IS NOT NULL) AND ("attendance"."checked_in_at" IS NOT NULL)
    )
    WHERE "place" = 1
),
"participation opportunity" AS (
    SELECT "participation attended"."contact_id" AS "contact_id",
        "participation attended"."checked_in_at" AS "entered",
        min("opportunities"."created_at") AS "at"
    FROM "opportunities"
    JOIN "participation attended" ON "opportunities"."contact_id" = "participation attended"."contact_id" AND "opportunities"."created_at" >= "participation attended"."checked_in_at" AND "opportunities"."created_at" <= ("participation attended"."checked_in_at" + (INTERVAL 31536000 SECOND))
    GROUP BY "participation attended"."contact_id", "participation attended"."checked_in_at"
),
"participation contacts" AS (
    SELECT "participation attended".*,
        "participation attended"."checked_in_at" AS "reached attended",
        "participation opportunity"."at" AS "reached opportunity"
    FROM "participation attended"
    LEFT JOIN "participation opportunity" ON "participation opportunity"."contact_id" = "participation attended"."contact_id"
),
"participation figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        median(CAST("participation_days of" AS DOUBLE)) AS "participation_days"
    FROM (
        SELECT date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
        FROM "participation contacts" AS "attendance"
        WHERE ("attendance"."checked_in_at" IS NOT NULL) AND "attendance"."checked_in_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "attendance"."checked_in_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("participation_days" AS DOUBLE) AS "participation_days"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "participation figures"
)
-- participation_days by campaign
+ 4 lines of grouping
+ SELECT "attendance"."campaign_id" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
-- participation_days by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "attendance"."campaign_id") AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_days by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_days by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "attendance"."campaign_id"
-- participation_days by day
+ 4 lines of grouping
+ SELECT CAST("attendance"."checked_in_at" + to_hours(8) AS DATE) AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
-- participation_days by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("attendance"."checked_in_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ date_diff('microsecond', "attendance"."reached attended", "attendance"."reached opportunity") / 86400000000 AS "participation_days of"
-- participation_days: no path to lead_owner, deal_owner
