using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>Makes the tables that follow from what was loaded: first touches, sourced campaigns, sales, conversions. Repeating it changes nothing.</summary>
internal static class Derivation
{
    /// <summary>Runs after all sources are loaded.</summary>
    public static void Run(Session session, Workspace workspace) => session.AsOne(() =>
    {
        Derive(session, workspace);
        DataNotes.Run(session);
    });

    /// <summary>Makes the tables, and looks for nothing that is worth a note.</summary>
    public static void Derive(Session session, Workspace workspace)
    {
        foreach (var table in Canonical.Tables.Where(t => t.Derived && !DerivedViews.All.ContainsKey(t.Name)))
        {
            session.Execute(TableLayout.Of(table.Name, []).Create());
        }

        foreach (var (name, view) in DerivedViews.All)
        {
            session.Execute($"CREATE OR REPLACE VIEW main.{name} AS\n{view}");
        }

        SpendRules.Run(session);
        session.Execute(FirstTouches);
        session.Execute(UtmProblems.Fill);
        session.Execute(SourcedCampaigns);
        session.Execute(Sales(workspace.Attribution.ByAccount));
        session.Execute(Conversions.Write(session, workspace.Attribution.Conversions));
    }

    private const string FirstTouches = """
        CREATE OR REPLACE TABLE main.first_touches AS
        SELECT contact_id, first.touch_id, first.campaign_id, first.channel, first.occurred_at
        FROM (
            SELECT contact_id,
                arg_min({'touch_id': touch_id, 'campaign_id': campaign_id, 'channel': channel, 'occurred_at': occurred_at}, (occurred_at, touch_id)) AS first
            FROM main.touchpoints WHERE contact_id IS NOT NULL AND occurred_at IS NOT NULL GROUP BY contact_id)
        """;

    private const string SourcedCampaigns = """
        UPDATE main.opportunities AS t SET sourced_campaign_id = s.campaign_id
        FROM (
            SELECT o.opportunity_id, coalesce(o.campaign_id, l.campaign_id, f.campaign_id) AS campaign_id
            FROM main.opportunities AS o
            LEFT JOIN main.leads AS l ON l.lead_id = o.lead_id
            LEFT JOIN main.first_touches AS f ON f.contact_id = coalesce(o.contact_id, l.contact_id)) AS s
        WHERE s.opportunity_id = t.opportunity_id AND t.sourced_campaign_id IS DISTINCT FROM s.campaign_id;
        UPDATE main.orders AS t SET sourced_campaign_id = s.campaign_id
        FROM (
            SELECT o.order_id, coalesce(o.campaign_id, f.campaign_id) AS campaign_id
            FROM main.orders AS o LEFT JOIN main.first_touches AS f ON f.contact_id = o.contact_id) AS s
        WHERE s.order_id = t.order_id AND t.sourced_campaign_id IS DISTINCT FROM s.campaign_id
        """;

    // An order whose deal is not loaded at all belongs to none; one whose deal is open or lost waits for it (and is noted).
    private static string Sales(bool byAccount) => $"""
        CREATE OR REPLACE TABLE main.sales AS
        WITH deliveries AS (
            SELECT opportunity_id, sum(amount) AS amount, sum(cost_of_goods) AS cost_of_goods
            FROM main.orders WHERE opportunity_id IS NOT NULL GROUP BY opportunity_id),
        deals AS (
            SELECT 'deal:' || o.opportunity_id AS sale_id, 'deal' AS kind, o.opportunity_id, NULL::VARCHAR AS order_id, o.lead_id,
                coalesce(o.contact_id, l.contact_id) AS contact_id, o.account_id, o.campaign_id AS own_campaign, l.campaign_id AS lead_campaign,
                o.owner, o.closed_at AS sold_at, coalesce(d.amount, o.amount) AS amount, coalesce(d.cost_of_goods, o.cost_of_goods) AS cost_of_goods
            FROM main.opportunities AS o
            LEFT JOIN main.leads AS l ON l.lead_id = o.lead_id
            LEFT JOIN deliveries AS d ON d.opportunity_id = o.opportunity_id
            WHERE o.outcome = 'won'),
        purchases AS (
            SELECT 'order:' || o.order_id, 'order', NULL, o.order_id, NULL, o.contact_id, o.account_id, o.campaign_id, NULL,
                o.owner, o.ordered_at, o.amount, o.cost_of_goods
            FROM main.orders AS o
            WHERE o.opportunity_id IS NULL OR o.opportunity_id NOT IN (SELECT opportunity_id FROM main.opportunities)),
        sold AS (
            SELECT s.* REPLACE (coalesce(s.account_id, c.account_id) AS account_id), f.campaign_id AS touch_campaign, f.occurred_at AS contact_touched_at
            FROM (FROM deals UNION ALL FROM purchases) AS s
            LEFT JOIN main.contacts AS c ON c.contact_id = s.contact_id
            LEFT JOIN main.first_touches AS f ON f.contact_id = s.contact_id),
        accounts_touched AS (
            SELECT c.account_id, min(f.occurred_at) AS touched_at
            FROM main.first_touches AS f JOIN main.contacts AS c ON c.contact_id = f.contact_id WHERE c.account_id IS NOT NULL GROUP BY c.account_id)
        SELECT sale_id, kind, opportunity_id, order_id, lead_id, contact_id, s.account_id, coalesce(s.account_id, contact_id) AS customer_id,
            coalesce(own_campaign, lead_campaign, touch_campaign) AS campaign_id,
            CASE WHEN own_campaign IS NOT NULL THEN 'sale' WHEN lead_campaign IS NOT NULL THEN 'lead' WHEN touch_campaign IS NOT NULL THEN 'first-touch' END AS campaign_from,
            coalesce({(byAccount ? "least(contact_touched_at, a.touched_at)" : "contact_touched_at")} <= sold_at, false) AS touched,
            owner, sold_at, CAST(amount AS DECIMAL(18,4)) AS amount, CAST(cost_of_goods AS DECIMAL(18,4)) AS cost_of_goods,
            coalesce(s.account_id, contact_id) IS NOT NULL
                AND row_number() OVER (PARTITION BY coalesce(s.account_id, contact_id) ORDER BY sold_at NULLS LAST, sale_id) = 1 AS first_sale
        FROM sold AS s LEFT JOIN accounts_touched AS a ON a.account_id = s.account_id
        ORDER BY sold_at, sale_id
        """;
}
