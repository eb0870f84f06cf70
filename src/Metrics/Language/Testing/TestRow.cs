using System.Globalization;
using Merit.Diagnostics;

namespace Merit.Metrics.Language;

/// <summary>A row written out for a test: what <c>spend.Row(date: "2025-03-01", amount: 100)</c> gives. Columns that are not named are missing in it.</summary>
public sealed class TestRow
{
    /// <summary>Called by the <c>Row</c> methods of tables, which are made of the tables' columns.</summary>
    /// <param name="table">The table.</param>
    /// <param name="file">The script.</param>
    /// <param name="line">The line of the row.</param>
    /// <param name="columns">Every column of the table with its value; null where there is none.</param>
    public TestRow(Table table, string file, int line, params (string Column, object? Value)[] columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table.TableName;
        At = new Place(file, line);
        Values = columns.Where(c => c.Value is not null).ToDictionary(c => c.Column, c => Plain(c.Value), StringComparer.Ordinal);
    }

    /// <summary>The table it is a row of.</summary>
    public string Table { get; }

    /// <summary>What it holds, by column: string, long, double, decimal, bool, or a <see cref="TimeValue"/>.</summary>
    public IReadOnlyDictionary<string, object> Values { get; }

    /// <summary>Where it is written.</summary>
    public Place At { get; }

    private static object Plain(object? value) => value switch
    {
        Constant constant => constant.Literal.Value,
        int number => (long)number,
        null => throw new ArgumentNullException(nameof(value)),
        _ => value,
    };
}

/// <summary>A day or a time in a test, as the workspace's clocks show it: <c>"2025-03-01"</c> or <c>"2025-03-01 14:30"</c>. Converted implicitly; there is no need to name it.</summary>
public readonly record struct TimeValue
{
    private static readonly string[] Formats = ["yyyy-MM-dd", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-ddTHH:mm", "yyyy-MM-ddTHH:mm:ss"];

    private TimeValue(string text, DateTime? time) => (Text, Time) = (text, time);

    /// <summary>As it is written.</summary>
    public string Text { get; }

    /// <summary>The time on the workspace's clocks, or null where the text is neither a day nor a time.</summary>
    public DateTime? Time { get; }

    /// <summary>A day or time as text.</summary>
    public static implicit operator TimeValue(string text) =>
        new(text, DateTime.TryParseExact(text, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null);

    /// <summary>A day.</summary>
    public static implicit operator TimeValue(DateOnly day) => new(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), day.ToDateTime(TimeOnly.MinValue));

    /// <summary>A time on the workspace's clocks.</summary>
    public static implicit operator TimeValue(DateTime time) => new(time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), time);
}
