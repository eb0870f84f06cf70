-- The least that makes a table of touchpoints: nothing checked, nothing derived.
SET TimeZone = 'UTC';
CREATE TABLE touchpoints AS
SELECT * REPLACE (CAST(timezone('Europe/Berlin', CAST(occurred_at AS TIMESTAMP)) AS TIMESTAMP) AS occurred_at) FROM $source;
CHECKPOINT;
