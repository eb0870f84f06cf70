CREATE OR REPLACE TABLE credits_by_hand AS
WITH touched AS (
  SELECT c.conversion_id, c.kind, t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at, c.converted_at, c.value, c.cost_of_goods, c.first_sale,
    row_number() OVER (PARTITION BY c.conversion_id ORDER BY t.occurred_at, t.touch_id) AS position,
    count(*) OVER (PARTITION BY c.conversion_id) AS touches,
    pow(2, -(epoch_us(c.converted_at) - epoch_us(t.occurred_at)) / 86400e6 / 7) AS decay
  FROM conversions c
  JOIN touchpoints t ON t.contact_id = c.contact_id AND t.occurred_at BETWEEN c.converted_at - INTERVAL 90 DAYS AND c.converted_at
)
SELECT conversion_id, kind, touch_id, contact_id, position, channel, campaign_id, occurred_at, converted_at, value, cost_of_goods, first_sale,
  CASE WHEN position = 1 THEN 1e0 ELSE 0 END AS "first",
  CASE WHEN position = touches THEN 1e0 ELSE 0 END AS "last",
  1e0 / touches AS "linear",
  CASE WHEN touches = 1 THEN 1e0 WHEN touches = 2 THEN 0.5e0 WHEN position IN (1, touches) THEN 0.4e0 ELSE 0.2e0 / (touches - 2) END AS "u-shaped",
  decay / sum(decay) OVER (PARTITION BY conversion_id) AS "time-decay"
FROM touched
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, cost_of_goods, first_sale, 1e0, 1e0, 1e0, 1e0, 1e0
FROM conversions c
WHERE NOT EXISTS (
  FROM touchpoints t WHERE t.contact_id = c.contact_id AND t.occurred_at BETWEEN c.converted_at - INTERVAL 90 DAYS AND c.converted_at
);
