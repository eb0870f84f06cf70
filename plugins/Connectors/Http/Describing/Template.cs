using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Merit.Connectors.Http.Describing;

/// <summary>Texts with <c>{{names}}</c> to be filled.</summary>
internal static partial class Template
{
    /// <summary>Fills a text; an unknown name is the description's mistake.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Name().Replace(text, match =>
        values.TryGetValue(match.Groups["name"].Value, out var value) ? value : throw new WrongDescriptionException(
            match.Groups["name"].Value.StartsWith("secrets.", StringComparison.Ordinal) ? "secrets" : match.Groups["name"].Value.StartsWith("settings.", StringComparison.Ordinal) ? "settings" : "describe",
            $"Nothing is known of '{match.Groups["name"].Value}', which the description asks for.",
            $"There are: {string.Join(", ", values.Keys)}."));

    /// <summary>What YAML holds, as JSON, its texts filled. A text that is a number or a flag in YAML stays one.</summary>
    public static JsonNode? Fill(object? yaml, IReadOnlyDictionary<string, string> values) => yaml switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Select(e => KeyValuePair.Create($"{e.Key}", Fill(e.Value, values)))),
        IEnumerable<object> list => new JsonArray([.. list.Select(e => Fill(e, values))]),
        string text => Scalar(text, values),
        _ => JsonValue.Create($"{yaml}"),
    };

    private static JsonValue Scalar(string text, IReadOnlyDictionary<string, string> values)
    {
        var filled = Fill(text, values);
        return Number().IsMatch(filled) && long.TryParse(filled, System.Globalization.CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : filled is "true" or "false" ? JsonValue.Create(filled is "true")
            : JsonValue.Create(filled);
    }

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z0-9_.]+)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^(0|-?[1-9][0-9]{0,17})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
