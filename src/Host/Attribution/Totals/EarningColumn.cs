using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>The column of touchpoints that credit is added up by. A touch's credit goes to what the touch has there, whichever column it is, so that every sum is conserved.</summary>
internal static class EarningColumn
{
    // What queries for credit have by themselves.
    private static readonly string[] Known = ["channel", "campaign_id"];

    /// <summary>Refuses what touchpoints do not have as a text.</summary>
    /// <exception cref="MeritException">It is no such column.</exception>
    public static void Check(Session session, string column)
    {
        var texts = session.Query(
            "SELECT column_name FROM duckdb_columns() WHERE table_name = 'touchpoints' AND schema_name = 'main' AND data_type = 'VARCHAR' AND column_name NOT IN ('touch_id', 'contact_id') ORDER BY column_index",
            row => row.GetString(0));
        if (!texts.Contains(column, StringComparer.Ordinal))
        {
            throw new MeritException(AttributionRules.NoSuchEarner.Here(column, Suggestion.For(column, texts)));
        }
    }

    /// <summary>A query for credit by touch, with the column as <c>earns</c>; conversions without touches are unattributed there too.</summary>
    public static string OfCredit(string credits, string column) => Known.Contains(column, StringComparer.Ordinal)
        ? $"SELECT *, {column} AS earns FROM ({credits})"
        : $"""
        SELECT given.*, CASE WHEN given.touch_id IS NULL THEN '{AttributedTotals.Unattributed}' ELSE coalesce(named.{SqlText.Name(column)}, '{UnitNumbers.None}') END AS earns
        FROM ({credits}) given LEFT JOIN touchpoints named ON named.touch_id = given.touch_id
        """;
}
