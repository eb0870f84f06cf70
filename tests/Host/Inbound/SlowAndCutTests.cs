using System.Net.Sockets;
using System.Text;

namespace Merit.Host.Tests.Inbound;

/// <summary>Connections that break off, and those over which a request comes byte by byte.</summary>
public sealed class SlowAndCutTests : IAsyncLifetime
{
    private const string Body = "email=ann%40example.com&city=%E5%8C%97%E4%BA%AC";

    private OpenDoor? _opened;

    private OpenDoor Door => _opened ?? throw new InvalidOperationException();

    public async ValueTask InitializeAsync() => _opened = await OpenDoor.OpenAsync();

    public async ValueTask DisposeAsync() => await Door.DisposeAsync();

    [Fact]
    public async Task A_request_that_breaks_off_is_kept_when_it_comes_whole_and_not_before()
    {
        for (var length = 1; length < Body.Length; length += 15)
        {
            Assert.DoesNotContain(" 202 ", await SayAsync(Body[..length], drips: false), StringComparison.Ordinal);
        }

        Assert.Empty(Door.Journal("form"));
        Assert.Contains(" 303 ", await SayAsync(Body, drips: true), StringComparison.Ordinal);
        Assert.Equal("ann@example.com北京", Assert.Single(Door.Journal("form"))["event"] is { } kept ? $"{kept["email"]}{kept["city"]}" : null);
    }

    // The answer, or what there is of it, to a request that promises the whole body and gives some of it.
    private async Task<string> SayAsync(string body, bool drips)
    {
        var stop = TestContext.Current.CancellationToken;
        var address = Door.Client.BaseAddress ?? throw new InvalidOperationException();
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, stop);
        var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"POST /in/form?token={OpenDoor.Token} HTTP/1.1\r\nHost: {address.Authority}\r\nOrigin: https://www.example.com\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {Body.Length}\r\nConnection: close\r\n\r\n"), stop);
        foreach (var piece in drips ? Encoding.ASCII.GetBytes(body).Select(b => new[] { b }) : [Encoding.ASCII.GetBytes(body)])
        {
            await stream.WriteAsync(piece, stop);
        }

        if (body.Length < Body.Length)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var reader = new StreamReader(stream);
        try
        {
            return await reader.ReadToEndAsync(stop);
        }
        catch (IOException)
        {
            // It was not worth an answer.
            return "";
        }
    }
}
