using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>The rows kept of one source, and how changes become part of them.</summary>
/// <param name="session">The draft.</param>
/// <param name="source">The source.</param>
/// <param name="former">What the former version kept of it; null where it was read from the beginning.</param>
/// <param name="rejects">Where rows without a key go.</param>
/// <param name="findings">Where changes of columns are told.</param>
internal sealed class KeptRows(Session session, Source source, KeptSource? former, RejectLog rejects, List<Diagnostic> findings)
{
    private const int Shown = 5;

    private static readonly string RowId = SqlText.Name(Staged.RowId);

    private readonly string _table = NameOf(source);

    /// <summary>The table that keeps a source's rows.</summary>
    public static string NameOf(Source source) => $"{KeptSources.Schema}.{SqlText.Name(KeptSources.TableOf(source.Name))}";

    /// <summary>Its columns.</summary>
    public static IReadOnlyList<StagedColumn> Columns(Session session, Source source) => session.Query(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = $1 AND table_name = $2 ORDER BY column_index",
        r => new StagedColumn(r.GetString(0), r.GetString(1)), KeptSources.Schema, KeptSources.TableOf(source.Name));

    /// <summary>Keeps nothing of a source.</summary>
    public static void Forget(Session session, Source source)
    {
        session.Execute($"DROP TABLE IF EXISTS {NameOf(source)}");
        session.Execute("DELETE FROM merit.kept_rejects WHERE source = $1", source.Name);
    }

    /// <summary>Merges the changes; gives the rows there are now, and what of them is another than before.</summary>
    public (Staged Now, KeptDelta? Delta) Merge(ChangeStage changes)
    {
        if (former is null)
        {
            Forget(session, source);
        }

        var kept = new KeptColumns(session, source, former, _table, findings);
        var columns = Columns(session, source);
        if (changes.Columns.Count > 0)
        {
            columns = kept.Fit(columns, changes);
            RejectKeyless(changes);
        }

        ForgetRejects(changes);
        if (columns.Count == 0)
        {
            return (Staged.Nothing, null);
        }

        var key = changes.Key.ToDictionary(k => k, k => columns.First(c => Same(c.Name, k)).Type, StringComparer.OrdinalIgnoreCase);
        var delta = former is null ? null : new KeptDelta(Part(columns, changes.Key), Part(columns, changes.Key));
        TakeAway(changes, key, delta);
        Put(changes, key, delta);
        return (Now(columns, changes.Key), delta is null ? null : new KeptDelta(Counted(delta.Before), Counted(delta.After)));
    }

    private void ForgetRejects(ChangeStage changes)
    {
        if (changes.Forgotten.Count > 0)
        {
            session.Execute($"DELETE FROM merit.kept_rejects WHERE source = $1 AND {IsOf(changes, "file")}", source.Name);
        }

        if (changes.Lost.Count > 0)
        {
            findings.Add(LoadRules.FilesGone.At(source.At, source.Name, changes.Lost.Count, string.Join(", ", changes.Lost.Take(Shown)) + (changes.Lost.Count > Shown ? ", …" : "")));
        }
    }

    // A place is also what stands behind it and a slash.
    private static string IsOf(ChangeStage changes, string place)
    {
        var places = changes.Forgotten.Select(f => f.Place).Distinct(StringComparer.Ordinal).ToList();
        return $"({place} IN ({string.Join(", ", places.Select(SqlText.Text))}){string.Concat(places.Select(p => $" OR starts_with({place}, {SqlText.Text(p + "/")})"))})";
    }

    private void RejectKeyless(ChangeStage changes)
    {
        var missing = string.Join(" OR ", changes.Key.Select(k => $"{SqlText.Name(k)} IS NULL"));
        var which = string.Concat(changes.Key.Select(k => $" WHEN {SqlText.Name(k)} IS NULL THEN {SqlText.Text(k)}"));
        var raw = string.Join(", ", StageTable.Visible(changes.Columns).Select(c => $"{SqlText.Name(c.Name)} := {SqlText.Name(c.Name)}"));
        foreach (var (place, number, column, row) in session.Query(
            $"SELECT {SqlText.Name(RowStage.Place)}, {SqlText.Name(RowStage.Number)}, CASE{which} END, to_json(struct_pack({raw}))::VARCHAR FROM {changes.Table} WHERE {missing} ORDER BY rowid",
            r => (r.GetString(0), r.GetInt64(1), r.GetString(2), r.GetString(3))))
        {
            rejects.Add(place, number, column, $"the key {column} is empty", row);
        }
    }

