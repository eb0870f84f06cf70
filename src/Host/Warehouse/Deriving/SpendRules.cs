using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Deriving;

/// <summary>
/// Cost once. A lump (a row of spend without a day, for a campaign with first and last day) is spread evenly over the campaign's days, to the last fraction. Where one
/// source gives a campaign's cost as a lump and another by day, in the same category or without one, they tell the same cost: the one that comes first in merit.yaml counts.
/// </summary>
internal static class SpendRules
{
    public static void Run(Session session)
    {
        session.Execute("""
            CREATE OR REPLACE TEMP TABLE lumps AS
            SELECT s.rowid AS id, s.campaign_id, s.source, s.category, c.start_date AS first_day, date_diff('day', c.start_date, coalesce(c.end_date, c.start_date)) + 1 AS days
            FROM main.spend AS s JOIN main.campaigns AS c ON c.campaign_id = s.campaign_id
            WHERE s.date IS NULL AND c.start_date IS NOT NULL AND coalesce(c.end_date, c.start_date) >= c.start_date
            """);
        if (session.Scalar<long>("SELECT count(*) FROM temp.lumps") > 0)
        {
            Supersede(session);
            Spread(session);
        }

        session.Execute("DROP TABLE temp.lumps");
    }

    private static void Supersede(Session session)
    {
        session.Execute("""
            CREATE OR REPLACE TEMP TABLE superseded AS
            WITH told AS (
                SELECT s.rowid AS id, s.campaign_id, s.source, s.category, l.id IS NOT NULL AS is_lump, min(s.rowid) OVER (PARTITION BY s.source) AS rank
                FROM main.spend AS s LEFT JOIN temp.lumps AS l ON l.id = s.rowid
                WHERE s.campaign_id IN (SELECT campaign_id FROM temp.lumps))
            SELECT DISTINCT later.id FROM told AS later JOIN told AS earlier
                ON earlier.campaign_id = later.campaign_id AND earlier.source <> later.source AND earlier.is_lump <> later.is_lump AND earlier.rank < later.rank
                AND coalesce(earlier.category, later.category, '') = coalesce(later.category, earlier.category, '')
            """);
        DataNotes.Keep(
            session, "spend-superseded",
            new Wording(
                "row of spend is left out, because a source that comes earlier tells the same cost of the campaign",
                "rows of spend are left out, because a source that comes earlier tells the same cost of the campaign"),
            "行花费未计入：排在前面的数据源已给出同一活动的费用",
            "SELECT s.campaign_id || ' (' || s.source || ')' FROM main.spend AS s WHERE s.rowid IN (SELECT id FROM temp.superseded)");
        session.Execute("""
            DELETE FROM main.spend WHERE rowid IN (SELECT id FROM temp.superseded);
            DELETE FROM temp.lumps WHERE id IN (SELECT id FROM temp.superseded);
            DROP TABLE temp.superseded
            """);
    }

    // Ten-thousandths are whole numbers: the last day takes what does not divide.
    private static void Spread(Session session)
    {
        DataNotes.Keep(
            session, "spend-spread",
            new Wording("lump sum of spend is spread evenly over its campaign's days", "lump sums of spend are spread evenly over their campaign's days"),
            "笔一次性花费已平均分摊到活动的各天",
            "SELECT campaign_id FROM temp.lumps");
        session.Execute($"""
            INSERT INTO main.spend BY NAME
            SELECT s.* REPLACE (
                CAST(l.first_day + day AS DATE) AS date,
                {Share("s.amount")} AS amount,
                {Share("s.original_amount")} AS original_amount)
            FROM temp.lumps AS l JOIN main.spend AS s ON s.rowid = l.id, LATERAL (SELECT unnest(range(l.days))::INTEGER AS day);
            DELETE FROM main.spend WHERE rowid IN (SELECT id FROM temp.lumps)
            """);
    }

    private static string Share(string amount)
    {
        var whole = $"CAST({amount} * 10000 AS BIGINT)";
        return $"CAST((CASE WHEN day = l.days - 1 THEN {whole} - ({whole} // l.days) * (l.days - 1) ELSE {whole} // l.days END) * 0.0001 AS DECIMAL(18,4))";
    }
}
