using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>What journeys were found.</summary>
/// <param name="Conversions">Conversions, each a journey.</param>
/// <param name="Touches">Touches in all journeys; one that leads to two conversions counts twice.</param>
/// <param name="Unattributed">Conversions without a touch inside the lookback window.</param>
internal sealed record JourneySummary(long Conversions, long Touches, long Unattributed);

/// <summary>Finds each conversion's touches: the table <c>journeys</c>, and the touches themselves for the credit that follows.</summary>
/// <remarks>
/// A journey holds the touches with converted_at − lookback ≤ occurred_at ≤ converted_at of the contact, or of all contacts of the account, by time and then touch id.
/// Conversions are independent: a touch may lead to several. The touches are ordered once, here, by a number per conversion instead of its identifier, which sorts faster;
/// they stay in temporary tables, which the engine keeps inside its memory limit by spilling.
/// </remarks>
internal static class Journeys
{
    /// <summary>Temporary: one row per conversion, numbered.</summary>
    internal const string Heads = "journey_heads";

    /// <summary>Temporary: one row per touch of a journey, with its position, the journey's count of touches and its age.</summary>
    internal const string Touches = "journey_touches";

    /// <summary>Replaces the journeys by those of the conversions and touchpoints at hand.</summary>
    public static JourneySummary Build(Session session, AttributionSettings settings)
    {
        session.Execute(settings.ByAccount ? AccountConversions : ContactConversions);
        session.Execute(FindTouches(settings));
        session.Execute(
            $"""
            CREATE OR REPLACE TABLE journeys AS
            SELECT h.conversion_id, h.kind, h.contact_id, h.converted_at, h.value, h.first_sale, coalesce(t.touches, 0) AS touches
            FROM {Heads} h LEFT JOIN (SELECT journey, touches FROM {Touches} WHERE position = 1) t USING (journey)
            """);
        return session.Query(
            "SELECT count(*), coalesce(sum(touches), 0)::BIGINT, count(*) FILTER (WHERE touches = 0) FROM journeys",
            row => new JourneySummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))[0];
    }

    /// <summary>Lets go of the touches once the credit is shared out.</summary>
    public static void Forget(Session session)
    {
        session.Execute($"DROP TABLE IF EXISTS {Touches}");
        session.Execute($"DROP TABLE IF EXISTS {Heads}");
    }

    private static string ContactConversions =>
        $"""
        CREATE OR REPLACE TEMP TABLE {Heads} AS
        SELECT row_number() OVER () AS journey, conversion_id, kind, contact_id, lead_id, converted_at, value, first_sale, contact_id AS owner
        FROM conversions
        """;

    // A contact of no known account is an account of its own.
    private static string AccountConversions =>
        $"""
        CREATE OR REPLACE TEMP TABLE {Heads} AS
        SELECT row_number() OVER () AS journey, c.conversion_id, c.kind, c.contact_id, c.lead_id, c.converted_at, c.value, c.first_sale,
          coalesce('account ' || coalesce(c.account_id, a.account_id), 'contact ' || c.contact_id) AS owner
        FROM conversions c LEFT JOIN ({AccountOfContact}) a ON a.contact_id = c.contact_id
        """;

    private const string AccountOfContact = "SELECT contact_id, min(account_id) AS account_id FROM contacts GROUP BY contact_id";

    private static string FindTouches(AttributionSettings settings)
    {
        var touchpoints = settings.ByAccount
            ? $"""
              (SELECT t.*, coalesce('account ' || a.account_id, 'contact ' || t.contact_id) AS owner
                FROM touchpoints t LEFT JOIN ({AccountOfContact}) a ON a.contact_id = t.contact_id)
              """
            : "(SELECT *, contact_id AS owner FROM touchpoints)";
        var lookback = (settings.Lookback.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
        return
            $"""
            CREATE OR REPLACE TEMP TABLE {Touches} AS
            SELECT c.journey,
              row_number() OVER (PARTITION BY c.journey ORDER BY t.occurred_at, t.touch_id) AS position,
              count(*) OVER (PARTITION BY c.journey) AS touches,
              t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at,
              (epoch_us(c.converted_at) - epoch_us(t.occurred_at)) / 86400e6 AS age_days
            FROM {Heads} c JOIN {touchpoints} t
              ON t.owner = c.owner AND t.occurred_at BETWEEN c.converted_at - to_microseconds({lookback}) AND c.converted_at
            """;
    }
}
