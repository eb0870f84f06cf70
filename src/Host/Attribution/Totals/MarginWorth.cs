using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Totals;

/// <summary>For as long as this is there, the value of a conversion is its margin: its value less what was sold costs. One whose cost is not known brings nothing, and is counted.</summary>
internal sealed class MarginWorth : IDisposable
{
    private readonly Session _session;

    /// <param name="session">A warehouse.</param>
    public MarginWorth(Session session)
    {
        _session = session;

        // A view of its own goes before the table of that name; rows keep their numbers.
        var database = session.Scalar<string>("SELECT current_database()") ?? "";
        session.Execute($"CREATE OR REPLACE TEMP VIEW conversions AS SELECT rowid, * REPLACE (value - cost_of_goods AS value) FROM {SqlText.Name(database)}.main.conversions");
    }

    /// <summary>What a reader should know of the values of a kind.</summary>
    public Diagnostic Note(string kind) => _session.Query(
        "SELECT count(*), count(*) FILTER (WHERE value IS NULL) FROM conversions WHERE kind = $1", row => AttributionRules.WorthMargin.Here(kind, row.GetInt64(0), row.GetInt64(1)), kind)[0];

    public void Dispose() => _session.Execute("DROP VIEW IF EXISTS temp.conversions");
}
