using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Metrics.Tables;

namespace Merit.Host.Warehouse.Identity;

/// <summary>Finds a person in a published version, and reads what became of it and why.</summary>
internal sealed class PersonReader(Session session, IdentitySettings? settings)
{
    /// <summary>So many deeds are told one by one.</summary>
    private const int Told = 50;

    private readonly bool _resolved = HasPeople(session);

    /// <summary>Whether a version knows which contacts are one person.</summary>
    public static bool HasPeople(Session session) =>
        session.Scalar<bool>("SELECT count(*) > 0 FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'merit' AND table_name = 'identities'");

    /// <summary>The person's id.</summary>
    /// <exception cref="MeritException">There is nobody, or there are several.</exception>
    public string Find(PersonName name)
    {
        var found = name switch
        {
            { Email: { } email } => ByEmail(email),
            { Id: { } id } => ByGiven(id),
            _ => [],
        };
        return found switch
        {
            [var one] => one,
            [] => throw new MeritException(IdentityRules.NoSuchPerson.Here(name.Shown)),
            _ => throw new MeritException(IdentityRules.SeveralPeople.Here(name.Shown, found.Count, string.Join(", ", found.Take(5)) + (found.Count > 5 ? ", …" : ""))),
        };
    }

    /// <summary>What a name says of the person: the id or the address as rows hold it.</summary>
    public IReadOnlyList<(string Kind, string Value)> Values(PersonName name)
    {
        IReadOnlyList<IdentityKey> addresses = settings is null ? [IdentityKey.Usual("email")] : [.. settings.Keys.Where(k => k.Kind == KeyKind.Email)];
        List<(string Kind, string? Value)> values = name switch
        {
            { Email: { } email } => [.. addresses.Select(k => (k.Name, session.Scalar<string>($"SELECT {Kept(settings, k, "$1::VARCHAR")}", email)))],
            { Id: { } id } when settings?.Hashes(IdentityKey.Contact) == true => [(IdentityKey.Contact, id), (IdentityKey.Contact, session.Scalar<string>($"SELECT {Kept(settings, settings.KeyOf(IdentityKey.Contact), "$1::VARCHAR")}", id))],
            _ => [(IdentityKey.Contact, name.Id)],
        };
        return [.. values.Where(v => v.Value is not null).Select(v => (v.Kind, v.Value ?? ""))];
    }

    /// <summary>All there is to say of a person.</summary>
    public Person Read(string person)
    {
        var records = Records(person);
        var tables = PeopleTables.Tables(session);
        var rows = tables.Select(t => new PersonRows(t.Table, session.Scalar<long>($"SELECT count(*) FROM main.{SqlText.Name(t.Table)} WHERE contact_id = $1", person)))
            .Where(r => r.Count > 0).OrderBy(r => Rank(r.Table)).ToList();
        return new Person(person, records, Values(person, records), rows, Deeds(person, [.. tables.Select(t => t.Table)])) { Conversions = Conversions(person) };
    }

    private IReadOnlyList<PersonConversion> Conversions(string person) => session.Query(
        "SELECT conversion_id, kind, converted_at, value FROM conversions WHERE contact_id = $1 ORDER BY converted_at NULLS FIRST, conversion_id",
        r => new PersonConversion(r.GetString(0), r.GetString(1), r.IsDBNull(2) ? null : r.GetDateTime(2), r.IsDBNull(3) ? null : r.GetDecimal(3)), person);

    /// <summary>The contact ids that a person's rows came with.</summary>
    public IReadOnlyList<PersonRecord> Records(string person) => _resolved
        ? session.Query(
            $"""
            SELECT i.contact_id, i.is_record, i.created_at, (SELECT list(DISTINCT s.source || ' → ' || s.table_name ORDER BY s.source || ' → ' || s.table_name) FROM {People.Sources} AS s WHERE s.contact_id = i.contact_id)
            FROM {People.Identities} AS i WHERE i.person_id = $1 ORDER BY i.rank
            """,
            r => new PersonRecord(r.GetString(0), r.GetBoolean(1), r.IsDBNull(2) ? null : r.GetDateTime(2), r.IsDBNull(3) ? [] : r.GetFieldValue<List<string>>(3)), person)
        : [new PersonRecord(person, session.Scalar<bool>("SELECT count(*) > 0 FROM main.contacts WHERE contact_id = $1", person), session.Scalar<DateTime?>("SELECT created_at FROM main.contacts WHERE contact_id = $1", person), [])];

    // Whoever asks knows the id as the source has it.
    private IReadOnlyList<string> ByGiven(string id)
    {
        var known = ById(id);
        return known.Count == 0 && settings?.Hashes(IdentityKey.Contact) == true
            ? ById(session.Scalar<string>($"SELECT {Kept(settings, settings.KeyOf(IdentityKey.Contact), "$1::VARCHAR")}", id) ?? id)
            : known;
    }

    private IReadOnlyList<string> ById(string id)
    {
        if (_resolved && session.Query($"SELECT person_id FROM {People.Identities} WHERE contact_id = $1", r => r.GetString(0), id) is [var person])
        {
            return [person];
        }

        return PeopleTables.Tables(session).Any(t => session.Scalar<bool>($"SELECT count(*) > 0 FROM main.{SqlText.Name(t.Table)} WHERE contact_id = $1", id)) ? [id] : [];
    }

