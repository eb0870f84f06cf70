using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Merit.Host.Delivery.Letters;
using Merit.Host.Reports;
using Merit.Host.Workspaces;
using MimeKit;

namespace Merit.Host.Delivery.Carriers;

/// <summary>Hands mail to a server. Until the first of its text has left nothing can have arrived; from then on a mail may have, and is not sent again unless the server refused it.</summary>
internal sealed class MailCarrier(MailServer server, MailRecipient recipient, TimeProvider clock) : ICarrier
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public bool IsRecognised => false;

    private SecureSocketOptions Security => server.Encryption switch
    {
        MailEncryption.Tls => SecureSocketOptions.SslOnConnect,
        MailEncryption.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    public async Task CarryAsync(Parcel parcel, Action handingOver, CancellationToken stop)
    {
        var handedOver = false;
        using var late = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        using var client = new SmtpClient();
        try
        {
            using var message = Message(parcel);
            await client.ConnectAsync(server.Host, server.Port, Security, either.Token);
            if (server.User is { } user)
            {
                await client.AuthenticateAsync(user, server.Password ?? "", either.Token);
            }

            await client.SendAsync(message, either.Token, new FirstBytes(() =>
            {
                handedOver = true;
                handingOver();
            }));
        }
        catch (SmtpCommandException refused)
        {
            // The server has spoken: 4xx means later, 5xx never.
            throw new CarrierException($"the server answered {(int)refused.StatusCode}: {refused.Message.TrimEnd('.')}", refused) { IsLasting = (int)refused.StatusCode >= 500 };
        }
        catch (Exception refused) when (refused is AuthenticationException or SslHandshakeException or NotSupportedException)
        {
            throw new CarrierException(refused is SslHandshakeException ? "the connection could not be encrypted, or the server's certificate is not trusted" : $"the server does not let us in: {refused.Message.TrimEnd('.')}", refused) { IsLasting = true };
        }
        catch (Exception broken) when (broken is IOException or SocketException or ProtocolException or TimeoutException || (broken is OperationCanceledException && !stop.IsCancellationRequested))
        {
            throw new CarrierException($"the connection to the server broke: {broken.Message.TrimEnd('.')}", broken) { IsUnanswered = handedOver };
        }

        await LeaveAsync(client, stop);
    }

    /// <summary>The mail: as text, as HTML that mail programs show, and the reports' own files attached.</summary>
    public MimeMessage Message(Parcel parcel)
    {
        var from = MailboxAddress.Parse(server.From);
        var message = new MimeMessage { Subject = parcel.Subject, Date = clock.GetUtcNow(), MessageId = $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(parcel.Key)))[..32]}@{from.Domain}" };
        message.From.Add(from);
        message.To.AddRange(recipient.Addresses.Select(a => MailboxAddress.Parse(a)));
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("X-Merit-Key", parcel.Key);
        var text = LetterText.Of(parcel);
        var body = new BodyBuilder { TextBody = text, HtmlBody = LetterHtml.Of(parcel.Subject, text) };
        // What is Markdown, the mail itself says.
        foreach (var file in parcel.Reports.SelectMany(r => r.Files).Where(f => f.Extension is not ReportFormats.Markdown))
        {
            body.Attachments.Add(file.Name, file.Content.ToArray(), Kind(file));
        }

        message.Body = body.ToMessageBody();
        return message;
    }

    private static ContentType Kind(ReportFile file) => file.Extension switch
    {
        ReportFormats.Html => new ContentType("text", "html") { Charset = "utf-8" },
        ReportFormats.Csv => new ContentType("text", "csv") { Charset = "utf-8" },
        ReportFormats.Excel => new ContentType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ReportFormats.Pdf => new ContentType("application", "pdf"),
        ReportFormats.Picture => new ContentType("image", "png"),
        _ => new ContentType("application", "octet-stream"),
    };

    // It is delivered: how the server takes leave matters no more.
    private static async Task LeaveAsync(SmtpClient client, CancellationToken stop)
    {
        try
        {
            await client.DisconnectAsync(quit: true, stop);
        }
        catch (Exception gone) when (gone is IOException or SocketException or ProtocolException or CommandException or OperationCanceledException)
        {
            // As above.
        }
    }

    /// <summary>Tells when the first of a mail's text leaves; its end, on which the server takes it, leaves later.</summary>
    private sealed class FirstBytes(Action leaves) : ITransferProgress
    {
        private bool _left;

        public void Report(long bytesTransferred, long totalSize) => Report(bytesTransferred);

        public void Report(long bytesTransferred)
        {
            if (!_left)
            {
                _left = true;
                leaves();
            }
        }
    }
}
