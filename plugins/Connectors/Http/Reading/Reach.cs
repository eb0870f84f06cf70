using System.Globalization;
using System.Text.Json;
using Merit.Connectors.Http.Describing;
using Merit.Connectors.Http.Records;

namespace Merit.Connectors.Http.Reading;

/// <summary>How far a stream's cursor has come, in the API's own words.</summary>
/// <param name="field">The cursor's column.</param>
/// <param name="name">Its name.</param>
/// <param name="zone">The zone of times that name none.</param>
internal sealed class Reach(FieldDescription field, string name, TimeZoneInfo zone)
{
    // Clocks differ, and a change may be seen a little after it was stamped.
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(5);

    private string? _state;

    private string? _seen;

    /// <summary>What to read from the next time; null where nothing was read yet.</summary>
    /// <remarks>A record that changes while pages are read may have stood on one that was read before: what changed since the read began is read again.</remarks>
    /// <param name="began">When this read began.</param>
    public string? Value(DateTimeOffset began)
    {
        if (_seen is null || (_state is not null && Compare(_seen, _state) <= 0))
        {
            return _state;
        }

        return Instant(_seen) is { } latest && latest > began - Margin ? Later(_state, Written(began - Margin, _seen)) : _seen;
    }

    public static Reach? Of(StreamDescription stream, string? state, TimeZoneInfo zone) =>
        stream.Cursor is { } cursor ? new Reach(stream.Fields[cursor], cursor, zone) { _state = state } : null;

    /// <summary>Takes note of what was read.</summary>
    public void Take(IReadOnlyList<JsonElement> records)
    {
        foreach (var record in records)
        {
            _seen = Later(_seen, JsonPath.Text(record, field.Path.Length == 0 ? name : field.Path));
        }
    }

    /// <summary>What a request asks from: a time before the state, where one is to be looked back.</summary>
    public string From(string state, TimeSpan? lookback, string? format)
    {
        if (Instant(state) is not { } at)
        {
            return state;
        }

        return format is null && lookback is null ? state : Format(at - (lookback ?? TimeSpan.Zero), format) ?? Written(at - (lookback ?? TimeSpan.Zero), state);
    }

    private string? Later(string? a, string? b) => a is null ? b : b is null || Compare(a, b) >= 0 ? a : b;

    private int Compare(string a, string b) =>
        Instant(a) is { } s && Instant(b) is { } t ? s.CompareTo(t)
        : decimal.TryParse(a, NumberStyles.Number, CultureInfo.InvariantCulture, out var x) && decimal.TryParse(b, NumberStyles.Number, CultureInfo.InvariantCulture, out var y) ? x.CompareTo(y)
        : string.CompareOrdinal(a, b);

    // An id that only grows is no time, whatever it looks like.
    private DateTimeOffset? Instant(string text)
    {
        if (field is { Format: null, Type: not (Plugins.Connectors.ValueKind.Timestamp or Plugins.Connectors.ValueKind.Date) })
        {
            return null;
        }

        return RecordRows.Time(text, field.Format) is not { } time ? null
            : time.Kind == DateTimeKind.Utc || field.Format is "epoch_s" or "epoch_ms" ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc))
            : new DateTimeOffset(time, zone.GetUtcOffset(time));
    }

    private string Written(DateTimeOffset at, string like) => Format(at, field.Format is "epoch_s" or "epoch_ms" ? field.Format : null)
        ?? (field.Format is { } form ? TimeZoneInfo.ConvertTime(at, zone).ToString(form, CultureInfo.InvariantCulture)
        : RecordRows.Time(like, null)?.Kind == DateTimeKind.Utc ? at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
        : TimeZoneInfo.ConvertTime(at, zone).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture));

    private static string? Format(DateTimeOffset at, string? format) => format switch
    {
        null => null,
        "epoch_s" => at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        "epoch_ms" => at.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
        _ => at.UtcDateTime.ToString(format, CultureInfo.InvariantCulture),
    };
}
