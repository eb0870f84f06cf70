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

    /// <summary>Its columns; none where there is no such table. The engine's own list of columns goes through all there are.</summary>
    public static IReadOnlyList<StagedColumn> Columns(Session session, Source source) =>
        session.Scalar<bool>(
            "SELECT count(*) > 0 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = $1 AND table_name = $2", KeptSources.Schema, KeptSources.TableOf(source.Name))
            ? session.Query($"SELECT name, type FROM pragma_table_info({SqlText.Text(NameOf(source))}) ORDER BY cid", r => new StagedColumn(r.GetString(0), r.GetString(1)))
            : [];

    /// <summary>Whether the keys of rows that go tell enough of them.</summary>
    public bool KeysWillDo { get; init; }

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

        var key = changes.Key.ToDictionary(k => columns.First(c => Same(c.Name, k)).Name, k => columns.First(c => Same(c.Name, k)).Type, StringComparer.OrdinalIgnoreCase);
        var going = new GoingRows(session, _table, columns, key, former is null ? Noted.Nothing : KeysWillDo ? Noted.Keys : Noted.Rows);
        TakeAwaySaidAnew(changes, key, going);
        TakeAway(changes, key, going);
        var after = Put(changes, columns);
        return (Now(columns, changes.Key), after is null ? null : new KeptDelta(going.Gone(), after) { KeysAlone = KeysWillDo });
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

    private void TakeAway(ChangeStage changes, Dictionary<string, string> key, GoingRows going)
    {
        foreach (var (days, after) in changes.Restated)
        {
            var day = $"t.{SqlText.Name(days.Column.Trim())}";
            var within = string.Create(CultureInfo.InvariantCulture, $"coalesce(TRY_CAST(CAST({day} AS VARCHAR) AS DATE), TRY_CAST(TRY_CAST(CAST({day} AS VARCHAR) AS TIMESTAMP) AS DATE)) BETWEEN DATE '{days.From:yyyy-MM-dd}' AND DATE '{days.To:yyyy-MM-dd}'");
            going.Where(within);
            TakeAway(changes, within, string.Create(CultureInfo.InvariantCulture, $"t.rowid < {after}"));
        }

        if (changes.Forgotten.Count > 0)
        {
            var theirs = IsOf(changes, $"t.{SqlText.Name(RowStage.Place)}");
            going.Where(theirs);
            TakeAway(changes, theirs, string.Create(CultureInfo.InvariantCulture, $"t.rowid < {changes.Forgotten.Max(f => f.After)}"));
        }

        foreach (var gone in changes.Gone)
        {
            TakeAway(changes, $"EXISTS (SELECT 1 FROM {gone} AS g WHERE {Match("t", "g", key)})", $"t.rowid < (SELECT any_value({ChangeStage.AfterColumn}) FROM {gone})");
        }

        if (changes.Here is { } here)
        {
            var absent = $"NOT EXISTS (SELECT 1 FROM {here} AS g WHERE {Match("t", "g", key)})";
            going.Where(absent);
            TakeAway(changes, absent, "true");
        }
    }

    // Whatever becomes of what is said of a key: what was kept of it is the past.
    private void TakeAwaySaidAnew(ChangeStage changes, Dictionary<string, string> key, GoingRows going)
    {
        if (former is not null)
        {
            var cast = string.Join(", ", key.Select(k => $"CAST({SqlText.Name(k.Key)} AS {k.Value}) AS {SqlText.Name(k.Key)}"));
            going.Of([.. changes.Gone.Concat(changes.Count > 0 ? [changes.Table] : []).Select(t => $"SELECT {cast} FROM {t} WHERE {Sound(changes)}")]);
        }
    }

    private static string Sound(ChangeStage changes) => string.Join(" AND ", changes.Key.Select(k => $"{SqlText.Name(k)} IS NOT NULL"));

    // What changes themselves say again, later.
    private void TakeAway(ChangeStage changes, string condition, string before)
    {
        if (changes.Columns.Count > 0)
        {
            session.Execute($"DELETE FROM {changes.Table} AS t WHERE {condition} AND {before}");
        }
    }

    // Of several rows of one key, the last one that came. Gives what is kept since; null where nothing was before.
    private Staged? Put(ChangeStage changes, IReadOnlyList<StagedColumn> columns)
    {
        var (keys, sound, rows) = (SqlText.Names(changes.Key), Sound(changes), changes.Table);
        if (changes.Count > 0 && session.Scalar<bool>($"SELECT count(*) > count(DISTINCT ({keys})) FROM {rows} WHERE {sound}"))
        {
            rows = $"(SELECT * FROM {rows} QUALIFY row_number() OVER (PARTITION BY {keys} ORDER BY rowid DESC) = 1)";
        }

        var after = former is null ? null : Part(columns, changes.Key);
        if (changes.Count > 0)
        {
            session.Execute(after is null
                ? $"INSERT INTO {_table} BY NAME SELECT * FROM {rows} WHERE {sound}"
                : $"""
                    INSERT INTO {after.Relation} BY NAME SELECT row_number() OVER () AS {RowId}, * FROM {rows} WHERE {sound};
                    INSERT INTO {_table} SELECT * EXCLUDE ({RowId}) FROM {after.Relation} ORDER BY {RowId}
                    """);
        }

        return after is null ? null : after with { Count = session.Scalar<long>($"SELECT count(*) FROM {after.Relation}") };
    }

    private Staged Now(IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        var view = $"{StagingArea.FreshName()}_kept";
        session.Execute($"CREATE TEMP VIEW {view} AS SELECT rowid AS {RowId}, * FROM {_table}");
        return Of($"temp.{view}", columns, key, $"VIEW temp.{view}") with { Count = session.Scalar<long>($"SELECT count(*) FROM {_table}") };
    }

    private Staged Part(IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        var table = $"temp.{StagingArea.FreshName()}_part";
        session.Execute($"CREATE TEMP TABLE {table} AS SELECT rowid AS {RowId}, * FROM {_table} LIMIT 0");
        return Of(table, columns, key, $"TABLE {table}");
    }

    private static Staged Of(string relation, IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key, string made) =>
        new(relation, StageTable.Visible(columns), 0, [], [made]) { TellsPlaces = true, Order = key };

    private static string Match(string kept, string given, Dictionary<string, string> key) =>
        string.Join(" AND ", key.Select(k => $"{kept}.{SqlText.Name(k.Key)} = CAST({given}.{SqlText.Name(k.Key)} AS {k.Value})"));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
