-- What the attribution report shows, worked out by hand from the raw files, over the tables of ByHand.sql. Each check names the metrics, the dimensions and the filter; its columns are
-- the dimensions, then the metrics, of sales of the year 2025 (of all days, where the metric says so).

create or replace view journey as
select s.sale, s.happened as sold_at, any_value(s.amount) as amount, count(*) as n, count(distinct t.channel) as k, string_agg(t.channel, ' > ' order by t.happened, t.touch_id) as path,
    list(t.channel order by t.happened, t.touch_id) as channels, epoch(s.happened - min(t.happened)) / 86400.0 as days
from sold s join touch_channels t on t.contact_id = s.contact_id and t.happened <= s.happened and t.happened >= s.happened - interval 90 day
where year(s.happened) = 2025
group by s.sale, s.happened;

create or replace view spent as
select c.channel, sum(cast(s.amount as double)) as cost from spend s left join campaigns c using (campaign_id) where year(cast(s.date as date)) = 2025 group by 1;

create or replace view by_model as
select channel, model, sum(share) as conversions, coalesce(sum(share * amount), 0) as revenue
from (unpivot (select sale, sold_at, cast(amount as double) as amount, channel, "first"::double as "first", "last"::double as "last", linear::double as linear, "u-shaped"::double as "u-shaped", "time-decay"::double as "time-decay"
    from shares) on "first", "last", linear, "u-shaped", "time-decay" into name model value share)
where year(sold_at) = 2025 group by 1, 2;

create or replace view named_touches as
select t.*, coalesce(t.campaign_id, c.campaign_id) as campaign from (select distinct on (touch_id) * from touchpoints) t left join campaigns c on t.campaign_id is null and lower(c.utm_campaign) = lower(t.utm_campaign);

create or replace view tracked as
select campaign, exists (select 1 from campaigns c where c.campaign_id = campaign) as known, coalesce((select sum(cast(amount as double)) from spend s where s.campaign_id = campaign), 0) as cost,
    coalesce((select sum(cast(clicks as bigint)) from delivery d where d.campaign_id = campaign), 0) as clicks, (select count(*) from named_touches t where t.campaign = p.campaign) as touches
from (select campaign_id as campaign from spend union select campaign_id from delivery union select campaign from named_touches) p
where campaign is not null;

-- check journeys, journey_touches, journey_channels, journey_days, journey_days_median, journey_revenue
select count(*), avg(n), avg(k), avg(days), median(days), sum(amount) from journey;

-- check journeys, journey_share, journey_revenue, journey_days by journeys.path where journeys.touches > 0
select path, count(*), count(*) / (select count(*) from journey), sum(amount), avg(days) from journey group by 1;

-- check journeys, journey_revenue by journeys.touches where journeys.touches > 0
select n, count(*), sum(amount) from journey group by 1;

-- check journeys by journey_weeks where journeys.touches > 0
select floor(days / 7), count(*) from journey group by 1;

-- check journeys by journeys.first_channel, journeys.last_channel where journeys.touches > 0
select channels[1], channels[-1], count(*) from journey group by 1, 2;

-- check overlapping_journeys by channel, other_channel
select a, b, count(*) from (select unnest(list_distinct(channels)) as a, list_distinct(channels) as others from journey), unnest(others) as o(b) group by 1, 2;

-- check attributed_conversions, attributed_conversions_change, attributed_revenue, attributed_revenue_change by channel, model
select m.channel, m.model, m.conversions, m.conversions - u.conversions, m.revenue, (m.revenue - u.revenue) / nullif(u.revenue, 0)
from by_model m join by_model u on u.model = 'u-shaped' and u.channel is not distinct from m.channel;

-- check attributed_revenue_rank, attributed_conversions_rank by channel, model where channel != "(unattributed)"
select channel, model, rank() over (partition by model order by round(revenue, 6) desc), rank() over (partition by model order by round(conversions, 9) desc)
from by_model where channel <> '(unattributed)';

-- check attributed_cpa, attributed_roi by channel, model
select g.channel, g.model, coalesce(s.cost, 0) / nullif(case when g.channel = '(unattributed)' then 0 else m.conversions end, 0), (coalesce(case when g.channel = '(unattributed)' then 0 else m.revenue end, 0) - s.cost) / nullif(s.cost, 0)
from (select * from (select channel from by_model union select channel from spent), (select distinct model from by_model)) g
left join by_model m on m.model = g.model and m.channel is not distinct from g.channel left join spent s on s.channel is not distinct from g.channel;

-- check unattributed_share, direct_share by model
select model, coalesce(sum(conversions) filter (channel = '(unattributed)'), 0) / sum(conversions), coalesce(sum(conversions) filter (channel = 'direct'), 0) / sum(conversions) from by_model group by 1;

-- check touches, untagged_touches, untagged_share
select count(*), count(*) filter (untagged), avg(untagged::int) from (
    select campaign is null and utm_campaign is null and coalesce(utm_source, '(direct)') = '(direct)' and coalesce(utm_medium, '(none)') in ('(none)', '(not set)') as untagged
    from named_touches where year(cast(occurred_at as timestamp)) = 2025);

-- check untouched_campaigns, untouched_cost, unknown_campaign_touches, clicks_without_touches
select count(*) filter (cost > 0 and touches = 0), coalesce(sum(cost) filter (touches = 0), 0), coalesce(sum(touches) filter (not known), 0)::double, sum(greatest(clicks - touches, 0))::double from tracked;

-- check clicks_without_touches, untouched_cost by campaign
select campaign, greatest(clicks - touches, 0)::double, case when touches = 0 then cost else 0 end from tracked;
