-- The library's figures of 2025, written by hand against a loaded warehouse: what the samples' tests hold the planner's answers against.
-- Each check names the metrics, the dimensions, and, where it does not hold for both, the sample; its columns are the dimensions, then the metrics.

create temp macro local_day(t) as cast(timezone('Asia/Shanghai', timezone('UTC', t)) as date);
create temp macro days(a, b) as epoch_us(b - a) / 86400e6;
create temp macro month(d) as cast(date_trunc('month', d) as date);
create temp macro quarter(d) as cast(date_trunc('quarter', d) as date);

create temp view fresh as
select l.*, local_day(l.created_at) as day, coalesce(c.channel, t.channel) as channel, coalesce(l.campaign_id, t.campaign_id) as campaign,
    case when won_at is not null then 5 when opportunity_at is not null then 4 when sql_at is not null then 3 when accepted_at is not null then 2 when mql_at is not null then 1 else 0 end as stage
from leads l left join first_touches t using (contact_id) left join campaigns c on c.campaign_id = coalesce(l.campaign_id, t.campaign_id)
where l.duplicate_of is null and year(local_day(l.created_at)) = 2025;

create temp view sold as
select s.*, local_day(s.sold_at) as day, coalesce(c.channel, t.channel) as place
from sales s left join campaigns c on c.campaign_id = s.campaign_id left join first_touches t on t.contact_id = s.contact_id;

create temp view spent as select s.*, coalesce(c.channel, s.channel) as place from spend s left join campaigns c using (campaign_id);

create temp view opened as select *, local_day(created_at) as day from opportunities where year(local_day(created_at)) = 2025;

create temp view closed as select *, local_day(closed_at) as day, days(created_at, closed_at) as took from opportunities where year(local_day(closed_at)) = 2025;

create temp view credited as select *, local_day(converted_at) as day from credits where kind = 'sale' and year(local_day(converted_at)) = 2025;

-- check new_leads, mqls, accepted_leads, sqls, opportunity_leads, won_leads, lead_to_mql, mql_to_sql, lead_to_sql, lead_to_opportunity, lead_to_customer by month
select month(day), count(*), count(*) filter (stage >= 1), count(*) filter (stage >= 2), count(*) filter (stage >= 3), count(*) filter (stage >= 4), count(*) filter (stage = 5),
    avg((stage >= 1)::int), count(*) filter (stage >= 3) / nullif(count(*) filter (stage >= 1), 0), avg((stage >= 3)::int), avg((stage >= 4)::int), avg((stage = 5)::int)
from fresh group by 1;

-- check new_leads, mqls, sqls, won_leads, sql_to_won, leads_contacted, lead_to_mql_days, first_contact_days, first_contact_days_median, sla_attainment by channel
select channel, count(*), count(*) filter (stage >= 1), count(*) filter (stage >= 3), count(*) filter (stage = 5), count(*) filter (stage = 5) / nullif(count(*) filter (stage >= 3), 0),
    count(first_contacted_at), avg(days(created_at, mql_at)), avg(days(created_at, first_contacted_at)), median(days(created_at, first_contacted_at)),
    coalesce(sum((days(created_at, first_contacted_at) <= 1)::int), 0) / count(*)
from fresh group by 1;

-- check lead_to_opportunity_days, lead_to_opportunity_days_median, source_completeness, leads_without_campaign, leads_without_campaign_share by lead_owner
select owner, avg(days(created_at, opportunity_at)), median(days(created_at, opportunity_at)), count(source) / count(*), count(*) filter (campaign_id is null), avg((campaign_id is null)::int)
from fresh group by 1;

-- check rejected_leads, rejection_rate by campaign
select campaign, count(rejected_at), count(rejected_at) / count(*) from fresh group by 1;

-- check rejection_reason_share by leads.reject_reason
select reject_reason, count(rejected_at) / (select count(rejected_at) from fresh) from fresh group by 1;

-- check duplicate_leads, duplicate_rate by month
select month(local_day(created_at)), count(duplicate_of), count(duplicate_of) / count(*) from leads where year(local_day(created_at)) = 2025 group by 1;

-- check wins, sales_cycle_days, sales_cycle_days_median by quarter
select quarter(local_day(won_at)), count(*), avg(days(created_at, won_at)), median(days(created_at, won_at))
from leads where duplicate_of is null and year(local_day(won_at)) = 2025 group by 1;

-- check leads_won_before_created
select count(*) from leads where won_at < created_at and year(local_day(created_at)) = 2025;

-- check lead_growth by month
with months as (select unnest(generate_series(date '2024-12-01', date '2025-12-01', interval 1 month))::date as m),
counted as (select m, (select count(*) from leads where duplicate_of is null and month(local_day(created_at)) = m) as n, (select min(month(local_day(created_at))) from leads) as first from months)
select m, case when lag(m) over (order by m) >= first then n / nullif(lag(n) over (order by m), 0) - 1 end from counted qualify m >= date '2025-01-01';

