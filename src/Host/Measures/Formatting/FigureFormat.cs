using Merit.Metrics.Results;

namespace Merit.Host.Measures.Formatting;

/// <summary>How a reader sees numbers: the one place that writes a figure as text.</summary>
/// <param name="Locale"><c>en</c> or <c>zh-CN</c>.</param>
/// <param name="Currency">ISO 4217 code of the workspace's currency.</param>
internal sealed record FigureFormat(string Locale, string Currency)
{
    /// <summary>The figure's value, or a dash where there is none.</summary>
    public string Text(Figure figure, MetricColumn metric) => Text(figure.Value, metric.Unit);

    /// <summary>A value of a unit, or a dash.</summary>
    public string Text(double? value, Unit unit) =>
        value is { } number ? number.ToString("N2", System.Globalization.CultureInfo.InvariantCulture) : "–";
}
