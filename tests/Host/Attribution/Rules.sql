CREATE OR REPLACE TABLE credits AS
WITH touched AS NOT MATERIALIZED (
  SELECT t.* EXCLUDE (touches), t.position::DOUBLE AS place, t.touches::DOUBLE AS touches
  FROM journey_touches t
),
sums AS (SELECT journey, fsum(CASE WHEN (place = 1e0) THEN 1e0 ELSE 0e0 END) AS sum_0, fsum(CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END) AS sum_1, fsum(1e0) AS sum_2, fsum(CASE WHEN (touches = 1e0) THEN 1e0 ELSE CASE WHEN (touches = 2e0) THEN CASE WHEN (place = 1e0) THEN 40e0 ELSE 40e0 END ELSE CASE WHEN (place = 1e0) THEN 40e0 ELSE CASE WHEN (place = touches) THEN 40e0 ELSE (20e0 / (touches - 2e0)) END END END END) AS sum_3, fsum(pow(2e0, (0e0 - (age_days / 7e0)))) AS sum_4 FROM touched GROUP BY journey)
SELECT h.conversion_id, h.kind, t.touch_id, t.contact_id, t.position, t.channel, t.campaign_id, t.occurred_at, h.converted_at, h.value, h.first_sale,
  CASE WHEN (place = 1e0) THEN 1e0 ELSE 0e0 END / nullif(greatest(sum_0, 0e0), 0e0) AS "first",
  CASE WHEN (place = touches) THEN 1e0 ELSE 0e0 END / nullif(greatest(sum_1, 0e0), 0e0) AS "last",
  1e0 / nullif(greatest(sum_2, 0e0), 0e0) AS "linear",
  CASE WHEN (touches = 1e0) THEN 1e0 ELSE CASE WHEN (touches = 2e0) THEN CASE WHEN (place = 1e0) THEN 40e0 ELSE 40e0 END ELSE CASE WHEN (place = 1e0) THEN 40e0 ELSE CASE WHEN (place = touches) THEN 40e0 ELSE (20e0 / (touches - 2e0)) END END END END / nullif(greatest(sum_3, 0e0), 0e0) AS "u-shaped",
  pow(2e0, (0e0 - (age_days / 7e0))) / nullif(greatest(sum_4, 0e0), 0e0) AS "time-decay"
FROM touched t JOIN sums USING (journey) JOIN journey_heads h USING (journey)
UNION ALL
SELECT conversion_id, kind, NULL, contact_id, NULL, '(unattributed)', '(unattributed)', NULL, converted_at, value, first_sale, 1e0, 1e0, 1e0, 1e0, 1e0
FROM journeys WHERE touches = 0
