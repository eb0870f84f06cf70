namespace Merit.Host.Warehouse.Deriving;

/// <summary>What follows from credits and touches and is computed when it is asked for, in one pass over them: as tables they would make every load slower for questions that few ask.</summary>
internal static class DerivedViews
{
    /// <summary>The queries, by the table's name.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["journeys"] = Journeys,
        ["channel_overlaps"] = Overlaps,
        ["campaign_tracking"] = Tracking,
    };

    // Where models have journeys of their own, a journey here holds the touches of all of them; places are then counted anew, because each model counts its own.
    // What a question does not ask for is not computed: the engine leaves out aggregates that nobody reads, and joins of them. Paths are collected as numbers, places in the upper half and
    // channels in the lower one, and written out at the end: texts collected in order take a hundred times the memory, none of which the engine can spill.
    private const string Journeys = """
        WITH units AS MATERIALIZED (
            SELECT channel, row_number() OVER (ORDER BY channel) AS number FROM (SELECT DISTINCT coalesce(channel, '(none)') AS channel FROM main.credits WHERE position IS NOT NULL))
        SELECT conversion_id, c.kind, c.contact_id, c.converted_at, c.value, c.first_sale, coalesce(t.touches, 0) AS touches, coalesce(t.channels, 0) AS channels,
            array_to_string(list_transform(list_sort(p.places), lambda place: names[place & 4294967295]), ' > ') AS path,
            t.first_channel, t.last_channel, (epoch_us(c.converted_at) - epoch_us(t.first_at)) / 86400e6 AS lag_days
        FROM main.conversions AS c
        CROSS JOIN (SELECT list(channel ORDER BY number) AS names FROM units)
        LEFT JOIN (
            SELECT conversion_id, count(*) AS touches, count(DISTINCT coalesce(channel, '(none)')) AS channels,
                arg_min(coalesce(channel, '(none)'), (occurred_at, touch_id)) AS first_channel,
                arg_max(coalesce(channel, '(none)'), (occurred_at, touch_id)) AS last_channel,
                min(occurred_at) AS first_at
            FROM main.credits WHERE position IS NOT NULL GROUP BY conversion_id) AS t USING (conversion_id)
        LEFT JOIN (
            SELECT conversion_id, list(place * 4294967296 + number) AS places
            FROM (SELECT conversion_id, channel, row_number() OVER (PARTITION BY conversion_id ORDER BY occurred_at, touch_id) AS place FROM main.credits WHERE position IS NOT NULL) AS placed
            JOIN units ON units.channel = coalesce(placed.channel, '(none)') GROUP BY conversion_id) AS p USING (conversion_id)
        """;

    private const string Overlaps = """
        WITH used AS (SELECT DISTINCT conversion_id, coalesce(channel, '(none)') AS channel FROM main.credits WHERE position IS NOT NULL)
        SELECT c.conversion_id, c.kind, c.contact_id, c.converted_at, c.value, a.channel, b.channel AS other_channel
        FROM used AS a JOIN used AS b USING (conversion_id) JOIN main.conversions AS c USING (conversion_id)
        """;

    private const string Tracking = """
        WITH named AS (
            SELECT campaign_id, sum(amount) AS cost, 0::BIGINT AS clicks, 0::BIGINT AS touchpoints FROM main.spend GROUP BY campaign_id
            UNION ALL SELECT campaign_id, NULL, sum(clicks), 0 FROM main.delivery GROUP BY campaign_id
            UNION ALL SELECT campaign_id, NULL, 0, count(*) FROM main.touchpoints GROUP BY campaign_id)
        SELECT n.campaign_id, bool_or(c.campaign_id IS NOT NULL) AS known, coalesce(sum(n.cost), 0)::DECIMAL(18,4) AS cost, coalesce(sum(n.clicks), 0)::BIGINT AS clicks, sum(n.touchpoints)::BIGINT AS touchpoints
        FROM named AS n LEFT JOIN main.campaigns AS c ON c.campaign_id = n.campaign_id WHERE n.campaign_id IS NOT NULL GROUP BY n.campaign_id
        """;
}
