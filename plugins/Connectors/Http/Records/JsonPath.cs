using System.Globalization;
using System.Text.Json;

namespace Merit.Connectors.Http.Records;

/// <summary>A place in a JSON answer: names and numbers of places in lists, joined by points; <c>*</c> for every item of a list, <c>list[name=value]</c> for those that say so.
/// Several paths, divided by <c>|</c>: the first that leads somewhere.</summary>
internal static class JsonPath
{
    /// <summary>What stands there; null where nothing does.</summary>
    public static JsonElement? Find(JsonElement element, string path)
    {
        foreach (var one in path.Split('|', StringSplitOptions.TrimEntries))
        {
            foreach (var found in All(element, one))
            {
                if (found.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                {
                    return found;
                }
            }
        }

        return null;
    }

    /// <summary>Everything that stands there.</summary>
    public static IEnumerable<JsonElement> All(JsonElement element, string path) =>
        Steps(path).Aggregate<string, IEnumerable<JsonElement>>([element], (found, step) => found.SelectMany(e => Step(e, step)));

    /// <summary>The text of what stands there, as it is written; null where nothing does.</summary>
    public static string? Text(JsonElement element, string path) => Find(element, path) is { } found ? Text(found) : null;

    public static string? Text(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => null,
        JsonValueKind.String => element.GetString(),
        _ => element.GetRawText(),
    };

    /// <summary>Whether its brackets match.</summary>
    public static bool IsSound(string path) => path.Count(c => c == '[') == path.Count(c => c == ']') && Steps(path).All(s => !s.StartsWith('[') || (s.EndsWith(']') && s.Contains('=', StringComparison.Ordinal)));

    // Points inside brackets belong to what is looked for.
    private static List<string> Steps(string path)
    {
        List<string> steps = [];
        var at = 0;
        while (at < path.Length)
        {
            if (path[at] == '.')
            {
                at++;
                continue;
            }

            var end = path[at] == '[' ? path.IndexOf(']', at) + 1 : path.AsSpan(at).IndexOfAny('.', '[') is >= 0 and var next ? at + next : path.Length;
            end = end <= at ? path.Length : end;
            steps.Add(path[at..end]);
            at = end;
        }

        return steps;
    }

    private static IEnumerable<JsonElement> Step(JsonElement element, string step)
    {
        if (element.ValueKind == JsonValueKind.Object)
        {
            return element.TryGetProperty(step, out var next) ? [next] : [];
        }

        if (element.ValueKind != JsonValueKind.Array)
        {
            return [];
        }

        if (step is "*")
        {
            return element.EnumerateArray();
        }

        if (step.StartsWith('[') && step.IndexOf('=', StringComparison.Ordinal) is > 0 and var equals)
        {
            return element.EnumerateArray().Where(e => string.Equals(Text(e, step[1..equals]), step[(equals + 1)..^1], StringComparison.Ordinal));
        }

        return int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < element.GetArrayLength() ? [element[index]] : [];
    }
}
