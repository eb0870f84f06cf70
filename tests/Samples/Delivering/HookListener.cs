using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Merit.Samples.Tests.Delivering;

/// <summary>Takes posts on this machine byte by byte, so that a test knows what the other side has got rid of.</summary>
internal sealed class HookListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);

    public HookListener()
    {
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/hook");

    /// <summary>The keys of posts that came whole.</summary>
    public List<string> Taken { get; } = [];

    /// <summary>Hears <c>connected</c>, <c>posted</c> (all of it is here, nothing was answered) and <c>answering</c> (half of the answer has left); whether to go on. What was sent before its sender ended is else still read.</summary>
    public Func<string, bool> Hears { get; set; } = _ => true;

    public void Dispose() => _listener.Dispose();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync();
                try
                {
                    await AnswerAsync(client.GetStream());
                }
                catch (IOException)
                {
                    // The other side is no more.
                }
            }
        }
        catch (Exception over) when (over is ObjectDisposedException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task AnswerAsync(NetworkStream stream)
    {
        if (!Hears("connected"))
        {
            return;
        }

        var text = new StringBuilder();
        var buffer = new byte[4096];
        while (!IsWhole($"{text}"))
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
            {
                return;
            }

            text.Append(Encoding.Latin1.GetString(buffer, 0, read));
        }

        Taken.Add($"{text}".Split("\r\n").First(l => l.StartsWith("Idempotency-Key:", StringComparison.OrdinalIgnoreCase))["Idempotency-Key:".Length..].Trim());
        if (!Hears("posted"))
        {
            return;
        }

        await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\no"u8.ToArray());
        if (Hears("answering"))
        {
            await stream.WriteAsync("k"u8.ToArray());
        }
    }

    // Read so that a character is a byte.
    private static bool IsWhole(string text)
    {
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var length = text.Split("\r\n").FirstOrDefault(l => l.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return end >= 0 && length is not null && text.Length - end - 4 >= int.Parse(length["Content-Length:".Length..], System.Globalization.CultureInfo.InvariantCulture);
    }
}