    private IReadOnlyList<string> ByEmail(string email)
    {
        var keys = settings is null ? [] : settings.Keys.Where(k => k.Kind == KeyKind.Email).ToList();
        if (!_resolved || settings is null || keys.Count == 0)
        {
            return session.Query("SELECT DISTINCT contact_id FROM main.contacts WHERE lower(trim(email)) = lower(trim($1)) ORDER BY 1", r => r.GetString(0), email);
        }

        var values = keys.Select(k => $"(k.key_name = {SqlText.Text(k.Name)} AND k.value = {Kept(settings, k, "$1::VARCHAR")})");
        return session.Query(
            $"SELECT DISTINCT i.person_id FROM {People.Keys} AS k JOIN {People.Identities} AS i ON i.contact_id = k.contact_id WHERE {string.Join(" OR ", values)} ORDER BY 1", r => r.GetString(0), email);
    }

    // A value as the tables hold it.
    private static string Kept(IdentitySettings? settings, IdentityKey key, string value)
    {
        var plain = new KeyText(key, hashed: false);
        return settings?.Hashes(key.Name) == true ? plain.Hash(value, new KeyedHash(settings.Secret)) : plain.Normal(value);
    }

    private IReadOnlyList<PersonValue> Values(string person, IReadOnlyList<PersonRecord> records)
    {
        if (!_resolved || settings is null)
        {
            return [];
        }

        var values = session.Query(
            $"""
            SELECT key_name, {People.Masked(settings)}, outcome, any_value(people), list(DISTINCT contact_id ORDER BY contact_id), list(DISTINCT source || ' → ' || table_name ORDER BY source || ' → ' || table_name) FILTER (source <> '')
            FROM {People.Keys} WHERE contact_id IN (SELECT contact_id FROM {People.Identities} WHERE person_id = $1) GROUP BY key_name, value, outcome ORDER BY value
            """,
            r => new PersonValue(
                r.GetString(0), r.IsDBNull(1) ? "" : r.GetString(1), r.GetString(2), r.IsDBNull(3) ? null : r.GetInt64(3), r.GetFieldValue<List<string>>(4), r.IsDBNull(5) ? [] : r.GetFieldValue<List<string>>(5), []),
            person);
        var joining = values.Where(v => v.Outcome is "joins").ToList();
        return
        [
            .. values.Select(v => v.Outcome is "joins" ? v with { Without = PersonParts.Of([.. records.Select(r => r.ContactId)], [.. joining.Where(j => j != v).Select(j => j.Contacts)]) } : v)
                .OrderBy(v => Place(settings, v.Key)),
        ];
    }

    private IReadOnlyList<PersonDeed> Deeds(string person, IReadOnlyList<string> tables)
    {
        (string Table, string At, string Id, string What)[] told =
        [
            ("touchpoints", "occurred_at", "touch_id", "kind, channel, campaign_id"),
            ("leads", "created_at", "lead_id", "source, status"),
            ("opportunities", "created_at", "opportunity_id", "stage, outcome, amount"),
            ("orders", "ordered_at", "order_id", "amount"),
            ("attendance", "coalesce(checked_in_at, registered_at, invited_at)", "campaign_id", "CASE WHEN checked_in_at IS NOT NULL THEN 'checked in' WHEN registered_at IS NOT NULL THEN 'registered' ELSE 'invited' END"),
            ("activities", "occurred_at", "activity_id", "kind, owner"),
            ("surveys", "answered_at", "survey_id", "kind, score"),
            ("cases", "opened_at", "case_id", "kind"),
        ];
        var own = _resolved ? People.SourceContact : "NULL::VARCHAR";
        var parts = told.Where(t => tables.Contains(t.Table, StringComparer.Ordinal))
            .Select(t => $"SELECT {t.At} AS happened, '{t.Table}' AS told_by, {t.Id} AS id, concat_ws(', ', {t.What}) AS what, {own} AS own FROM main.{t.Table} WHERE contact_id = $1").ToList();
        return parts.Count == 0
            ? []
            : session.Query(
                string.Create(CultureInfo.InvariantCulture, $"FROM (FROM ({string.Join(" UNION ALL ", parts)}) ORDER BY happened DESC NULLS LAST, id DESC LIMIT {Told}) ORDER BY happened NULLS FIRST, id"),
                r => new PersonDeed(r.IsDBNull(0) ? null : r.GetDateTime(0), r.GetString(1), r.GetString(2), r.GetString(3), r.IsDBNull(4) ? null : r.GetString(4)), person);
    }

    private static int Rank(string table) => Canonical.Tables.Select(t => t.Name).ToList().IndexOf(table) is >= 0 and var rank ? rank : int.MaxValue;

    private static int Place(IdentitySettings settings, string key) => settings.Keys.Select(k => k.Name).ToList().IndexOf(key);
}

/// <summary>How a user names a person: by a contact's id, or by an address.</summary>
internal sealed record PersonName(string? Id, string? Email)
{
    /// <summary>For messages; an address is not repeated, since messages may be kept.</summary>
    public string Shown => Id is { } id ? $"the contact '{id}'" : "that address";
}
