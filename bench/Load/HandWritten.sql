-- The tables Merit makes, as one would write them knowing that the files are sound: no row is checked, kept or counted.
-- $raw is a TABLE for CSV, which is slow to read twice, and a VIEW for Parquet.
SET TimeZone = 'UTC';
CREATE TEMP $raw raw AS
SELECT * REPLACE (CAST(timezone('Europe/Berlin', CAST(occurred_at AS TIMESTAMP)) AS TIMESTAMP) AS occurred_at) FROM $source;
CREATE TABLE campaigns AS FROM read_csv('$folder/campaigns.csv');
CREATE TEMP TABLE channels AS
SELECT DISTINCT utm_source AS s, utm_medium AS m, utm_campaign AS c, CASE WHEN utm_medium = 'cpc' THEN 'paid' ELSE utm_medium END AS channel FROM raw;
CREATE TABLE touchpoints AS
SELECT raw.* REPLACE (coalesce(raw.campaign_id, u.campaign_id) AS campaign_id), coalesce(k.channel, h.channel) AS channel
FROM raw
LEFT JOIN campaigns AS u ON u.utm_campaign = raw.utm_campaign
LEFT JOIN campaigns AS k ON k.campaign_id = coalesce(raw.campaign_id, u.campaign_id)
LEFT JOIN channels AS h ON h.s IS NOT DISTINCT FROM raw.utm_source AND h.m IS NOT DISTINCT FROM raw.utm_medium AND h.c IS NOT DISTINCT FROM raw.utm_campaign;
SELECT count(DISTINCT touch_id) FROM touchpoints;
CREATE TABLE first_touches AS
SELECT contact_id, arg_min(touch_id, (occurred_at, touch_id)) AS touch_id, min(occurred_at) AS occurred_at FROM touchpoints GROUP BY contact_id;
CHECKPOINT;
