WITH "leads figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        CAST(count(*) FILTER (WHERE "new_leads toward new_leads target of campaign for the day if" AND "counts toward new_leads target of campaign for the day") AS DOUBLE) AS "new_leads toward new_leads target of campaign for the day",
        CAST(count(*) FILTER (WHERE "new_leads toward new_leads target of campaign for the day if") AS DOUBLE) AS "new_leads"
    FROM (
        SELECT coalesce("campaigns"."channel", "first_touches"."channel") AS "channel",
            ("leads"."duplicate_of" IS NOT NULL) IS NOT TRUE AS "new_leads toward new_leads target of campaign for the day if",
            row(coalesce("leads"."campaign_id", "first_touches"."campaign_id"), CAST("leads"."created_at" + to_hours(8) AS DATE)) IN (
            SELECT row("targets"."campaign_id", CAST(unnest(CASE WHEN ("targets"."period_start" IS NOT NULL) AND ("targets"."period_end" IS NOT NULL) THEN generate_series(greatest("targets"."period_start", DATE '2025-03-01'), least("targets"."period_end", DATE '2025-03-31'), INTERVAL 1 DAY) ELSE list_value(CAST(NULL AS TIMESTAMP)) END) AS DATE))
            FROM "targets"
            WHERE "targets"."metric" = $1 AND (CASE WHEN "targets"."campaign_id" IS NOT NULL THEN 'campaign' WHEN "targets"."channel" IS NOT NULL THEN 'channel' WHEN "targets"."owner" IS NOT NULL THEN 'owner' ELSE 'all' END) = 'campaign' AND ("targets"."period_start" IS NOT NULL) AND ("targets"."period_end" IS NOT NULL) AND (((("targets"."period_start" IS NOT NULL) AND ("targets"."period_end" IS NOT NULL)) IS NOT TRUE) OR ("targets"."period_start" < DATE '2025-04-01' AND "targets"."period_end" >= DATE '2025-03-01'))
        ) AS "counts toward new_leads target of campaign for the day"
        FROM "leads"
        LEFT JOIN "first_touches" ON "first_touches"."contact_id" = "leads"."contact_id"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = coalesce("leads"."campaign_id", "first_touches"."campaign_id")
        WHERE "leads"."created_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-03-01 00:00:00')) AND "leads"."created_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-04-01 00:00:00'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"spend figures" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        count(*) AS "rows",
        CAST(sum("amount") AS DOUBLE) AS "cost"
    FROM (
        SELECT coalesce("campaigns"."channel", "spend"."channel") AS "channel",
            "spend"."amount" AS "amount"
        FROM "spend"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "spend"."campaign_id"
        WHERE "spend"."date" >= DATE '2025-03-01' AND "spend"."date" < DATE '2025-04-01'
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"goals" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        round(fsum("share") FILTER (WHERE "metric" = $1 AND "level" = 'campaign'), 9) AS "new_leads target by campaign",
        round(fsum("share") FILTER (WHERE "metric" = $1 AND "level" = 'campaign'), 9) AS "new_leads target to by campaign"
    FROM (
        SELECT coalesce("targets"."channel", "campaigns"."channel") AS "channel",
            "targets"."metric" AS "metric",
            CASE WHEN "targets"."campaign_id" IS NOT NULL THEN 'campaign' WHEN "targets"."channel" IS NOT NULL THEN 'channel' WHEN "targets"."owner" IS NOT NULL THEN 'owner' ELSE 'all' END AS "level",
            "targets"."value" AS "whole",
            CASE WHEN ("targets"."period_start" IS NOT NULL) AND ("targets"."period_end" IS NOT NULL) THEN ("targets"."value" * (date_diff('day', greatest("targets"."period_start", DATE '2025-03-01'), least("targets"."period_end", DATE '2025-03-31')) + 1)) / (date_diff('day', "targets"."period_start", "targets"."period_end") + 1) ELSE "targets"."value" END AS "share"
        FROM "targets"
        LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "targets"."campaign_id"
        WHERE ("targets"."metric" IN ($1)) AND (((("targets"."period_start" IS NOT NULL) AND ("targets"."period_end" IS NOT NULL)) IS NOT TRUE) OR ("targets"."period_start" < DATE '2025-04-01' AND "targets"."period_end" >= DATE '2025-03-01'))
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"benchmarks that hold" AS (
    SELECT "metric",
        "type",
        arg_max("value", "rank") AS "value"
    FROM (
        SELECT "benchmarks"."metric" AS "metric",
            nullif("benchmarks"."campaign_type", '') AS "type",
            "benchmarks"."value" AS "value",
            date_diff('day', DATE '0001-01-01', coalesce("benchmarks"."as_of", DATE '0001-01-01')) AS "rank"
        FROM "benchmarks"
        WHERE ("benchmarks"."metric" IN ($2)) AND (nullif("benchmarks"."industry", '') IS NULL)
    )
    GROUP BY "metric", "type"
),
"benchmarks by campaign" AS (
    SELECT grouping("channel") = 1 AS "is total",
        "channel",
        min("cpl benchmark") AS "cpl benchmark",
        max("cpl benchmark") AS "cpl benchmark to"
    FROM (
        SELECT "campaigns"."channel" AS "channel",
            coalesce("cpl of type"."value", "cpl of all"."value") AS "cpl benchmark"
        FROM "campaigns"
        LEFT JOIN "benchmarks that hold" AS "cpl of type" ON "cpl of type"."metric" = $2 AND "cpl of type"."type" = "campaigns"."type"
        LEFT JOIN "benchmarks that hold" AS "cpl of all" ON "cpl of all"."metric" = $2 AND ("cpl of all"."type" IS NULL)
    )
    GROUP BY GROUPING SETS (("channel"), ())
),
"benchmarks for all" AS (
    SELECT FALSE AS "is total",
        max("value") FILTER (WHERE "metric" = $2 AND ("type" IS NULL)) AS "cpl benchmark",
        max("value") FILTER (WHERE "metric" = $2 AND ("type" IS NULL)) AS "cpl benchmark to"
    FROM "benchmarks that hold"
)
SELECT "part",
    "is total",
    "channel",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("new_leads toward new_leads target of campaign for the day") AS DOUBLE) AS "new_leads toward new_leads target of campaign for the day",
    CAST(max("new_leads") AS DOUBLE) AS "new_leads",
    CAST(max("cost") AS DOUBLE) AS "cost",
    CAST(max("new_leads target by campaign") AS DOUBLE) AS "new_leads target by campaign",
    CAST(max("new_leads target to by campaign") AS DOUBLE) AS "new_leads target to by campaign",
    CAST(max("cpl benchmark") AS DOUBLE) AS "cpl benchmark",
    CAST(max("cpl benchmark to") AS DOUBLE) AS "cpl benchmark to"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "leads figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "spend figures"
    UNION ALL BY NAME
    SELECT 'goals' AS "part",
        *
    FROM "goals"
    UNION ALL BY NAME
    SELECT 'yardsticks' AS "part",
        *
    FROM "benchmarks by campaign"
    UNION ALL BY NAME
    SELECT 'fallback' AS "part",
        *
    FROM "benchmarks for all"
)
GROUP BY "part", "is total", "channel"
-- $1 = new_leads
-- $2 = cpl
