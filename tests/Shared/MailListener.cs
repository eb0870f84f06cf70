using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Merit.Tests;

/// <summary>A mail server on this machine that speaks SMTP, keeps what it has taken, and can be told what to do when it hears something.</summary>
internal sealed class MailListener : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Lock _counting = new();
    private readonly List<string> _taken = [];

    public MailListener()
    {
        _listener.Start();
        _ = Task.Run(ServeAsync);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>
    /// What is answered instead of what is usual, by what was heard: <c>MAIL</c>, <c>RCPT</c>, <c>DATA</c>, <c>.</c> for the end of a mail before it is taken, <c>taken</c> after.
    /// Null leaves it at the usual; an empty text ends the connection.
    /// </summary>
    public Func<string, string?> Hears { get; set; } = _ => null;

    /// <summary>The mails that were taken, as they came.</summary>
    public IReadOnlyList<string> Taken
    {
        get
        {
            lock (_counting)
            {
                return [.. _taken];
            }
        }
    }

    public void Dispose() => _listener.Stop();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync();
                _ = Task.Run(() => TalkAsync(client));
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var stream = client.GetStream();
                using var reader = new StreamReader(stream, Encoding.Latin1);
                await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 ready");
                while (await reader.ReadLineAsync() is { } line)
                {
                    var word = line.Split(' ', ':')[0].ToUpperInvariant();
                    var answer = Hears(word) ?? word switch { "EHLO" or "HELO" => "250-here\r\n250 8BITMIME", "DATA" => "354 go on", "QUIT" => "221 bye", _ => "250 fine" };
                    if (answer.Length == 0)
                    {
                        return;
                    }

                    await writer.WriteLineAsync(answer);
                    if (answer.StartsWith("354", StringComparison.Ordinal) && !await TakeAsync(reader, writer))
                    {
                        return;
                    }
                }
            }
            catch (IOException)
            {
                // Whoever talked is gone.
            }
        }
    }

    private async Task<bool> TakeAsync(StreamReader reader, StreamWriter writer)
    {
        var text = new StringBuilder();
        while (true)
        {
            switch (await reader.ReadLineAsync())
            {
                case null:
                    return false;
                case ".":
                    if (Hears(".") is { } refused)
                    {
                        await writer.WriteLineAsync(refused);
                        return refused.Length > 0;
                    }

                    lock (_counting)
                    {
                        _taken.Add(text.ToString());
                    }

                    var answer = Hears("taken") ?? "250 taken";
                    if (answer.Length > 0)
                    {
                        await writer.WriteLineAsync(answer);
                    }

                    return answer.Length > 0;
                case { } line:
                    text.Append(line.StartsWith('.') ? line[1..] : line).Append("\r\n");
                    break;
            }
        }
    }
}
