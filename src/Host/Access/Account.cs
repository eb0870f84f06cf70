using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Merit.Host.Access;

/// <summary>A user or a key, as access.json keeps it: never a password or a key, only what tells whether one is right.</summary>
internal sealed record Account
{
    [JsonIgnore]
    public string Name { get; init; } = "";

    public required Role Role { get; init; }

    /// <summary>Of the password or the key; null for a user who signs in elsewhere.</summary>
    public string? Hash { get; init; }

    /// <summary>What rules on rows ask of them, such as owner.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);

    /// <summary>Rules on rows for them alone.</summary>
    public IReadOnlyList<string> Rows { get; init; } = [];

    public required DateTimeOffset Added { get; init; }

    /// <summary>Changes with the password: who signed in with another one is signed in no more.</summary>
    [JsonIgnore]
    public string Stamp => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Added:O}|{Hash}")))[..32];

    public Visitor Visitor(bool isKey) => new() { Name = Name, Role = Role, IsKey = isKey, Attributes = Attributes, Rows = Rows };
}

/// <summary>Which of the two an account is.</summary>
internal enum AccountKind
{
    User,
    Key,
}
