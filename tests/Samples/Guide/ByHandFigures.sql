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
)
select groups.g as "group",
    money.cost::double as cost, ads.impressions::double as impressions, ads.clicks::double as clicks,
    ads.clicks::double / ads.impressions as ctr, money.cost::double / ads.clicks as cpc, money.media::double / ads.clicks as media_cpc,
    people.new_leads::double as new_leads, people.mqls::double as mqls, people.sqls::double as sqls,
    money.cost::double / people.new_leads as cpl, people.mqls::double / people.new_leads as lead_to_mql,
    people.sqls::double / nullif(people.mqls, 0) as mql_to_sql, people.won::double / people.new_leads as lead_to_customer,
    earned.customers::double as customers, earned.revenue::double as revenue, earned.revenue::double / nullif(earned.customers, 0) as revenue_per_customer,
    shop.amount::double / shop.orders as aov, money.cost::double / nullif(earned.customers, 0) as cac,
    (earned.revenue - earned.unattributed - money.cost)::double / money.cost as roi,
    credit.customers::double as attributed_customers, credit.revenue::double as attributed_revenue,
    (case when groups.g = '(unattributed)' then 0 else credit.revenue end - money.cost)::double / money.cost as attributed_roi,
    money.cost::double / budgets.budget as budget_used,
    opened.amount::double as opportunity_amount, closed.won::double / nullif(closed.won + closed.lost, 0) as win_rate,
    opened.won::double / opened.deals as opportunity_to_customer, cycles.mean as sales_cycle_days, cycles.middle as sales_cycle_days_median
from groups
left join money on money.g is not distinct from groups.g
left join budgets on budgets.g is not distinct from groups.g
left join ads on ads.g is not distinct from groups.g
left join people on people.g is not distinct from groups.g
left join cycles on cycles.g is not distinct from groups.g
left join earned on earned.g is not distinct from groups.g
left join shop on shop.g is not distinct from groups.g
left join opened on opened.g is not distinct from groups.g
left join closed on closed.g is not distinct from groups.g
left join credit on credit.g is not distinct from groups.g
order by 1
