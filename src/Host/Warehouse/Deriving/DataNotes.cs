using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>Something about the data that readers of a figure should know; no row is changed or left out for it.</summary>
/// <param name="Code">Its stable name.</param>
/// <param name="Message">What it is, after the number: <c>3 leads were won before they were created</c>, <c>1 lead was …</c>.</param>
/// <param name="MessageZh">The same in Chinese.</param>
/// <param name="Count">How many.</param>
/// <param name="Examples">The first few, by id.</param>
internal sealed record DataNote(string Code, string Message, string MessageZh, long Count, IReadOnlyList<string> Examples);

/// <summary>What is said of one, and of several; Chinese says both alike.</summary>
internal sealed record Wording(string One, string Many);

/// <summary>Looks for what is suspicious in loaded data, and keeps it in <c>merit.notes</c>.</summary>
internal static class DataNotes
{
    private const int Shown = 5;

    private static readonly (string Code, Wording Message, string MessageZh, string Ids)[] Known =
    [
        ("won-before-created", new("lead was won before it was created", "leads were won before they were created"), "条线索的成交时间早于创建时间",
            "SELECT lead_id FROM main.leads WHERE won_at < created_at"),
        ("closed-before-created", new("opportunity was closed before it was created", "opportunities were closed before they were created"), "个商机的关闭时间早于创建时间",
            "SELECT opportunity_id FROM main.opportunities WHERE closed_at < created_at"),
        ("sale-without-date", new("sale has no date and counts in no period", "sales have no date and count in no period"), "笔成交没有日期，不计入任何期间",
            "SELECT sale_id FROM main.sales WHERE sold_at IS NULL"),
        ("sale-without-customer", new("sale has neither an account nor a contact and counts for no customer", "sales have neither an account nor a contact and count for no customer"), "笔成交没有客户或联系人，不计入客户数",
            "SELECT sale_id FROM main.sales WHERE customer_id IS NULL"),
        ("order-of-open-deal", new("order belongs to a deal that is not won and is no sale yet", "orders belong to a deal that is not won and are no sales yet"), "个订单所属的商机尚未赢单，暂不计为成交",
            "SELECT o.order_id FROM main.orders AS o JOIN main.opportunities AS p ON p.opportunity_id = o.opportunity_id WHERE p.outcome IS DISTINCT FROM 'won'"),
        ("order-of-unknown-deal", new("order names a deal that is not loaded and counts as a sale of its own", "orders name a deal that is not loaded and count as sales of their own"), "个订单所属的商机未载入，按独立成交计算",
            "SELECT order_id FROM main.orders WHERE opportunity_id IS NOT NULL AND opportunity_id NOT IN (SELECT opportunity_id FROM main.opportunities) AND EXISTS (FROM main.opportunities)"),
        ("same-sale-twice", new("order without a deal looks like a deal: same customer, same amount, within a week", "orders without a deal look like a deal: same customer, same amount, within a week"), "个无商机的订单疑似与商机重复：客户和金额相同，相差不超过一周",
            """
            SELECT o.sale_id || ' = ' || d.sale_id FROM main.sales AS o JOIN main.sales AS d
            ON d.kind = 'deal' AND o.kind = 'order' AND d.customer_id = o.customer_id AND d.amount = o.amount AND abs(date_diff('day', d.sold_at, o.sold_at)) <= 7
            """),
        ("unknown-campaign", new("campaign id is used that the table of campaigns does not hold", "campaign ids are used that the table of campaigns does not hold"), "个活动编号在活动表中不存在",
            """
            SELECT DISTINCT campaign_id FROM (
                SELECT campaign_id FROM main.touchpoints UNION ALL SELECT campaign_id FROM main.spend UNION ALL SELECT campaign_id FROM main.delivery
                UNION ALL SELECT campaign_id FROM main.leads UNION ALL SELECT campaign_id FROM main.opportunities UNION ALL SELECT campaign_id FROM main.orders)
            WHERE campaign_id NOT IN (SELECT campaign_id FROM main.campaigns) AND EXISTS (FROM main.campaigns)
            """),
        ("utm-campaign-shared", new("utm_campaign value is shared by several campaigns, so that touchpoints are given to none of them by it", "utm_campaign values are shared by several campaigns, so that touchpoints are given to none of them by those"), "个 utm_campaign 值被多个活动共用，无法据此归属触点",
            "SELECT lower(trim(utm_campaign)) FROM main.campaigns WHERE utm_campaign IS NOT NULL GROUP BY 1 HAVING count(*) > 1"),
        ("utm-misspelt", new("UTM value differs from another only in capitals, blanks or hyphens, and counts as a value of its own", "UTM values differ from others only in capitals, blanks or hyphens, and count as values of their own"), "个 UTM 值与另一值仅大小写、空格或连字符不同，会被当作不同的值",
            "SELECT parameter || '=' || written || ' (' || instead || ')' FROM main.utm_problems WHERE problem IN ('capitals', 'blanks', 'spelling')"),
        ("utm-unknown-campaign", new("value of utm_campaign belongs to no campaign", "values of utm_campaign belong to no campaign"), "个 utm_campaign 值不属于任何活动",
            "SELECT written FROM main.utm_problems WHERE problem = 'unknown-campaign'"),
        ("utm-incomplete", new("combination of UTM values lacks its source or its medium, so that no rule can tell the channel well", "combinations of UTM values lack their source or their medium, so that no rule can tell the channel well"), "组 UTM 值缺少来源或媒介，无法可靠判断渠道",
            "SELECT parameter || '? ' || written FROM main.utm_problems WHERE problem IN ('no-source', 'no-medium')"),
        ("spend-without-date", new("row of spend has no date and counts in no period", "rows of spend have no date and count in no period"), "行花费没有日期，不计入任何期间",
            "SELECT coalesce(campaign_id, '(none)') FROM main.spend WHERE date IS NULL"),
        ("channels-alike", new("group of channels differs only in case, blanks or hyphens; aliases would join them", "groups of channels differ only in case, blanks or hyphens; aliases would join them"), "组渠道名称仅大小写、空格或连字符不同，可用别名合并",
            """
            SELECT string_agg(channel, ', ' ORDER BY channel) FROM (
                SELECT DISTINCT channel FROM (SELECT channel FROM main.touchpoints UNION ALL SELECT channel FROM main.campaigns UNION ALL SELECT channel FROM main.spend UNION ALL SELECT channel FROM main.delivery)
                WHERE channel IS NOT NULL)
            GROUP BY regexp_replace(lower(channel), '[\s_-]', '', 'g') HAVING count(*) > 1
            """),
        ("experiment-incomplete", new("experiment lacks its days, its result or what was tested, and is held against nothing", "experiments lack their days, their result or what was tested, and are held against nothing"), "个实验缺少日期、结果或被测对象，未与归因对照",
            "SELECT coalesce(experiment_id, '(none)') FROM main.experiments WHERE NOT coalesce(incremental_conversions IS NOT NULL AND ended_on >= started_on AND coalesce(channel, campaign_id) IS NOT NULL, false)"),
        ("order-lines-of-foreign-orders", new("item belongs to an order in another currency; its amount is taken to be in the workspace's", "items belong to orders in another currency; their amounts are taken to be in the workspace's"), "个订单明细所属订单为外币，其金额按本位币计算",
            "SELECT l.order_id FROM main.order_lines AS l JOIN main.orders AS o ON o.order_id = l.order_id WHERE o.original_amount <> o.amount AND l.amount IS NOT NULL"),
    ];

    /// <summary>Looks for everything known.</summary>
    public static void Run(Session session)
    {
        foreach (var (code, message, messageZh, ids) in Known)
        {
            Keep(session, code, message, messageZh, ids);
        }
    }

    /// <summary>Keeps a note if there is anything to note.</summary>
    /// <param name="session">The engine.</param>
    /// <param name="code">The note's name.</param>
    /// <param name="message">What it says, after a number.</param>
    /// <param name="messageZh">The same in Chinese.</param>
    /// <param name="ids">A query of one text column: what it is about.</param>
    public static void Keep(Session session, string code, Wording message, string messageZh, string ids) => session.Execute($"""
        DELETE FROM merit.notes WHERE code = {SqlText.Text(code)};
        INSERT INTO merit.notes
        SELECT {SqlText.Text(code)}, CASE count(*) WHEN 1 THEN {SqlText.Text(message.One)} ELSE {SqlText.Text(message.Many)} END, {SqlText.Text(messageZh)}, count(*), coalesce(min(id, {Shown}), []) FROM (SELECT id FROM ({ids}) AS found(id)) HAVING count(*) > 0
        """);
}
