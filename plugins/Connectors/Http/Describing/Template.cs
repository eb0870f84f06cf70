using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Merit.Connectors.Http.Describing;

/// <summary>Texts with <c>{{names}}</c> to be filled.</summary>
internal static partial class Template
{
    /// <summary>The key of an object in a body that is left out where this fills to nothing.</summary>
    private const string When = "$when";

    /// <summary>Fills a text; an unknown name is the description's mistake.</summary>
    public static string Fill(string text, IReadOnlyDictionary<string, string> values) => Name().Replace(text, match =>
        values.TryGetValue(match.Groups["name"].Value, out var value) ? value : throw Unknown(match.Groups["name"].Value, values));

    /// <summary>What YAML holds, as JSON, its texts filled. A text that is a number or a flag stays one, except as <c>{{name.text}}</c>; <c>{{name.json}}</c> is the JSON it holds.</summary>
    public static JsonNode? Fill(object? yaml, IReadOnlyDictionary<string, string> values) => yaml switch
    {
        null => null,
        IDictionary<object, object> map => new JsonObject(map.Where(e => e.Key is not When && IsWanted(e.Value, values)).Select(e => KeyValuePair.Create($"{e.Key}", Fill(e.Value, values)))),
        IEnumerable<object> list => new JsonArray([.. list.Where(e => IsWanted(e, values)).Select(e => Fill(e, values))]),
        string text => Scalar(text, values),
        _ => JsonValue.Create($"{yaml}"),
    };

    /// <summary>The names a text asks for.</summary>
    public static IEnumerable<string> Names(string text) => Name().Matches(text).Select(m => m.Groups["name"].Value);

    private static bool IsWanted(object? yaml, IReadOnlyDictionary<string, string> values) =>
        yaml is not IDictionary<object, object> map || !map.TryGetValue(When, out var when) || Fill($"{when}", values).Length > 0;

    private static JsonNode? Scalar(string text, IReadOnlyDictionary<string, string> values)
    {
        if (Whole().Match(text) is { Success: true } whole)
        {
            var isText = whole.Groups["kind"].Value is "text";
            var name = isText ? whole.Groups["name"].Value : $"{whole.Groups["name"].Value}.json";
            var value = values.TryGetValue(name, out var known) ? known : throw Unknown(name, values);
            return isText ? JsonValue.Create(value) : JsonNode.Parse(value);
        }

        var filled = Fill(text, values);
        return Number().IsMatch(filled) && long.TryParse(filled, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number)
            : filled is "true" or "false" ? JsonValue.Create(filled is "true")
            : JsonValue.Create(filled);
    }

    private static WrongDescriptionException Unknown(string name, IReadOnlyDictionary<string, string> values) => new(
        name.StartsWith("secrets.", StringComparison.Ordinal) ? "secrets" : name.StartsWith("settings.", StringComparison.Ordinal) ? "settings" : "describe",
        $"Nothing is known of '{name}', which the description asks for.",
        $"There are: {string.Join(", ", values.Keys)}.");

    [GeneratedRegex(@"\{\{\s*(?<name>[a-z0-9_.]+)\s*\}\}", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\{\{\s*(?<name>[a-z0-9_.]+)\.(?<kind>text|json)\s*\}\}$", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Whole();

    [GeneratedRegex("^(0|-?[1-9][0-9]{0,17})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}
