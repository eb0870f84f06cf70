using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Dashboard;
using Merit.Host.Inbound;
using Merit.Host.Links;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Tests.Inbound;

/// <summary>What takes events in, served on a free port of this machine, with a clock that only moves when it is told to.</summary>
internal sealed class OpenDoor : IAsyncDisposable
{
    public const string Secret = "0123456789abcdef0123456789abcdef";

    public const string Token = "fedcba9876543210fedcba9876543210";

    private readonly WebApplication _app;
    private readonly InboundDoor _door;

    private OpenDoor(WebApplication app, InboundDoor door, HttpClient client, TemporaryFolder folder, StoppedClock clock) => (_app, _door, Client, Folder, Clock) = (app, door, client, folder, clock);

    public HttpClient Client { get; }

    public TemporaryFolder Folder { get; }

    public StoppedClock Clock { get; }

    public static async Task<OpenDoor> OpenAsync(TemporaryFolder? kept = null)
    {
        var (folder, clock) = (kept ?? new TemporaryFolder(), new StoppedClock());
        var settings = new InboundSettings
        {
            Address = new Uri("https://go.example.com"),
            Endpoints =
            [
                new InboundEndpoint { Name = "signup", Secret = Secret, Rate = 40, Size = 2000, At = new Place("merit.yaml", 9) },
                new InboundEndpoint { Name = "form", Token = Token, Origins = ["https://www.example.com"], Then = new Uri("https://www.example.com/thanks"), At = new Place("merit.yaml", 12) },
                new InboundEndpoint { Name = "gun", Secret = Secret, Signer = Signer.Mailgun, At = new Place("merit.yaml", 15) },
            ],
            Links = [new ShortLink("poster", new LinkTag("https://www.example.com/expo", "expo", "poster", "qr"))],
        };
        var addresses = new Dictionary<string, string>(StringComparer.Ordinal) { ["poster"] = "https://www.example.com/expo?utm_source=poster&utm_medium=qr&utm_campaign=expo%202026" };
        var door = InboundDoor.Open(folder.Path, settings, addresses, clock) ?? throw new InvalidOperationException();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(k => k.Listen(IPAddress.Loopback, 0));
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        app.Use(new HostCheck("go.example.com").InvokeAsync);
        app.Use(Headers.InvokeAsync);
        app.UseRouting();
        door.Map(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.First() ?? "";
        return new OpenDoor(app, door, new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri(address) }, folder, clock);
    }

    /// <summary>Sends a signed body, as it should be unless told otherwise.</summary>
    public Task<HttpResponseMessage> SignedAsync(string body, string type = "application/json", string? time = null, string secret = Secret, string? signature = null, string? key = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        time ??= $"{Clock.GetUtcNow().ToUnixTimeSeconds()}";
        return SendAsync(HttpMethod.Post, "in/signup", bytes, type, [(Signature.TimeHeader, time), (Signature.Header, signature ?? Signature.Of(secret, time, bytes)), .. key is null ? Array.Empty<(string, string)>() : [("Idempotency-Key", key)]]);
    }

    public async Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, byte[]? body, string type, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(body);
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return await Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>What an endpoint's journal holds.</summary>
    public IReadOnlyList<JsonObject> Journal(string endpoint) => Journal(Folder.Path, endpoint);

    public static IReadOnlyList<JsonObject> Journal(string folder, string endpoint)
    {
        var at = Path.Combine(folder, "inbound", endpoint);
        return [.. Directory.EnumerateFiles(at, "*.ndjson").Order(StringComparer.Ordinal).SelectMany(Lines).Where(l => l.Length > 0).Select(l => JsonNode.Parse(l)?.AsObject() ?? throw new InvalidDataException(l))];
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        Folder.Dispose();
    }

    /// <summary>Closes it, and leaves its folder.</summary>
    public async Task CloseAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _door.Dispose();
    }

    private static string[] Lines(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Split('\n');
    }
}

/// <summary>A clock that stands still until it is moved.</summary>
internal sealed class StoppedClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 9, 30, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void Move(TimeSpan by) => _now += by;
}
