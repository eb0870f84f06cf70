using System.Globalization;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Testing;

/// <summary>Rows as a test writes them.</summary>
internal static class RowText
{
    /// <summary>The fields of each row, as text; null where there is no value.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, string?>> Of(Rows rows) =>
        Enumerable.Range(0, rows.RowNumbers.Count).Select(row => rows.Columns.ToDictionary(c => c.Name, c => Text(c, row), StringComparer.OrdinalIgnoreCase));

    /// <summary>Whether what is expected is what was found: as text, as a number, or as a time.</summary>
    public static bool Same(string? expected, string? found) =>
        string.Equals(expected ?? "", found ?? "", StringComparison.Ordinal)
        || (Number(expected) is { } number && number == Number(found))
        || (Time(expected) is { } time && time == Time(found));

    public static string Shown(string? value) => string.IsNullOrEmpty(value) ? "nothing" : value;

    private static string? Text(Column column, int row) => column.Faults.TryGetValue(row, out var fault) ? $"{fault}, which is no value of its type" : column switch
    {
        TextColumn text => text.Values[row],
        IntegerColumn whole => whole.Values[row]?.ToString(CultureInfo.InvariantCulture),
        NumberColumn number => number.Values[row]?.ToString("R", CultureInfo.InvariantCulture),
        DecimalColumn exact => exact.Values[row]?.ToString(CultureInfo.InvariantCulture),
        BooleanColumn flag => flag.Values[row] is { } yes ? (yes ? "true" : "false") : null,
        DateColumn date => date.Values[row]?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimestampColumn time => time.Values[row]?.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => throw new NotSupportedException($"Unknown column {column.GetType().Name}."),
    };

    private static decimal? Number(string? text) => decimal.TryParse(text, NumberStyles.Number & ~NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static DateTime? Time(string? text) =>
        DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
