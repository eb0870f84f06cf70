using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Microsoft.AspNetCore.Http;

namespace Merit.Host.Inbound;

/// <summary>An endpoint at work.</summary>
internal sealed record Taker(InboundEndpoint Endpoint, EventJournal Journal, Pace Pace)
{
    private const string Bearer = "Bearer ";

    private const string IdempotencyKey = "Idempotency-Key";

    private const int LongestKey = 200;

    /// <summary>Lets a request in; gives what tells it from others. MRT6011 where nobody answers for it.</summary>
    public string Admit(HttpRequest request, byte[] body, DateTimeOffset now)
    {
        var signature = request.Headers[Signature.Header].ToString();
        var fault = Endpoint.Secret is { } secret
            ? Signature.Fault(secret, request.Headers[Signature.TimeHeader], signature, body, now)
            : Named(request) is { } named && Signature.IsSame(named, Endpoint.Token ?? "") ? null : "it does not name the endpoint's token";
        if (fault is not null)
        {
            throw new MeritException(InboundRules.NotSigned.Here(fault));
        }

        // A signed request that comes again is the same one; of others only their sender can tell.
        return request.Headers[IdempotencyKey].ToString() is { Length: > 0 and <= LongestKey } key ? key
            : Endpoint.Secret is not null ? $"{request.Headers[Signature.TimeHeader]}/{signature}"
            : Guid.CreateVersion7(now).ToString("N");
    }

    // In the address for those who can send nothing else; it then stands in the logs of whatever is in between.
    private static string? Named(HttpRequest request) =>
        request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim()
        : request.Query["token"].ToString() is { Length: > 0 } token ? token : null;
}
