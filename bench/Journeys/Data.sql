-- The demo's files as tables that attribution reads. A load would leave out what is dated on no day and what repeats the identifier of the row before; so does this.
CREATE TABLE touchpoints AS
SELECT touch_id, contact_id, try_cast(occurred_at AS TIMESTAMP) AS occurred_at, coalesce(t.campaign_id, linked.campaign_id) AS campaign_id,
  coalesce(known.channel, linked.channel, CASE utm_medium WHEN 'organic' THEN 'organic-search' WHEN 'referral' THEN 'referral' ELSE 'direct' END) AS channel
FROM read_parquet('$data/touchpoints.parquet', file_row_number = true) t
LEFT JOIN read_parquet('$data/campaigns.parquet') linked ON lower(linked.utm_campaign) = lower(t.utm_campaign)
LEFT JOIN read_parquet('$data/campaigns.parquet') known ON known.campaign_id = t.campaign_id
WHERE try_cast(occurred_at AS TIMESTAMP) IS NOT NULL AND touch_id = 't' || (t.file_row_number + 1);

CREATE TABLE conversions AS
SELECT
  'order:' || order_id AS conversion_id, 'sale' AS kind, contact_id, account_id, coalesce(account_id, contact_id) AS customer_id, NULL::VARCHAR AS lead_id,
  ordered_at::TIMESTAMP AS converted_at, amount::DECIMAL(18, 4) AS value, NULL::DECIMAL(18, 4) AS cost_of_goods, false AS first_sale
FROM read_parquet('$data/orders.parquet');

CREATE TABLE contacts AS SELECT contact_id, account_id FROM read_parquet('$data/contacts.parquet');
CREATE TABLE leads (lead_id VARCHAR, created_at TIMESTAMP);
CREATE TABLE sales (sale_id VARCHAR, opportunity_id VARCHAR);
CREATE TABLE opportunities (opportunity_id VARCHAR, created_at TIMESTAMP);
CHECKPOINT;
