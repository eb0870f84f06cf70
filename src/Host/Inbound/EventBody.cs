using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.WebUtilities;

namespace Merit.Host.Inbound;

/// <summary>Reads what was sent: a JSON object, a list of them, lines of them, or a form's fields.</summary>
internal static class EventBody
{
    // What tells events of one kind apart, in the words of those who send them.
    private static readonly string[] Ids = ["event_id", "sg_event_id"];

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <summary>The events, or null where it is nothing of the kind.</summary>
    /// <param name="body">The bytes.</param>
    /// <param name="contentType">What the request says it is.</param>
    /// <param name="request">What tells the request from others; an event without an id of its own is told apart by this and its place.</param>
    public static IReadOnlyList<InboundEvent>? Read(byte[] body, string? contentType, string request)
    {
        try
        {
            var kind = (contentType ?? "").Split(';')[0].Trim().ToLowerInvariant();
            var text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(body);
            IReadOnlyList<JsonObject?>? found = kind switch
            {
                "application/json" or "text/json" or "text/plain" or "" => Json(text),
                "application/x-ndjson" or "application/jsonl" => [.. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l, null, Strict) as JsonObject)],
                "application/x-www-form-urlencoded" => [Form(text)],
                _ => null,
            };
            return found is null || found.Any(f => f is null)
                ? null
                : [.. found.OfType<JsonObject>().Select((f, i) => new InboundEvent(Id(f) ?? (found.Count == 1 ? request : $"{request}#{i}"), f))];
        }
        catch (Exception unreadable) when (unreadable is JsonException or DecoderFallbackException or InvalidDataException or ArgumentException)
        {
            return null;
        }
    }

    private static IReadOnlyList<JsonObject?>? Json(string text) => JsonNode.Parse(text, null, Strict) switch
    {
        JsonObject one => [one],
        JsonArray several => [.. several.Select(n => n as JsonObject)],
        _ => null,
    };

    private static JsonObject Form(string text)
    {
        var form = new JsonObject();
        foreach (var (name, values) in QueryHelpers.ParseQuery(text))
        {
            form[name] = values.Count == 1 ? values[0] : new JsonArray([.. values.Select(v => (JsonNode?)v)]);
        }

        return form;
    }

    private static string? Id(JsonObject body) =>
        Ids.Select(i => body[i] is JsonValue value ? value.ToString() : null).FirstOrDefault(v => v is { Length: > 0 and <= 200 });
}
