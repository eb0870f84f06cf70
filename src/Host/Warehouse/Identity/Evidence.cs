using System.Globalization;
using Merit.Host.Warehouse.Mapping;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;

namespace Merit.Host.Warehouse.Identity;

/// <summary>Who the sources speak of, and by which values, taken source by source while each one's rows still stand by themselves.</summary>
internal sealed class Evidence
{
    /// <summary>Which contact ids occur: <c>contact_id, named</c>.</summary>
    public const string Seen = "temp.identity_seen";

    /// <summary>Which values they have: <c>contact_id, key (its place among the keys), value, barred, named</c>.</summary>
    public const string Known = "temp.identity_known";

    /// <summary>Which source said it, of which table: <c>named, source, table_name</c>. Beside millions of values a number is enough.</summary>
    public const string Names = "temp.identity_names";

    private const string Own = "own";

    private readonly Session _session;
    private readonly IdentitySettings _settings;
    private int _named;

    public Evidence(Session session, IdentitySettings settings)
    {
        (_session, _settings) = (session, settings);
        session.Execute($"""
            CREATE OR REPLACE TEMP TABLE {Seen} (contact_id VARCHAR, named INTEGER);
            CREATE OR REPLACE TEMP TABLE {Known} (contact_id VARCHAR, key INTEGER, value VARCHAR, barred BOOLEAN, named INTEGER);
            CREATE OR REPLACE TEMP TABLE {Names} (named INTEGER, source VARCHAR, table_name VARCHAR)
            """);
    }

    /// <summary>Takes what a source's rows say.</summary>
    /// <param name="source">The source.</param>
    /// <param name="layout">The table they are for.</param>
    /// <param name="rows">The rows: a table and what it must hold.</param>
    public void Take(Source source, TableLayout layout, string rows)
    {
        if (layout.Column(IdentityKey.Contact) is not { Type: ColumnType.Text })
        {
            return;
        }

        var keys = KeysOf(_settings, [.. layout.Columns.Where(c => c.Type == ColumnType.Text).Select(c => c.Name)]);
        var values = string.Concat(keys.Select(k => $", {Column(k.Place)}"));

        // A contact has one row in the table of contacts, and many in others.
        var distinct = layout.Key is [var only] && string.Equals(only, IdentityKey.Contact, StringComparison.OrdinalIgnoreCase) ? "" : "DISTINCT ";
        var named = Number(++_named);
        _session.Execute($"INSERT INTO {Names} VALUES ({named}, $1, $2)", source.Name, layout.Name);
        _session.Execute($"CREATE OR REPLACE TEMP TABLE identity_rows AS SELECT {distinct}{OwnId(_settings, keys)} AS {Own}{values} FROM ({Keyed(_settings, keys, rows)})");
        _session.Execute($"INSERT INTO {Seen} SELECT {distinct}{Own}, {named} FROM temp.identity_rows WHERE {Own} IS NOT NULL");
        foreach (var (key, place) in keys)
        {
            var text = TextOf(_settings, key);
            _session.Execute($"INSERT INTO {Known} SELECT {distinct}{Own}, {Number(place)}, {Column(place)}, {text.Barred(Column(place))}, {named} FROM temp.identity_rows WHERE {Own} IS NOT NULL AND {Column(place)} IS NOT NULL");
        }

        _session.Execute("DROP TABLE temp.identity_rows");
    }

    /// <summary>The keys a table has columns for, each with its place among all.</summary>
    public static IReadOnlyList<(IdentityKey Key, int Place)> KeysOf(IdentitySettings settings, IReadOnlyList<string> columns) =>
        [.. settings.Keys.Select((k, i) => (k, i)).Where(k => columns.Contains(k.k.Name, StringComparer.OrdinalIgnoreCase))];

    /// <summary>Rows with the normal values of their keys beside them.</summary>
    public static string Keyed(IdentitySettings settings, IReadOnlyList<(IdentityKey Key, int Place)> keys, string rows) =>
        $"SELECT *{string.Concat(keys.Select(k => $", {TextOf(settings, k.Key).Normal(SqlText.Name(k.Key.Name))} AS {Column(k.Place)}"))} FROM {rows}";

    /// <summary>Whom such a row is about: the contact it names, else the one its surest value stands for.</summary>
    public static string OwnId(IdentitySettings settings, IReadOnlyList<(IdentityKey Key, int Place)> keys) =>
        $"coalesce({IdentityKey.Contact}{string.Concat(keys.Select(k => $", CASE WHEN NOT {TextOf(settings, k.Key).Barred(Column(k.Place))} THEN {TextOf(settings, k.Key).Id(Column(k.Place))} END"))})";

    /// <summary>The column of a key's normal values.</summary>
    public static string Column(int place) => string.Create(CultureInfo.InvariantCulture, $"\"merit:k{place}\"");

    /// <summary>How a key's values are read.</summary>
    public static KeyText TextOf(IdentitySettings settings, IdentityKey key) => new(key, settings.Hashes(key.Name));

    private static string Number(int n) => n.ToString(CultureInfo.InvariantCulture);
}
