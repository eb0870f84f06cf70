using Merit.Diagnostics;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Updating;

/// <summary>
/// Brings a table of the former version up to date by what changed of its sources: rows that were made of kept rows which are no more go, rows made of new ones come.
/// That gives the table which mapping all kept rows would give, and is done only where it does; else nothing is changed, and the table is filled anew.
/// </summary>
/// <remarks>
/// It does where all sources of the table go on from their last load, where each maps its rows by the same as then (<see cref="MappingPrint"/>), and where no row depends on
/// another: a table with a key has one source, and no key came twice, then or now.
/// </remarks>
/// <param name="session">The draft.</param>
/// <param name="workspace">The workspace.</param>
/// <param name="layout">The table.</param>
/// <param name="loads">Its sources, read, with their rows merged.</param>
/// <param name="warnings">Where is told what the user should know.</param>
internal sealed class TableUpdate(Session session, Workspace workspace, TableLayout layout, IReadOnlyList<SourceLoad> loads, List<Diagnostic> warnings)
{
    // Of all rows; beyond, to look for them takes as long as to map all.
    private const double Most = 0.3;

    private readonly string _table = $"main.{SqlText.Name(layout.Name)}";
    private readonly string _found = $"temp.{StagingArea.FreshName()}";

    /// <summary>Updates the table; false where it must be filled anew.</summary>
    public bool Apply()
    {
        var all = loads.Sum(l => (double)l.Staged.Count);
        if (!Suits || loads.Any(l => l.Former?.Mapped is null || l.Delta is not { } d || d.Before.Count + d.After.Count > Most * all || Print(l) != l.Former.Mapped.Print))
        {
            return false;
        }

        List<(SourceLoad Load, SourceUpdate Update)> updates =
            [.. loads.SelectMany(l => l is { Delta: { } delta, Former.Mapped: { } mapped } ? [(l, new SourceUpdate(session, workspace, l.Source, delta, mapped, warnings))] : Array.Empty<(SourceLoad, SourceUpdate)>())];
        var enrichment = new Enrichment(session, workspace);
        try
        {
            updates.ForEach(u => u.Update.Map(layout, enrichment));
            if (!CanFind([.. updates.Select(u => u.Update)]))
            {
                return false;
            }

            var keysAlone = updates[0].Update.KeysAlone;
            var isDone = session.AsOne(() =>
            {
                if (!(keysAlone ? TakeAwayByKey(updates[0].Update) : TakeAwayFound()))
                {
                    return false;
                }

                var columns = SqlText.Names(layout.Columns.Select(c => c.Name));
                foreach (var (_, update) in updates)
                {
                    session.Execute($"INSERT INTO {_table} ({columns}) SELECT {columns} FROM {update.Coming} ORDER BY rowid");
                    update.Reject();
                }

                return true;
            });
            if (isDone)
            {
                updates.ForEach(u => u.Load.TakeOver(u.Update, layout));
            }

            return isDone;
        }
        finally
        {
            session.Execute($"DROP TABLE IF EXISTS {_found}");
            updates.ForEach(u => u.Update.Drop());
        }
    }

    /// <summary>Notes by what the table was made, where the next load may update it.</summary>
    public void Remember()
    {
        if (Suits && !HasLumps(_table))
        {
            foreach (var load in loads.Where(l => l.Change is not null))
            {
                load.Remember(Print(load));
            }
        }
    }

    private bool Suits => loads.Count == 1 || (layout.Key.Count == 0 && loads.All(l => l.CoversItself));

    private string? Print(SourceLoad load) => MappingPrint.Of(session, workspace, load.Source, load.Staged, layout);

    // A lump is spread over days later on, and its row is not what it was made of.
    private bool HasLumps(string table) => layout.Name is "spend" && session.Scalar<long>($"SELECT count(*) FROM {table} WHERE date IS NULL") > 0;

    // Finds the rows of the table that go; each must be there.
    private bool CanFind(List<SourceUpdate> updates)
    {
        if (updates.Exists(u => !u.HadRejects() || HasLumps(u.Coming)) || session.Scalar<long>($"SELECT count(*) FROM {_table}") != updates.Sum(u => u.FormerCount))
        {
            return false;
        }

        return layout.Key.Count == 0 ? CanFindByValues(updates) : updates[0].KeysAlone ? AreKeysEnough(updates[0]) : CanFindByKey(updates[0]);
    }

    private bool TakeAwayFound() => session.Execute($"DELETE FROM {_table} WHERE rowid IN (SELECT id FROM {_found})") >= 0;

    // One look at all keys: as many rows must go as kept rows went.
    private bool TakeAwayByKey(SourceUpdate update) => session.Execute($"DELETE FROM {_table} AS t USING {update.Going} AS w WHERE {Match}") == update.GoingCount;

    // Rows that come are of keys that go, whether or not there was a row of them; then none can come twice but among themselves.
    private bool AreKeysEnough(SourceUpdate update) => session.Scalar<bool>($"""
        SELECT count(*) = count(DISTINCT ({Keys})) AND (SELECT count(*) = 0 FROM (SELECT {Keys} FROM {update.Coming} EXCEPT SELECT {Keys} FROM {update.Going})) FROM {update.Coming}
        """);

    private string Keys => SqlText.Names(layout.Key);

    private string Match => string.Join(" AND ", layout.Key.Select(SqlText.Name).Select(k => $"t.{k} = w.{k}"));

    private bool CanFindByKey(SourceUpdate update)
    {
        if (session.Scalar<bool>($"SELECT count(*) > count(DISTINCT ({Keys})) FROM {update.Coming}"))
        {
            return false;
        }

        // One look at all keys: what goes, and what would come twice.
        session.Execute($"""
            CREATE TEMP TABLE {_found} AS
            SELECT t.rowid AS id, w.going FROM {_table} AS t
            JOIN (SELECT {Keys}, bool_or(going) AS going FROM (SELECT {Keys}, true AS going FROM {update.Going} UNION ALL SELECT {Keys}, false FROM {update.Coming}) GROUP BY {Keys}) AS w ON {Match}
            """);
        return session.Scalar<bool>($"SELECT coalesce(bool_and(going), true) AND count(*) = {update.GoingCount} FROM {_found}");
    }

    // Rows without a key are told apart by all they hold, and as many of equal ones go as are to go.
    private bool CanFindByValues(List<SourceUpdate> updates)
    {
        var columns = layout.Columns.Select(c => SqlText.Name(c.Name)).ToList();
        var all = string.Join(", ", columns);
        session.Execute($"""
            CREATE TEMP TABLE {_found} AS
            WITH gone AS (
                SELECT {all}, count(*) AS "merit:times", row_number() OVER () AS "merit:which"
                FROM ({string.Join(" UNION ALL ", updates.Select(u => $"SELECT {all} FROM {u.Going}"))}) GROUP BY {all})
            SELECT id FROM (
                SELECT t.rowid AS id, g."merit:times" AS times, row_number() OVER (PARTITION BY g."merit:which" ORDER BY t.rowid) AS place
                FROM {_table} AS t JOIN gone AS g ON {string.Join(" AND ", columns.Select(c => $"t.{c} IS NOT DISTINCT FROM g.{c}"))})
            WHERE place <= times
            """);
        return session.Scalar<long>($"SELECT count(*) FROM {_found}") == updates.Sum(u => u.GoingCount);
    }
}
