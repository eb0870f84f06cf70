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

    /// <summary>Merges the changes; gives the rows there are now.</summary>
    public Staged Merge(ChangeStage changes)
    {
        if (former is null)
        {
            Forget(session, source);
        }

        var columns = Columns(session, source);
        if (changes.Columns.Count > 0)
        {
            columns = Fit(columns, changes);
            RejectKeyless(changes);
        }

        if (columns.Count == 0)
        {
            return Staged.Nothing;
        }

        var key = changes.Key.ToDictionary(k => k, k => columns.First(c => Same(c.Name, k)).Type, StringComparer.OrdinalIgnoreCase);
        TakeAway(changes, key);
        Put(changes, key);
        return Now(columns, changes.Key);
    }

    // New columns are added, other types become one that holds both, missing ones stay without value: each is told, except in a first read.
    private IReadOnlyList<StagedColumn> Fit(IReadOnlyList<StagedColumn> kept, ChangeStage changes)
    {
        if (changes.Key.FirstOrDefault(k => !changes.Columns.Any(c => Same(c.Name, k))) is { } missing)
        {
            throw new InvalidOperationException($"its rows have no column '{missing}', which it names as key");
        }

        if (kept.Count == 0)
        {
            session.Execute($"CREATE TABLE {_table} ({string.Join(", ", changes.Columns.Select(c => $"{SqlText.Name(c.Name)} {c.Type}"))})");
            return changes.Columns;
        }

        List<StagedColumn> columns = [.. kept];
        foreach (var given in changes.Columns)
        {
            var at = columns.FindIndex(c => Same(c.Name, given.Name));
            if (at < 0)
            {
                session.Execute($"ALTER TABLE {_table} ADD COLUMN {SqlText.Name(given.Name)} {given.Type}");
                columns.Add(given);
                Tell(given.Name, () => LoadRules.ColumnAdded.At(source.At, source.Name, given.Name));
            }
            else if (!string.Equals(columns[at].Type, given.Type, StringComparison.Ordinal) && HasValues(changes, given.Name))
            {
                columns[at] = Widen(columns[at], given, changes.Key);
            }
        }

        foreach (var gone in columns.Where(c => changes.Count > 0 && !changes.Columns.Any(g => Same(g.Name, c.Name))))
        {
            Tell(gone.Name, () => LoadRules.ColumnGone.At(source.At, source.Name, gone.Name));
        }

        return columns;
    }

    // A key of another type would not find the rows that were kept under it.
    private StagedColumn Widen(StagedColumn kept, StagedColumn given, IReadOnlyList<string> key)
    {
        var both = (key.Any(k => Same(k, kept.Name)) ? null : ColumnWidening.Of(kept.Type, given.Type)) ?? throw new MeritException(
            LoadRules.ColumnChanged.At(source.At, source.Name, kept.Name, ColumnWidening.Word(kept.Type), ColumnWidening.Word(given.Type)));
        if (!string.Equals(both, kept.Type, StringComparison.Ordinal))
        {
            session.Execute($"ALTER TABLE {_table} ALTER COLUMN {SqlText.Name(kept.Name)} TYPE {both}");
            Tell(kept.Name, () => LoadRules.ColumnWidened.At(source.At, source.Name, kept.Name, ColumnWidening.Word(given.Type), ColumnWidening.Word(kept.Type), ColumnWidening.Word(both)));
        }

        return kept with { Type = both };
    }

    private bool HasValues(ChangeStage changes, string column) => session.Scalar<long>($"SELECT count({SqlText.Name(column)}) FROM {changes.Table}") > 0;

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

    private void TakeAway(ChangeStage changes, Dictionary<string, string> key)
    {
        foreach (var (days, after) in changes.Restated)
        {
            var day = $"t.{SqlText.Name(days.Column.Trim())}";
            var within = string.Create(CultureInfo.InvariantCulture, $"coalesce(TRY_CAST(CAST({day} AS VARCHAR) AS DATE), TRY_CAST(TRY_CAST(CAST({day} AS VARCHAR) AS TIMESTAMP) AS DATE)) BETWEEN DATE '{days.From:yyyy-MM-dd}' AND DATE '{days.To:yyyy-MM-dd}'");
            DeleteBoth(changes, within, string.Create(CultureInfo.InvariantCulture, $"t.rowid < {after}"));
        }

        foreach (var gone in changes.Gone)
        {
            DeleteBoth(changes, $"EXISTS (SELECT 1 FROM {gone} AS g WHERE {Match("t", "g", key)})", $"t.rowid < (SELECT any_value({ChangeStage.AfterColumn}) FROM {gone})");
        }

        if (changes.Here is { } here)
        {
            DeleteBoth(changes, $"NOT EXISTS (SELECT 1 FROM {here} AS g WHERE {Match("t", "g", key)})", "true");
        }
    }

    private void DeleteBoth(ChangeStage changes, string condition, string before)
    {
        session.Execute($"DELETE FROM {_table} AS t WHERE {condition}");
        if (changes.Columns.Count > 0)
        {
            session.Execute($"DELETE FROM {changes.Table} AS t WHERE {condition} AND {before}");
        }
    }

    // Of several rows of one key, the last one that came.
    private void Put(ChangeStage changes, Dictionary<string, string> key)
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
            session.Execute($"DELETE FROM {_table} AS t WHERE EXISTS (SELECT 1 FROM {changes.Table} AS g WHERE {Match("t", "g", key)})");
        }

        session.Execute($"INSERT INTO {_table} BY NAME SELECT * FROM {rows} WHERE {sound}");
    }

    private Staged Now(IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        var view = $"{StagingArea.FreshName()}_kept";
        session.Execute($"CREATE TEMP VIEW {view} AS SELECT rowid AS {RowId}, * FROM {_table}");
        return new Staged($"temp.{view}", StageTable.Visible(columns), session.Scalar<long>($"SELECT count(*) FROM {_table}"), [], [$"VIEW temp.{view}"]) { TellsPlaces = true, Order = key };
    }

    private void Tell(string column, Func<Diagnostic> finding)
    {
        if (former is not null && !column.StartsWith("merit:", StringComparison.Ordinal))
        {
            findings.Add(finding());
        }
    }

    private static string Match(string kept, string given, Dictionary<string, string> key) =>
        string.Join(" AND ", key.Select(k => $"{kept}.{SqlText.Name(k.Key)} = CAST({given}.{SqlText.Name(k.Key)} AS {k.Value})"));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
