using Merit.Host.Warehouse.Identity;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Warehouse.Staging;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>
/// Keeps people who are forgotten from coming back with a load: the rows about them stay, so that what was counted stays counted, but without anything that says who.
/// </summary>
internal sealed class Suppression
{
    private const string Forgotten = "temp.forgotten";
    private const string Values = "temp.forgotten_values";
    private const string Contacts = "contacts";

    private static readonly string Row = SqlText.Name(Staged.RowId);

    private readonly Session _session;
    private readonly KeyedHash _hash;
    private readonly IdentitySettings _settings;
    private readonly bool _joins;

    private Suppression(Session session, Workspace workspace, ForgottenPeople people)
    {
        (_session, _hash, _joins) = (session, people.Hash(workspace), workspace.Identity is not null);

        // Addresses and telephone numbers tell who somebody is whether or not they join records.
        _settings = workspace.Identity ?? new IdentitySettings { Keys = [IdentityKey.Usual("email"), IdentityKey.Usual("phone")], At = new Merit.Diagnostics.Place(ForgottenPeople.FileName) };
        session.Execute($"CREATE OR REPLACE TEMP TABLE {Forgotten} (print VARCHAR, token VARCHAR, number BIGINT)");
        foreach (var person in people.People)
        {
            session.Execute($"INSERT INTO {Forgotten} SELECT unnest({SqlText.List(person.Prints)}), $1, $2", person.Id, person.Number);
        }
    }

    /// <summary>Whether rows were kept that had to be cleaned afterwards: what was deleted may still lie in the file.</summary>
    public bool LeavesRemains { get; private set; }

    /// <summary>What a load needs; null where nobody is forgotten.</summary>
    public static Suppression? Of(Session session, Workspace workspace) =>
        ForgottenPeople.Read(workspace) is { People.Count: > 0 } people ? new Suppression(session, workspace, people) : null;

    /// <summary>Finds rows of the forgotten in a source, and changes what is loaded of them.</summary>
    /// <returns>The rows found.</returns>
    public ForgottenRows? Apply(SourceMapping mapping, TableLayout layout)
    {
        var texts = mapping.Filled.Where(c => layout.Column(c)?.Type == ColumnType.Text).ToList();
        List<(string Kind, string Value)> owners =
        [
            .. texts.Where(c => Same(c, IdentityKey.Contact)).Select(c => (IdentityKey.Contact, SqlText.Name(c))),
            .. texts.Where(c => _settings.Keys.Any(k => Same(k.Name, c))).Select(c => (_settings.KeyOf(c).Name, Evidence.TextOf(_settings, _settings.KeyOf(c)).Normal(SqlText.Name(c)))),
        ];
        List<string> references = [.. texts.Where(c => Same(c, "referred_by"))];
        if (owners.Count + references.Count == 0)
        {
            return null;
        }

        var all = $"temp.{mapping.View}";
        _session.Execute($"CREATE OR REPLACE TEMP TABLE {Values} (kind VARCHAR, value VARCHAR, token VARCHAR, number BIGINT)");
        foreach (var (kind, value) in owners.Concat(references.Select(r => (IdentityKey.Contact, SqlText.Name(r)))))
        {
            _session.Execute($"""
                INSERT INTO {Values} SELECT {SqlText.Text(kind)}, v.value, f.token, f.number
                FROM (SELECT DISTINCT {value} AS value FROM {all}) AS v JOIN {Forgotten} AS f ON f.print = {Print(kind, "v.value")}
                """);
        }

        if (!_session.Scalar<bool>($"SELECT count(*) > 0 FROM {Values}"))
        {
            return null;
        }

        var rows = $"temp.{StagingArea.FreshName()}_forgotten";
        var account = layout.Name is Contacts && mapping.Filled.Contains("account_id", StringComparer.OrdinalIgnoreCase) ? "account_id IS NULL" : "false";
        var found = owners.Select((o, place) => $"SELECT m.{Row} AS id, m.bare, {place.ToString(System.Globalization.CultureInfo.InvariantCulture)} AS place, v.token, v.number, v.value <> v.token AS fresh FROM (SELECT {Row}, {account} AS bare, {o.Value} AS value FROM {all}) AS m JOIN {Values} AS v ON v.kind = {SqlText.Text(o.Kind)} AND v.value = m.value")
            .DefaultIfEmpty("SELECT NULL::BIGINT AS id, false AS bare, 0 AS place, NULL::VARCHAR AS token, NULL::BIGINT AS number, false AS fresh WHERE false");
        _session.Execute($"""
            CREATE TEMP TABLE {rows} AS
            SELECT id, token, number, fresh, row_number() OVER (PARTITION BY token ORDER BY bare, id) = 1 AS first
            FROM (SELECT id, any_value(bare) AS bare, arg_min(token, place) AS token, arg_min(number, place) AS number, bool_or(fresh) AS fresh FROM ({string.Join(" UNION ALL ", found)}) GROUP BY id)
            """);

        // Values are looked up once rows are loaded: each source has its own.
        _session.Execute($"CREATE TEMP TABLE {rows}_ids AS SELECT DISTINCT value FROM {Values} WHERE kind = '{IdentityKey.Contact}' AND value <> token");
        var leftOut = 0L;
        if (layout.Name is Contacts)
        {
            // Several records of one person would now have one id.
            leftOut = _session.Scalar<long>($"SELECT count(*) FROM {mapping.Sound} WHERE {Row} IN (SELECT id FROM {rows} WHERE NOT first)");
            mapping.Replace($"(SELECT * FROM {mapping.Sound} WHERE {Row} NOT IN (SELECT id FROM {rows} WHERE NOT first))");
        }

        var replaced = texts.Where(c => !layout.Key.Contains(c, StringComparer.OrdinalIgnoreCase) || Same(c, IdentityKey.Contact)).Select(c => Instead(layout, c, $"{rows}_ids")).OfType<string>().ToList();
        if (replaced.Count > 0)
        {
            mapping.Replace($"(SELECT s.* REPLACE ({string.Join(", ", replaced)}) FROM {mapping.Sound} AS s LEFT JOIN {rows} AS f ON f.id = s.{Row})");
        }

        return new ForgottenRows(rows, leftOut);
    }

