using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Models;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse;

/// <summary>Reads what a warehouse holds: its tables and columns, and which of them a source fills.</summary>
internal static class SchemaReader
{
    public static WarehouseSchema Read(Session session)
    {
        var loads = session.Query(
            "SELECT table_name, columns, key_columns, covered_from, covered_to FROM merit.loads",
            r => new Load(
                r.GetString(0), r.GetFieldValue<List<string>>(1), r.GetFieldValue<List<string>>(2),
                r.IsDBNull(3) ? null : r.GetFieldValue<DateOnly>(3), r.IsDBNull(4) ? null : r.GetFieldValue<DateOnly>(4)));
        // A deal closes after the day it is dated by, the day it was opened: sales are answered for up to the last of them.
        // The hours keep to days that had begun, or ended, in every zone.
        loads = [.. loads, .. session.Query(
            "SELECT (min(sold_at) + INTERVAL 14 HOUR)::DATE, (max(sold_at) - INTERVAL 12 HOUR)::DATE FROM main.sales HAVING count(sold_at) > 0",
            r => new Load("sales", [], [], r.GetFieldValue<DateOnly>(0), r.GetFieldValue<DateOnly>(1)))];
        var models = session.Query("SELECT name, coalesce(conserved, true) FROM merit.models ORDER BY rowid", r => (Name: r.GetString(0), Conserved: r.GetBoolean(1)));
        var kinds = session.Query("SELECT name, table_name FROM merit.kinds", r => KeyValuePair.Create(r.GetString(0), r.GetString(1)));
        var columns = session.Query(
            "SELECT table_name, column_name, data_type FROM duckdb_columns() WHERE database_name = current_database() AND schema_name = 'main' AND NOT internal ORDER BY table_name, column_index",
            r => (Table: r.GetString(0), Name: r.GetString(1), Type: r.GetString(2)));
        // Rows that were given to people have a contact also where their source names none.
        var given = columns.Where(c => c.Name == People.SourceContact && loads.Any(l => l.Table == c.Table)).SelectMany(c => new[] { (c.Table, IdentityKey.Contact), (c.Table, c.Name) });
        var filled = new FilledColumns(loads.SelectMany(l => l.Columns.Select(c => (l.Table, c))).Concat(given), session.Scalar<long>("SELECT count(*) FROM main.scores") > 0, kinds.Select(k => k.Value));
        var made = ModelLog.Read(session);
        var tables = columns.GroupBy(c => c.Table, StringComparer.Ordinal)
            .Select(g => Table(g.Key, [.. g.Select(c => (c.Name, c.Type))], [.. loads.Where(l => FilledColumns.SourcesOf(g.Key).Contains(l.Table, StringComparer.Ordinal))], filled, made.FirstOrDefault(m => m.Name == g.Key)))
            .OrderBy(t => Rank(t.Name)).ThenBy(t => t.Name, StringComparer.Ordinal);
        return new WarehouseSchema([.. tables], [.. models.Select(m => m.Name)])
        {
            Participation = [.. models.Where(m => !m.Conserved).Select(m => m.Name)],
            Goals = loads.Any(l => l.Table is "targets") ? Goals(session) : [],
            Kinds = new Dictionary<string, string>([.. kinds, KeyValuePair.Create(ConversionKind.Sale, "sales")], StringComparer.Ordinal),
        };
    }

    // What a goal is set for is decided where goals are planned; this only says which of it there is.
    private static IReadOnlyList<GoalSchema> Goals(Session session) => session.Query(
        """
        SELECT metric,
            CASE WHEN campaign_id IS NOT NULL THEN 'campaign' WHEN channel IS NOT NULL THEN 'channel' WHEN owner IS NOT NULL THEN 'owner' ELSE 'all' END AS level,
            bool_or(period_start IS NOT NULL AND period_end IS NOT NULL), bool_or(period_start IS NULL OR period_end IS NULL)
        FROM main.targets WHERE metric IS NOT NULL GROUP BY ALL ORDER BY ALL
        """,
        r => new GoalSchema(r.GetString(0), r.GetString(1), r.GetBoolean(2), r.GetBoolean(3)));

    private static TableSchema Table(string name, IReadOnlyList<(string Name, string Type)> columns, IReadOnlyList<Load> loads, FilledColumns filled, ModelTable? made)
    {
        if (made is not null)
        {
            return new TableSchema(name, [.. columns.Select(c => new ColumnSchema(c.Name, TypeOf(c.Type), made.Loaded))], made.Loaded) { Key = made.Key };
        }

        var canonical = Canonical.Find(name);
        var loaded = canonical is { Derived: true } ? filled.IsDerivedLoaded(name) : loads.Count > 0;
        return new TableSchema(name, [.. columns.Select(c => new ColumnSchema(c.Name, TypeOf(c.Type), loaded && filled.Has(name, c.Name)))], loaded)
        {
            Key = canonical?.Key ?? loads.Select(l => l.Key).FirstOrDefault(k => k.Count > 0) ?? [],
            CoveredFrom = loads.Min(l => l.From),
            CoveredTo = loads.Max(l => l.To),
        };
    }

    private static int Rank(string table)
    {
        for (var i = 0; i < Canonical.Tables.Count; i++)
        {
            if (string.Equals(Canonical.Tables[i].Name, table, StringComparison.Ordinal))
            {
                return i;
            }
        }

        return int.MaxValue;
    }

    private static ColumnType TypeOf(string engineType) => engineType switch
    {
        "BIGINT" => ColumnType.Integer,
        "DOUBLE" => ColumnType.Number,
        "BOOLEAN" => ColumnType.Flag,
        "DATE" => ColumnType.Date,
        "TIMESTAMP" => ColumnType.Timestamp,
        _ when engineType.StartsWith("DECIMAL", StringComparison.Ordinal) => ColumnType.Money,
        _ => ColumnType.Text,
    };

    private sealed record Load(string Table, IReadOnlyList<string> Columns, IReadOnlyList<string> Key, DateOnly? From, DateOnly? To);
}
