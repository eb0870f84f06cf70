using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Identity;

/// <summary>The values of a key, as expressions: when two are the same, which join nobody, and how they are shown.</summary>
/// <param name="key">The key.</param>
/// <param name="hashed">Whether the column holds hashes, made of normal values on their way in.</param>
internal sealed class KeyText(IdentityKey key, bool hashed)
{
    /// <summary>Begins the hash of a value that joins nobody: what it was can no longer be seen.</summary>
    private const string BarredMark = "-";

    private const int Shortest = 7;
    private const int Longest = 15;

    /// <summary>So long a number that begins with the country's digits has them already.</summary>
    private const int WithCountry = 11;

    // What systems write where there is no value.
    private const string Placeholders = "('-', '--', '0', 'n/a', 'na', 'none', 'null', 'nil', 'undefined', 'unknown', '无', '未知')";

    /// <summary>The value in the one form that all that mean the same have; null where it is no value of its kind.</summary>
    public string Normal(string column) => hashed ? column : Written(column);

    /// <summary>Whether a normal value joins nobody because the workspace says so.</summary>
    public string Barred(string normal) => hashed ? $"starts_with({normal}, '{BarredMark}')" : Named(normal);

    /// <summary>What is kept of a column whose plain values nobody may keep.</summary>
    public string Hash(string column, KeyedHash hash) => SqlText.Let(
        $"trim({column})", "given",
        $"CASE WHEN given <> '' THEN {SqlText.Let(Written("given"), "normal", $"CASE WHEN normal IS NULL THEN '{BarredMark}' || {hash.Expression("given")} WHEN {Named("normal")} THEN '{BarredMark}' || {hash.Expression("normal")} ELSE {hash.Expression("normal")} END")} END");

    /// <summary>A normal value as it may be shown: enough to find it by for who knows it, and not more.</summary>
    public string Masked(string normal) => (hashed, key.Kind) switch
    {
        (true, _) => $"left(ltrim({normal}, '{BarredMark}'), 8) || '…'",
        (_, KeyKind.Email) => $"left({normal}, 1) || '…@' || split_part({normal}, '@', 2)",
        (_, KeyKind.Phone) => $"'…' || right({normal}, 3)",
        _ => $"left({normal}, 3) || '…'",
    };

    /// <summary>The id of a person of whom nothing but a normal value is known.</summary>
    public string Id(string normal) => $"{SqlText.Text(key.Name + ":")} || left(sha256({normal}), 16)";

    private string Named(string normal)
    {
        var tests = key.Never.Select(pattern => pattern.Contains('*', StringComparison.Ordinal)
            ? $"{normal} LIKE {Like(pattern)} ESCAPE '\\'"
            : $"coalesce({normal} = {Written(SqlText.Text(pattern))}, false)");
        return key.Never.Count == 0 ? "false" : $"({string.Join(" OR ", tests)})";
    }

    private string Like(string pattern)
    {
        var plain = key.Kind == KeyKind.Email ? pattern.Trim().ToLowerInvariant() : pattern.Trim();
        var escaped = plain.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
        return SqlText.Text(escaped.Replace('*', '%'));
    }

    private string Written(string value) => key.Kind switch
    {
        KeyKind.Email => SqlText.Let($"lower(trim({value}))", "address", "CASE WHEN regexp_full_match(address, '[^@\\s]+@[^@\\s]+') THEN address END"),
        KeyKind.Phone => Phone(value),
        _ => SqlText.Let($"trim({value})", "id", $"CASE WHEN id <> '' AND lower(id) NOT IN {Placeholders} THEN id END"),
    };

    // Full-width digits are digits; what comes after an extension's sign is no part of the number; (0) is dialled only inside the country.
    private string Phone(string value)
    {
        var dialled = $"CASE WHEN regexp_full_match({value}, '\\+?[0-9]+') THEN {value} ELSE regexp_replace(regexp_replace(regexp_extract(regexp_replace(lower(translate({value}, '０１２３４５６７８９＋', '0123456789+')), '^\\s*(tel|phone|mobile|电话|手机)\\s*[:：]?', ''), '^[^a-z#;,转分]*'), '\\(0\\)', '', 'g'), '[^0-9+]', '', 'g') END";
        var national = key.Country.Length == 0
            ? "digits"
            : $"CASE WHEN strlen(digits) >= {WithCountry} AND starts_with(digits, '{key.Country}') THEN digits ELSE '{key.Country}' || ltrim(digits, '0') END";
        var whole = SqlText.Let("replace(dialled, '+', '')", "digits", $"ltrim(CASE WHEN starts_with(dialled, '+') OR starts_with(dialled, '00') THEN digits WHEN strlen(ltrim(digits, '0')) >= {Shortest} THEN {national} END, '0')");
        return SqlText.Let(dialled, "dialled", SqlText.Let(whole, "number", $"CASE WHEN strlen(number) BETWEEN {Shortest} AND {Longest} AND replace(number, right(number, 1), '') <> '' THEN number END"));
    }
}
