using System.Globalization;
using System.Text.Json;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Databases.Reading;

/// <summary>How far a table was read: the last value of its cursor.</summary>
/// <param name="Kind">What the cursor holds.</param>
/// <param name="Value">Its value, such that it reads back as it was.</param>
internal sealed record CursorState(ValueKind Kind, string Value)
{
    // Rows are stamped when their change begins, and seen when it ends.
    private static readonly TimeSpan UsualLookback = TimeSpan.FromHours(1);

    /// <summary>A state as it was saved.</summary>
    public static CursorState? Read(string? saved, ColumnShape cursor)
    {
        if (saved is null)
        {
            return null;
        }

        var state = JsonSerializer.Deserialize<CursorState>(saved);
        return state is not null && state.Kind == cursor.Kind
            ? state
            : throw new ConnectorException($"The column '{cursor.Name}' is of another type than when it was last read by.", "Run 'merit load --full' to read everything again.");
    }

    /// <summary>What a cursor's cell says, or null for no value.</summary>
    public static CursorState? Of(Column column, int row) => column switch
    {
        IntegerColumn c when c.Values[row] is { } v => new(ValueKind.Integer, v.ToString(CultureInfo.InvariantCulture)),
        DateColumn c when c.Values[row] is { } v => new(ValueKind.Date, v.ToString("O", CultureInfo.InvariantCulture)),
        TimestampColumn c when c.Values[row] is { } v => new(ValueKind.Timestamp, v.ToString("O", CultureInfo.InvariantCulture)),
        TextColumn c when c.Values[row] is { } v => new(ValueKind.Text, v),
        _ => null,
    };

    /// <summary>What the last of a column's cells that have a value says.</summary>
    public static CursorState? Last(Column column)
    {
        for (var row = column.Count - 1; row >= 0; row--)
        {
            if (Of(column, row) is { } state)
            {
                return state;
            }
        }

        return null;
    }

    /// <summary>This, or the moment a read began where this is later: a row that a wrong clock stamped in the future must not hide what changes until then.</summary>
    /// <param name="began">When the read began.</param>
    /// <param name="zone">The zone of times that name none.</param>
    public CursorState NotAfter(DateTimeOffset began, TimeZoneInfo zone)
    {
        var local = TimeZoneInfo.ConvertTime(began, zone).DateTime;
        CursorState? now = Typed() switch
        {
            DateTime { Kind: DateTimeKind.Utc } => this with { Value = began.UtcDateTime.ToString("O", CultureInfo.InvariantCulture) },
            DateTime => this with { Value = DateTime.SpecifyKind(local, DateTimeKind.Unspecified).ToString("O", CultureInfo.InvariantCulture) },
            DateOnly => this with { Value = DateOnly.FromDateTime(local).ToString("O", CultureInfo.InvariantCulture) },
            string text when Form(text) is { } form => this with { Value = (text.EndsWith('Z') ? began.UtcDateTime : local).ToString(form, CultureInfo.InvariantCulture) },
            _ => null,
        };
        return now is not null && Compare(this, now) > 0 ? now : this;
    }

    /// <summary>Whether a column of a kind can be a cursor.</summary>
    public static bool Fits(ValueKind kind) => kind is ValueKind.Integer or ValueKind.Date or ValueKind.Timestamp or ValueKind.Text;

    /// <summary>The later of two.</summary>
    public static CursorState? Later(CursorState? a, CursorState? b) =>
        a is null ? b : b is null ? a : Compare(a, b) >= 0 ? a : b;

    /// <summary>The state as it is saved.</summary>
    public string Save() => JsonSerializer.Serialize(this);

    /// <summary>The value to read from on.</summary>
    public object From(TimeSpan? lookback) => Typed() switch
    {
        DateTime time => Earlier(time, lookback ?? UsualLookback),
        DateOnly day => DateOnly.FromDateTime(Earlier(day.ToDateTime(TimeOnly.MinValue), lookback ?? UsualLookback)),
        string text => Earlier(text, lookback ?? UsualLookback),
        var number => number,
    };

    // Texts as most databases compare them, whatever the language of this machine.
    private static int Compare(CursorState a, CursorState b) => a.Kind is ValueKind.Text
        ? string.CompareOrdinal(a.Value, b.Value)
        : Comparer<object>.Default.Compare(a.Typed(), b.Typed());

    private object Typed() => Kind switch
    {
        ValueKind.Integer => long.Parse(Value, CultureInfo.InvariantCulture),
        ValueKind.Date => DateOnly.ParseExact(Value, "O", CultureInfo.InvariantCulture),
        ValueKind.Timestamp => DateTime.ParseExact(Value, "O", CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
        _ => Value,
    };

    private static DateTime Earlier(DateTime time, TimeSpan lookback) => time - DateTime.MinValue > lookback ? time - lookback : DateTime.SpecifyKind(DateTime.MinValue, time.Kind);

    // A time written as text, largest part first, is compared as text: cut to seconds, so that it lies before any of the same second.
    private static string Earlier(string text, TimeSpan lookback) =>
        Form(text) is { } form ? Earlier(DateTime.Parse(text[..Math.Min(text.Length, 19)], CultureInfo.InvariantCulture), lookback).ToString(form, CultureInfo.InvariantCulture) : text;

    // How a text writes a time; null for one that is none.
    private static string? Form(string text)
    {
        var separator = text.Length > 10 ? text[10] : ' ';
        return separator is ' ' or 'T' && text.Length >= 10
            && DateTime.TryParse(text[..Math.Min(text.Length, 19)], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            && text.StartsWith(time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? text.Length == 10 ? "yyyy-MM-dd" : $"yyyy-MM-dd'{separator}'HH:mm:ss"
            : null;
    }
}
