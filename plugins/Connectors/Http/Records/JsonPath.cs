using System.Globalization;
using System.Text.Json;

namespace Merit.Connectors.Http.Records;

/// <summary>A place in a JSON answer: names and numbers of places in lists, joined by points.</summary>
internal static class JsonPath
{
    /// <summary>What stands there; null where nothing does.</summary>
    public static JsonElement? Find(JsonElement element, string path)
    {
        foreach (var step in path.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            if (element.ValueKind == JsonValueKind.Object && element.TryGetProperty(step, out var next))
            {
                element = next;
            }
            else if (element.ValueKind == JsonValueKind.Array && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength())
            {
                element = element[index];
            }
            else
            {
                return null;
            }
        }

        return element.ValueKind is JsonValueKind.Null or JsonValueKind.Undefined ? null : element;
    }

    /// <summary>The text of what stands there, as it is written; null where nothing does.</summary>
    public static string? Text(JsonElement element, string path) => Find(element, path) is { } found ? Text(found) : null;

    public static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };
}
