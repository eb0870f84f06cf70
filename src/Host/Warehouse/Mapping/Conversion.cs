using Merit.Host.Warehouse.Sessions;
using Merit.Metrics.Schema;
using static Merit.Metrics.Schema.ColumnType;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>How a value of a source becomes a value of a column. Where it cannot, the expression gives null and never an error.</summary>
/// <param name="zone">The zone of times that name none.</param>
/// <param name="format">strptime format of dates and times, or null for ISO 8601.</param>
/// <param name="decimalSeparator">The separator before a fraction.</param>
/// <param name="currency">An expression for the currency amounts are in.</param>
internal sealed class Conversion(TimeZoneInfo zone, string? format, char decimalSeparator, string currency)
{
    /// <summary>Dates the engine would read but nobody can mean (year 1, infinity) are none.</summary>
    private const string Believable = "BETWEEN TIMESTAMP '1000-01-01' AND TIMESTAMP '9999-12-31 23:59:59.999999'";

    // Year first, so that day and month cannot be confused.
    private const string OtherForms =
        "['%Y/%m/%d %H:%M', '%Y.%m.%d', '%Y.%m.%d %H:%M', '%Y.%m.%d %H:%M:%S', '%Y年%m月%d日', '%Y年%m月%d日 %H:%M', '%Y年%m月%d日 %H:%M:%S', '%Y%m%dT%H%M%S', '%Y-%m-%d %I:%M:%S %p', '%Y-%m-%d %I:%M %p']";

    /// <summary>The engine's name of a column type.</summary>
    public static string EngineType(ColumnType type) => type switch
    {
        Text => "VARCHAR",
        Integer => "BIGINT",
        Number => "DOUBLE",
        Money => "DECIMAL(18,4)",
        Flag => "BOOLEAN",
        Date => "DATE",
        _ => "TIMESTAMP",
    };

    /// <summary>What a value that cannot be converted is not.</summary>
    public static string Expected(ColumnType type) => type switch
    {
        Integer => "a whole number",
        Number => "a number",
        Money => "an amount of money",
        Flag => "yes or no",
        Date => "a date",
        Timestamp => "a date and time",
        _ => "a text",
    };

    /// <summary>Whether a column's value has to be made in two steps: a local time, then an instant.</summary>
    public static bool NeedsClock(ColumnType type) => type == Timestamp;

    /// <summary>The value; of a <see cref="Timestamp"/>, the local time where the source names no offset.</summary>
    /// <param name="value">An expression, a column name: it is repeated.</param>
    /// <param name="from">What it is.</param>
    /// <param name="type">What it becomes.</param>
    public string Value(string value, RawKind from, ColumnType type) => (type, from) switch
    {
        (Text, RawKind.Text) => $"nullif({value}, '')",
        (Text, RawKind.Fraction) => $"CASE WHEN isnan({value}) THEN NULL WHEN {value} = trunc({value}) AND abs({value}) < 1e15 THEN CAST(CAST({value} AS BIGINT) AS VARCHAR) ELSE CAST({value} AS VARCHAR) END",
        (Text, _) => $"CAST({value} AS VARCHAR)",
        (Integer, RawKind.Text) => IntegerOf(value),
        (Integer, RawKind.Whole) => $"TRY_CAST({value} AS BIGINT)",
        (Integer, RawKind.Fraction or RawKind.Decimal) => $"CASE WHEN {value} = trunc({value}) THEN TRY_CAST({value} AS BIGINT) END",
        (Number, RawKind.Text) => NumberOf(value),
        (Number, RawKind.Whole or RawKind.Fraction or RawKind.Decimal) => $"CASE WHEN isfinite(CAST({value} AS DOUBLE)) THEN CAST({value} AS DOUBLE) END",
        (Money, RawKind.Text) => MoneyOf(value),
        (Money, RawKind.Whole or RawKind.Decimal) => $"TRY_CAST({value} AS DECIMAL(18,4))",
        // By its shortest text, which is what people see, and not by its binary neighbour.
        (Money, RawKind.Fraction) => $"TRY_CAST(CAST({value} AS VARCHAR) AS DECIMAL(18,4))",
        (Flag, RawKind.Flag) => value,
        (Flag, _) => FlagOf(AsText(value, from)),
        (Date, RawKind.Date) => value,
        (Date, RawKind.LocalTime) => $"CAST({value} AS DATE)",
        (Date, RawKind.Instant) => $"CAST(timezone('{zone.Id}', {value}) AS DATE)",
        (Date, _) => $"CAST({LocalTimeOf(AsText(value, from))} AS DATE)",
        (Timestamp, RawKind.LocalTime) => $"CAST({value} AS TIMESTAMP)",
        (Timestamp, RawKind.Date) => $"CAST({value} AS TIMESTAMP)",
        (Timestamp, RawKind.Instant) => "NULL::TIMESTAMP",
        (Timestamp, _) => $"CASE WHEN {HasOffset(AsText(value, from))} THEN NULL ELSE {LocalTimeOf(AsText(value, from))} END",
        _ => "NULL",
    };

