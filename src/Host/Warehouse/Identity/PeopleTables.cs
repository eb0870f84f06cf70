using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Identity;

/// <summary>Gives the rows of all tables to people.</summary>
internal sealed class PeopleTables(Session session, Workspace workspace, IdentitySettings settings)
{
    private const string Moved = "temp.identity_moved";

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
        session.Execute($"""
            CREATE TABLE main."merit:people" AS
            SELECT r.* EXCLUDE ({SqlText.Names(helping)}) REPLACE (coalesce(m.person_id, r."merit:own") AS contact_id), r.contact_id AS {People.SourceContact}
            FROM (SELECT *, {Evidence.OwnId(settings, keys)} AS "merit:own" FROM ({Evidence.Keyed(settings, keys, $"main.{SqlText.Name(table)}")})) AS r
            LEFT JOIN {Moved} AS m ON m.contact_id = r."merit:own";
            DROP TABLE main.{SqlText.Name(table)};
            ALTER TABLE main."merit:people" RENAME TO {SqlText.Name(table)}
            """);
        var key = TableLayout.Of(table, [.. workspace.Sources.Where(s => s.Into == table)]).Key;
        if (key.Contains(IdentityKey.Contact, StringComparer.OrdinalIgnoreCase))
        {
            Merge($"main.{SqlText.Name(table)}", key);
        }
    }

    // Of rows that now have one key, each column has the value of the first record that has one: the order that also names the person.
    private void Merge(string table, IReadOnlyList<string> key)
    {
        var keys = SqlText.Names(key);
        session.Execute($"CREATE OR REPLACE TEMP TABLE identity_twice AS SELECT {keys} FROM {table} GROUP BY {keys} HAVING count(*) > 1");
        if (session.Scalar<bool>("SELECT count(*) > 0 FROM temp.identity_twice"))
        {
            var others = session.Query($"DESCRIBE {table}", r => r.GetString(0)).Where(c => !key.Contains(c, StringComparer.OrdinalIgnoreCase));
            session.Execute($"""
                CREATE OR REPLACE TEMP TABLE identity_once AS
                SELECT {keys}, {string.Join(", ", others.Select(c => $"arg_min(t.{SqlText.Name(c)}, i.rank) AS {SqlText.Name(c)}"))}
                FROM {table} AS t JOIN temp.identity_twice USING ({keys}) LEFT JOIN (SELECT contact_id AS own, rank FROM {People.Identities}) AS i ON i.own = t.{People.SourceContact} GROUP BY {keys};
                DELETE FROM {table} AS t WHERE EXISTS (SELECT 1 FROM temp.identity_twice AS w WHERE {string.Join(" AND ", key.Select(SqlText.Name).Select(k => $"w.{k} = t.{k}"))});
                INSERT INTO {table} BY NAME FROM temp.identity_once;
                DROP TABLE temp.identity_once
                """);
        }

        session.Execute("DROP TABLE temp.identity_twice");
    }
}
