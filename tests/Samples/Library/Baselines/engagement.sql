-- engagements
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("comments") AS DOUBLE) AS "engagements",
        CAST(sum("shares") AS DOUBLE) AS "engagements 2",
        CAST(sum("likes") AS DOUBLE) AS "engagements 3"
    FROM (
        SELECT "engagement"."comments" AS "comments",
            "engagement"."shares" AS "shares",
            "engagement"."likes" AS "likes"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("engagements" AS DOUBLE) AS "engagements",
    CAST("engagements 2" AS DOUBLE) AS "engagements 2",
    CAST("engagements 3" AS DOUBLE) AS "engagements 3"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- engagements by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."comments" AS "comments",
-- engagements by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- engagements by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- engagements by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- engagements by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."comments" AS "comments",
-- engagements by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."comments" AS "comments",
-- engagements: no path to lead_owner, deal_owner

-- engagement_rate
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("comments") AS DOUBLE) AS "engagements",
        CAST(sum("shares") AS DOUBLE) AS "engagements 2",
        CAST(sum("likes") AS DOUBLE) AS "engagements 3"
    FROM (
        SELECT "engagement"."comments" AS "comments",
            "engagement"."shares" AS "shares",
            "engagement"."likes" AS "likes"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
),
"delivery figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("impressions") AS DOUBLE) AS "impressions"
    FROM (
        SELECT "delivery"."impressions" AS "impressions"
        FROM "delivery"
        WHERE "delivery"."date" >= DATE '2025-01-01' AND "delivery"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("engagements") AS DOUBLE) AS "engagements",
    CAST(max("engagements 2") AS DOUBLE) AS "engagements 2",
    CAST(max("engagements 3") AS DOUBLE) AS "engagements 3",
    CAST(max("impressions") AS DOUBLE) AS "impressions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "delivery figures"
)
GROUP BY "part", "is total"
-- engagement_rate by campaign
+ 8 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."comments" AS "comments",
+ SELECT "delivery"."campaign_id" AS "§",
+ "delivery"."impressions" AS "impressions"
-- engagement_rate by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT coalesce("campaigns"."name", "delivery"."campaign_id") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- engagement_rate by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- engagement_rate by channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT coalesce("campaigns"."§", "delivery"."§") AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- engagement_rate by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."comments" AS "comments",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "delivery"."impressions" AS "impressions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "delivery"."campaign_id"
-- engagement_rate by day
+ 8 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."comments" AS "comments",
+ SELECT "delivery"."date" AS "§",
+ "delivery"."impressions" AS "impressions"
-- engagement_rate by week, month, quarter, year
+ 8 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."comments" AS "comments",
+ SELECT CAST(date_trunc('§', "delivery"."date") AS DATE) AS "§",
+ "delivery"."impressions" AS "impressions"
-- engagement_rate: no path to lead_owner, deal_owner