    /// <summary>The instant of a <see cref="Timestamp"/> column: as the source says, else its local time on the source's clock.</summary>
    /// <param name="value">The source's value.</param>
    /// <param name="from">What it is.</param>
    /// <param name="local">The local time made by <see cref="Value"/>.</param>
    /// <param name="values">The first and last of these.</param>
    public string Instant(string value, RawKind from, string local, (DateTime First, DateTime Last) values) => from switch
    {
        RawKind.Instant => $"CAST({value} AS TIMESTAMP)",
        RawKind.LocalTime or RawKind.Date => ZoneClock.ToUtc(local, zone, values),
        _ => $"CASE WHEN {local} IS NOT NULL THEN {ZoneClock.ToUtc(local, zone, values)} ELSE {InstantOf(AsText(value, from))} END",
    };

    private static string AsText(string value, RawKind from) => from == RawKind.Text ? value : $"CAST({value} AS VARCHAR)";

    private string NumberOf(string text)
    {
        var percent = NumberText.BeforePercent(text);
        var slow = $"TRY_CAST({NumberText.Digits(text, decimalSeparator)} AS DOUBLE), TRY_CAST({NumberText.Digits(percent, decimalSeparator)} AS DOUBLE) / 100";
        return decimalSeparator == '.'
            ? $"coalesce(CASE WHEN {NumberText.IsPlain(text)} AND isfinite(TRY_CAST({text} AS DOUBLE)) THEN TRY_CAST({text} AS DOUBLE) END, {slow})"
            : $"coalesce({slow})";
    }

    private string MoneyOf(string text)
    {
        var slow = $"CASE WHEN {NumberText.IsIn(text, currency)} THEN TRY_CAST({NumberText.Digits(text, decimalSeparator)} AS DECIMAL(18,4)) END";
        return decimalSeparator == '.'
            ? $"coalesce(CASE WHEN {NumberText.IsPlain(text)} THEN TRY_CAST({text} AS DECIMAL(18,4)) END, {slow})"
            : slow;
    }

    // The cast alone would round 1.7; only what reads the same afterwards is a whole number.
    private string IntegerOf(string text)
    {
        var number = $"TRY_CAST({NumberText.Digits(text, decimalSeparator)} AS DECIMAL(38,10))";
        var slow = SqlText.Let(number, "number", "CASE WHEN number = trunc(number) THEN TRY_CAST(number AS BIGINT) END");
        return $"coalesce(CASE WHEN CAST(TRY_CAST({text} AS BIGINT) AS VARCHAR) = {text} THEN TRY_CAST({text} AS BIGINT) END, {slow})";
    }

    private static string FlagOf(string text) =>
        $"CASE WHEN lower(trim({text})) IN ('true', 't', 'yes', 'y', '1', 'x', '是', '✓', '√', 'on') THEN true WHEN lower(trim({text})) IN ('false', 'f', 'no', 'n', '0', '否', 'off') THEN false END";

    private string LocalTimeOf(string text)
    {
        if (format is not null)
        {
            return HasZone ? "NULL::TIMESTAMP" : $"try_strptime(trim({text}), {Quoted})";
        }

        // The first form is nearly everybody's, so it is tested without a pattern; the engine's cast alone would read year 1, infinity and years before Christ.
        var usual = $"CASE WHEN {text} BETWEEN '1' AND ':' AND substr({text}, 5, 1) IN ('-', '/') AND NOT ends_with({text}, ')') THEN TRY_CAST({text} AS TIMESTAMP) END";
        var other = $"CASE WHEN regexp_full_match(trim({text}), '\\d{{8}}') THEN try_strptime(trim({text}), '%Y%m%d') ELSE coalesce(TRY_CAST(trim({text}) AS TIMESTAMP), try_strptime(trim({text}), {OtherForms})) END";
        return $"coalesce({usual}, {SqlText.Let(other, "other", $"CASE WHEN other {Believable} AND trim({text}) < ':' THEN other END")})";
    }

    // The cast to a time without a zone passes over an offset in silence, so it must be seen first.
    private string HasOffset(string text) => format is null
        ? $"CASE WHEN strlen({text}) = 10 OR (strlen({text}) = 19 AND substr({text}, 17, 1) = ':') THEN false ELSE regexp_matches(substr({text}, 12), '[-+Z]|UTC|GMT') END"
        : "false";

    private string InstantOf(string text)
    {
        if (format is not null)
        {
            return HasZone ? $"CAST(try_strptime(trim({text}), {Quoted}) AS TIMESTAMP)" : "NULL::TIMESTAMP";
        }

        var tidy = $@"regexp_replace(regexp_replace(trim({text}), ' ([-+]\d)', '\1'), '([T ]\d\d?:\d\d)([-+Z])', '\1:00\2')";
        var cast = $"CAST(TRY_CAST({tidy} AS TIMESTAMPTZ) AS TIMESTAMP)";
        return SqlText.Let(cast, "instant", $"CASE WHEN instant {Believable} AND {text} < ':' THEN instant END");
    }

    private bool HasZone => format is not null && (format.Contains("%z", StringComparison.Ordinal) || format.Contains("%Z", StringComparison.Ordinal));

    private string Quoted => SqlText.Text(format ?? "");
}
