using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;

namespace Merit.Host.Access;

/// <summary>
/// The users and keys of a workspace: access.json beside merit.yaml, which <c>merit users</c> and <c>merit keys</c> write and only its owner may read. It is read anew
/// whenever it changes; while it cannot be read, nobody is let in.
/// </summary>
/// <param name="directory">The workspace's folder.</param>
internal sealed class AccountBook(string directory)
{
    public const string FileName = "access.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    private readonly string _path = Path.Combine(directory, FileName);
    private readonly Lock _reading = new();
    private (string Stamp, Pages Pages)? _known;

    public IReadOnlyList<Account> Users => Read(AccountKind.User);

    public IReadOnlyList<Account> Keys => Read(AccountKind.Key);

    public IReadOnlyList<Account> Read(AccountKind kind) => [.. Of(Read(), kind).Select(a => a.Value with { Name = a.Key }).OrderBy(a => a.Name, StringComparer.Ordinal)];

    public Account? Find(AccountKind kind, string name) => Of(Read(), kind).TryGetValue(name, out var found) ? found with { Name = name } : null;

    /// <summary>The key's account; null where no account has it.</summary>
    public Account? ByKey(string key)
    {
        var hash = Encoding.ASCII.GetBytes(ApiKey.HashOf(key));
        Account? found = null;

        // All are looked at, whichever it is, so that how long it takes says nothing.
        foreach (var (name, account) in Read().Keys)
        {
            found = CryptographicOperations.FixedTimeEquals(hash, Encoding.ASCII.GetBytes(account.Hash ?? "")) ? account with { Name = name } : found;
        }

        return found;
    }

    /// <summary>Puts an account in, or in the place of the one of its name.</summary>
    public void Keep(AccountKind kind, Account account) => Write(kind, accounts => accounts[account.Name] = account);

    public void Remove(AccountKind kind, string name) => Write(kind, accounts => accounts.Remove(name));

    private void Write(AccountKind kind, Action<SortedDictionary<string, Account>> change)
    {
        var pages = Read();
        var accounts = new SortedDictionary<string, Account>(Of(pages, kind).ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        change(accounts);
        Write(kind is AccountKind.User ? pages with { Users = accounts } : pages with { Keys = accounts });
    }

    private void Write(Pages pages)
    {
        var draft = $"{_path}.{Guid.NewGuid():N}.tmp";
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            using (var file = new FileStream(draft, options))
            {
                file.Write(Encoding.UTF8.GetBytes(JsonSerializer.Serialize(pages, Json) + "\n"));
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, _path, overwrite: true);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            File.Delete(draft);
            throw new MeritException(AccessRules.Unreadable.Here(FileName, refused.Message.TrimEnd('.')), refused);
        }
    }

    private Pages Read()
    {
        var file = new FileInfo(_path);
        if (!file.Exists)
        {
            return new Pages();
        }

        var stamp = string.Create(CultureInfo.InvariantCulture, $"{file.Length}|{file.LastWriteTimeUtc.Ticks}");
        lock (_reading)
        {
            if (_known is not { } known || known.Stamp != stamp)
            {
                _known = known = (stamp, Parsed());
            }

            return known.Pages;
        }
    }

    private Pages Parsed()
    {
        try
        {
            return JsonSerializer.Deserialize<Pages>(File.ReadAllText(_path), Json) ?? new Pages();
        }
        catch (Exception wrong) when (wrong is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new MeritException(AccessRules.Unreadable.Here(FileName, wrong is JsonException ? "it is not as Merit wrote it" : wrong.Message.TrimEnd('.')), wrong);
        }
    }

    private static IReadOnlyDictionary<string, Account> Of(Pages pages, AccountKind kind) => kind is AccountKind.User ? pages.Users : pages.Keys;

    private sealed record Pages
    {
        public IReadOnlyDictionary<string, Account> Users { get; init; } = new Dictionary<string, Account>(StringComparer.Ordinal);

        public IReadOnlyDictionary<string, Account> Keys { get; init; } = new Dictionary<string, Account>(StringComparer.Ordinal);
    }
}