-- mentions
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("mentions") AS DOUBLE) AS "mentions"
    FROM (
        SELECT "engagement"."mentions" AS "mentions"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mentions" AS DOUBLE) AS "mentions"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- mentions by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."mentions" AS "mentions"
-- mentions by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."mentions" AS "mentions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- mentions by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."mentions" AS "mentions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- mentions by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."mentions" AS "mentions"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- mentions by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."mentions" AS "mentions"
-- mentions by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."mentions" AS "mentions"
-- mentions: no path to lead_owner, deal_owner

-- share_of_voice
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("mentions") AS DOUBLE) AS "mentions",
        CAST(sum("market_mentions") AS DOUBLE) AS "share_of_voice"
    FROM (
        SELECT "engagement"."mentions" AS "mentions",
            "engagement"."market_mentions" AS "market_mentions"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("mentions" AS DOUBLE) AS "mentions",
    CAST("share_of_voice" AS DOUBLE) AS "share_of_voice"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- share_of_voice by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."mentions" AS "mentions",
-- share_of_voice by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."mentions" AS "mentions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- share_of_voice by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."mentions" AS "mentions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- share_of_voice by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."mentions" AS "mentions",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- share_of_voice by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."mentions" AS "mentions",
-- share_of_voice by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."mentions" AS "mentions",
-- share_of_voice: no path to lead_owner, deal_owner

-- site_visits
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("site_visits") AS DOUBLE) AS "site_visits"
    FROM (
        SELECT "engagement"."site_visits" AS "site_visits"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("site_visits" AS DOUBLE) AS "site_visits"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- site_visits by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."site_visits" AS "site_visits"
-- site_visits by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visits by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visits by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visits by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."site_visits" AS "site_visits"
-- site_visits by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."site_visits" AS "site_visits"
-- site_visits: no path to lead_owner, deal_owner

-- new_followers
WITH "engagement levels" AS (
    SELECT FALSE AS "is total",
        sum("rows") AS "rows",
        CAST(sum("new_followers") AS DOUBLE) AS "new_followers",
        CAST(sum("new_followers 2") AS DOUBLE) AS "new_followers 2"
    FROM (
        SELECT FALSE AS "is total",
            first("new_followers of" ORDER BY "series time" DESC, "new_followers of" DESC) FILTER (WHERE "new_followers of" IS NOT NULL) AS "new_followers",
            first("new_followers of" ORDER BY "series time", "new_followers of" DESC) FILTER (WHERE "new_followers of" IS NOT NULL) AS "new_followers 2",
            count(*) AS "rows"
        FROM (
            SELECT "engagement"."campaign_id" AS "series campaign_id",
                "engagement"."platform" AS "series platform",
                "engagement"."date" AS "series time",
                "engagement"."followers" AS "new_followers of"
            FROM "engagement"
            WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
        )
        GROUP BY "series campaign_id", "series platform"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("new_followers" AS DOUBLE) AS "new_followers",
    CAST("new_followers 2" AS DOUBLE) AS "new_followers 2"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement levels"
)
-- new_followers by campaign
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers by campaign_name
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers by campaign_owner
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers by day
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."date" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- new_followers: no path to lead_owner, deal_owner

-- comments
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("comments") AS DOUBLE) AS "comments"
    FROM (
        SELECT "engagement"."comments" AS "comments"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("comments" AS DOUBLE) AS "comments"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- comments by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."comments" AS "comments"
-- comments by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."comments" AS "comments"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- comments by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."comments" AS "comments"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- comments by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."comments" AS "comments"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- comments by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."comments" AS "comments"
-- comments by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."comments" AS "comments"
-- comments: no path to lead_owner, deal_owner

-- shares
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("shares") AS DOUBLE) AS "shares"
    FROM (
        SELECT "engagement"."shares" AS "shares"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("shares" AS DOUBLE) AS "shares"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- shares by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."shares" AS "shares"
-- shares by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."shares" AS "shares"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- shares by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."shares" AS "shares"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- shares by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."shares" AS "shares"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- shares by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."shares" AS "shares"
-- shares by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."shares" AS "shares"
-- shares: no path to lead_owner, deal_owner

-- likes
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("likes") AS DOUBLE) AS "likes"
    FROM (
        SELECT "engagement"."likes" AS "likes"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("likes" AS DOUBLE) AS "likes"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
)
-- likes by campaign
+ 4 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."likes" AS "likes"
-- likes by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."likes" AS "likes"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- likes by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."likes" AS "likes"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- likes by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."likes" AS "likes"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- likes by day
+ 4 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."likes" AS "likes"
-- likes by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."likes" AS "likes"
-- likes: no path to lead_owner, deal_owner

-- followers
WITH "engagement levels" AS (
    SELECT FALSE AS "is total",
        sum("rows") AS "rows",
        CAST(sum("followers") AS DOUBLE) AS "followers"
    FROM (
        SELECT FALSE AS "is total",
            first("followers of" ORDER BY "series time" DESC, "followers of" DESC) FILTER (WHERE "followers of" IS NOT NULL) AS "followers",
            count(*) AS "rows"
        FROM (
            SELECT "engagement"."campaign_id" AS "series campaign_id",
                "engagement"."platform" AS "series platform",
                "engagement"."date" AS "series time",
                "engagement"."followers" AS "followers of"
            FROM "engagement"
            WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
        )
        GROUP BY "series campaign_id", "series platform"
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("followers" AS DOUBLE) AS "followers"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement levels"
)
-- followers by campaign
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers by campaign_name
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers by type, format, mode, channel
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers by campaign_owner
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers by day
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."date" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers by week, month, quarter, year
+ 4 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
-- followers: no path to lead_owner, deal_owner

-- follower_growth
WITH "engagement levels" AS (
    SELECT FALSE AS "is total",
        sum("rows") AS "rows",
        CAST(sum("followers") AS DOUBLE) AS "followers"
    FROM (
        SELECT FALSE AS "is total",
            first("followers of" ORDER BY "series time" DESC, "followers of" DESC) FILTER (WHERE "followers of" IS NOT NULL) AS "followers",
            count(*) AS "rows"
        FROM (
            SELECT "engagement"."campaign_id" AS "series campaign_id",
                "engagement"."platform" AS "series platform",
                "engagement"."date" AS "series time",
                "engagement"."followers" AS "followers of"
            FROM "engagement"
            WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
        )
        GROUP BY "series campaign_id", "series platform"
    )
),
"engagement previous" AS (
    SELECT FALSE AS "is total",
        sum("rows") AS "rows",
        CAST(sum("followers previous") AS DOUBLE) AS "followers previous"
    FROM (
        SELECT FALSE AS "is total",
            first("followers previous of" ORDER BY "series time 2" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
            count(*) AS "rows"
        FROM (
            SELECT "engagement"."campaign_id" AS "series campaign_id 2",
                "engagement"."platform" AS "series platform 2",
                "engagement"."date" AS "series time 2",
                "engagement"."followers" AS "followers previous of"
            FROM "engagement"
            WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2024-01-01' AND "engagement"."date" < DATE '2025-01-01'
        )
        GROUP BY "series campaign_id 2", "series platform 2"
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("followers") AS DOUBLE) AS "followers",
    CAST(max("followers previous") AS DOUBLE) AS "followers previous"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement levels"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "engagement previous"
)
GROUP BY "part", "is total"
-- follower_growth by campaign
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
+ SELECT "is total",
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ GROUP BY GROUPING SETS (("§", "series campaign_id 2", "series platform 2"), ("series campaign_id 2", "series platform 2"))
+ GROUP BY "is total", "§"
-- follower_growth by campaign_name
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
+ SELECT "is total",
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id 2", "series platform 2"), ("series campaign_id 2", "series platform 2"))
+ GROUP BY "is total", "§"
-- follower_growth by type, format, mode, channel
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
+ SELECT "is total",
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id 2", "series platform 2"), ("series campaign_id 2", "series platform 2"))
+ GROUP BY "is total", "§"
-- follower_growth by campaign_owner
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
+ SELECT "is total",
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ GROUP BY GROUPING SETS (("§", "series campaign_id 2", "series platform 2"), ("series campaign_id 2", "series platform 2"))
+ GROUP BY "is total", "§"
-- follower_growth by day
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT "engagement"."date" AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
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
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2024-12-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§", "series campaign_id 2", "series platform 2"
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT TRUE AS "is total",
+ first("followers previous of" ORDER BY "series time 3" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
+ SELECT "engagement"."campaign_id" AS "series campaign_id 3",
+ "engagement"."platform" AS "series platform 3",
+ "engagement"."date" AS "series time 3",
+ GROUP BY "series campaign_id 3", "series platform 3"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- follower_growth by week
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
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
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2024-12-24' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§", "series campaign_id 2", "series platform 2"
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT TRUE AS "is total",
+ first("followers previous of" ORDER BY "series time 3" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
+ SELECT "engagement"."campaign_id" AS "series campaign_id 3",
+ "engagement"."platform" AS "series platform 3",
+ "engagement"."date" AS "series time 3",
+ GROUP BY "series campaign_id 3", "series platform 3"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- follower_growth by month
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
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
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2024-11-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§", "series campaign_id 2", "series platform 2"
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT TRUE AS "is total",
+ first("followers previous of" ORDER BY "series time 3" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
+ SELECT "engagement"."campaign_id" AS "series campaign_id 3",
+ "engagement"."platform" AS "series platform 3",
+ "engagement"."date" AS "series time 3",
+ GROUP BY "series campaign_id 3", "series platform 3"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- follower_growth by quarter
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
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
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2024-09-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§", "series campaign_id 2", "series platform 2"
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT TRUE AS "is total",
+ first("followers previous of" ORDER BY "series time 3" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
+ SELECT "engagement"."campaign_id" AS "series campaign_id 3",
+ "engagement"."platform" AS "series platform 3",
+ "engagement"."date" AS "series time 3",
+ GROUP BY "series campaign_id 3", "series platform 3"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- follower_growth by year
+ 8 lines of grouping
+ SELECT "is total",
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."campaign_id" AS "series campaign_id",
+ GROUP BY GROUPING SETS (("§", "series campaign_id", "series platform"), ("series campaign_id", "series platform"))
+ GROUP BY "is total", "§"
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
+ "engagement"."campaign_id" AS "series campaign_id 2",
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE ("engagement"."date" IS NOT NULL) AND "engagement"."date" >= DATE '2023-12-31' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§", "series campaign_id 2", "series platform 2"
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ SELECT TRUE AS "is total",
+ first("followers previous of" ORDER BY "series time 3" DESC, "followers previous of" DESC) FILTER (WHERE "followers previous of" IS NOT NULL) AS "followers previous",
+ SELECT "engagement"."campaign_id" AS "series campaign_id 3",
+ "engagement"."platform" AS "series platform 3",
+ "engagement"."date" AS "series time 3",
+ GROUP BY "series campaign_id 3", "series platform 3"
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- follower_growth: no path to lead_owner, deal_owner

-- site_visit_lift
WITH "engagement figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("site_visits") AS DOUBLE) AS "site_visits"
    FROM (
        SELECT "engagement"."site_visits" AS "site_visits"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2025-01-01' AND "engagement"."date" < DATE '2026-01-01'
    )
),
"engagement previous" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(sum("site_visits") AS DOUBLE) AS "site_visits previous"
    FROM (
        SELECT "engagement"."site_visits" AS "site_visits"
        FROM "engagement"
        WHERE "engagement"."date" >= DATE '2024-01-01' AND "engagement"."date" < DATE '2025-01-01'
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("site_visits") AS DOUBLE) AS "site_visits",
    CAST(max("site_visits previous") AS DOUBLE) AS "site_visits previous"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "engagement figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "engagement previous"
)
GROUP BY "part", "is total"
-- site_visit_lift by campaign
+ 8 lines of grouping
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ SELECT "engagement"."campaign_id" AS "§",
+ "engagement"."site_visits" AS "site_visits"
-- site_visit_lift by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT coalesce("campaigns"."name", "engagement"."campaign_id") AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visit_lift by type, format, mode, channel
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visit_lift by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "engagement"."site_visits" AS "site_visits"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "engagement"."campaign_id"
-- site_visit_lift by day
+ 7 lines of grouping
+ SELECT "engagement"."date" AS "§",
+ "engagement"."site_visits" AS "site_visits"
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
+ "engagement"."site_visits" AS "site_visits"
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE "engagement"."date" >= DATE '2024-12-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- site_visit_lift by week
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."site_visits" AS "site_visits"
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
+ "engagement"."site_visits" AS "site_visits"
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE "engagement"."date" >= DATE '2024-12-24' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- site_visit_lift by month
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."site_visits" AS "site_visits"
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
+ "engagement"."site_visits" AS "site_visits"
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE "engagement"."date" >= DATE '2024-11-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- site_visit_lift by quarter
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."site_visits" AS "site_visits"
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
+ "engagement"."site_visits" AS "site_visits"
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE "engagement"."date" >= DATE '2024-09-30' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- site_visit_lift by year
+ 7 lines of grouping
+ SELECT CAST(date_trunc('§', "engagement"."date") AS DATE) AS "§",
+ "engagement"."site_visits" AS "site_visits"
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
+ "engagement"."site_visits" AS "site_visits"
+ JOIN "§ previous" ON "engagement"."date" >= "§ previous"."from" AND "engagement"."date" < "§ previous"."to"
+ WHERE "engagement"."date" >= DATE '2023-12-31' AND "engagement"."date" < DATE '2026-01-01'
+ GROUP BY "§"
+ "engagement previous in total" AS (
+ SELECT TRUE AS "is total",
+ "groups of days" AS (
+ 0 AS "rows"
+ FROM "§ of the period"
+ FROM "engagement previous in total"
+ SELECT 'groups of days' AS "part",
+ FROM "groups of days"
-- site_visit_lift: no path to lead_owner, deal_owner

-- reached_contacts
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "contact_id") AS DOUBLE) AS "reached_contacts"
    FROM (
        SELECT "touchpoints"."contact_id" AS "contact_id"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
)
SELECT "part",
    "is total",
    CAST("rows" AS DOUBLE) AS "rows",
    CAST("reached_contacts" AS DOUBLE) AS "reached_contacts"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
)
-- reached_contacts by campaign
+ 4 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
-- reached_contacts by campaign_name
+ 4 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- reached_contacts by type, format, mode
+ 4 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- reached_contacts by channel
+ 4 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
-- reached_contacts by campaign_owner
+ 4 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
-- reached_contacts by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
-- reached_contacts by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
-- reached_contacts: no path to lead_owner, deal_owner

-- reach_rate
WITH "touchpoints figures" AS (
    SELECT FALSE AS "is total",
        count(*) AS "rows",
        CAST(count(DISTINCT "contact_id") AS DOUBLE) AS "reached_contacts"
    FROM (
        SELECT "touchpoints"."contact_id" AS "contact_id"
        FROM "touchpoints"
        WHERE "touchpoints"."occurred_at" >= timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2025-01-01 00:00:00')) AND "touchpoints"."occurred_at" < timezone('UTC', timezone('Asia/Shanghai', TIMESTAMP '2026-01-01 00:00:00'))
    )
),
"campaigns figures" AS (
    SELECT FALSE AS "is total",
        CAST(sum("audience_size") AS DOUBLE) AS "reach_rate"
    FROM (
        SELECT "campaigns"."audience_size" AS "audience_size"
        FROM "campaigns"
    )
)
SELECT "part",
    "is total",
    CAST(sum("rows") AS DOUBLE) AS "rows",
    CAST(max("reached_contacts") AS DOUBLE) AS "reached_contacts",
    CAST(max("reach_rate") AS DOUBLE) AS "reach_rate"
FROM (
    SELECT 'now' AS "part",
        *
    FROM "touchpoints figures"
    UNION ALL BY NAME
    SELECT 'now' AS "part",
        *
    FROM "campaigns figures"
)
GROUP BY "part", "is total"
-- reach_rate by campaign
+ 8 lines of grouping
+ SELECT "touchpoints"."campaign_id" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ SELECT "campaigns"."campaign_id" AS "§",
+ "campaigns"."audience_size" AS "audience_size"
-- reach_rate by campaign_name
+ 8 lines of grouping
+ SELECT coalesce("campaigns"."name", "touchpoints"."campaign_id") AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
+ SELECT coalesce("campaigns"."name", "campaigns"."campaign_id") AS "§",
+ "campaigns"."audience_size" AS "audience_size"
-- reach_rate by type, format, mode
+ 8 lines of grouping
+ SELECT "campaigns"."§" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
+ SELECT "campaigns"."§" AS "§",
+ "campaigns"."audience_size" AS "audience_size"
-- reach_rate by channel
+ 8 lines of grouping
+ SELECT "touchpoints"."§" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ SELECT "campaigns"."§" AS "§",
+ "campaigns"."audience_size" AS "audience_size"
-- reach_rate by campaign_owner
+ 8 lines of grouping
+ SELECT "campaigns"."owner" AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ LEFT JOIN "campaigns" ON "campaigns"."campaign_id" = "touchpoints"."campaign_id"
+ SELECT "campaigns"."owner" AS "§",
+ "campaigns"."audience_size" AS "audience_size"
-- reach_rate by day
+ 4 lines of grouping
+ SELECT CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE) AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("reached_contacts" AS DOUBLE) AS "reached_contacts"
-- reach_rate by week, month, quarter, year
+ 4 lines of grouping
+ SELECT CAST(date_trunc('§', CAST("touchpoints"."occurred_at" + to_hours(8) AS DATE)) AS DATE) AS "§",
+ "touchpoints"."contact_id" AS "contact_id"
+ CAST("rows" AS DOUBLE) AS "rows",
+ CAST("reached_contacts" AS DOUBLE) AS "reached_contacts"
-- reach_rate: no path to lead_owner, deal_owner
