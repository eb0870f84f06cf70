using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Merit.Host.Workspaces.Keys;

/// <summary>The kinds of single values in merit.yaml.</summary>
internal static partial class Values
{
    /// <summary>Text, as it is.</summary>
    public static ScalarShape<string> Text { get; } = new("text", "text", text => text, () => new JsonObject { ["type"] = "string" });

    /// <summary>Text or a number, kept as it is written.</summary>
    public static ScalarShape<string> Literal { get; } = new(
        "a value", "a value", text => text, () => new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") });

    public static ScalarShape<bool> Flag { get; } = new(
        "true or false", "true or false",
        text => text switch { "true" or "True" or "TRUE" => true, "false" or "False" or "FALSE" => false, _ => null },
        () => OrVariable(new JsonObject { ["type"] = "boolean" }));

    public static ScalarShape<int> Integer { get; } = Whole<int>(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : null);

    public static ScalarShape<long> Long { get; } = Whole<long>(text => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : null);

    public static ScalarShape<double> Number { get; } = Fraction<double>(
        text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) && double.IsFinite(v) ? v : null);

    public static ScalarShape<decimal> Decimal { get; } = Fraction<decimal>(
        text => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : null);

    public static ScalarShape<TimeSpan> Duration { get; } = new(
        "a length of time", "a number and a unit, such as 90d, 12h, 30min, 45s or 2w", text => ParseDuration(text),
        () => new JsonObject { ["type"] = "string", ["pattern"] = $@"^\d+(\.\d+)?\s*(w|d|h|min|s)$|{Variable}" });

    public static ScalarShape<DateOnly> Date { get; } = new(
        "a date", "a date such as 2025-03-31",
        text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var v) ? v : null,
        () => new JsonObject { ["type"] = "string", ["pattern"] = $@"^\d{{4}}-\d\d-\d\d$|{Variable}" });

    public static ScalarShape<string> Currency { get; } = new(
        "an ISO 4217 currency code", "a code such as CNY, EUR or USD",
        text => Currencies.All.Contains(text, StringComparer.Ordinal) ? text : null,
        () => new JsonObject { ["type"] = "string", ["pattern"] = $"^[A-Z]{{3}}$|{Variable}" }, () => Currencies.All);

    public static ScalarShape<TimeZoneInfo> Zone { get; } = new(
        "an IANA time zone", "a name such as Asia/Shanghai or Europe/Berlin",
        text => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone) && zone.HasIanaId && !text.Contains(' ', StringComparison.Ordinal) ? zone : null,
        () => new JsonObject { ["type"] = "string" }, ZoneNames);

    /// <summary>One of a few words.</summary>
    public static ScalarShape<T> OneOf<T>(IReadOnlyDictionary<string, T> words)
        where T : notnull
    {
        var names = words.Keys.ToList();
        var list = string.Join(", ", names);
        return new ScalarShape<T>($"one of {list}", $"one of {list}", text => words.TryGetValue(text, out var value) ? value : null, () => OrVariable(Enumeration(names)), () => names);
    }

    /// <summary>One of a few words.</summary>
    public static ScalarShape<string> OneOf(params string[] words) => OneOf(words.ToDictionary(w => w, w => w, StringComparer.Ordinal));

    /// <summary>Text of a certain form.</summary>
    public static ScalarShape<string> Matching(Regex pattern, string what, string example) => new(
        what, example, text => pattern.IsMatch(text) ? text : null,
        () => new JsonObject { ["type"] = "string", ["pattern"] = $"{pattern}|{Variable}" });

    public static JsonObject Enumeration(IEnumerable<string> names) => new() { ["enum"] = new JsonArray([.. names.Select(n => JsonValue.Create(n))]) };

    // Wherever a value is checked, a variable may stand for it.
    private const string Variable = @"\$\{";

    private static JsonObject OrVariable(JsonObject schema) =>
        new() { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "string", ["pattern"] = Variable }) };

    private static ScalarShape<T> Whole<T>(Func<string, object?> parse)
        where T : notnull => new("a whole number", "a whole number", parse, () => OrVariable(new JsonObject { ["type"] = "integer" }));

    private static ScalarShape<T> Fraction<T>(Func<string, object?> parse)
        where T : notnull => new("a number", "a number", parse, () => OrVariable(new JsonObject { ["type"] = "number" }));

    // Asked only after a slip: reading all zones takes a good part of a second.
    private static IReadOnlyList<string> ZoneNames() => [.. TimeZoneInfo.GetSystemTimeZones().Where(z => z.HasIanaId).Select(z => z.Id)];

    /// <summary>A length of time as it is written in merit.yaml, or null.</summary>
    public static TimeSpan? Length(string text) => ParseDuration(text) as TimeSpan?;

    private static object? ParseDuration(string text)
    {
        var match = DurationForm().Match(text);
        if (!match.Success || !double.TryParse(match.Groups["n"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
        {
            return null;
        }

        var days = match.Groups["unit"].Value switch { "w" => amount * 7, "d" => amount, "h" => amount / 24, "min" => amount / 1440, _ => amount / 86400 };
        return days <= TimeSpan.MaxValue.TotalDays / 2 ? TimeSpan.FromSeconds(Math.Round(days * 86400, 3)) : null;
    }

    [GeneratedRegex(@"^(?<n>\d+(\.\d+)?)\s*(?<unit>w|d|h|min|s)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex DurationForm();
}