    /// <summary>Takes out of a source's kept rows what says who they are about.</summary>
    /// <param name="found">The rows found.</param>
    /// <param name="source">The source.</param>
    /// <param name="kept">The table that keeps its rows.</param>
    /// <param name="columns">That table's columns.</param>
    /// <param name="key">Those that tell its rows apart.</param>
    public void Clean(ForgottenRows found, Source source, string kept, IReadOnlyList<StagedColumn> columns, IReadOnlyList<string> key)
    {
        if (!_session.Scalar<bool>($"SELECT count(*) > 0 FROM {found.Table} WHERE fresh"))
        {
            return;
        }

        LeavesRemains = true;
        if (source.Into is Contacts)
        {
            _session.Execute($"DELETE FROM {kept} WHERE rowid IN (SELECT id FROM {found.Table} WHERE NOT first)");
        }

        var changes = columns.Where(c => !c.Name.StartsWith("merit:", StringComparison.Ordinal)).Select(c => (c.Name, Value: InKept(source, c, key.Contains(c.Name, StringComparer.OrdinalIgnoreCase)))).Where(c => c.Value is not null).ToList();
        if (changes.Count > 0)
        {
            _session.Execute($"UPDATE {kept} AS k SET {string.Join(", ", changes.Select(c => $"{SqlText.Name(c.Name)} = {c.Value}"))} FROM {found.Table} AS f WHERE f.id = k.rowid AND f.fresh");
        }
    }

    /// <summary>Takes the text of rejected rows away in which a forgotten person's values stand.</summary>
    public void CleanRejects()
    {
        const string Words = "string_split_regex(coalesce(raw, '') || ' \" ' || coalesce(reason, ''), '[,;\\t\\n\"{}\\[\\]|<>]|: ')";
        foreach (var table in new[] { "merit.rejects", "merit.kept_rejects" })
        {
            string[] kinds = [IdentityKey.Contact, .. _settings.Keys.Select(k => k.Name)];
            var prints = kinds.Select(k => $"SELECT w.word FROM words AS w JOIN {Forgotten} AS f ON f.print = {Print(k, k == IdentityKey.Contact ? "w.word" : new KeyText(_settings.KeyOf(k), hashed: false).Normal("w.word"))}");
            var cleaned = _session.Execute($"""
                UPDATE {table} SET raw = '{RejectLog.Withheld}', reason = {RejectLog.Discreet("reason")} WHERE rowid IN (
                    WITH lines AS (SELECT rowid AS id, trim(unnest({Words})) AS word FROM {table}), words AS (SELECT DISTINCT word FROM lines WHERE word <> ''), hits AS ({string.Join(" UNION ALL ", prints)})
                    SELECT id FROM lines WHERE word IN (SELECT word FROM hits))
                """);
            LeavesRemains |= cleaned > 0;
        }
    }

