using System.Security.Cryptography;
using System.Text;
using Merit.Diagnostics;
using Merit.Host.Inbound;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Tests.Inbound;

/// <summary>Requests signed as those who send them document it; whatever is changed on the way is refused.</summary>
public sealed class SenderSignaturesTests
{
    private const string Secret = "0123456789abcdef0123456789abcdef";

    // What SendGrid's own libraries are tested with.
    private const string SendgridKey = "MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEDr2LjtURuePQzplybdC+u4CwrqDqBaWjcMMsTbhdbcwHBcepxo7yAQGhHPTnlvFYPAZFceEu/1FwCM/QmGUhA==";
    private const string SendgridSignature = "MEUCIQCtIHJeH93Y+qpYeWrySphQgpNGNr/U+UyUlBkU6n7RAwIgJTz2C+8a8xonZGi6BpSzoQsbVRamr2nlxFDWYNH2j/0=";
    private const string SendgridBody = """{"category":"example_payload","event":"test_event","message_id":"message_id"}""";
    private const long SendgridTime = 1588788367;

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1770920800);

    [Fact]
    public void SendGrids_own_example_is_theirs_and_nothing_else_is()
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(SendgridTime + 60);
        Assert.Null(Sendgrid(at));
        Assert.Null(Sendgrid(at.AddDays(2)));
        Assert.Contains("more than 3 days", Sendgrid(at.AddDays(4)), StringComparison.Ordinal);
        Assert.Contains("later than now", Sendgrid(at.AddHours(-1)), StringComparison.Ordinal);
        Assert.NotNull(Sendgrid(at, body: SendgridBody + "\r\n"));
        Assert.NotNull(Sendgrid(at, time: $"{SendgridTime + 1}"));
        Assert.NotNull(Sendgrid(at, signature: SendgridSignature[..^4]));
        Assert.NotNull(Sendgrid(at, signature: "no base64"));
        Assert.Contains("it lacks X-Twilio-Email-Event-Webhook-Signature", Sendgrid(at, signature: ""), StringComparison.Ordinal);
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        Assert.NotNull(Sendgrid(at, key: Convert.ToBase64String(other.ExportSubjectPublicKeyInfo())));
        Assert.NotNull(Sendgrid(at, key: "SG.no-key"));
    }

    [Fact]
    public void Mailguns_token_and_time_are_signed_in_the_body()
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "1770920772e0b5477167"u8));
        Assert.Equal(new Judged(null, "e0b5477167"), Mailgun($$$"""{"signature":{"token":"e0b5477167","timestamp":"1770920772","signature":"{{{signature}}}"},"event-data":{"event":"opened"}}"""));
        Assert.Null(Mailgun($$$"""{"signature":{"token":"e0b5477167","timestamp":1770920772,"signature":"00","parent-signature":"{{{signature}}}"}}""").Fault);
        string[] wrong =
        [
            $$$"""{"signature":{"token":"e0b5477168","timestamp":"1770920772","signature":"{{{signature}}}"}}""", $$$"""{"signature":{"token":"e0b5477167","timestamp":"1770920773","signature":"{{{signature}}}"}}""",
            $$$"""{"signature":{"timestamp":"1770920772","signature":"{{{signature}}}"}}""", """{"signature":{"token":"e0b5477167","timestamp":"1770920772"}}""", """{"signature":"x"}""", "[]", "{", "",
        ];
        Assert.All(wrong, body => Assert.NotNull(Mailgun(body).Fault));
        var old = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "1770000000t"u8));
        Assert.Contains("more than 3 days", Mailgun($$$"""{"signature":{"token":"t","timestamp":"1770000000","signature":"{{{old}}}"}}""").Fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Mandrill_signs_the_address_and_the_fields_in_order()
    {
        const string Body = "mandrill_events=%5B%7B%22event%22%3A%22send%22%7D%5D&another=a+b";
        var signed = """https://go.example.com/in/mail?shop=1anothera bmandrill_events[{"event":"send"}]""";
        var signature = Convert.ToBase64String(HMACSHA1.HashData(Encoding.UTF8.GetBytes(Secret), Encoding.UTF8.GetBytes(signed)));
        Assert.Equal(new Judged(null, signature), Mandrill(Body, signature, "https://go.example.com"));
        Assert.NotNull(Mandrill(Body, signature, "https://other.example.com").Fault);
        Assert.NotNull(Mandrill(Body, signature, null).Fault);
        Assert.NotNull(Mandrill(Body + "x", signature, "https://go.example.com").Fault);
        Assert.NotNull(Mandrill(Body, "", "https://go.example.com").Fault);

        static Judged Mandrill(string body, string signature, string? root) => SenderSignatures.Judge(
            Endpoint(Signer.Mandrill, Secret), root is null ? null : new Uri(root), Request("/in/mail", "?shop=1", ("X-Mandrill-Signature", signature)), Encoding.UTF8.GetBytes(body), Now);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("sha256=", true)]
    [InlineData("v1=", false)]
    public void Any_other_signs_the_body_in_a_header_of_its_own(string word, bool hexadecimal)
    {
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(Secret), "{\"a\":1}"u8);
        var signature = word + (hexadecimal ? Convert.ToHexStringLower(hash) : Convert.ToBase64String(hash));
        Assert.Equal(new Judged(null, signature), Hmac("{\"a\":1}", signature));
        Assert.NotNull(Hmac("{\"a\":2}", signature).Fault);
        Assert.NotNull(Hmac("{\"a\":1}", signature[..^2]).Fault);
        Assert.NotNull(Hmac("{\"a\":1}", word).Fault);
        Assert.Contains("it lacks X-Signature", Hmac("{\"a\":1}", "").Fault, StringComparison.Ordinal);

        static Judged Hmac(string body, string signature) =>
            SenderSignatures.Judge(Endpoint(Signer.Hmac, Secret) with { Header = "X-Signature" }, null, Request("/in/mail", "", ("X-Signature", signature)), Encoding.UTF8.GetBytes(body), Now);
    }

    private static string? Sendgrid(DateTimeOffset at, string key = SendgridKey, string? time = null, string signature = SendgridSignature, string body = SendgridBody) => SenderSignatures.Judge(
        Endpoint(Signer.Sendgrid, key), null, Request("/in/mail", "", ("X-Twilio-Email-Event-Webhook-Timestamp", time ?? $"{SendgridTime}"), ("X-Twilio-Email-Event-Webhook-Signature", signature)), Encoding.UTF8.GetBytes(body), at).Fault;

    private static Judged Mailgun(string body) => SenderSignatures.Judge(Endpoint(Signer.Mailgun, Secret), null, Request("/in/mail", ""), Encoding.UTF8.GetBytes(body), Now);

    private static InboundEndpoint Endpoint(Signer signer, string secret) => new() { Name = "mail", Secret = secret, Signer = signer, At = new Place("merit.yaml") };

    private static HttpRequest Request(string path, string query, params (string Name, string Value)[] headers)
    {
        var request = new DefaultHttpContext().Request;
        (request.Path, request.QueryString) = (path, new QueryString(query));
        foreach (var (name, value) in headers)
        {
            request.Headers[name] = value;
        }

        return request;
    }
}
