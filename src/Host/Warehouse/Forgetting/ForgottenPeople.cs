using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Identity;
using Merit.Host.Workspaces;

namespace Merit.Host.Warehouse.Forgetting;

/// <summary>
/// The workspace's list of people who asked to be forgotten: <c>forgotten.json</c> beside merit.yaml, since <c>.merit</c> may be deleted and this may not. It holds hashes by which
/// later loads know their rows, and nothing else of them.
/// </summary>
/// <param name="Salt">Drawn once for each list, so that hashes of two lists cannot be compared.</param>
/// <param name="Secret">What the workspace's secret makes of the salt, where hashes need both; empty where there was none.</param>
/// <param name="People">Everybody, in the order they asked.</param>
internal sealed record ForgottenPeople(string Salt, string Secret, IReadOnlyList<ForgottenPerson> People)
{
    /// <summary>The list's name in the workspace's folder.</summary>
    public const string FileName = "forgotten.json";

    private const int SaltBytes = 16;
    private const int IdBytes = 8;
    private const long Numbers = 1_000_000_000_000_000;

    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true, NewLine = "\n", PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Those whose forgetting was begun and not ended.</summary>
    [JsonIgnore]
    public IReadOnlyList<ForgottenPerson> Unfinished => [.. People.Where(p => !p.Done)];

    /// <summary>The list of a workspace; an empty one where there is none.</summary>
    /// <exception cref="MeritException">It cannot be read, or the workspace's secret is no longer the one it was made with.</exception>
    public static ForgottenPeople Read(Workspace workspace)
    {
        var path = Path.Combine(workspace.Directory, FileName);
        if (!File.Exists(path))
        {
            var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
            return new ForgottenPeople(salt, Mark(workspace, salt), []);
        }

        try
        {
            var list = JsonSerializer.Deserialize<ForgottenPeople>(File.ReadAllText(path), Written) is { Salt.Length: > 0, Secret: not null, People: not null } read ? read : throw new JsonException("something is missing");
            return list.Secret.Length == 0 || string.Equals(list.Secret, Mark(workspace, list.Salt), StringComparison.Ordinal)
                ? list
                : throw new MeritException(IdentityRules.OtherSecret.At(new Place(FileName)));
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new MeritException(IdentityRules.ListUnreadable.At(new Place(FileName), wrong.Message.TrimEnd('.')), wrong);
        }
    }

    /// <summary>What hashes of this list are made with.</summary>
    public KeyedHash Hash(Workspace workspace) => new(Secret.Length == 0 ? Salt : Salt + workspace.Identity?.Secret);

    /// <summary>What a value of a kind is remembered as.</summary>
    public string Print(Workspace workspace, string kind, string value) => $"{kind}:{Hash(workspace).Of($"{kind}:{value}")}";

    /// <summary>The list with one more person, on disk.</summary>
    public (ForgottenPeople List, ForgottenPerson Person) Add(Workspace workspace, IEnumerable<(string Kind, string Value)> values, IReadOnlyDictionary<string, long> rows, string by, DateTime at)
    {
        var prints = values.Distinct().Select(v => Print(workspace, v.Kind, v.Value)).ToList();
        if (People.FirstOrDefault(p => !p.Done && p.Prints.Intersect(prints, StringComparer.Ordinal).Any()) is { } begun)
        {
            return (this, begun);
        }

        // Where ids are numbers, a number stands in for the person's; it is known as theirs like the others.
        var number = -1 - (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong))) % Numbers);
        var id = $"forgotten-{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes))}";
        string[] standing = [id, number.ToString(CultureInfo.InvariantCulture)];
        var person = new ForgottenPerson(id, number, at, by, Done: false, [.. prints, .. standing.Select(s => Print(workspace, IdentityKey.Contact, s))], rows);
        return ((this with { People = [.. People, person] }).Write(workspace), person);
    }

    /// <summary>The list with some marked as done, on disk.</summary>
    public ForgottenPeople Finish(Workspace workspace, IReadOnlyList<ForgottenPerson> done) =>
        (this with { People = [.. People.Select(p => done.Any(d => d.Id == p.Id) ? p with { Done = true } : p)] }).Write(workspace);

    // Beside it and then over it: a list that is half there would bring people back.
    private ForgottenPeople Write(Workspace workspace)
    {
        var path = Path.Combine(workspace.Directory, FileName);
        try
        {
            var draft = $"{path}.draft";
            using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
            {
                JsonSerializer.Serialize(file, this, Written);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, path, overwrite: true);
            return this;
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException)
        {
            throw new MeritException(IdentityRules.ListUnwritable.At(new Place(FileName), wrong.Message.TrimEnd('.')), wrong);
        }
    }

    private static string Mark(Workspace workspace, string salt) =>
        workspace.Identity is { Secret: { Length: > 0 } secret } ? new KeyedHash(salt + secret).Of(FileName)[..IdBytes] : "";
}

/// <summary>Somebody who is forgotten.</summary>
/// <param name="Id">Drawn at random: what stands in the place of the person's id in rows that stay.</param>
/// <param name="Number">The same where a source's ids are numbers.</param>
/// <param name="At">When it was asked for, UTC.</param>
/// <param name="By">Who asked for it: not the person, but who ran the command.</param>
/// <param name="Done">Whether nothing of the person is left.</param>
/// <param name="Prints">Hashes of all that identifies the person and nobody else.</param>
/// <param name="Rows">How many rows each table had.</param>
internal sealed record ForgottenPerson(string Id, long Number, DateTime At, string By, bool Done, IReadOnlyList<string> Prints, IReadOnlyDictionary<string, long> Rows);
