using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Attribution.Totals;

/// <summary>Several columns of touchpoints that credit is added up by together, such as the campaign within its channel: for as long as this is there, touchpoints have one column for them.</summary>
internal sealed class EarningColumns : IDisposable
{
    private const char Between = '\u001F';
    private readonly Session _session;
    private readonly IReadOnlyList<string> _columns;

    /// <param name="session">A warehouse.</param>
    /// <param name="columns">The columns, at least one.</param>
    /// <exception cref="Merit.Diagnostics.MeritException">Touchpoints have no such column of text.</exception>
    public EarningColumns(Session session, IReadOnlyList<string> columns)
    {
        (_session, _columns) = (session, columns);
        foreach (var column in columns)
        {
            EarningColumn.Check(session, column);
        }

        if (columns.Count > 1)
        {
            // A view of its own goes before the table of that name; rows keep their numbers.
            var parts = string.Join($" || chr({(int)Between}) || ", columns.Select(c => $"coalesce({SqlText.Name(c)}, '{UnitNumbers.None}')"));
            var database = session.Scalar<string>("SELECT current_database()") ?? "";
            session.Execute($"CREATE OR REPLACE TEMP VIEW touchpoints AS SELECT rowid, *, {parts} AS {SqlText.Name(Name)} FROM {SqlText.Name(database)}.main.touchpoints");
        }
    }

    /// <summary>The one column for all.</summary>
    public string Name => string.Join(',', _columns);

    /// <summary>What a total of several columns belongs to, column by column.</summary>
    public static IReadOnlyList<string> Split(string unit, int columns) =>
        unit is AttributedTotals.Unattributed ? [.. Enumerable.Repeat(unit, columns)] : unit.Split(Between);

    public void Dispose()
    {
        if (_columns.Count > 1)
        {
            _session.Execute("DROP VIEW IF EXISTS temp.touchpoints");
        }
    }
}
