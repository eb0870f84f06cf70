using System.Globalization;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution;

/// <summary>What journeys were found.</summary>
/// <param name="Conversions">Conversions, each a journey.</param>
/// <param name="Touches">Touches in all journeys; one that leads to two conversions counts twice.</param>
/// <param name="Unattributed">Conversions without a touch inside the lookback window.</param>
internal sealed record JourneySummary(long Conversions, long Touches, long Unattributed);

/// <summary>Finds each conversion's touches, as the first step of sharing out its credit.</summary>
/// <remarks>
/// A journey holds the touches with converted_at − lookback ≤ occurred_at ≤ converted_at of the contact, or of all contacts of the account, by time and then touch id.
/// Conversions are independent: a touch may lead to several. A journey goes by its conversion's row number, which sorts and joins faster than an identifier.
/// </remarks>
internal static class Journeys
{
    private const string AccountOfContact = "SELECT contact_id, min(account_id) AS account_id FROM contacts GROUP BY contact_id";

    // A contact of no known account is an account of its own.
    private const string AccountConversions =
        $"""
        SELECT c.rowid AS journey, c.converted_at, coalesce('account ' || coalesce(c.account_id, a.account_id), 'contact ' || c.contact_id) AS owner
          FROM conversions c LEFT JOIN ({AccountOfContact}) a ON a.contact_id = c.contact_id
        """;

    private const string AccountTouchpoints =
        $"""
        SELECT t.*, coalesce('account ' || a.account_id, 'contact ' || t.contact_id) AS owner
          FROM touchpoints t LEFT JOIN ({AccountOfContact}) a ON a.contact_id = t.contact_id
        """;

    private const string ContactConversions = "SELECT rowid AS journey, converted_at, contact_id AS owner FROM conversions";

    private const string ContactTouchpoints = "SELECT *, contact_id AS owner FROM touchpoints";

    /// <summary>A query with one row per touch of a journey: the touch, its position, its age and the journey's count of touches.</summary>
    public static string Find(AttributionSettings settings)
    {
        var (conversions, touchpoints) = settings.ByAccount ? (AccountConversions, AccountTouchpoints) : (ContactConversions, ContactTouchpoints);
        var lookback = (settings.Lookback.Ticks / TimeSpan.TicksPerMicrosecond).ToString(CultureInfo.InvariantCulture);
        return
            $"""
            SELECT c.journey,
              row_number() OVER (PARTITION BY c.journey ORDER BY t.occurred_at, t.touch_id) AS position,
              (count(*) OVER (PARTITION BY c.journey))::DOUBLE AS {TermSql.Count},
              t.touch_id, t.contact_id, t.channel, t.campaign_id, t.occurred_at,
              (epoch_us(c.converted_at) - epoch_us(t.occurred_at)) / 86400e6 AS {TermSql.AgeDays}
            FROM ({conversions}) c JOIN ({touchpoints}) t
              ON t.owner = c.owner AND t.occurred_at BETWEEN c.converted_at - to_microseconds({lookback}) AND c.converted_at
            """;
    }

    /// <summary>Counts the journeys whose credit is shared out.</summary>
    public static JourneySummary Count(Session session) => session.Query(
        "SELECT (SELECT count(*) FROM conversions), count(position), count(*) FILTER (WHERE position IS NULL) FROM credits",
        row => new JourneySummary(row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)))[0];
}
