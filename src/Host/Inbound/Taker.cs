using System.Text;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Inbound;

/// <summary>An endpoint at work.</summary>
/// <param name="Endpoint">The endpoint.</param>
/// <param name="Journal">Where what it takes in is kept.</param>
/// <param name="Pace">How much it takes in.</param>
/// <param name="Root">The address under which others reach it, or null.</param>
internal sealed record Taker(InboundEndpoint Endpoint, EventJournal Journal, Pace Pace, Uri? Root)
{
    private const string Bearer = "Bearer ";

    private const string Basic = "Basic ";

    private const string IdempotencyKey = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Lets a request in; gives what tells it from others. MRT6011 where nobody answers for it.</summary>
    public string Admit(HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var judged = Endpoint.Secret is not null
            ? SenderSignatures.Judge(Endpoint, Root, request, body, now)
            : new Judged(Named(request) is { } named && Signature.IsSame(named, Endpoint.Token ?? "") ? null : "it does not name the endpoint's token", Guid.CreateVersion7(now).ToString("N"));
        if (judged.Fault is { } fault)
        {
            throw new MeritException(InboundRules.NotSigned.Here(fault));
        }

        // A signed request that comes again is the same one; of others only their sender can tell. A key that no signature covers tells nothing of a request that is good for days.
        return Endpoint.Signer is Signer.Merit && request.Headers[IdempotencyKey].ToString() is { Length: > 0 and <= LongestKey } key ? key : judged.Request;
    }

    // In the address for those who can send nothing else; it then stands in the logs of whatever is in between.
    private static string? Named(HttpRequest request) => request.Headers.Authorization.ToString() switch
    {
        var header when header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => header[Bearer.Length..].Trim(),
        var header when header.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) => Password(header[Basic.Length..].Trim()),
        _ => request.Query["token"].ToString() is { Length: > 0 } token ? token : null,
    };

    // Of a name and a password, which some write into the address before the host.
    private static string? Password(string given)
    {
        var bytes = new byte[given.Length];
        return Convert.TryFromBase64String(given, bytes, out var count) && Encoding.UTF8.GetString(bytes, 0, count).Split(':', 2) is [_, var password] ? password : null;
    }
}
