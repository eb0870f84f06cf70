using System.Net;
using Merit.Host.Access;
using Merit.Samples.Tests.Running;

namespace Merit.Samples.Tests.Serving;

/// <summary>Users sign in with a provider of OpenID Connect; who they are it says, whether they may come in Merit does.</summary>
public sealed class OpenIdTests : IAsyncLifetime
{
    private readonly TemporaryWorkspace _workspace = LoadedOnce.Copy("guide", () => TemporaryWorkspace.Of("guide"));
    private readonly List<HttpClient> _clients = [];
    private OpenIdProvider? _provider;
    private ServedSite? _site;

    private OpenIdProvider Provider => _provider ?? throw new InvalidOperationException();

    private Uri Site => _site?.Client.BaseAddress ?? throw new InvalidOperationException();

    public async ValueTask InitializeAsync()
    {
        _provider = await OpenIdProvider.StartAsync();
        await File.AppendAllTextAsync(_workspace.PathOf("merit.yaml"), $"\naccess:\n  always: true\n  openid: {{ authority: \"{Provider.Address}\", client_id: {OpenIdProvider.ClientId}, client_secret: \"${{OPENID_SECRET}}\", name: Acme }}\n");
        _workspace.Write(".env", $"OPENID_SECRET={OpenIdProvider.Secret}\n");
        new AccountBook(_workspace.Folder).Keep(AccountKind.User, new Account { Name = "ann@example.com", Role = Role.Viewer, Added = DateTimeOffset.UnixEpoch });
        _site = ServedSite.Of(_workspace);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(c => c.Dispose());
        _site?.Dispose();
        _workspace.Dispose();
        await Provider.DisposeAsync();
    }

    [Fact]
    public async Task Only_who_is_known_here_and_whom_the_provider_vouches_for_is_signed_in()
    {
        // Known, and vouched for.
        var (led, ann) = await SignInAsync(new() { ["email"] = "ann@example.com", ["email_verified"] = true }, "/campaigns?period=2025");
        Assert.Equal("/campaigns?period=2025", led);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(ann, "campaigns"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(ann, "explore"));
        Assert.Equal([], Provider.Complaints);

        // Not led to another site.
        Assert.Equal("/", (await SignInAsync(new() { ["email"] = "ann@example.com", ["email_verified"] = true }, "//stranger.example")).Led);

        foreach (var says in new Dictionary<string, object>[]
        {
            new() { ["email"] = "ann@example.com", ["email_verified"] = false }, new() { ["email"] = "ann@example.com" }, new() { ["email"] = "bob@example.com", ["email_verified"] = true }, [],
        })
        {
            await RefusedAsync(says);
        }

        Provider.SignsWithAnotherKey = true;
        await RefusedAsync(new() { ["email"] = "ann@example.com", ["email_verified"] = true });
        (Provider.SignsWithAnotherKey, Provider.RepeatsAnotherNonce) = (false, true);
        await RefusedAsync(new() { ["email"] = "ann@example.com", ["email_verified"] = true });

        // She has no password, so none is right; and who is removed is signed in no more.
        Assert.Equal(HttpStatusCode.Unauthorized, (await ServedAccess.SignInAsync(Client(), "ann@example.com", "")).StatusCode);
        new AccountBook(_workspace.Folder).Remove(AccountKind.User, "ann@example.com");
        new AccountBook(_workspace.Folder).Keep(AccountKind.User, new Account { Name = "ann@example.com", Role = Role.Viewer, Added = DateTimeOffset.UnixEpoch.AddDays(1) });
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(ann, "campaigns"));

        var audit = MeritHere.Run(_workspace.Folder, "audit", "--last", "100", "--format", "csv").Fine().Output;
        Assert.Contains("ann@example.com,sign-in,/signin/openid,,done", audit, StringComparison.Ordinal);
        Assert.Contains("bob@example.com,sign-in,/signin/openid,,refused", audit, StringComparison.Ordinal);
        Assert.DoesNotContain(OpenIdProvider.Secret, audit, StringComparison.Ordinal);

        // An answer nobody asked for is no answer.
        Assert.Equal("/signin?refused=openid", await LedAsync(Client(), "signin/back?code=x&state=y"));
    }

    [Fact]
    public async Task The_page_leads_to_the_provider_and_says_where_it_is_silent()
    {
        var (_, page) = await ServedAccess.GetAsync(Client(), "signin?then=%2Fcampaigns");
        await Provider.StopAsync();

        var (status, failure) = await ServedAccess.GetAsync(Client(), "signin/openid");

        Assert.Contains("href=\"/signin/openid?then=%2Fcampaigns\">Sign in with Acme</a>", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("MRT6047", failure, StringComparison.Ordinal);
    }

    private async Task RefusedAsync(Dictionary<string, object> says)
    {
        var (led, client) = await SignInAsync(says, "/campaigns");
        Assert.Equal("/signin?refused=openid", led);
        Assert.Equal(HttpStatusCode.Redirect, await StatusAsync(client, "campaigns"));
        Assert.Contains("not known here", (await ServedAccess.GetAsync(client, led)).Text, StringComparison.Ordinal);
    }

    // As a browser would go: to the provider, and back with its word.
    private async Task<(string Led, HttpClient Client)> SignInAsync(Dictionary<string, object> says, string then)
    {
        Provider.Says = says;
        var (client, abroad) = (Client(), Client());
        var there = await LedAsync(client, $"signin/openid?then={Uri.EscapeDataString(then)}");
        Assert.StartsWith(Provider.Address + "/authorize?", there, StringComparison.Ordinal);
        var back = await LedAsync(abroad, there);
        return (await LedAsync(client, back), client);
    }

    private static async Task<string> LedAsync(HttpClient client, string to)
    {
        using var answer = await client.GetAsync(new Uri(to, UriKind.RelativeOrAbsolute));
        return answer.Headers.Location?.OriginalString ?? $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path) => (await ServedAccess.GetAsync(client, path)).Status;

    private HttpClient Client()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = Site, Timeout = TimeSpan.FromSeconds(120) };
        _clients.Add(client);
        return client;
    }
}