-- check cost, media_cost, sales_cost, content_cost by month
select month(date), sum(amount), coalesce(sum(amount) filter (category = 'media'), 0), coalesce(sum(amount) filter (category = 'sales'), 0), coalesce(sum(amount) filter (category = 'content'), 0)
from spend where year(date) = 2025 group by 1;

-- check cpl, cost_per_mql, cost_per_sql by channel
select place, cost / nullif(n, 0), cost / nullif(mqls, 0), cost / nullif(sqls, 0)
from (select place, sum(amount) as cost from spent where year(date) = 2025 group by 1) s
left join (select channel, count(*) as n, count(*) filter (stage >= 1) as mqls, count(*) filter (stage >= 3) as sqls from fresh group by 1) l on l.channel is not distinct from s.place;

-- check budget, budget_used
select (select sum(budget) from campaigns), (select sum(amount) from spend where date < date '2026-01-01') / (select sum(budget) from campaigns);

-- check impressions, clicks, ctr by campaign
select campaign_id, sum(impressions), sum(clicks), sum(clicks) / nullif(sum(impressions), 0) from delivery where year(date) = 2025 group by 1;

-- check cpc, media_cpc, cpm
select c / k, m / k, m * 1000 / i from (select sum(amount) as c, sum(amount) filter (category = 'media') as m from spend where year(date) = 2025), (select sum(clicks) as k, sum(impressions) as i from delivery where year(date) = 2025);

-- check platform_conversions, cost_per_conversion of demo
select n, c / n from (select sum(conversions) as n from delivery where year(date) = 2025), (select sum(amount) as c from spend where year(date) = 2025);

-- check video_views of guide
select sum(video_views) from delivery where year(date) = 2025;

-- check comments, shares, likes, engagements, mentions, share_of_voice, site_visits by campaign
select campaign_id, sum(comments), sum(shares), sum(likes), sum(comments) + sum(shares) + sum(likes), sum(mentions), sum(mentions) / nullif(sum(market_mentions), 0), sum(site_visits)
from engagement where year(date) = 2025 group by 1;

-- check engagement_rate
select (select sum(comments) + sum(shares) + sum(likes) from engagement where year(date) = 2025) / (select sum(impressions) from delivery where year(date) = 2025);

-- check followers, new_followers by campaign
select campaign_id, sum(l), sum(l) - sum(f)
from (select campaign_id, platform, arg_max(followers, date) as l, arg_min(followers, date) as f from engagement where year(date) = 2025 and followers is not null group by 1, 2) group by 1;

-- check new_opportunities, opportunity_amount, open_opportunities, open_amount, opportunity_to_customer by month
select month(day), count(*), sum(amount), count(*) filter (outcome is null), coalesce(sum(amount) filter (outcome is null), 0), avg((outcome is not distinct from 'won')::int) from opened group by 1;

-- check won_opportunities, lost_opportunities, win_rate, deal_cycle_days, deal_cycle_days_median, deal_size by quarter
select quarter(day), count(*) filter (outcome = 'won'), count(*) filter (outcome = 'lost'), avg((outcome = 'won')::int) filter (outcome in ('won', 'lost')),
    avg(took) filter (outcome = 'won'), median(took) filter (outcome = 'won'), avg(amount) filter (outcome = 'won')
from closed group by 1;

-- check customers, sales_count, revenue, revenue_sourced, revenue_unattributed, revenue_other, revenue_sourced_share, revenue_per_customer by month
select month(day), count(distinct customer_id) filter (first_sale), count(*), sum(amount), coalesce(sum(amount) filter (campaign_id is not null), 0),
    coalesce(sum(amount) filter (campaign_id is null and not touched), 0), coalesce(sum(amount) filter (campaign_id is null and touched), 0),
    coalesce(sum(amount) filter (campaign_id is not null), 0) / sum(amount), sum(amount) / nullif(count(distinct customer_id) filter (first_sale), 0)
from sold where year(day) = 2025 group by 1;

-- check customers, revenue, repeat_customers, repeat_purchase_rate by channel
select place, count(distinct customer_id) filter (first_sale), sum(amount), count(distinct customer_id) filter (not first_sale),
    count(distinct customer_id) filter (not first_sale) / nullif(count(distinct customer_id), 0)
from sold where year(day) = 2025 group by 1;

-- check order_revenue, order_count, aov by month
select month(local_day(ordered_at)), sum(amount), count(*), sum(amount) / count(*) from orders where year(local_day(ordered_at)) = 2025 group by 1;

