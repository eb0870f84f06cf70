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
  SELECT t.*, t.position::DOUBLE AS place
  FROM found t
),
weighed AS MATERIALIZED (
  SELECT journey, touch_id, contact_id, position, channel, campaign_id, occurred_at,
    CASE WHEN (place = 1e0) THEN 1e0 ELSE 0e0 END AS weight_0,
    CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END AS weight_1,
    1e0 AS weight_2,
    CASE WHEN (touches = 1e0) THEN 1e0 ELSE CASE WHEN (touches = 2e0) THEN CASE WHEN (place = 1e0) THEN 40e0 ELSE 40e0 END ELSE CASE WHEN (place = 1e0) THEN 40e0 ELSE CASE WHEN (place = touches) THEN 40e0 ELSE (20e0 / (touches - 2e0)) END END END END AS weight_3,
    pow(2e0, (0e0 - (age_days / 7e0))) AS weight_4
  FROM touched
),
sums AS MATERIALIZED (SELECT journey, fsum(weight_0) AS sum_0, fsum(weight_1) AS sum_1, fsum(weight_2) AS sum_2, fsum(weight_3) AS sum_3, fsum(weight_4) AS sum_4 FROM weighed GROUP BY journey)
SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket,
  weight_0 / nullif(greatest(sum_0, 0e0), 0e0) AS "first",
  weight_1 / nullif(greatest(sum_1, 0e0), 0e0) AS "last",
  weight_2 / nullif(greatest(sum_2, 0e0), 0e0) AS "linear",
  weight_3 / nullif(greatest(sum_3, 0e0), 0e0) AS "u-shaped",
  weight_4 / nullif(greatest(sum_4, 0e0), 0e0) AS "time-decay"
FROM weighed t JOIN sums USING (journey) JOIN conversions c ON c.rowid = journey
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, cost_of_goods, first_sale, (hash(c.conversion_id) % 32)::BIGINT AS bucket, 1e0, 1e0, 1e0, 1e0, 1e0
FROM conversions c WHERE NOT EXISTS (FROM sums WHERE journey = c.rowid)
