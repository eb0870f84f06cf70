using System.Text.RegularExpressions;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Keys;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Workspaces;

/// <summary>The keys of <c>identity</c>.</summary>
internal static partial class IdentityKeys
{
    /// <summary>A shorter secret could be found by trying.</summary>
    private const int ShortestSecret = 16;

    private static readonly ScalarShape<string> Column = Values.Matching(ColumnForm(), "a column", "a column such as email");

    private static readonly Key<string> Name = new("key", Column, "The column whose equal values make records one person.") { Required = true };

    private static readonly Key<KeyKind> As = new(
        "as", Values.OneOf(new Dictionary<string, KeyKind>(StringComparer.Ordinal) { ["email"] = KeyKind.Email, ["phone"] = KeyKind.Phone, ["id"] = KeyKind.Id }),
        "What its values are: email (capitals and blanks around it do not count), phone (only digits count) or id (as it stands); by the column's name unless given.");

    private static readonly Key<string> Country = new(
        "country", Values.Matching(CountryForm(), "a country's calling code", "the digits after the plus sign, such as \"86\""), "The calling code of phone numbers that name no country, such as \"86\".");

    private static readonly Key<int> AtMost = new(
        "at_most", Values.Integer.Where("a number of people", "a whole number from 2", n => n > 1), "How many people a value may join; one that more of them share joins nobody and is reported. 10 unless given.");

    private static readonly Key<bool> IsContact = new(
        "contact", Values.Flag, "Whether its values are also ids by which rows name a contact, as visits do before the person is known; true of anonymous_id unless given.");

    private static readonly Key<IReadOnlyList<string>> Never = new(
        "never", new ListShape<string>(Values.Literal, oneWillDo: true), "Values that join nobody, such as a shared mailbox; * stands for any text.");

    private static readonly Key<IReadOnlyList<IdentityKey>> Joining = new(
        "keys",
        new ListShape<IdentityKey>(new ShortOr<IdentityKey>(Column, (name, _, _) => IdentityKey.Usual(name), new ObjectShape<IdentityKey>(new KeySet([Name, As, Country, AtMost, IsContact, Never]), Make))),
        "What joins records, the surest first: email, phone, anonymous_id, or a column of your own such as crm_id.") { Required = true };

    private static readonly Key<IReadOnlyList<string>> Hash = new(
        "hash", new ListShape<string>(Column, oneWillDo: true), "Columns whose values are kept only as hashes, in every table: neither the warehouse nor logs nor rejected rows hold them.");

    private static readonly Key<string> Secret = new("secret", Values.Text, "What they are hashed with, such as ${IDENTITY_SECRET}: 16 characters or more that nobody can guess.");

    public static ObjectShape<IdentitySettings> Shape { get; } = new(new KeySet([Joining, Hash, Secret]), (values, findings) =>
    {
        RecipientKeys.Written(values, Secret, findings);
        var settings = new IdentitySettings { Keys = values.Get(Joining, []), Hashed = values.Get(Hash, []), Secret = values.Get(Secret, ""), At = values.Mapping.At };
        foreach (var twin in settings.Keys.GroupBy(k => k.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            findings.Add(IdentityRules.KeyTwice, values.At(Joining), twin.Key);
        }

        foreach (var key in settings.Keys.Where(k => string.Equals(k.Name, IdentityKey.Contact, StringComparison.Ordinal)))
        {
            findings.Add(IdentityRules.ContactIsNoKey, values.At(Joining), key.Name);
        }

        foreach (var key in settings.Keys.Where(k => k.Country.Length > 0 && k.Kind != KeyKind.Phone))
        {
            findings.Add(IdentityRules.CountryOfNoPhone, values.At(Joining), key.Name);
        }

        if (settings.Hashed.Count > 0 && settings.Secret.Length < ShortestSecret)
        {
            findings.Add(IdentityRules.NoSecret, values.Has(Secret) ? values.At(Secret) : values.At(Hash), settings.Secret.Length == 0 ? "no secret is given" : "the secret is too short");
        }

        foreach (var key in settings.Keys.Where(k => k.IsContact && settings.Hashes(k.Name) && !settings.Hashes(IdentityKey.Contact)))
        {
            findings.Add(IdentityRules.HalfHashed, values.At(Hash), key.Name);
        }

        return settings;
    });

    /// <summary>What of it does not go with the sources.</summary>
    public static void Check(Workspace workspace, Findings findings)
    {
        if (workspace.Identity is not { } identity)
        {
            return;
        }

        // Where a source's columns are left open, it may fill any.
        var filled = workspace.Sources.SelectMany(s => s.Columns.Select(c => c.Name)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (workspace.Sources.All(s => s.Columns.Count > 0))
        {
            foreach (var name in identity.Keys.Select(k => k.Name).Concat(identity.Hashed).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => !filled.Contains(n)))
            {
                findings.Add(IdentityRules.NotFilled, identity.At, name, Suggestion.For(name, filled));
            }
        }

        foreach (var name in identity.Keys.Select(k => k.Name).Concat(identity.Hashed).Distinct(StringComparer.OrdinalIgnoreCase).Where(n => Types(workspace, n).Any(t => t != ColumnType.Text)))
        {
            findings.Add(IdentityRules.NoText, identity.At, name);
        }
    }

    private static IEnumerable<ColumnType> Types(Workspace workspace, string column) =>
        Canonical.Tables.Where(t => !t.Derived).SelectMany(t => t.Columns).Where(c => c.Name == column).Select(c => c.Type)
            .Concat(workspace.Sources.SelectMany(s => s.Columns).Where(c => string.Equals(c.Name, column, StringComparison.OrdinalIgnoreCase)).Select(c => c.Type).OfType<ColumnType>());

    private static IdentityKey Make(KeyValues values, Findings findings)
    {
        var usual = IdentityKey.Usual(values.Get(Name, ""));
        return usual with
        {
            Kind = values.Get(As, usual.Kind),
            Country = values.Get(Country, ""),
            AtMost = values.Get(AtMost, IdentityKey.UsualMost),
            IsContact = values.Get(IsContact, usual.IsContact),
            Never = values.Get(Never, []),
        };
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ColumnForm();

    [GeneratedRegex("^[1-9][0-9]{0,2}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CountryForm();
}