    /// <summary>Those of some texts that are values of a forgotten person's, each with what stands in for them.</summary>
    /// <param name="texts">The texts, as somebody wrote them.</param>
    /// <param name="asContacts">Whether they are contact ids; else values of any key.</param>
    public Dictionary<string, StandIn> Known(IReadOnlyCollection<string> texts, bool asContacts)
    {
        _session.Execute("CREATE OR REPLACE TEMP TABLE texts (word VARCHAR)");
        _session.Append("temp", "main", "texts", appender =>
        {
            foreach (var text in texts)
            {
                appender.CreateRow().AppendValue(text).EndRow();
            }
        });
        string[] kinds = asContacts ? [IdentityKey.Contact] : [.. _settings.Keys.Select(k => k.Name)];
        var known = kinds.Select(k => $"SELECT w.word, f.token, f.number FROM temp.texts AS w JOIN {Forgotten} AS f ON f.print = {Print(k, AsKept(k))}");
        var found = _session.Query($"SELECT word, min(token), arg_min(number, token) FROM ({string.Join(" UNION ALL ", known)}) GROUP BY word", r => (Word: r.GetString(0), Person: new StandIn(r.GetString(1), r.GetInt64(2))));
        _session.Execute("DROP TABLE temp.texts");
        return found.ToDictionary(f => f.Word, f => f.Person, StringComparer.Ordinal);
    }

    // A value as tables hold it, made of one that somebody wrote.
    private string AsKept(string kind)
    {
        var plain = new KeyText(_settings.KeyOf(kind), hashed: false);
        return (kind == IdentityKey.Contact, _settings.Hashes(kind)) switch
        {
            (_, true) => plain.Hash("w.word", new KeyedHash(_settings.Secret)),
            (true, _) => "w.word",
            _ => plain.Normal("w.word"),
        };
    }

    // What a column of a row about a forgotten person holds; null where it may stay as it is.
    private string? Instead(TableLayout layout, string column, string ids)
    {
        var name = SqlText.Name(column);
        return column switch
        {
            _ when Same(column, IdentityKey.Contact) => $"CASE WHEN f.id IS NULL{(_joins ? "" : $" OR s.{name} IS NULL")} THEN s.{name} ELSE f.token END AS {name}",
            _ when Same(column, "referred_by") => $"CASE WHEN s.{name} NOT IN (SELECT value FROM {ids}) THEN s.{name} END AS {name}",
            _ when IsPersonal(layout.Name, column) => $"CASE WHEN f.id IS NULL THEN s.{name} END AS {name}",
            _ => null,
        };
    }

    /// <summary>Whether a column says who somebody is: the data model's own say what happened, those of a contact say who, and of others nobody knows what they say.</summary>
    public bool IsPersonal(string table, string column) =>
        _settings.Keys.Any(k => Same(k.Name, column))
        || (table is Contacts ? column.ToLowerInvariant() is not ("account_id" or "created_at") : Canonical.Find(table)?.Columns.Any(c => Same(c.Name, column)) != true);

    private string? InKept(Source source, StagedColumn column, bool isKey)
    {
        var uses = source.Columns.Where(m => m.From is { } from && Same(from.Trim(), column.Name)).ToList();
        return (column.Type, uses) switch
        {
            ("VARCHAR", _) when uses.Exists(u => Same(u.Name, IdentityKey.Contact)) => "f.token",
            ("BIGINT", _) when uses.Exists(u => Same(u.Name, IdentityKey.Contact)) => "f.number",
            ("VARCHAR" or "BIGINT", _) when !isKey && (uses.Count == 0 || uses.Exists(u => Same(u.Name, "referred_by") || IsPersonal(source.Into, u.Name))) => "NULL",
            _ => null,
        };
    }

    private string Print(string kind, string value) => $"({SqlText.Text(kind + ":")} || {_hash.Expression($"({SqlText.Text(kind + ":")} || {value})")})";

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Rows of a source that are about people who are forgotten.</summary>
/// <param name="Table">A temporary table: <c>id</c>, the row's, with what stands in for the person.</param>
/// <param name="LeftOut">How many of them are not loaded.</param>
internal sealed record ForgottenRows(string Table, long LeftOut);
