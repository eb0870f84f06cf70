using Merit.Diagnostics;
using Merit.Metrics.Tables;

namespace Merit.Host.Workspaces;

/// <summary><c>identity</c>: which records are one person.</summary>
internal sealed record IdentitySettings
{
    /// <summary>What joins records, the surest first.</summary>
    public required IReadOnlyList<IdentityKey> Keys { get; init; }

    /// <summary>The columns whose values are kept only as keyed hashes, in every table.</summary>
    public IReadOnlyList<string> Hashed { get; init; } = [];

    /// <summary>What they are hashed with; never written anywhere.</summary>
    public string Secret { get; init; } = "";

    public required Place At { get; init; }

    /// <summary>How a column is read: as its key says, else by its name.</summary>
    public IdentityKey KeyOf(string column) => Keys.FirstOrDefault(k => Same(k.Name, column)) ?? IdentityKey.Usual(column);

    /// <summary>Whether a column's values are hashed.</summary>
    public bool Hashes(string column) => Hashed.Any(h => Same(h, column));

    /// <summary>Whether rows of a source may hold what is hashed, so that they are kept nowhere as they came.</summary>
    public bool Hides(Source source) => Hashed.Count > 0
        && (source.Columns.Count == 0
            || source.Columns.Any(c => Hashes(c.Name) || Same(c.Name, IdentityKey.Contact))
            || Canonical.Find(source.Into)?.Columns.Any(c => Same(c.Name, IdentityKey.Contact)) == true);

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A column that joins records whose values in it are the same.</summary>
/// <param name="Name">The column.</param>
/// <param name="Kind">What its values are.</param>
internal sealed record IdentityKey(string Name, KeyKind Kind)
{
    /// <summary>Beyond so many people a value says nothing about who somebody is.</summary>
    public const int UsualMost = 10;

    /// <summary>The column that says who.</summary>
    public const string Contact = "contact_id";

    /// <summary>The country of phone numbers that name none: the digits after its plus sign; empty for none.</summary>
    public string Country { get; init; } = "";

    /// <summary>How many people a value may join; one that more of them share joins none.</summary>
    public int AtMost { get; init; } = UsualMost;

    /// <summary>Whether its values are themselves ids by which rows name a contact.</summary>
    public bool IsContact { get; init; }

    /// <summary>Values that join nobody; * stands for any text.</summary>
    public IReadOnlyList<string> Never { get; init; } = [];

    /// <summary>A key as its name alone says.</summary>
    public static IdentityKey Usual(string name) => new(name, name.ToLowerInvariant() switch { "email" => KeyKind.Email, "phone" => KeyKind.Phone, _ => KeyKind.Id })
    {
        IsContact = string.Equals(name, "anonymous_id", StringComparison.OrdinalIgnoreCase),
    };
}

/// <summary>What a key's values are, which says when two of them are the same.</summary>
internal enum KeyKind
{
    /// <summary>An address of e-mail.</summary>
    Email,

    /// <summary>A telephone number.</summary>
    Phone,

    /// <summary>An identifier, the same only as it stands.</summary>
    Id,
}
