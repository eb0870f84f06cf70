-- The same data on every machine: everything comes from hashes of numbers. Two years; a contact's touches lie within sixty days, and four contacts of five convert after them.
CREATE TEMP TABLE tens AS SELECT range AS i FROM range($touches // 10);
CREATE TABLE touchpoints AS
SELECT
  't' || (10 * i + j) AS touch_id,
  'c' || contact AS contact_id,
  TIMESTAMP '2024-01-01' + to_seconds((hash(contact) % (670 * 86400) + hash(i * 11 + j) % (60 * 86400))::BIGINT) AS occurred_at,
  'camp-' || (hash(i * 17 + j) % 60) AS campaign_id,
  'channel-' || (hash(i, j) % $channels) AS channel
FROM (SELECT i, j, hash(10 * i + j) % $contacts AS contact FROM temp.tens, range(10) r(j));

CREATE TABLE conversions AS
SELECT
  'order:' || i AS conversion_id, 'sale' AS kind, 'c' || i AS contact_id, NULL::VARCHAR AS account_id, 'c' || i AS customer_id, NULL::VARCHAR AS lead_id,
  TIMESTAMP '2024-01-01' + to_seconds((hash(i::UBIGINT) % (670 * 86400) + 60 * 86400 + hash(i * 13) % 86400)::BIGINT) AS converted_at,
  ((hash(i) % 10000) / 7)::DECIMAL(18, 4) AS value, NULL::DECIMAL(18, 4) AS cost_of_goods, i % 3 = 0 AS first_sale
FROM range($contacts) r(i) WHERE i % 5 <> 0;

CREATE TABLE contacts (contact_id VARCHAR, account_id VARCHAR);
CREATE TABLE leads (lead_id VARCHAR, created_at TIMESTAMP);
CREATE TABLE sales (sale_id VARCHAR, opportunity_id VARCHAR);
CREATE TABLE opportunities (opportunity_id VARCHAR, created_at TIMESTAMP);
CHECKPOINT;
