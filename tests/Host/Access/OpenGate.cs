using System.Net;
using System.Net.Http.Headers;
using Merit.Host.Access;
using Merit.Host.Dashboard;
using Merit.Host.Tests.Inbound;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Tests.Access;

/// <summary>The gate on a free port of this machine, with something secret behind it.</summary>
internal sealed class OpenGate : IAsyncDisposable
{
    public const string Secret = "the secret";
    public const string Words = "four words of nobody";

    private readonly WebApplication _app;
    private readonly OpenAccess _access;

    private OpenGate(WebApplication app, OpenAccess access, TemporaryFolder folder, Uri address) => (_app, _access, Folder, Address) = (app, access, folder, address);

    public TemporaryFolder Folder { get; }

    public Uri Address { get; }

    public string AuditFolder => Path.Combine(Folder.Path, AuditLog.Folder);

    public static async Task<OpenGate> OpenAsync(AccessSettings settings)
    {
        var folder = new TemporaryFolder();
        var book = new AccountBook(folder.Path);
        foreach (var name in new[] { "one", "two" })
        {
            book.Keep(AccountKind.Key, new Account { Name = name, Role = Role.Analyst, Hash = ApiKey.HashOf(name), Added = DateTimeOffset.UnixEpoch });
        }

        book.Keep(AccountKind.User, new Account { Name = "ann", Role = Role.Viewer, Hash = Password.Hash("ann", Words), Added = DateTimeOffset.UnixEpoch });
        var access = new OpenAccess(book, new AuditLog(folder.Path, "serve", new StoppedClock()), settings, folder.Path);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        builder.Services.AddSigningIn(access);
        var app = builder.Build();
        app.Use(new HostCheck(null, settings.Address?.Host).InvokeAsync);
        app.Use(Failures.InvokeAsync);
        app.Use(new Outside(settings.Address).InvokeAsync);
        app.UseAuthentication();
        app.Use(new Gate(access, () => settings).InvokeAsync);
        app.UseRouting();
        new SignIn(access).Map(app);
        app.MapGet("/signin/form", context => context.Response.WriteAsync(context.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(context).RequestToken ?? ""));
        app.MapGet("/api/secret", context => Answers.WriteAsync(context, Secret, "text/plain"));
        app.MapGet("/campaigns", context => Answers.WriteAsync(context, Secret, "text/plain"));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return new OpenGate(app, access, folder, new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? ""));
    }

    public HttpClient Client(string? key = null, params (string Name, string Value)[] headers)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        }

        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _access.Dispose();
        Folder.Dispose();
    }
}
