-- The same data on every machine: everything comes from hashes of the row's number.
CREATE OR REPLACE TABLE touchpoints AS
SELECT
  printf('t-%09d', (i * 7919) % 1000000007) AS touch_id,
  'c-' || (hash(i * 3) % ($rows / 7)::UBIGINT) AS contact_id,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i * 11) % (200 * 86400))::BIGINT) AS occurred_at,
  'camp-' || (hash(i * 17) % 60) AS campaign_id,
  ['webinar', 'expo', 'google-ads', 'email', 'social', 'direct', 'organic', 'trade-show'][1 + (hash(i * 5) % 8)::INTEGER] AS channel
FROM range($rows) r(i);

CREATE OR REPLACE TABLE conversions AS
SELECT
  'deal:o-' || i AS conversion_id,
  'sale' AS kind,
  'c-' || (hash(i * 3 + 1) % ($rows / 7)::UBIGINT) AS contact_id,
  NULL::VARCHAR AS account_id,
  'c-' || (hash(i * 3 + 1) % ($rows / 7)::UBIGINT) AS customer_id,
  'l-' || i AS lead_id,
  TIMESTAMP '2025-01-01' + to_seconds((hash(i * 13) % (200 * 86400))::BIGINT) AS converted_at,
  ((hash(i) % 10000) / 7)::DECIMAL(18, 4) AS value,
  NULL::DECIMAL(18,4) AS cost_of_goods,
  i % 3 = 0 AS first_sale
FROM range($rows * 3 // 10) r(i);
