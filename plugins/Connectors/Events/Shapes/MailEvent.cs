using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Merit.Connectors.Events.Shapes;

/// <summary>What happened to one mail to one recipient, whoever told it.</summary>
internal sealed record MailEvent
{
    private const int PrintLength = 32;

    /// <summary>sent, delivered, deferred, bounced, opened, clicked, unsubscribed, complained, or the sender's own word.</summary>
    public required string Kind { get; init; }

    public string? Email { get; init; }

    public DateTime? OccurredAt { get; init; }

    /// <summary>The sender's own id of the event, where it has one.</summary>
    public string? Id { get; init; }

    public string? Campaign { get; init; }

    public string? MessageId { get; init; }

    public string? Url { get; init; }

    public string? Reason { get; init; }

    /// <summary>Whether a machine did it: a mail program that fetches pictures by itself, a scanner that follows links.</summary>
    public bool ByMachine { get; init; }

    /// <summary>What tells it from others: a sender that tells it twice tells it alike.</summary>
    public string Key => Id ?? Print(string.Join('|', Kind, Email, OccurredAt?.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture), MessageId ?? Campaign, Url));

    /// <summary>What tells the mail from others, of which one may have gone to many.</summary>
    public string MailId => Print($"{Email?.Trim().ToLowerInvariant()}/{MessageId ?? Campaign}");

    /// <summary>A UTM value of the address that was clicked.</summary>
    public string? Utm(string name)
    {
        var query = Url?.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? Url[(at + 1)..].Split('#')[0] : "";
        return query.Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2 && p[0] == name).Select(p => Uri.UnescapeDataString(p[1].Replace('+', ' '))).FirstOrDefault(v => v.Length > 0);
    }

    // An id stays in rows when the one it speaks of is forgotten: it must not hold an address.
    private static string Print(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..PrintLength];

    /// <summary>A field as text; of a list, its first value.</summary>
    public static string? Text(JsonElement from, params string[] path)
    {
        var at = from;
        foreach (var name in path)
        {
            if (at.ValueKind is JsonValueKind.Array && at.GetArrayLength() > 0)
            {
                at = at[0];
            }

            if (at.ValueKind is not JsonValueKind.Object || !at.TryGetProperty(name, out at))
            {
                return null;
            }
        }

        at = at.ValueKind is JsonValueKind.Array && at.GetArrayLength() > 0 ? at[0] : at;
        return at.ValueKind switch
        {
            JsonValueKind.String => at.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => at.GetRawText(),
            _ => null,
        };
    }

    /// <summary>A time in seconds since 1970, which may have a fraction.</summary>
    public static DateTime? Seconds(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < 100_000_000_000
            ? DateTime.UnixEpoch.AddMilliseconds((double)Math.Round(seconds * 1000)) : null;

    /// <summary>A time as text, in UTC where it says no zone.</summary>
    public static DateTime? Utc(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time) ? time : null;
}