-- check profit, roi, cac, cac_full
select r - c, (r - c) / c, c / n, c / n
from (select sum(amount) filter (campaign_id is not null or touched) as r, count(distinct customer_id) filter (first_sale) as n from sold where year(day) = 2025),
    (select sum(amount) as c from spend where year(date) = 2025);

-- check yearly_value, ltv by quarter
with ends as (select unnest(generate_series(date '2025-01-01', date '2025-10-01', interval 3 month))::date as q)
select q, sum(amount) / nullif(count(distinct customer_id), 0), 3 * sum(amount) / nullif(count(distinct customer_id), 0)
from ends left join sold on day >= q - interval 9 month and day < q + interval 3 month group by 1;

-- check ltv_to_cac, roi_lifetime
select v / (c / n), (n * v - c) / c
from (select 3 * sum(amount) / count(distinct customer_id) as v, count(distinct customer_id) filter (first_sale) as n from sold where year(day) = 2025),
    (select sum(amount) as c from spend where year(date) = 2025);

-- check attributed_conversions, attributed_customers, attributed_revenue by channel
select channel, sum("u-shaped"), coalesce(sum("u-shaped") filter (first_sale), 0), sum("u-shaped" * value) from credited group by 1;

-- check attributed_roi, attributed_cac
select (r - c) / c, c / n
from (select sum("u-shaped" * value) filter (touch_id is not null) as r, sum("u-shaped") filter (first_sale) as n from credited), (select sum(amount) as c from spend where year(date) = 2025);

-- check reached_contacts by month
select month(local_day(occurred_at)), count(distinct contact_id) from touchpoints where year(local_day(occurred_at)) = 2025 group by 1;

-- check downloads, cost_per_download
select n, c / nullif(n, 0)
from (select count(*) as n from touchpoints where kind = 'download' and year(local_day(occurred_at)) = 2025), (select sum(amount) as c from spend where category = 'content' and year(date) = 2025);

-- check campaigns by channel
select channel, count(*) from campaigns where year(start_date) = 2025 group by 1;

-- check revenue_of_days, revenue_so_far, revenue_this_year by month
with months as (select unnest(generate_series(date '2025-01-01', date '2025-12-01', interval 1 month))::date as m)
select m, coalesce(sum(amount) filter (day >= m + interval 1 month - interval 28 day), 0), coalesce(sum(amount), 0), coalesce(sum(amount) filter (year(day) = 2025), 0)
from months left join sold on day < m + interval 1 month group by 1;

-- check leads_year_ago by quarter of demo
select cast(quarter(local_day(created_at)) + interval 1 year as date), count(*) from leads where duplicate_of is null and year(local_day(created_at)) = 2024 group by 1;

-- check revenue_share by channel
select place, sum(amount) / sum(sum(amount)) over () from sold where year(day) = 2025 group by 1;

-- check lead_attainment by campaign of guide
select campaign, count(*) / (select sum(value) from targets t where t.metric = 'new_leads' and t.campaign_id = campaign) from fresh group by 1;

-- check path_occurred, path_created, path_created_rate, path_created_days, path_sold, path_rate, path_days by channel
with entries as (
    select distinct on (contact_id) contact_id, occurred_at as one, coalesce(c.channel, t.channel) as channel
    from touchpoints t left join campaigns c using (campaign_id) where contact_id is not null and occurred_at is not null order by contact_id, occurred_at, touch_id
),
asking as (
    select e.*, (select min(created_at) from leads l where l.contact_id = e.contact_id and created_at between one and one + interval 90 day) as two from entries e where year(local_day(one)) = 2025
),
buying as (select *, (select min(sold_at) from sales s where s.contact_id = asking.contact_id and sold_at between two and one + interval 90 day) as three from asking)
select channel, count(*), count(two), count(two) / count(*), median(days(one, two)), count(three), count(three) / count(*), median(days(one, three)) from buying group by 1;

-- check stages_created, stages_mql, stages_won, stages_won_rate, stages_mql_days, stages_days by channel
select channel, count(*), count(*) filter (mql_at is not null or won_at is not null), count(won_at), count(won_at) / nullif(count(*) filter (mql_at is not null or won_at is not null), 0),
    median(days(created_at, mql_at)), median(days(created_at, won_at))
from fresh group by 1;

-- check value_of_leads, value_of_leads_size, value_of_leads_per_member by month
with begun as (select lead_id, local_day(created_at) as day from leads where year(local_day(created_at)) = 2025),
earned as (select month(b.day) as m, sum(amount) as value from begun b join sold s using (lead_id) where date_diff('month', b.day, s.day) between 0 and 5 group by 1)
select month(day), coalesce(any_value(value), 0), count(*), coalesce(any_value(value), 0) / count(*) from begun left join earned on m = month(day) group by 1;
