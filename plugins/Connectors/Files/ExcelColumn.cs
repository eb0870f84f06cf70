using System.Globalization;
using Merit.Plugins.Connectors;

namespace Merit.Connectors.Files;

/// <summary>A column of a sheet: typed when all its cells are of one type, else text.</summary>
/// <param name="missing">Rows that were there before the column was.</param>
internal sealed class ExcelColumn(int missing)
{
    private readonly List<object?> _cells = [.. Enumerable.Repeat<object?>(null, missing)];
    private readonly Dictionary<int, string> _faults = [];

    public bool IsEmpty => _faults.Count == 0 && _cells.TrueForAll(c => c is null);

    public void Add(object? cell)
    {
        if (cell is ExcelFault fault)
        {
            _faults.Add(_cells.Count, fault.Shown);
        }

        _cells.Add(cell is ExcelFault ? null : cell);
    }

    /// <summary>The column under a name.</summary>
    public Column Named(string name) => Typed(name) with { Faults = _faults };

    private Column Typed(string name)
    {
        if (_cells.TrueForAll(c => c is null))
        {
            return new TextColumn(name, [.. _cells.Select(_ => (string?)null)]);
        }

        if (AllAre<double>())
        {
            return _cells.TrueForAll(c => c is null || IsWhole((double)c))
                ? new IntegerColumn(name, [.. _cells.Select(c => c is double d ? (long?)d : null)])
                : new NumberColumn(name, [.. _cells.Select(c => (double?)c)]);
        }

        if (AllAre<DateTime>())
        {
            return _cells.TrueForAll(c => c is null || ((DateTime)c).TimeOfDay == TimeSpan.Zero)
                ? new DateColumn(name, [.. _cells.Select(c => c is DateTime d ? DateOnly.FromDateTime(d) : (DateOnly?)null)])
                : new TimestampColumn(name, [.. _cells.Select(c => c is DateTime d ? Rounded(d) : (DateTime?)null)]);
        }

        return AllAre<bool>()
            ? new BooleanColumn(name, [.. _cells.Select(c => (bool?)c)])
            : new TextColumn(name, [.. _cells.Select(Text)]);
    }

    /// <summary>A cell as text, the same on every machine.</summary>
    public static string? Text(object? cell) => cell switch
    {
        null => null,
        string text => text,
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => Rounded(time).ToString("yyyy-MM-dd HH:mm:ss.FFF", CultureInfo.InvariantCulture),
        bool flag => flag ? "true" : "false",
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => cell.ToString(),
    };

    private bool AllAre<T>() => _cells.TrueForAll(c => c is null or T);

    private static bool IsWhole(double value) => Math.Abs(value) < 1e15 && Math.Floor(value) == value;

    // A sheet keeps times as fractions of a day: what it means is a whole number of milliseconds.
    private static DateTime Rounded(DateTime time) =>
        DateTime.SpecifyKind(new DateTime((time.Ticks + (TimeSpan.TicksPerMillisecond / 2)) / TimeSpan.TicksPerMillisecond * TimeSpan.TicksPerMillisecond), DateTimeKind.Unspecified);
}
