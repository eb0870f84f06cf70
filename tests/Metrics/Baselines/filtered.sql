WITH "leads figures" AS (
    SELECT FALSE AS "is total",
        "lead_owner",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads if") AS DOUBLE) AS "new_leads",
        CAST(count(*) FILTER (WHERE "good_leads if") AS DOUBLE) AS "good_leads"
    FROM (
        SELECT "leads"."owner" AS "lead_owner",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads if",
            "leads"."score" >= 80 AND ("leads"."source" IN ($1, $2)) AS "good_leads if"
        FROM "leads"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-03-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00')) AND coalesce("campaigns"."channel", "first_touches"."channel") = $3 AND contains(lower(coalesce("campaigns"."name", coalesce("leads"."campaign_id", "first_touches"."campaign_id"))), lower($2)) AND ((("leads"."source" IN ($1)) OR ("leads"."source" IS NULL)) IS NOT TRUE) AND "leads"."score" >= 80 AND CAST(date_trunc('month', CAST("leads"."created_at" + to_hours(8) AS DATE)) AS DATE) IS DISTINCT FROM DATE '2025-02-01'
    )
    GROUP BY "lead_owner"
)
SELECT "part",
    "is total",
    "lead_owner",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("new_leads" AS DOUBLE) AS "new_leads",
    CAST("good_leads" AS DOUBLE) AS "good_leads"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
)
-- $1 = webinar
-- $2 = expo
-- $3 = email
