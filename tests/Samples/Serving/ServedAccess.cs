using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Merit.Host.Access;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>The guide, served to who signs in.</summary>
public sealed partial class ServedAccess : IDisposable
{
    public const string Secret = "four words of nobody";

    private readonly TemporaryWorkspace _workspace = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));
    private readonly List<HttpClient> _clients = [];
    private readonly ServedSite _site;
    private HashSet<string>? _known;

    public ServedAccess()
    {
        File.AppendAllText(_workspace.PathOf("merit.yaml"), "\naccess:\n  always: true\n  requests: 5000\n");
        _workspace.Write("out/overview.html", "<title>Rendered from all rows</title>");
        Book = new AccountBook(_workspace.Folder);
        foreach (var role in Roles.ByName)
        {
            Keep(role.Key, role.Value);
            KeepKey(role.Key, role.Value);
        }

        // Sees everything there is to see, of the rows of one owner.
        Keep("ruled", Role.Admin, "campaign_owner = {user.owner}");
        KeepKey("ruled", Role.Admin, "campaign_owner = {user.owner}");
        _site = ServedSite.Of(_workspace);
    }

    internal const string Owner = "events";

    internal AccountBook Book { get; }

    internal string Folder => _workspace.Folder;

    internal Dictionary<string, string> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>Somebody who has not signed in.</summary>
    internal HttpClient Stranger()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = _site.Client.BaseAddress, Timeout = TimeSpan.FromSeconds(120) };
        _clients.Add(client);
        return client;
    }

    /// <summary>A program with a key.</summary>
    internal HttpClient WithKey(string name)
    {
        var client = Stranger();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Keys[name]);
        return client;
    }

    /// <summary>Somebody who has signed in.</summary>
    internal async Task<HttpClient> SignedInAsync(string name, string password = Secret)
    {
        var client = Stranger();
        using var answer = await SignInAsync(client, name, password);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return client;
    }

    internal static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string name, string password, string then = "", string? token = null)
    {
        var page = await client.GetStringAsync(new Uri($"signin?then={Uri.EscapeDataString(then)}", UriKind.Relative));
        return await PostAsync(client, "signin", ("__RequestVerificationToken", token ?? TokenOf(page)), ("name", name), ("password", password), ("then", ThenForm().Match(page).Groups["then"].Value));
    }

    internal static async Task<HttpResponseMessage> PostAsync(HttpClient client, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        return await client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    internal static string TokenOf(string page) => TokenForm().Match(page).Groups["token"].Value;

    internal static async Task<(HttpStatusCode Status, string Text)> GetAsync(HttpClient client, string path)
    {
        using var answer = await client.GetAsync(new Uri(path.TrimStart('/'), UriKind.Relative));
        return (answer.StatusCode, TextOf(await answer.Content.ReadAsByteArrayAsync()));
    }

    // What a workbook says is packed.
    private static string TextOf(byte[] content)
    {
        if (content is not [(byte)'P', (byte)'K', ..])
        {
            return Encoding.UTF8.GetString(content);
        }

        using var packed = new ZipArchive(new MemoryStream(content));
        return string.Concat(packed.Entries.Where(e => e.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(e =>
        {
            using var reader = new StreamReader(e.Open());
            return reader.ReadToEnd();
        }));
    }

    /// <summary>What takes long to find out, found out once.</summary>
    internal HashSet<string> Once(Func<HashSet<string>> find)
    {
        lock (_clients)
        {
            return _known ??= find();
        }
    }

    internal void Keep(string name, Role role, params string[] rows) => Book.Keep(AccountKind.User, Of(name, role, rows) with { Hash = Password.Hash(name, Secret) });

    public void Dispose()
    {
        _clients.ForEach(c => c.Dispose());
        _site.Dispose();
        _workspace.Dispose();
    }

    private void KeepKey(string name, Role role, params string[] rows)
    {
        Keys[name] = ApiKey.New();
        Book.Keep(AccountKind.Key, Of(name, role, rows) with { Hash = ApiKey.HashOf(Keys[name]) });
    }

    private static Account Of(string name, Role role, string[] rows) => new()
    {
        Name = name, Role = role, Rows = rows, Added = DateTimeOffset.UnixEpoch, Attributes = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal) { ["owner"] = [Owner] },
    };

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenForm();

    [GeneratedRegex("name=\"then\" value=\"(?<then>[^\"]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ThenForm();
}
