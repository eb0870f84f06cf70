INSERT INTO campaigns (campaign_id, name, type, format, channel, owner)
SELECT 'C' || i, 'Campaign ' || i, ['lead-gen', 'revenue', 'brand'][i % 3 + 1], ['webinar', 'expo', 'ads'][i % 3 + 1],
    ['email', 'paid-search', 'social', 'expo', 'display'][i % 5 + 1], 'Owner ' || (i % 12) FROM range(200) AS r(i);
INSERT INTO touchpoints (touch_id, contact_id, occurred_at, campaign_id, channel, kind, utm_source, utm_medium)
SELECT 'T' || i, 'P' || (hash(i) % ($rows // 10 + 1)), TIMESTAMP '2025-01-01' + to_seconds((hash(i * 7) % 31536000)::BIGINT),
    'C' || (hash(i * 5) % 200), ['email', 'paid-search', 'social', 'expo', 'display'][(hash(i * 5) % 200)::INT % 5 + 1],
    ['visit', 'click', 'view'][(hash(i * 17) % 3)::INT + 1], ['google', 'facebook', 'newsletter', 'bing'][(hash(i * 11) % 4)::INT + 1],
    ['cpc', 'social', 'email', 'organic', 'paid_social'][(hash(i * 13) % 5)::INT + 1]
FROM range($rows) AS r(i) ORDER BY 3;
INSERT INTO spend (date, campaign_id, channel, category, source, amount)
SELECT DATE '2025-01-01' + d::INT, 'C' || c, ['email', 'paid-search', 'social', 'expo', 'display'][c % 5 + 1], 'media', 'bench', (hash(c * 1000 + d) % 100000) / 100
FROM range(365) AS days(d), range(200) AS all_of_them(c);
INSERT INTO leads (lead_id, contact_id, campaign_id, source, created_at, mql_at, score)
SELECT 'L' || i, 'P' || (hash(i) % ($rows // 10 + 1)), 'C' || (hash(i * 3) % 200), ['web', 'expo', 'mail'][(hash(i * 5) % 3)::INT + 1],
    TIMESTAMP '2025-01-01' + to_seconds((hash(i * 7) % 31000000)::BIGINT),
    CASE WHEN hash(i * 9) % 10 < 3 THEN TIMESTAMP '2025-01-01' + to_seconds((hash(i * 7) % 31000000)::BIGINT + (hash(i * 11) % 1000000)::BIGINT) END, hash(i * 13) % 100
FROM range($rows // 20) AS r(i);
