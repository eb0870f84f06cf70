-- score
WITH "scores figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        favg("score") AS "score"
    FROM (
        SELECT "scores"."score" AS "score"
        FROM "scores"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("score" AS DOUBLE) AS "score"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "scores figures"
)
-- score by campaign
+ 4 lines of grouping
+ SELECT "scores"."campaign_id" AS "§",
+ "scores"."score" AS "score"
-- score by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "scores"."campaign_id") AS "§",
+ "scores"."score" AS "score"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "scores"."campaign_id"
-- score by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "scores"."score" AS "score"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "scores"."campaign_id"
-- score by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "scores"."score" AS "score"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "scores"."campaign_id"
-- score by day, week, month, quarter, year
+ 0 lines of grouping
+ SELECT 'now' AS "part"
+ WHERE FALSE
-- score: no path to lead_owner, deal_owner
