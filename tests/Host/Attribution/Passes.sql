WITH pass_0 AS MATERIALIZED (
WITH found AS (
SELECT journey,
  row_number() OVER (PARTITION BY journey ORDER BY occurred_at, touch_id) AS position,
  (count(*) OVER (PARTITION BY journey))::DOUBLE AS touches,
  touch_id, contact_id, channel, campaign_id, occurred_at,
  (epoch_us(converted_at) - epoch_us(occurred_at)) / 86400e6 AS age_days
FROM (SELECT c.rowid AS journey, c.converted_at, c.contact_id AS owner, lag(c.converted_at) OVER (PARTITION BY c.contact_id, c.kind ORDER BY c.converted_at, c.conversion_id) AS after FROM conversions c) conversions
JOIN (SELECT t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at, t.contact_id AS owner FROM touchpoints t) touches
  ON touches.owner = conversions.owner AND occurred_at BETWEEN converted_at - to_microseconds(7776000000000) AND converted_at AND (after IS NULL OR occurred_at > after)
),
touched AS (
  SELECT t.*, t.position::DOUBLE AS place
  FROM found t
),
weighed AS MATERIALIZED (
  SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
    1e0 AS weight_0
  FROM touched
),
sums AS MATERIALIZED (SELECT journey, fsum(weight_0) AS sum_0 FROM weighed GROUP BY journey)
SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
  weight_0 / nullif(greatest(sum_0, 0e0), 0e0) AS "linear"
FROM weighed JOIN sums USING (journey)
),
pass_1 AS MATERIALIZED (
WITH found AS (
SELECT journey,
  row_number() OVER (PARTITION BY journey ORDER BY occurred_at, touch_id) AS position,
  (count(*) OVER (PARTITION BY journey))::DOUBLE AS touches,
  touch_id, contact_id, channel, campaign_id, occurred_at,
  (epoch_us(converted_at) - epoch_us(occurred_at)) / 86400e6 AS age_days
FROM (
  SELECT journey, converted_at, touches.*, row_number() OVER run = 1 OR channel IS DISTINCT FROM lag(channel) OVER run AS opens
  FROM (SELECT c.rowid AS journey, c.converted_at, c.contact_id AS owner, (SELECT min(o.created_at) FROM sales s JOIN opportunities o ON o.opportunity_id = s.opportunity_id WHERE s.sale_id = c.conversion_id) AS until, lag(c.converted_at) OVER (PARTITION BY c.contact_id, c.kind ORDER BY c.converted_at, c.conversion_id) AS after FROM conversions c) conversions
JOIN (SELECT t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at, t.contact_id AS owner FROM touchpoints t WHERE coalesce(t.channel NOT IN ('direct'), true)) touches
  ON touches.owner = conversions.owner AND occurred_at BETWEEN converted_at - to_microseconds(604800000000) AND least(converted_at, until) AND (after IS NULL OR occurred_at > after)
  WINDOW run AS (PARTITION BY journey ORDER BY occurred_at, touch_id)
) touches WHERE opens
),
touched AS (
  SELECT t.*, t.position::DOUBLE AS place
  FROM found t
),
weighed AS MATERIALIZED (
  SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
    CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END AS weight_0
  FROM touched
),
sums AS MATERIALIZED (SELECT journey, fsum(weight_0) AS sum_0 FROM weighed GROUP BY journey)
SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
  weight_0 / nullif(greatest(sum_0, 0e0), 0e0) AS "late"
FROM weighed JOIN sums USING (journey)
),
met AS (
  SELECT journey, touch_id, coalesce(pass_0.contact_id, pass_1.contact_id) AS contact_id, coalesce(pass_0.position, pass_1.position) AS position, coalesce(pass_0.channel, pass_1.channel) AS channel, coalesce(pass_0.campaign_id, pass_1.campaign_id) AS campaign_id, coalesce(pass_0.occurred_at, pass_1.occurred_at) AS occurred_at,
    CASE WHEN pass_0.position IS NULL THEN 0e0 ELSE pass_0."linear" END AS "linear",
    CASE WHEN pass_1.position IS NULL THEN 0e0 ELSE pass_1."late" END AS "late"
  FROM pass_0 FULL JOIN pass_1 USING (journey, touch_id)
)
SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket,
  t."linear", t."late"
FROM met t JOIN conversions c ON c.rowid = journey
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, cost_of_goods, first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket,
  CASE WHEN EXISTS (FROM pass_0 WHERE journey = c.rowid) THEN 0e0 ELSE 1e0 END, CASE WHEN EXISTS (FROM pass_1 WHERE journey = c.rowid) THEN 0e0 ELSE 1e0 END
FROM conversions c WHERE NOT (EXISTS (FROM pass_0 WHERE journey = c.rowid) AND EXISTS (FROM pass_1 WHERE journey = c.rowid))
