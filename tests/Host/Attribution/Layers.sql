CREATE OR REPLACE TABLE credits AS
WITH touched AS NOT MATERIALIZED (
  SELECT t.* EXCLUDE (touches), t.position::DOUBLE AS place, t.touches::DOUBLE AS touches, (SELECT min(l.created_at) FROM leads l WHERE l.lead_id = h.lead_id) AS lead_at
  FROM journey_touches t JOIN journey_heads h USING (journey)
),
channels AS (SELECT journey, channel, count(*)::DOUBLE AS same_channel FROM touched GROUP BY journey, channel),
touched_channels AS (
  SELECT t.*, c.same_channel
  FROM touched t JOIN channels c ON c.journey = t.journey AND c.channel IS NOT DISTINCT FROM t.channel
),
counted_layer_1 AS (SELECT journey, count(*) FILTER (WHERE (NOT coalesce(channel IN ('direct'), false)))::DOUBLE AS counted_1, max(place) FILTER (WHERE (NOT coalesce(channel IN ('direct'), false))) AS counted_2, max(place) FILTER (WHERE occurred_at <= lead_at) AS counted_3, count(*) FILTER (WHERE (1e0 < same_channel))::DOUBLE AS counted_4 FROM touched_channels GROUP BY journey),
touched_layer_1 AS (SELECT * FROM touched_channels JOIN counted_layer_1 USING (journey)),
counted_layer_2 AS (SELECT journey, count(*) FILTER (WHERE (place < counted_4))::DOUBLE AS counted_5 FROM touched_layer_1 GROUP BY journey),
touched_layer_2 AS (SELECT * FROM touched_layer_1 JOIN counted_layer_2 USING (journey)),
sums AS (SELECT journey, fsum(CASE WHEN (counted_1 = 0e0) THEN CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END ELSE CASE WHEN (place IS NOT DISTINCT FROM counted_2) THEN 1e0 ELSE 0e0 END END) AS sum_0, fsum(CASE WHEN (place IS NOT DISTINCT FROM counted_3) THEN 3e0 ELSE counted_5 END) AS sum_1 FROM touched_layer_2 GROUP BY journey)
SELECT h.conversion_id, h.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, h.converted_at, h.value, h.first_sale,
  CASE WHEN (counted_1 = 0e0) THEN CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END ELSE CASE WHEN (place IS NOT DISTINCT FROM counted_2) THEN 1e0 ELSE 0e0 END END / nullif(greatest(sum_0, 0e0), 0e0) AS "last-non-direct",
  CASE WHEN (place IS NOT DISTINCT FROM counted_3) THEN 3e0 ELSE counted_5 END / nullif(greatest(sum_1, 0e0), 0e0) AS "staged"
FROM touched_layer_2 t JOIN sums USING (journey) JOIN journey_heads h USING (journey)
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, first_sale, 1e0, 1e0
FROM journeys WHERE touches = 0
