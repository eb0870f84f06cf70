using System.Globalization;
using Merit.Host.Warehouse.Deriving;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Identity;

/// <summary>
/// Makes people of contacts, after all sources are loaded and before anything is derived: every table's <c>contact_id</c> becomes the person's, and the source's own stays in
/// <c>source_contact_id</c>. A load does it anew from what the sources say, so without a rule nothing of it remains.
/// </summary>
internal static class People
{
    /// <summary>The contact a row came with.</summary>
    public const string SourceContact = "source_contact_id";

    /// <summary>Contacts and the people they are: <c>contact_id, person_id, rank, is_record, created_at</c>.</summary>
    public const string Identities = "merit.identities";

    /// <summary>What values contacts have, and what became of each: <c>contact_id, key_name, value, source, table_name, outcome</c>.</summary>
    public const string Keys = "merit.identity_keys";

    /// <summary>Which sources name a contact: <c>contact_id, source, table_name</c>.</summary>
    public const string Sources = "merit.identity_sources";

    private const string Contacts = "temp.identity_contacts";
    private const string Held = "temp.identity_held";
    private const string Usable = "temp.identity_usable";

    /// <summary>Joins what the evidence says is one person; does nothing where no rule asks for it.</summary>
    public static void Resolve(Session session, Workspace workspace)
    {
        if (workspace.Identity is not { } settings)
        {
            return;
        }

        Number(session, settings);
        var components = new Components(session, $"SELECT contact FROM {Contacts}", Usable);
        for (var key = 0; key < settings.Keys.Count; key++)
        {
            components.Join(key, settings.Keys[key].AtMost);
        }

        Keep(session, settings);
        new PeopleTables(session, workspace, settings).Rewrite();
        Note(session, settings);
        foreach (var table in new[] { Contacts, Held, Usable, Components.Groups, Components.Shared, Evidence.Seen, Evidence.Known, Evidence.Names })
        {
            session.Execute($"DROP TABLE {table}");
        }
    }

    // The smallest number of a group gives the person's id: the record that was created first, then by id; ids that only other tables name come last.
    private static void Number(Session session, IdentitySettings settings)
    {
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE {Contacts} AS
            SELECT row_number() OVER (ORDER BY c.contact_id IS NULL, c.created_at NULLS LAST, s.contact_id) AS contact, s.contact_id, c.contact_id IS NOT NULL AS is_record, c.created_at
            FROM (SELECT DISTINCT contact_id FROM {Evidence.Seen}) AS s LEFT JOIN main.contacts AS c ON c.contact_id = s.contact_id
            """);
        var named = string.Join(", ", settings.Keys.Select((k, i) => (k, i)).Where(k => k.k.IsContact).Select(k => k.i.ToString(CultureInfo.InvariantCulture)));
        if (named.Length > 0)
        {
            session.Execute($"""
                INSERT INTO {Evidence.Known}
                SELECT c.contact_id, k.key, k.value, false, 0 FROM (SELECT DISTINCT key, value FROM {Evidence.Known} WHERE key IN ({named}) AND NOT barred) AS k JOIN {Contacts} AS c ON c.contact_id = k.value
                """);
        }

        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE {Held} AS SELECT c.contact, k.key, k.value, k.barred, k.named FROM {Evidence.Known} AS k JOIN {Contacts} AS c ON c.contact_id = k.contact_id;
            CREATE OR REPLACE TEMP TABLE {Usable} AS SELECT DISTINCT contact, key, value FROM {Held} WHERE NOT barred
            """);
    }

    // Numbers are kept, and views tell what they mean: to write a million ids once more takes longer than to find them.
    private static void Keep(Session session, IdentitySettings settings)
    {
        var name = $"CASE h.key{string.Concat(settings.Keys.Select((k, i) => string.Create(CultureInfo.InvariantCulture, $" WHEN {i} THEN {SqlText.Text(k.Name)}")))} END";
        session.Execute($"""
            CREATE OR REPLACE TABLE {Identities} AS
            SELECT c.contact_id, r.contact_id AS person_id, c.contact AS rank, c.is_record, c.created_at
            FROM {Contacts} AS c JOIN {Components.Groups} AS g ON g.contact = c.contact JOIN {Contacts} AS r ON r.contact = g.root ORDER BY c.contact;
            CREATE OR REPLACE TABLE merit.identity_names AS SELECT named, source, table_name FROM {Evidence.Names} UNION ALL SELECT 0, '', '';
            CREATE OR REPLACE TABLE merit.identity_seen AS SELECT c.contact, s.named FROM {Evidence.Seen} AS s JOIN {Contacts} AS c ON c.contact_id = s.contact_id;
            CREATE OR REPLACE TABLE merit.identity_held AS
            SELECT k.contact, k.key, k.value, k.named, CASE WHEN k.barred THEN 'never' WHEN s.people IS NOT NULL THEN 'shared' WHEN n.contacts > 1 THEN 'joins' ELSE 'alone' END AS outcome, s.people
            FROM {Held} AS k
            LEFT JOIN {Components.Shared} AS s ON s.key = k.key AND s.value = k.value
            LEFT JOIN (SELECT key, value, count(*) AS contacts FROM {Usable} GROUP BY key, value HAVING count(*) > 1) AS n ON n.key = k.key AND n.value = k.value;
            CREATE OR REPLACE VIEW {Sources} AS
            SELECT i.contact_id, n.source, n.table_name FROM merit.identity_seen AS s JOIN {Identities} AS i ON i.rank = s.contact JOIN merit.identity_names AS n ON n.named = s.named;
            CREATE OR REPLACE VIEW {Keys} AS
            SELECT i.contact_id, {name} AS key_name, h.value, n.source, n.table_name, h.outcome, h.people
            FROM merit.identity_held AS h JOIN {Identities} AS i ON i.rank = h.contact JOIN merit.identity_names AS n ON n.named = h.named
            """);
    }

    private static void Note(Session session, IdentitySettings settings)
    {
        DataNotes.Keep(
            session, "identity-joined",
            new Wording("person is known by several contact ids, joined by the rules of 'identity'", "people are known by several contact ids each, joined by the rules of 'identity'"),
            "位人员有多个联系人编号，已按 identity 规则合并",
            $"SELECT person_id FROM {Identities} GROUP BY person_id HAVING count(*) > 1");
        DataNotes.Keep(
            session, "identity-shared",
            new Wording("value is shared by more people than its key's 'at_most' allows, and joins nobody", "values are shared by more people than their key's 'at_most' allows, and join nobody"),
            "个值被过多人员共用（超过 at_most），未用于合并",
            $"SELECT key_name || ' ' || {Masked(settings)} || ' (' || any_value(people) || ')' FROM {Keys} WHERE outcome = 'shared' GROUP BY key_name, value");
        DataNotes.Keep(
            session, "identity-never",
            new Wording("value joins nobody, because a 'never' of 'identity' names it", "values join nobody, because a 'never' of 'identity' names them"),
            "个值列于 identity 的 never 中，未用于合并",
            $"SELECT key_name || ' ' || {Masked(settings)} FROM {Keys} WHERE outcome = 'never' GROUP BY key_name, value");
    }

    /// <summary>An expression for a value of <see cref="Keys"/> as it may be shown.</summary>
    public static string Masked(IdentitySettings settings) =>
        $"CASE key_name{string.Concat(settings.Keys.Select(k => $" WHEN {SqlText.Text(k.Name)} THEN {Evidence.TextOf(settings, k).Masked("value")}"))} END";
}
