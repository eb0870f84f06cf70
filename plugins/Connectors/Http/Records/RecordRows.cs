using System.Globalization;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Records;

/// <summary>Records of an answer as rows of the description's columns. A value that is not of its column's type is a fault of its row.</summary>
internal static class RecordRows
{
    public static Rows Of(string place, IReadOnlyList<JsonElement> records, StreamDescription stream, long first) => new(
        place, [.. stream.Fields.Select(f => Column(f.Key, f.Value, records))], [.. Enumerable.Range(0, records.Count).Select(i => first + i)]);

    private static Column Column(string name, FieldDescription field, IReadOnlyList<JsonElement> records)
    {
        List<string?> texts = [.. records.Select(r => JsonPath.Text(r, field.Path.Length == 0 ? name : field.Path))];
        return field.Type switch
        {
            ValueKind.Integer => Typed<long>(texts, t => long.TryParse(t, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var v) ? v : null, v => new IntegerColumn(name, v)),
            ValueKind.Number => Typed<double>(texts, t => double.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v : null, v => new NumberColumn(name, v)),
            ValueKind.Decimal => Typed<decimal>(texts, t => decimal.TryParse(t, NumberStyles.Float, CultureInfo.InvariantCulture, out var v) ? v / field.Divide : null, v => new DecimalColumn(name, v)),
            ValueKind.Boolean => Typed<bool>(texts, Flag, v => new BooleanColumn(name, v)),
            ValueKind.Date => Typed<DateOnly>(texts, t => Time(t, field.Format) is { } v ? DateOnly.FromDateTime(v) : null, v => new DateColumn(name, v)),
            ValueKind.Timestamp => Typed<DateTime>(texts, t => Time(t, field.Format), v => new TimestampColumn(name, v)),
            _ => new TextColumn(name, texts),
        };
    }

    private static Column Typed<T>(List<string?> texts, Func<string, T?> read, Func<IReadOnlyList<T?>, Column> make)
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

    private static bool? Flag(string text) => text.ToLowerInvariant() switch { "true" or "1" or "yes" => true, "false" or "0" or "no" => false, _ => null };

    // A time with its offset is an instant; one without is of the source's own clock.
    private static DateTime? Time(string text, string? format)
    {
        if (format is "epoch_s" or "epoch_ms")
        {
            return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && Math.Abs(count) < (format is "epoch_s" ? 200_000_000_000 : 200_000_000_000_000)
                ? DateTime.UnixEpoch.AddMilliseconds(format is "epoch_s" ? count * 1000.0 : count) : null;
        }

        const DateTimeStyles Exact = DateTimeStyles.RoundtripKind;
        return (format is null ? DateTime.TryParse(text, CultureInfo.InvariantCulture, Exact, out var time) : DateTime.TryParseExact(text, format, CultureInfo.InvariantCulture, Exact, out time))
            ? time.Kind == DateTimeKind.Local ? time.ToUniversalTime() : time
            : null;
    }
}
