using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Recounting;

/// <summary>Finds the conversions whose credit may be another than in the former version.</summary>
/// <remarks>
/// Those that are new, gone or different themselves; those with a touch, now or before, that is new, gone or different, between the longest lookback before them and
/// them; where journeys are an account's, those of accounts that a contact came to or left; and where touches count for one conversion only, all others of the same owner.
/// </remarks>
/// <param name="session">The warehouse, with the former version beside it.</param>
/// <param name="inputs">What credit depends on.</param>
/// <param name="former">The former version's name.</param>
internal sealed class ChangedJourneys(Session session, JourneyInputs inputs, string former)
{
    /// <summary>The temporary table of their ids; some may be gone.</summary>
    public const string Table = "temp.changed_journeys";

    // A part of all rows beyond which to look for what changed costs as much as to count again.
    private const double Most = 0.5;

    /// <summary>Fills <see cref="Table"/>.</summary>
    /// <returns>How many there are; null where too much has changed to be worth the search.</returns>
    public long? Find()
    {
        var (touchDays, conversionDays, part) = InputPrints.Differing(session, former);
        if (part > Most)
        {
            return null;
        }

        Compare("changed_touches", inputs.TouchColumns, from => $"FROM ({inputs.Touches(from)}) WHERE {touchDays}");
        Compare("changed_conversions", inputs.ConversionColumns, from => $"FROM ({inputs.Conversions(from)}) WHERE {conversionDays}");
        var accounts = inputs.ByAccount ? $" LEFT JOIN ({Journeys.AccountOfContact("main.")}) a USING (contact_id)" : "";
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE changed_owners AS
            SELECT DISTINCT {Journeys.OwnerOfTouch(inputs.ByAccount)} AS owner, t.occurred_at FROM temp.changed_touches t{accounts}
            """);
        session.Execute($"CREATE OR REPLACE TEMP VIEW owned_conversions AS SELECT c.conversion_id, c.converted_at, {Journeys.OwnerOfConversion(inputs.ByAccount)} AS owner FROM main.conversions c{accounts}");
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE changed_journeys AS
            SELECT conversion_id FROM temp.changed_conversions
            UNION
            SELECT c.conversion_id FROM temp.owned_conversions c JOIN temp.changed_owners t ON t.owner = c.owner AND t.occurred_at BETWEEN c.converted_at - {Journeys.Interval(inputs.Lookback)} AND c.converted_at
            {(inputs.ByAccount ? $"UNION SELECT conversion_id FROM temp.owned_conversions WHERE owner IN ({Moved})" : "")}
            """);
        if (inputs.Chained)
        {
            session.Execute(
                $"""
                INSERT INTO temp.changed_journeys
                SELECT conversion_id FROM temp.owned_conversions
                WHERE owner IN (
                    SELECT owner FROM temp.owned_conversions JOIN temp.changed_journeys USING (conversion_id)
                    UNION ALL SELECT {Journeys.OwnerOfConversion(inputs.ByAccount)} FROM temp.changed_conversions c{accounts})
                  AND conversion_id NOT IN (FROM temp.changed_journeys)
                """);
        }

        return session.Scalar<long>("SELECT count(*) FROM temp.changed_journeys");
    }

    // Both sides of each contact whose account is another: what it came to and what it left.
    private string Moved =>
        $"""
        SELECT unnest(['account ' || account_id, 'contact ' || contact_id]) FROM (
          SELECT *, 1 AS n FROM ({Journeys.AccountOfContact("main.")}) UNION ALL SELECT *, -1 FROM ({Journeys.AccountOfContact($"{former}.main.")})
        ) GROUP BY contact_id, account_id HAVING sum(n) <> 0
        """;

    // Rows that one version has more often than the other.
    private void Compare(string into, IReadOnlyList<string> columns, Func<string, string> rows)
    {
        var names = SqlText.Names(columns);
        session.Execute(
            $"""
            CREATE OR REPLACE TEMP TABLE {into} AS
            SELECT {names} FROM (
              SELECT {names}, 1 AS n FROM ({rows("main.")}) UNION ALL SELECT {names}, -1 FROM ({rows($"{former}.main.")})
            ) GROUP BY {names} HAVING sum(n) <> 0
            """);
    }
}
