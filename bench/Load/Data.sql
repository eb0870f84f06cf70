-- The same rows on every machine: everything comes from hashes of the row's number.
CREATE TABLE t AS SELECT 'T' || i AS touch_id, 'C' || (hash(i) % 200000) AS contact_id,
    strftime(TIMESTAMP '2025-01-01' + to_seconds((hash(i * 7) % 31536000)::BIGINT), '%Y-%m-%d %H:%M:%S') AS occurred_at,
    CASE WHEN hash(i * 3) % 10 < 6 THEN 'camp-' || (hash(i * 5) % 40) END AS campaign_id, 'visit' AS kind,
    ['google', 'facebook', 'newsletter', 'bing', 'linkedin'][(hash(i * 11) % 5)::INT + 1] AS utm_source,
    ['cpc', 'social', 'email', 'organic', 'paid_social'][(hash(i * 13) % 5)::INT + 1] AS utm_medium,
    'utm-' || (hash(i * 5) % 60) AS utm_campaign, 'page-' || (hash(i * 17) % 500) AS content_id
FROM range($rows) AS r(i);
COPY t TO '$folder/$rows.csv' (HEADER);
COPY (SELECT * REPLACE (occurred_at::TIMESTAMP AS occurred_at) FROM t) TO '$folder/$rows.parquet';
COPY (SELECT 'camp-' || i AS campaign_id, 'utm-' || i AS utm_campaign, CASE WHEN i % 2 = 0 THEN 'channel-' || (i % 7) END AS channel FROM range(40) AS r(i)) TO '$folder/campaigns.csv' (HEADER)
