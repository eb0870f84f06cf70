using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>What is noted of kept rows that go.</summary>
internal enum Noted
{
    /// <summary>Nothing: there were none before.</summary>
    Nothing,

    /// <summary>The rows as they were.</summary>
    Rows,

    /// <summary>Their keys: of a table with millions of rows, the other columns need not be looked at.</summary>
    Keys,
}

/// <summary>Takes rows away from those kept of a source, and notes them for whoever makes tables of them.</summary>
internal sealed class GoingRows
{
    private static readonly string RowId = SqlText.Name(Staged.RowId);

    private readonly Session _session;
    private readonly string _table;
    private readonly IReadOnlyList<StagedColumn> _columns;
    private readonly IReadOnlyDictionary<string, string> _key;
    private readonly Noted _noted;
    private readonly string _notes = $"temp.{StagingArea.FreshName()}_going";
    private long _count;

    /// <param name="session">The draft.</param>
    /// <param name="table">The kept rows.</param>
    /// <param name="columns">Their columns.</param>
    /// <param name="key">Those that tell rows apart, with their types.</param>
    /// <param name="noted">What is to be noted.</param>
    public GoingRows(Session session, string table, IReadOnlyList<StagedColumn> columns, IReadOnlyDictionary<string, string> key, Noted noted)
    {
        (_session, _table, _columns, _key, _noted) = (session, table, columns, key, noted);
        if (noted is not Noted.Nothing)
        {
            session.Execute($"CREATE TEMP TABLE {_notes} AS SELECT {(noted is Noted.Keys ? SqlText.Names(key.Keys) : $"rowid AS {RowId}, *")} FROM {table} LIMIT 0");
        }
    }

    /// <summary>Takes away the rows, by the name of <c>t</c>, for which a condition holds.</summary>
    public void Where(string condition)
    {
        if (_noted is Noted.Nothing)
        {
            _session.Execute($"DELETE FROM {_table} AS t WHERE {condition}");
            return;
        }

        // Row ids hold until the engine next tidies up, so they are used at once and not kept.
        var noted = _noted is Noted.Keys ? SqlText.Names(_key.Keys) : "*";
        _session.Execute($"CREATE OR REPLACE TEMP TABLE going AS SELECT rowid AS {RowId}, {noted} FROM {_table} AS t WHERE {condition}");
        var gone = _session.Execute($"DELETE FROM {_table} WHERE rowid IN (SELECT {RowId} FROM temp.going)");
        if (gone > 0)
        {
            _session.Execute(_noted is Noted.Keys
                ? $"INSERT INTO {_notes} SELECT * EXCLUDE ({RowId}) FROM temp.going"
                : $"INSERT INTO {_notes} SELECT {_count} + row_number() OVER () AS {RowId}, * EXCLUDE ({RowId}) FROM temp.going");
            _count += gone;
        }

        _session.Execute("DROP TABLE temp.going");
    }

    /// <summary>Takes away the rows of some keys: one look at all rows for all of them.</summary>
    /// <param name="keys">Queries of the key's columns.</param>
    public void Of(IReadOnlyList<string> keys)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var wanted = $"SELECT DISTINCT * FROM ({string.Join(" UNION ALL ", keys)})";
        var match = string.Join(" AND ", _key.Keys.Select(SqlText.Name).Select(k => $"t.{k} = w.{k}"));
        if (_noted is Noted.Rows)
        {
            Where($"EXISTS (SELECT 1 FROM ({wanted}) AS w WHERE {match})");
            return;
        }

        if (_noted is Noted.Keys)
        {
            _session.Execute($"INSERT INTO {_notes} {wanted}");
        }

        _count += _session.Execute($"DELETE FROM {_table} AS t USING ({wanted}) AS w WHERE {match}");
    }

    /// <summary>What went: the rows, or (<see cref="Noted.Keys"/>) no more of each than its key, keys that were not there among them.</summary>
    public Staged Gone()
    {
        if (_noted is not Noted.Keys)
        {
            return new Staged(_notes, StageTable.Visible(_columns), _count, [], [$"TABLE {_notes}"]) { TellsPlaces = true, Order = [.. _key.Keys] };
        }

        var view = $"{StagingArea.FreshName()}_keys";
        var columns = _columns.Select(c => _key.ContainsKey(c.Name) ? SqlText.Name(c.Name) : $"NULL::{c.Type} AS {SqlText.Name(c.Name)}");
        _session.Execute($"CREATE TEMP VIEW {view} AS SELECT row_number() OVER () AS {RowId}, {string.Join(", ", columns)} FROM (SELECT DISTINCT * FROM {_notes})");
        return new Staged($"temp.{view}", StageTable.Visible(_columns), _count, [], [$"VIEW temp.{view}", $"TABLE {_notes}"]) { TellsPlaces = true, Order = [.. _key.Keys] };
    }
}
