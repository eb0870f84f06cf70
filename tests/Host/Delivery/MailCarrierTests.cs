using System.Diagnostics;
using System.Text;
using AngleSharp.Html.Parser;
using Merit.Diagnostics;
using Merit.Host.Delivery;
using Merit.Host.Delivery.Carriers;
using Merit.Host.Reports;
using Merit.Host.Tests.Schedules;
using Merit.Tests;
using MimeKit;

namespace Merit.Host.Tests.Delivery;

/// <summary>Mail, at servers on this machine.</summary>
public sealed class MailCarrierTests : IDisposable
{
    private const string Markdown = "# Lead generation\n\nGuide · All days\n\n- **Cost**: ¥10,000 · 目标\n\n**By channel**\n\n| Channel | Cost |\n|---|---:|\n| webinar | ¥10,000 |\n| <b>&amp; | ¥5 |\n";

    private static readonly Parcel Parcel = new()
    {
        Key = "monday@2026/lead", Schedule = "monday", Occasion = DateTimeOffset.UnixEpoch, Workspace = "Guide", Subject = "获客报告 · Guide",
        Reports = [new MadeReport("lead-gen", "Lead generation", ["All days"], [], Markdown, [ReportFile.Of("lead-gen.html", "<!DOCTYPE html><title>获客</title>"), ReportFile.Of("lead-gen.md", Markdown)])],
    };

    private readonly TemporaryFolder _folder = new();
    private readonly MailListener _server = new();
    private readonly SetClock _clock = new(DateTimeOffset.UnixEpoch);

    [Fact]
    public async Task A_mail_has_text_readable_html_and_the_pages_attached()
    {
        Assert.Equal(DeliveryState.Delivered, (await Send()).State);

        using var message = Read(Assert.Single(_server.Taken));
        Assert.Equal("获客报告 · Guide", message.Subject);
        Assert.Equal(["lead@example.com", "boss@example.com"], message.To.Mailboxes.Select(m => m.Address));
        Assert.Equal("multipart/alternative", Assert.IsType<Multipart>(message.Body)[0].ContentType.MimeType);
        Assert.Equal(Markdown.ReplaceLineEndings("\n").TrimEnd(), (message.TextBody ?? "").ReplaceLineEndings("\n").TrimEnd());
        var attached = Assert.IsAssignableFrom<MimePart>(Assert.Single(message.Attachments));
        Assert.Equal("lead-gen.html", attached.FileName);
        Assert.Contains("获客", Text(attached), StringComparison.Ordinal);

        var page = await new HtmlParser().ParseDocumentAsync(message.HtmlBody ?? "");
        Assert.Equal(["Channel", "Cost", "webinar", "¥10,000", "<b>&", "¥5"], page.QuerySelectorAll("th, td").Select(c => c.TextContent));
        Assert.Contains("text-align:right", page.QuerySelector("td:nth-child(2)")?.GetAttribute("style"), StringComparison.Ordinal);
        Assert.Empty(page.QuerySelectorAll("script, style, link, img, td b"));
    }

    [Theory]
    [InlineData("MAIL", "451 later", "Delivered", 2, 1)]
    [InlineData("RCPT", "550 nobody here", "Failed", 1, 0)]
    [InlineData("DATA", "", "Delivered", 2, 1)]
    [InlineData(".", "452 full", "Delivered", 2, 1)]
    [InlineData(".", "554 unwanted", "Failed", 1, 0)]
    [InlineData(".", "", "Unknown", 1, 0)]
    [InlineData("taken", "", "Unknown", 1, 1)]
    public async Task What_a_server_says_is_understood(string heard, string answer, string state, int attempts, int taken)
    {
        var once = true;
        _server.Hears = word =>
        {
            var now = once && word == heard;
            once &= !now;
            return now ? answer : null;
        };

        var became = await Send();

        Assert.Equal((state, attempts, taken), ($"{became.State}", became.Attempt, _server.Taken.Count));
        Assert.Equal(became.State, (await Send()).State);
        Assert.Equal(taken, _server.Taken.Count);
    }

    [Fact]
    public async Task A_server_that_does_not_encrypt_gets_nothing()
    {
        var became = await Send(MailEncryption.StartTls);

        Assert.Equal((DeliveryState.Failed, 0), (became.State, _server.Taken.Count));
        Assert.DoesNotContain("verysecret", became.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_server_is_it_is_tried_again()
    {
        var port = _server.Port;
        _server.Dispose();

        var became = await Send(port: port);

        Assert.Equal((DeliveryState.Failed, 5), (became.State, became.Attempt));
    }

    [Fact]
    public async Task A_server_of_others_takes_it()
    {
        Assert.SkipUnless(HasServer(), "Debian's python3-aiosmtpd is not installed.");
        var box = Path.Combine(_folder.Path, "box");
        var port = _server.Port;
        _server.Dispose();
        using var server = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", box]) { RedirectStandardError = true, UseShellExecute = false })
            ?? throw new InvalidOperationException("The server does not start.");
        try
        {
            // As long as it starts up there is no connection, which is tried again.
            var carrier = new MailCarrier(Server(port, MailEncryption.None), Recipient, _clock);
            var dispatch = new Dispatch(new DeliveryJournal(_folder.Path), TimeProvider.System) { Waits = [.. Enumerable.Repeat(TimeSpan.FromMilliseconds(200), 100)] };

            var became = await dispatch.SendAsync(Parcel, "lead", carrier, text => text, CancellationToken.None);

            Assert.Equal(DeliveryState.Delivered, became.State);
            using var message = await MimeMessage.LoadAsync(Assert.Single(Directory.GetFiles(Path.Combine(box, "new"))));
            Assert.Equal("获客报告 · Guide", message.Subject);
            Assert.Contains("¥10,000", message.HtmlBody, StringComparison.Ordinal);
            Assert.Single(message.Attachments);
        }
        finally
        {
            server.Kill();
        }
    }

    public void Dispose()
    {
        _server.Dispose();
        _folder.Dispose();
    }

    private static MailRecipient Recipient => new(["lead@example.com", "The boss <boss@example.com>"]) { Name = "lead", At = new Place("merit.yaml") };

    private static MailServer Server(int port, MailEncryption encryption) =>
        new() { Host = "127.0.0.1", Port = port, Encryption = encryption, From = "Merit <merit@example.com>", Password = "verysecret" };

    private Task<DeliveryEntry> Send(MailEncryption encryption = MailEncryption.None, int? port = null) =>
        new Dispatch(new DeliveryJournal(_folder.Path), _clock).SendAsync(Parcel, "lead", new MailCarrier(Server(port ?? _server.Port, encryption), Recipient, _clock), text => text, CancellationToken.None);

    private static MimeMessage Read(string text) => MimeMessage.Load(new MemoryStream(Encoding.Latin1.GetBytes(text)));

    private static string Text(MimePart part)
    {
        using var stream = new MemoryStream();
        part.Content?.DecodeTo(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static bool HasServer()
    {
        if (!File.Exists("/usr/bin/python3"))
        {
            return false;
        }

        using var asked = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", "import aiosmtpd"]) { RedirectStandardError = true, UseShellExecute = false });
        asked?.WaitForExit();
        return asked?.ExitCode == 0;
    }
}
