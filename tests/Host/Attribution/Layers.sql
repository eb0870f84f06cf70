WITH found AS (
SELECT journey,
  row_number() OVER (PARTITION BY journey ORDER BY occurred_at, touch_id) AS position,
  (count(*) OVER (PARTITION BY journey))::DOUBLE AS touches,
  touch_id, contact_id, channel, campaign_id, occurred_at,
  (epoch_us(converted_at) - epoch_us(occurred_at)) / 86400e6 AS age_days
FROM (SELECT c.rowid AS journey, c.converted_at, c.contact_id AS owner FROM conversions c) conversions
JOIN (SELECT t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at, t.contact_id AS owner FROM touchpoints t) touches
  ON touches.owner = conversions.owner AND occurred_at BETWEEN converted_at - to_microseconds(7776000000000) AND converted_at
),
touched AS (
  SELECT t.*, t.position::DOUBLE AS place, (SELECT min(l.created_at) FROM leads l WHERE l.lead_id = c.lead_id) AS lead_at
  FROM found t JOIN conversions c ON c.rowid = t.journey
),
units AS (SELECT journey, channel, count(*)::DOUBLE AS same_channel FROM touched GROUP BY journey, channel),
touched_units AS (
  SELECT t.*, u.same_channel
  FROM touched t JOIN units u ON u.journey = t.journey AND u.channel IS NOT DISTINCT FROM t.channel
),
counted_layer_1 AS (SELECT journey, count(*) FILTER (WHERE (NOT coalesce(channel IN ('direct'), false)))::DOUBLE AS counted_1, max(place) FILTER (WHERE (NOT coalesce(channel IN ('direct'), false))) AS counted_2, max(place) FILTER (WHERE occurred_at <= lead_at) AS counted_3, count(*) FILTER (WHERE (1e0 < same_channel))::DOUBLE AS counted_4 FROM touched_units GROUP BY journey),
touched_layer_1 AS (SELECT * FROM touched_units JOIN counted_layer_1 USING (journey)),
counted_layer_2 AS (SELECT journey, count(*) FILTER (WHERE (place < counted_4))::DOUBLE AS counted_5 FROM touched_layer_1 GROUP BY journey),
touched_layer_2 AS (SELECT * FROM touched_layer_1 JOIN counted_layer_2 USING (journey)),
weighed AS MATERIALIZED (
  SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
    CASE WHEN (counted_1 = 0e0) THEN CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END ELSE CASE WHEN (place IS NOT DISTINCT FROM counted_2) THEN 1e0 ELSE 0e0 END END AS weight_0,
    CASE WHEN (place IS NOT DISTINCT FROM counted_3) THEN 3e0 ELSE counted_5 END AS weight_1
  FROM touched_layer_2
),
sums AS MATERIALIZED (SELECT journey, fsum(weight_0) AS sum_0, fsum(weight_1) AS sum_1 FROM weighed GROUP BY journey)
SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket,
  weight_0 / nullif(greatest(sum_0, 0e0), 0e0) AS "last-non-direct",
  weight_1 / nullif(greatest(sum_1, 0e0), 0e0) AS "staged"
FROM weighed t JOIN sums USING (journey) JOIN conversions c ON c.rowid = journey
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, cost_of_goods, first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket, 1e0, 1e0
FROM conversions c WHERE NOT EXISTS (FROM sums WHERE journey = c.rowid)
