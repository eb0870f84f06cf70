WITH touched AS (
  SELECT c.conversion_id, c.value::DOUBLE AS value, t.channel,
    row_number() OVER (PARTITION BY c.conversion_id ORDER BY t.occurred_at, t.touch_id) AS position,
    count(*) OVER (PARTITION BY c.conversion_id) AS touches,
    pow(2, -(epoch_us(c.converted_at) - epoch_us(t.occurred_at)) / 86400e6 / 7) AS decay
  FROM conversions c
  JOIN touchpoints t ON t.contact_id = c.contact_id AND t.occurred_at BETWEEN c.converted_at - INTERVAL 90 DAYS AND c.converted_at
),
shared AS (
  SELECT channel, value,
    CASE WHEN position = 1 THEN 1e0 ELSE 0 END AS "first",
    CASE WHEN position = touches THEN 1e0 ELSE 0 END AS "last",
    1e0 / touches AS "linear",
    CASE WHEN touches = 1 THEN 1e0 WHEN touches = 2 THEN 0.5e0 WHEN position IN (1, touches) THEN 0.4e0 ELSE 0.2e0 / (touches - 2) END AS "u-shaped",
    decay / sum(decay) OVER (PARTITION BY conversion_id) AS "time-decay"
  FROM touched
)
SELECT channel, sum("first"), sum("last"), sum("linear"), sum("u-shaped"), sum("time-decay"),
  sum("first" * value), sum("last" * value), sum("linear" * value), sum("u-shaped" * value), sum("time-decay" * value)
FROM shared GROUP BY channel