    private void TakeAway(ChangeStage changes, Dictionary<string, string> key, KeptDelta? delta)
    {
        foreach (var (days, after) in changes.Restated)
        {
            var day = $"t.{SqlText.Name(days.Column.Trim())}";
            var within = string.Create(CultureInfo.InvariantCulture, $"coalesce(TRY_CAST(CAST({day} AS VARCHAR) AS DATE), TRY_CAST(TRY_CAST(CAST({day} AS VARCHAR) AS TIMESTAMP) AS DATE)) BETWEEN DATE '{days.From:yyyy-MM-dd}' AND DATE '{days.To:yyyy-MM-dd}'");
            DeleteBoth(changes, delta, within, string.Create(CultureInfo.InvariantCulture, $"t.rowid < {after}"));
        }

        if (changes.Forgotten.Count > 0)
        {
            DeleteBoth(changes, delta, IsOf(changes, $"t.{SqlText.Name(RowStage.Place)}"), string.Create(CultureInfo.InvariantCulture, $"t.rowid < {changes.Forgotten.Max(f => f.After)}"));
        }

        foreach (var gone in changes.Gone)
        {
            DeleteBoth(changes, delta, $"EXISTS (SELECT 1 FROM {gone} AS g WHERE {Match("t", "g", key)})", $"t.rowid < (SELECT any_value({ChangeStage.AfterColumn}) FROM {gone})");
        }

        if (changes.Here is { } here)
        {
            DeleteBoth(changes, delta, $"NOT EXISTS (SELECT 1 FROM {here} AS g WHERE {Match("t", "g", key)})", "true");
        }
    }

    private void DeleteBoth(ChangeStage changes, KeptDelta? delta, string condition, string before)
    {
        Delete(delta, condition);
        if (changes.Columns.Count > 0)
        {
            session.Execute($"DELETE FROM {changes.Table} AS t WHERE {condition} AND {before}");
        }
    }

    // What goes is noted first, for whoever makes tables of it. Row ids hold until the engine next tidies up, so they are used at once and not kept.
    private void Delete(KeptDelta? delta, string condition)
    {
        if (delta is null)
        {
            session.Execute($"DELETE FROM {_table} AS t WHERE {condition}");
            return;
        }

        session.Execute($"CREATE OR REPLACE TEMP TABLE going AS SELECT rowid AS {RowId}, * FROM {_table} AS t WHERE {condition}");
        if (session.Execute($"DELETE FROM {_table} WHERE rowid IN (SELECT {RowId} FROM temp.going)") > 0)
        {
            session.Execute($"INSERT INTO {delta.Before.Relation} SELECT (SELECT count(*) FROM {delta.Before.Relation}) + row_number() OVER () AS {RowId}, * EXCLUDE ({RowId}) FROM temp.going");
        }

        session.Execute("DROP TABLE temp.going");
    }

    // Of several rows of one key, the last one that came.
    private void Put(ChangeStage changes, Dictionary<string, string> key, KeptDelta? delta)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var keys = SqlText.Names(changes.Key);
        var sound = string.Join(" AND ", changes.Key.Select(k => $"{SqlText.Name(k)} IS NOT NULL"));
        var rows = changes.Table;
        if (session.Scalar<bool>($"SELECT count(*) > count(DISTINCT ({keys})) FROM {rows} WHERE {sound}"))
        {
            rows = $"(SELECT * FROM {rows} QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY rowid DESC) = 1)";
        }

        if (former is not null)
        {
            Delete(delta, $"EXISTS (SELECT 1 FROM {changes.Table} AS g WHERE {Match("t", "g", key)})");
        }

        if (delta is null)
        {
            session.Execute($"INSERT INTO {_table} BY NAME SELECT * FROM {rows} WHERE {sound}");
            return;
        }

        session.Execute($"INSERT INTO {delta.After.Relation} BY NAME SELECT row_number() OVER () AS {RowId}, * FROM {rows} WHERE {sound}");
        session.Execute($"INSERT INTO {_table} SELECT * EXCLUDE ({RowId}) FROM {delta.After.Relation} ORDER BY {RowId}");
    }

    private Staged Now(IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        var view = $"{StagingArea.FreshName()}_kept";
        session.Execute($"CREATE TEMP VIEW {view} AS SELECT rowid AS {RowId}, * FROM {_table}");
        return Counted(Of($"temp.{view}", columns, key, $"VIEW temp.{view}"), _table);
    }

    private Staged Part(IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        var table = $"temp.{StagingArea.FreshName()}_part";
        session.Execute($"CREATE TEMP TABLE {table} AS SELECT rowid AS {RowId}, * FROM {_table} LIMIT 0");
        return Of(table, columns, key, $"TABLE {table}");
    }

    private Staged Counted(Staged rows, string? table = null) => rows with { Count = session.Scalar<long>($"SELECT count(*) FROM {table ?? rows.Relation}") };

    private static Staged Of(string relation, IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key, string made) =>
        new(relation, StageTable.Visible(columns), 0, [], [made]) { TellsPlaces = true, Order = key };

    private static string Match(string kept, string given, Dictionary<string, string> key) =>
        string.Join(" AND ", key.Select(k => $"{kept}.{SqlText.Name(k.Key)} = CAST({given}.{SqlText.Name(k.Key)} AS {k.Value})"));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
