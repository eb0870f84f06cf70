-- The guide's figures, worked out by hand from the raw files, without Merit: what the samples' tests hold Merit's answers against.
-- The tables campaigns, leads, … are the CSV files as they are, every column a text; times are the clock of the company's own zone.

-- Touches with their campaign: named, or found by utm_campaign in any capitals.
create view touches as
select t.touch_id, t.contact_id, cast(t.occurred_at as timestamp) as happened, coalesce(t.campaign_id, c.campaign_id) as campaign, t.utm_source, t.utm_medium, t.utm_campaign
from touchpoints t left join campaigns c on t.campaign_id is null and lower(c.utm_campaign) = lower(t.utm_campaign)
where t.contact_id is not null and t.occurred_at is not null;

create view touch_channels as
select touches.*, coalesce(
    (select channel from campaigns c where c.campaign_id = touches.campaign),
    case
        when coalesce(utm_source, utm_medium, utm_campaign) is null or (utm_source = '(direct)' and utm_medium = '(none)') then 'direct'
        when utm_source in ('google', 'bing') and utm_medium = 'cpc' then 'paid-search'
        when utm_source = 'linkedin' and utm_medium = 'paid_social' then 'paid-social'
        when utm_medium = 'display' then 'display'
        when utm_source in ('google', 'bing') or utm_medium = 'organic' then 'organic-search'
        when utm_medium = 'referral' then 'referral'
        when lower(utm_medium) in ('email', 'e-mail') then 'email'
        else 'unassigned'
    end) as channel
from touches;

create table first_touch as
select contact_id, campaign, channel
from (select *, row_number() over (partition by contact_id order by happened, touch_id) as place from touch_channels)
where place = 1;

-- Leads that count, with campaign, channel and the furthest stage: 0 new, 1 MQL, 2 accepted, 3 SQL, 4 opportunity, 5 won.
create table counted_leads as
select l.lead_id, l.contact_id, cast(l.created_at as timestamp) as created, cast(l.won_at as timestamp) as won,
    coalesce(l.campaign_id, f.campaign) as campaign,
    coalesce((select channel from campaigns c where c.campaign_id = coalesce(l.campaign_id, f.campaign)), f.channel) as channel,
    case when won_at is not null then 5 when opportunity_at is not null then 4 when sql_at is not null then 3
         when accepted_at is not null then 2 when mql_at is not null then 1 else 0 end as stage
from leads l left join first_touch f on f.contact_id = l.contact_id
where l.duplicate_of is null;

create table deals as
select o.opportunity_id, o.contact_id, o.account_id, o.lead_id, o.outcome,
    cast(o.created_at as timestamp) as created, cast(o.closed_at as timestamp) as closed, cast(o.amount as decimal(18, 4)) as amount,
    coalesce(o.campaign_id, l.campaign_id, f.campaign) as campaign, f.channel as first_channel
from opportunities o
left join leads l on l.lead_id = o.lead_id
left join first_touch f on f.contact_id = o.contact_id;

create table purchases as
select o.order_id, o.opportunity_id, o.contact_id, o.account_id, cast(o.ordered_at as timestamp) as ordered, cast(o.amount as decimal(18, 4)) as amount,
    coalesce(o.campaign_id, f.campaign) as campaign, f.channel as first_channel
from orders o left join first_touch f on f.contact_id = o.contact_id;

-- A sale: a won deal, worth its orders where it has any; or an order of no deal.
create table sold as
select s.*, coalesce(s.account_id, p.account_id, s.contact_id) as customer,
    coalesce((select channel from campaigns c where c.campaign_id = s.campaign), first_channel) as channel,
    row_number() over (partition by coalesce(s.account_id, p.account_id, s.contact_id) order by s.happened, sale) = 1 as first_sale,
    exists (select 1 from touches t where t.contact_id = s.contact_id and t.happened <= s.happened) as touched
from (
    select 'deal:' || opportunity_id as sale, contact_id, account_id, campaign, first_channel, closed as happened,
        coalesce((select sum(p.amount) from purchases p where p.opportunity_id = d.opportunity_id), amount) as amount
    from deals d where outcome = 'won'
    union all
    select 'order:' || order_id, contact_id, account_id, campaign, first_channel, ordered, amount
    from purchases where opportunity_id is null
) s left join contacts p on p.contact_id = s.contact_id;

-- Journeys and the five models.
create table shares as
select *,
    case when n is null then 1 when place = 1 then 1 else 0 end as "first",
    case when n is null then 1 when place = n then 1 else 0 end as "last",
    case when n is null then 1 else 1.0::double / n end as "linear",
    case when n is null or n = 1 then 1 when n = 2 then 0.5 when place in (1, n) then 0.4 else 0.2::double / (n - 2) end as "u-shaped",
    case when n is null then 1 else decay / sum(decay) over (partition by sale) end as "time-decay"
from (
    select s.sale, s.happened as sold_at, s.amount, s.first_sale,
        case when t.touch_id is null then '(unattributed)' else t.campaign end as campaign,
        case when t.touch_id is null then '(unattributed)' else t.channel end as channel,
        row_number() over (partition by s.sale order by t.happened, t.touch_id) as place,
        case when t.touch_id is not null then count(*) over (partition by s.sale) end as n,
        pow(2.0, -epoch(s.happened - t.happened) / 86400.0 / 7.0) as decay
    from sold s
    left join touch_channels t on t.contact_id = s.contact_id and t.happened <= s.happened and t.happened >= s.happened - interval 90 day
);
