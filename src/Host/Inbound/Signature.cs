using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Merit.Host.Inbound;

/// <summary>
/// Tells a signed request from others: <c>X-Merit-Timestamp</c> is the time in seconds since 1970, <c>X-Merit-Signature</c> is <c>sha256=</c> and the HMAC-SHA256, in hexadecimal, of
/// that time, a full stop and the body, under the endpoint's secret.
/// </summary>
internal static class Signature
{
    public const string TimeHeader = "X-Merit-Timestamp";

    public const string Header = "X-Merit-Signature";

    private const string Kind = "sha256=";

    /// <summary>How far a request's time may lie from now: what was overheard is worth nothing afterwards.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    /// <summary>The signature of a body.</summary>
    public static string Of(string secret, string timestamp, ReadOnlySpan<byte> body) => Kind + Convert.ToHexStringLower(Hash(secret, timestamp, body));

    /// <summary>What is wrong with a signature, or null.</summary>
    public static string? Fault(string secret, string? timestamp, string? signature, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature))
        {
            return $"it lacks {(string.IsNullOrEmpty(timestamp) ? TimeHeader : Header)}";
        }

        if (!long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) || seconds > int.MaxValue * 100L)
        {
            return $"{TimeHeader} is no number of seconds since 1970";
        }

        // The signature first: only who knows the secret learns how the clocks differ.
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        var isOne = signature.StartsWith(Kind, StringComparison.Ordinal) && signature.Length == Kind.Length + (2 * given.Length)
            && Convert.FromHexString(signature.AsSpan(Kind.Length), given, out _, out _) == System.Buffers.OperationStatus.Done;
        if (!isOne || !CryptographicOperations.FixedTimeEquals(given, Hash(secret, timestamp, body)))
        {
            return "the signature is not that of the body under the endpoint's secret";
        }

        return (now - DateTimeOffset.FromUnixTimeSeconds(seconds)).Duration() > Window ? $"its time lies more than {(int)Window.TotalMinutes} minutes from now" : null;
    }

    /// <summary>Whether two texts are the same, in a time that does not depend on where they differ.</summary>
    public static bool IsSame(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(one)), SHA256.HashData(Encoding.UTF8.GetBytes(other)));

    private static byte[] Hash(string secret, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, Encoding.UTF8.GetBytes(secret));
        hash.AppendData(Encoding.UTF8.GetBytes(timestamp));
        hash.AppendData("."u8);
        hash.AppendData(body);
        return hash.GetHashAndReset();
    }
}
