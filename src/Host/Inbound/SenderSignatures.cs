using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Merit.Host.Inbound;

/// <summary>Who signs the requests to an endpoint, each in a way of its own.</summary>
internal enum Signer
{
    /// <summary>As docs/inbound.md asks programs to.</summary>
    Merit,
    Sendgrid,
    Mailgun,
    Mandrill,

    /// <summary>HMAC-SHA-256 of the body in a header that the endpoint names.</summary>
    Hmac,
}

/// <summary>What became of a look at a signature.</summary>
/// <param name="Fault">What is wrong with it, or null.</param>
/// <param name="Request">What tells the request from others: the same one sent again has the same.</param>
internal readonly record struct Judged(string? Fault, string Request);

/// <summary>The signatures of those who send events of their own, each as its documentation has it.</summary>
internal static class SenderSignatures
{
    private const string SendgridTime = "X-Twilio-Email-Event-Webhook-Timestamp";
    private const string SendgridHeader = "X-Twilio-Email-Event-Webhook-Signature";
    private const string MandrillHeader = "X-Mandrill-Signature";
    private const string Wrong = "the signature is not that of the request under the endpoint's secret";

    // They try again for a day or so, with the signature of the first time; what is kept already is not kept again.
    private static readonly TimeSpan Window = TimeSpan.FromDays(3);

    /// <summary>Looks at a request.</summary>
    /// <param name="endpoint">The endpoint it is for.</param>
    /// <param name="root">The address under which others reach Merit, or null.</param>
    /// <param name="request">The request.</param>
    /// <param name="body">Its body.</param>
    /// <param name="now">The time.</param>
    public static Judged Judge(InboundEndpoint endpoint, Uri? root, HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var secret = endpoint.Secret ?? "";
        return endpoint.Signer switch
        {
            Signer.Sendgrid => Sendgrid(secret, request, body, now),
            Signer.Mailgun => Mailgun(secret, body, now),
            Signer.Mandrill => Mandrill(secret, root, request, body),
            Signer.Hmac => Hmac(secret, request.Headers[endpoint.Header ?? ""].ToString(), endpoint.Header ?? "", body),
            _ => Own(secret, request, body, now),
        };
    }

    /// <summary>SendGrid's key, or null where a text is none.</summary>
    public static ECDsa? VerificationKey(string text)
    {
        var key = ECDsa.Create();
        try
        {
            key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            return key;
        }
        catch (Exception none) when (none is FormatException or CryptographicException)
        {
            key.Dispose();
            return null;
        }
    }

    private static Judged Own(string secret, HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var (time, signature) = (request.Headers[Signature.TimeHeader].ToString(), request.Headers[Signature.Header].ToString());
        return new Judged(Signature.Fault(secret, time, signature, body, now), $"{time}/{signature}");
    }

    // twilio.com/docs/sendgrid/for-developers/tracking-events/getting-started-event-webhook-security-features: ECDSA over the time and the body as they came.
    private static Judged Sendgrid(string secret, HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var (time, signature) = (request.Headers[SendgridTime].ToString(), request.Headers[SendgridHeader].ToString());
        if (time.Length == 0 || signature.Length == 0)
        {
            return new Judged($"it lacks {(time.Length == 0 ? SendgridTime : SendgridHeader)}", "");
        }

        using var key = VerificationKey(secret);
        var isTheirs = key is not null && Base64(signature) is { } given && IsSignedBy(key, [.. Encoding.UTF8.GetBytes(time), .. body], given);
        return new Judged(isTheirs ? Late(time, now) : Wrong, $"{time}/{signature}");
    }

    private static bool IsSignedBy(ECDsa key, byte[] data, byte[] signature)
    {
        try
        {
            return key.VerifyData(data, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    // documentation.mailgun.com/docs/mailgun/user-manual/webhooks/securing-webhooks: the signature stands in the body, of a time and a token that is never used twice.
    private static Judged Mailgun(string secret, byte[] body, DateTimeOffset now)
    {
        if (Signed(body) is not { } signed || Text(signed, "timestamp") is not { Length: > 0 } time || Text(signed, "token") is not { Length: > 0 } token)
        {
            return new Judged("its body lacks signature.timestamp or signature.token", "");
        }

        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(time + token));
        string[] names = ["signature", "parent-signature"];
        return new Judged(names.Any(n => Text(signed, n) is { } given && Is(hash, given)) ? Late(time, now) : Wrong, token);
    }

    private static JsonElement? Signed(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind is JsonValueKind.Object && document.RootElement.TryGetProperty("signature", out var signed) && signed.ValueKind is JsonValueKind.Object ? signed.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.ValueKind is JsonValueKind.String ? value.GetString() : value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null : null;

    // mailchimp.com/developer/transactional/guides/track-respond-activity-webhooks: HMAC-SHA-1 of the address as it was entered there, then names and values of the form in order of name.
    private static Judged Mandrill(string secret, Uri? root, HttpRequest request, byte[] body)
    {
        var signature = request.Headers[MandrillHeader].ToString();
        if (signature.Length == 0)
        {
            return new Judged($"it lacks {MandrillHeader}", "");
        }

        var fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body)).OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => f.Value.Select(v => f.Key + v));
        var signed = $"{root?.AbsoluteUri.TrimEnd('/')}{request.Path.ToUriComponent()}{request.QueryString.ToUriComponent()}{string.Concat(fields)}";
        return new Judged(Is(Sha1(secret, signed), signature) ? null : Wrong, signature);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "It is the sender's choice, and a keyed hash.")]
    private static byte[] Sha1(string secret, string text) => HMACSHA1.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(text));

    private static Judged Hmac(string secret, string signature, string header, byte[] body) => signature.Length == 0
        ? new Judged($"it lacks {header}", "")
        : new Judged(Is(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body), signature) ? null : Wrong, signature);

    // In hexadecimal or base64, after a word such as sha256= or without.
    private static bool Is(byte[] hash, string given)
    {
        var text = given.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && at < given.TrimEnd('=').Length ? given[(at + 1)..] : given;
        return CryptographicOperations.FixedTimeEquals(hash, (text.Length == 2 * hash.Length ? Hex(text) : Base64(text)) ?? []);
    }

    private static byte[]? Hex(string text)
    {
        var bytes = new byte[text.Length / 2];
        return Convert.FromHexString(text, bytes, out _, out _) == System.Buffers.OperationStatus.Done ? bytes : null;
    }

    private static byte[]? Base64(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var count) ? bytes[..count] : null;
    }

    private static string? Late(string time, DateTimeOffset now)
    {
        if (!long.TryParse(time, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > int.MaxValue * 100L)
        {
            return "its time is no number of seconds since 1970";
        }

        var age = now - DateTimeOffset.FromUnixTimeSeconds(seconds);
        return age > Window ? $"it was signed more than {Window.Days} days ago" : age < -Signature.Window ? "it was signed later than now" : null;
    }
}
