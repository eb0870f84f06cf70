using System.Globalization;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Identity;

/// <summary>Gives the rows of all tables to people.</summary>
internal sealed class PeopleTables(Session session, Workspace workspace, IdentitySettings settings)
{
    private const string Moved = "temp.identity_moved";
    private const string Rank = "\"merit:rank\"";
    private const string Number = "\"merit:number\"";

    /// <summary>Rewrites every loaded table that names contacts.</summary>
    public void Rewrite()
    {
        session.Execute($"CREATE OR REPLACE TEMP TABLE {Moved} AS SELECT contact_id, person_id FROM {People.Identities} WHERE contact_id <> person_id");
        foreach (var (table, columns) in Tables(session))
        {
            Rewrite(table, columns);
        }

        session.Execute($"DROP TABLE {Moved}");
    }

    /// <summary>The loaded tables whose rows name a contact, with their columns of text.</summary>
    public static IReadOnlyList<(string Table, IReadOnlyList<string> Columns)> Tables(Session session) =>
    [
        .. session.Query(
            """
            SELECT c.table_name, c.column_name FROM duckdb_columns() AS c JOIN duckdb_tables() AS t USING (database_name, schema_name, table_name)
            WHERE c.database_name = current_database() AND c.schema_name = 'main' AND c.data_type = 'VARCHAR' ORDER BY c.table_name, c.column_index
            """,
            r => (Table: r.GetString(0), Column: r.GetString(1)))
        .Where(c => Canonical.Find(c.Table) is null or { Derived: false })
        .GroupBy(c => c.Table, c => c.Column, StringComparer.Ordinal)
        .Where(g => g.Contains(IdentityKey.Contact, StringComparer.Ordinal))
        .Select(g => (g.Key, (IReadOnlyList<string>)[.. g])),
    ];

    private void Rewrite(string table, IReadOnlyList<string> columns)
    {
        // What a row's values are matters only where it names nobody.
        var named = !session.Scalar<bool>($"SELECT count(*) > 0 FROM main.{SqlText.Name(table)} WHERE contact_id IS NULL");
        var keys = named ? [] : Evidence.KeysOf(settings, columns);
        string[] helping = ["merit:own", .. keys.Select(k => Evidence.Column(k.Place).Trim('"')), .. columns.Where(c => c == People.SourceContact)];
        var key = TableLayout.Of(table, [.. workspace.Sources.Where(s => s.Into == table)]).Key;
        var merges = key.Contains(IdentityKey.Contact, StringComparer.OrdinalIgnoreCase);
        var rows = $"""
            SELECT r.* EXCLUDE ({SqlText.Names(helping)}) REPLACE (coalesce(m.person_id, r."merit:own") AS contact_id), r.contact_id AS {People.SourceContact}{(merges ? $", coalesce(m.rank, {long.MaxValue.ToString(CultureInfo.InvariantCulture)}) AS {Rank}, row_number() OVER () AS {Number}" : "")}
            FROM (SELECT *, {Evidence.OwnId(settings, keys)} AS "merit:own" FROM ({Evidence.Keyed(settings, keys, $"main.{SqlText.Name(table)}")})) AS r
            LEFT JOIN {(merges ? People.Identities : Moved)} AS m ON m.contact_id = r."merit:own"
            """;
        session.Execute($"""
            CREATE TABLE main."merit:people" AS {(merges ? Merged(table, rows, key) : rows)};
            DROP TABLE main.{SqlText.Name(table)};
            ALTER TABLE main."merit:people" RENAME TO {SqlText.Name(table)}
            """);
    }

    // Of rows that now have one key, each column has the value of the first record that has one: the order that also names the person. Rows that lack a part of their key
    // cannot be told apart by it, and stay as they are.
    private string Merged(string table, string rows, IReadOnlyList<string> key)
    {
        var columns = session.Query($"DESCRIBE SELECT * EXCLUDE ({Rank}, {Number}) FROM ({rows})", r => r.GetString(0));
        var others = columns.Where(c => !key.Contains(c, StringComparer.OrdinalIgnoreCase) && c is not People.SourceContact).ToList();
        HashSet<string> empty = others.Count == 0
            ? []
            : session.Query($"SELECT {string.Join(", ", others.Select(c => $"count({SqlText.Name(c)}) = 0"))} FROM main.{SqlText.Name(table)}", r => others.Where((_, i) => r.GetBoolean(i)).ToHashSet(StringComparer.Ordinal))[0];
        var merged = columns.Select(c => (IsKey: key.Contains(c, StringComparer.OrdinalIgnoreCase), Name: SqlText.Name(c), IsEmpty: empty.Contains(c)))
            .Select(c => c.IsKey ? $"t.{c.Name}" : $"{(c.IsEmpty ? $"any_value(t.{c.Name})" : $"arg_min(t.{c.Name}, t.{Rank})")} AS {c.Name}");
        return $"""
            SELECT {string.Join(", ", merged)} FROM ({rows}) AS t
            GROUP BY {string.Join(", ", key.Select(k => $"t.{SqlText.Name(k)}"))}, CASE WHEN {string.Join(" OR ", key.Select(k => $"t.{SqlText.Name(k)} IS NULL"))} THEN t.{Number} END ORDER BY min(t.{Rank})
            """;
    }
}
