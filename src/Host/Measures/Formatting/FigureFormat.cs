using System.Globalization;
using Merit.Metrics.Results;

namespace Merit.Host.Measures.Formatting;

/// <summary>How a reader sees numbers: the one place that writes a figure as text.</summary>
/// <param name="Locale"><c>en</c> or <c>zh-CN</c>.</param>
/// <param name="Currency">ISO 4217 code of the workspace's currency.</param>
internal sealed record FigureFormat(string Locale, string Currency)
{
    /// <summary>What stands where there is no value.</summary>
    public const string NoValue = "–";

    // Differences of sums of doubles leave crumbs; they are no money and no share.
    private const double Crumb = 1e-9;

    private bool Chinese => Locale is "zh-CN";

    /// <summary>The figure's value, or a dash where there is none.</summary>
    public string Text(Figure figure, MetricColumn metric) => Text(figure.Value, metric);

    /// <summary>A value of a metric, in the metric's own format where it has one, or a dash.</summary>
    public string Text(double? value, MetricColumn metric) => value is { } number && metric.Format.Length > 0 && double.IsFinite(number)
        ? (Math.Abs(number) < Crumb ? 0 : number).ToString(metric.Format, CultureInfo.InvariantCulture)
        : Text(value, metric.Unit);

    /// <summary>A value of a unit in full, or a dash: <c>¥10,000</c>, <c>700%</c>, <c>20.0%</c>, <c>14.7 days</c>, <c>85.5</c>.</summary>
    public string Text(double? value, Unit unit) => value is { } number && double.IsFinite(number) ? Text(Math.Abs(number) < Crumb ? 0 : number, unit) : NoValue;

    /// <summary>The same in few characters, for axes and tiles: <c>¥1.2万</c> in Chinese, <c>$12.5K</c> in English. Percentages, days and scores stay as they are.</summary>
    public string Compact(double? value, Unit unit)
    {
        if (value is not { } number || !double.IsFinite(number) || unit is not (Unit.Money or Unit.Number))
        {
            return Text(value, unit);
        }

        // A scale begins where the one below would round up to it: 999,950 is a million, not 1000.0 thousand.
        (double Size, double From, string Name)[] scales = Chinese
            ? [(1e8, 99_999_500, "亿"), (1e4, 1e4, "万")]
            : [(1e9, 999_950_000, "B"), (1e6, 999_950, "M"), (1e3, 1e3, "K")];
        var scale = Array.Find(scales, s => Math.Abs(number) >= s.From);
        return scale.Name is null
            ? Text(number, unit)
            : Signed(number, (unit == Unit.Money ? CurrencySymbol.Of(Currency) : "") + Trimmed(Math.Abs(number) / scale.Size, 1, 0) + scale.Name);
    }

    /// <summary>The change against what a figure is compared with: <c>+12.5%</c>; percentages and scores change by points. A dash where one of them is missing or there was nothing.</summary>
    public string Change(Figure figure, MetricColumn metric) => (figure.Value, figure.Compared, metric.Unit) switch
    {
        (null, _, _) or (_, null, _) => NoValue,
        ({ } now, { } before, Unit.Percent) => Plus(now - before, Fixed(100 * Math.Abs(now - before), 1) + (Chinese ? " 个百分点" : " pp")),
        ({ } now, { } before, Unit.Score) => Plus(now - before, Fixed(Math.Abs(now - before), 1)),
        (_, 0, _) => NoValue,
        ({ } now, { } before, _) => Plus(now - before, Percent(Math.Abs((now - before) / before))),
    };

    /// <summary>A day, the same for every reader.</summary>
    public static string Date(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Why there is no value, a sentence; empty where there is one.</summary>
    public string Reason(NoValue reason) => Reasons.Of(reason, Chinese);

    private string Text(double number, Unit unit) => Signed(number, unit switch
    {
        Unit.Money => CurrencySymbol.Of(Currency) + Money(Math.Abs(number)),
        Unit.Percent => Percent(Math.Abs(number)),
        Unit.Days => Days(Math.Abs(number)),
        Unit.Score => Fixed(Math.Abs(number), 1),
        _ => Number(Math.Abs(number)),
    });

    // Whole amounts stand without decimals, others with the currency's; a price below one keeps two digits that say something.
    private string Money(double amount) => amount switch
    {
        _ when IsWhole(amount, 1e-6) => Fixed(amount, 0),
        < 1 => Trimmed(amount, Significant(amount), CurrencySymbol.Decimals(Currency)),
        _ => Fixed(amount, CurrencySymbol.Decimals(Currency)),
    };

    private static string Percent(double fraction) => (100 * fraction) switch
    {
        0 => "0%",
        >= 100 and var percent => Fixed(percent, 0) + "%",
        >= 1 and var percent => Fixed(percent, 1) + "%",
        var percent => Trimmed(percent, Significant(percent), 1) + "%",
    };

    private static string Number(double number) => number switch
    {
        _ when IsWhole(number, Crumb * Math.Max(1, number)) => Fixed(number, 0),
        >= 100 => Fixed(number, 1),
        >= 1 => Fixed(number, 2),
        _ => Trimmed(number, Significant(number), 1),
    };

    private string Days(double days)
    {
        var text = IsWhole(days, Crumb) ? Fixed(days, 0) : days < 1 ? Trimmed(days, Significant(days), 1) : Fixed(days, 1);
        return Chinese ? text + " 天" : text == "1" ? "1 day" : text + " days";
    }

    private static string Signed(double number, string text) => number < 0 ? "-" + text : text;

    private static string Plus(double change, string text) => change > 0 ? "+" + text : Signed(change, text);

    private static bool IsWhole(double number, double tolerance) => Math.Abs(number - Math.Round(number)) < tolerance;

    // Decimals that show two digits of a number below one.
    private static int Significant(double number) => number == 0 ? 0 : Math.Max(0, 1 - (int)Math.Floor(Math.Log10(number)));

    // As a decimal, which rounds halves up and leaves the noise of doubles (100 × 0.285) behind.
    private static string Fixed(double number, int decimals)
    {
        var format = "N" + decimals.ToString(CultureInfo.InvariantCulture);
        return number < 1e15 ? ((decimal)number).ToString(format, CultureInfo.InvariantCulture) : number.ToString(format, CultureInfo.InvariantCulture);
    }

    private static string Trimmed(double number, int decimals, int atLeast)
    {
        var text = Fixed(number, Math.Max(decimals, atLeast));
        while (decimals > atLeast && text.EndsWith('0'))
        {
            (text, decimals) = (text[..^1], decimals - 1);
        }

        return text.TrimEnd('.');
    }
}
