-- One row per value of a dimension, $by being campaign or channel, for sales and leads of the year 2025.
with
groups as (
    select distinct $by as g from counted_leads union select distinct $by from sold union select distinct $by from shares
    union select case '$by' when 'campaign' then campaign_id else channel end from campaigns
),
money as (
    select c.$column as g, sum(cast(s.amount as decimal(18, 4))) as cost, sum(cast(s.amount as decimal(18, 4))) filter (s.category = 'media') as media
    from spend s left join campaigns c using (campaign_id) where year(cast(s.date as date)) = 2025 group by 1
),
to_date as (
    select c.$column as g, sum(cast(s.amount as decimal(18, 4))) as cost
    from spend s left join campaigns c using (campaign_id) where year(cast(s.date as date)) <= 2025 group by 1
),
budgets as (select $column as g, sum(cast(budget as decimal(18, 4))) as budget from campaigns group by 1),
ads as (
    select c.$column as g, sum(cast(impressions as bigint)) as impressions, sum(cast(clicks as bigint)) as clicks
    from delivery d join campaigns c using (campaign_id) where year(cast(d.date as date)) = 2025 group by 1
),
people as (
    select $by as g, count(*) as new_leads, count(*) filter (stage >= 1) as mqls, count(*) filter (stage >= 3) as sqls, count(*) filter (stage = 5) as won
    from counted_leads where year(created) = 2025 group by 1
),
cycles as (
    select $by as g, avg(epoch(won - created) / 86400.0) as mean, median(epoch(won - created) / 86400.0) as middle
    from counted_leads where year(won) = 2025 group by 1
),
earned as (
    select $by as g, count(distinct customer) filter (first_sale) as customers, sum(amount) as revenue,
        coalesce(sum(amount) filter (campaign is null and not touched), 0) as unattributed
    from sold where year(happened) = 2025 group by 1
),
shop as (
    select coalesce($shop) as g, sum(amount) as amount, count(*) as orders from purchases p left join campaigns c on c.campaign_id = p.campaign where year(ordered) = 2025 group by 1
),
opened as (
    select coalesce($shop) as g, sum(amount) as amount, count(*) as deals, count(*) filter (outcome = 'won') as won
    from deals p left join campaigns c on c.campaign_id = p.campaign where year(created) = 2025 group by 1
),
closed as (
    select coalesce($shop) as g, count(*) filter (outcome = 'won') as won, count(*) filter (outcome = 'lost') as lost
    from deals p left join campaigns c on c.campaign_id = p.campaign where year(closed) = 2025 group by 1
),
credit as (
    select $by as g, sum("$model") filter (first_sale) as customers, sum("$model" * amount) as revenue
    from shares where year(sold_at) = 2025 group by 1
),
-- A group that a table does not mention had nothing there: zero, not missing.
parts as (
    select groups.g, coalesce(money.cost, 0)::double as cost, coalesce(money.media, 0)::double as media, coalesce(budgets.budget, 0)::double as budget, coalesce(to_date.cost, 0)::double as cost_to_date,
        coalesce(ads.impressions, 0)::double as impressions, coalesce(ads.clicks, 0)::double as clicks,
        coalesce(people.new_leads, 0)::double as new_leads, coalesce(people.mqls, 0)::double as mqls,
        coalesce(people.sqls, 0)::double as sqls, coalesce(people.won, 0)::double as won_leads, cycles.mean, cycles.middle,
        coalesce(earned.customers, 0)::double as customers, coalesce(earned.revenue, 0)::double as revenue, coalesce(earned.unattributed, 0)::double as unattributed,
        coalesce(shop.amount, 0)::double as shop_amount, coalesce(shop.orders, 0)::double as shop_orders,
        coalesce(opened.amount, 0)::double as opened_amount, coalesce(opened.deals, 0)::double as opened_deals, coalesce(opened.won, 0)::double as opened_won,
        coalesce(closed.won, 0)::double as won, coalesce(closed.lost, 0)::double as lost,
        coalesce(credit.customers, 0)::double as credit_customers, coalesce(credit.revenue, 0)::double as credit_revenue
    from groups
    left join money on money.g is not distinct from groups.g
    left join to_date on to_date.g is not distinct from groups.g
    left join budgets on budgets.g is not distinct from groups.g
    left join ads on ads.g is not distinct from groups.g
    left join people on people.g is not distinct from groups.g
    left join cycles on cycles.g is not distinct from groups.g
    left join earned on earned.g is not distinct from groups.g
    left join shop on shop.g is not distinct from groups.g
    left join opened on opened.g is not distinct from groups.g
    left join closed on closed.g is not distinct from groups.g
    left join credit on credit.g is not distinct from groups.g
)
select g as "group", cost, impressions, clicks,
    clicks / nullif(impressions, 0) as ctr, cost / nullif(clicks, 0) as cpc, media / nullif(clicks, 0) as media_cpc,
    new_leads, mqls, sqls, cost / nullif(new_leads, 0) as cpl, mqls / nullif(new_leads, 0) as lead_to_mql,
    sqls / nullif(mqls, 0) as mql_to_sql, won_leads / nullif(new_leads, 0) as lead_to_customer,
    customers, revenue, revenue / nullif(customers, 0) as revenue_per_customer, shop_amount / nullif(shop_orders, 0) as aov,
    cost / nullif(customers, 0) as cac, (revenue - unattributed - cost) / nullif(cost, 0) as roi,
    credit_customers as attributed_customers, credit_revenue as attributed_revenue,
    (case when g = '(unattributed)' then 0 else credit_revenue end - cost) / nullif(cost, 0) as attributed_roi,
    cost_to_date / nullif(budget, 0) as budget_used, opened_amount as opportunity_amount, won / nullif(won + lost, 0) as win_rate,
    opened_won / nullif(opened_deals, 0) as opportunity_to_customer, mean as sales_cycle_days, middle as sales_cycle_days_median
from parts order by 1
