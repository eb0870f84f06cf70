using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Merit.Connectors.Http.Describing;

namespace Merit.Connectors.Http.Asking;

/// <summary>What all requests of one account share, whatever streams they ask for: a token, and the pace. Vendors count both for all of them together.</summary>
internal sealed class Account
{
    private static readonly ConcurrentDictionary<string, Account> OfProcess = new(StringComparer.Ordinal);

    private readonly Lock _pace = new();

    private DateTimeOffset _next = DateTimeOffset.MinValue;

    /// <summary>Held while a token is fetched: some vendors refuse two at once.</summary>
    public SemaphoreSlim Signing { get; } = new(1);

    /// <summary>The token there is, or null.</summary>
    public Token? Token { get; set; }

    /// <summary>The account of these settings in this process.</summary>
    public static Account Of(ApiDescription api, string? address, IReadOnlyDictionary<string, string> values) => OfProcess.GetOrAdd(Key(api, address, values), _ => new Account());

    /// <summary>How long a request waits for its turn.</summary>
    public TimeSpan Turn(RateDescription rate, DateTimeOffset now)
    {
        lock (_pace)
        {
            var step = TimeSpan.FromSeconds(rate.Seconds / rate.Requests);
            var turn = _next > now ? _next : now;
            _next = turn + step;
            return turn - now;
        }
    }

    // Of secrets nothing is kept but a hash.
    private static string Key(ApiDescription api, string? address, IReadOnlyDictionary<string, string> values) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', values.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => $"{v.Key}={v.Value}").Prepend($"{address}|{api.Address}|{api.Authentication.TokenAddress}")))));
}

/// <summary>A token with the answer it came in.</summary>
/// <param name="Value">The token.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Fields">What else the answer says, as token.name.</param>
internal sealed record Token(string Value, DateTimeOffset Until, IReadOnlyDictionary<string, string> Fields);
