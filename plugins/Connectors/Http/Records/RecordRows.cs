using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Records;

/// <summary>Records of an answer as rows of the description's columns. A value that is not of its column's type is a fault of its row.</summary>
internal static class RecordRows
{
    // What stands in the answer beside the records.
    private const string OfAnswer = "^.";

    public static Rows Of(string place, StreamDescription stream, Page page, IReadOnlyDictionary<string, string> values, long first) => new(
        place, [.. stream.Fields.Select(f => Column(f.Key, f.Value, [.. page.Records.Select(r => Text(f.Key, f.Value, r, page.Answer, values))]))], [.. Enumerable.Range(0, page.Records.Count).Select(i => first + i)]);

    /// <summary>A key's column of values that do not stand in records.</summary>
    public static IEnumerable<Column> Keys(string name, FieldDescription field, IReadOnlyList<string?> values) => [Column(name, field, [.. values.Where(v => v is not null)])];

    /// <summary>The text of a field in a record.</summary>
    public static string? Text(string name, FieldDescription field, JsonElement record, JsonElement answer, IReadOnlyDictionary<string, string> values)
    {
        if (field.Value is { } value)
        {
            return Template.Fill(value, values);
        }

        var path = field.Path.Length == 0 ? name : field.Path;
        var text = path.StartsWith(OfAnswer, StringComparison.Ordinal) ? JsonPath.Text(answer, path[OfAnswer.Length..]) : JsonPath.Text(record, path);
        return text is not null && field.Match is { } pattern
            ? Regex.Match(text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)) is { Success: true } match ? match.Groups[1].Value : null
            : text;
    }

    /// <summary>The time a text tells; null where it tells none.</summary>
    public static DateTime? Time(string text, string? format) => format switch
    {
        "epoch_s" or "epoch_ms" => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && Math.Abs(count) < (format is "epoch_s" ? 200_000_000_000 : 200_000_000_000_000)
            ? DateTime.UnixEpoch.AddMilliseconds(format is "epoch_s" ? count * 1000.0 : count) : null,
        "parts" => Parts(text),
        _ => (format is null ? DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var time) : DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out time))
            ? time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time
            : null,
    };

    private static Column Column(string name, FieldDescription field, IReadOnlyList<string?> texts) => field.Type switch
    {
        ValueKind.Integer => Typed<long>(texts, Whole, v => new IntegerColumn(name, v)),
        ValueKind.Number => Typed<double>(texts, t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : null, v => new NumberColumn(name, v)),
        ValueKind.Decimal => Typed<decimal>(texts, t => decimal.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v / field.Divide : null, v => new DecimalColumn(name, v)),
        ValueKind.Boolean => Typed<bool>(texts, Flag, v => new BooleanColumn(name, v)),
        ValueKind.Date => Typed<DateOnly>(texts, t => Time(t, field.Format) is { } v ? DateOnly.FromDateTime(v) : null, v => new DateColumn(name, v)),
        ValueKind.Timestamp => Typed<DateTime>(texts, t => Time(t, field.Format), v => new TimestampColumn(name, v)),
        _ => new TextColumn(name, texts),
    };

    private static Column Typed<T>(IReadOnlyList<string?> texts, Func<string, T?> read, Func<IReadOnlyList<T?>, Column> make)
        where T : struct
    {
        var values = new T?[texts.Count];
        Dictionary<int, string> faults = [];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = texts[i] is { Length: > 0 } text ? read(text) : null;
            if (values[i] is null && texts[i] is { Length: > 0 } wrong)
            {
                faults.Add(i, wrong);
            }
        }

        return make(values) with { Faults = faults };
    }

    // Some APIs write counts as 12.0.
    private static long? Whole(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) ? whole
        : decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && Math.Abs(number) < long.MaxValue ? (long)number : null;

    private static bool? Flag(string text) => text.ToLowerInvariant() switch { "true" or "1" or "yes" => true, "false" or "0" or "no" => false, _ => null };

    private static DateTime? Parts(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            int? Part(string name) => int.TryParse(JsonPath.Text(document.RootElement, name), NumberStyles.None, CultureInfo.InvariantCulture, out var part) ? part : null;
            return Part("year") is { } year && Part("month") is { } month && Part("day") is { } day ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Unspecified) : null;
        }
        catch (Exception e) when (e is JsonException or ArgumentOutOfRangeException)
        {
            return null;
        }
    }
}

/// <summary>The records of an answer, and the answer they stand in.</summary>
/// <param name="Place">The page, for messages.</param>
/// <param name="Records">The records.</param>
/// <param name="Answer">The whole answer.</param>
internal sealed record Page(string Place, IReadOnlyList<JsonElement> Records, JsonElement Answer);
