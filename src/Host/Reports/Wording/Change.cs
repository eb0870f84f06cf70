using Merit.Host.Measures.Formatting;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Wording;

/// <summary>How a figure moved against the one it is compared with.</summary>
/// <param name="Text">As a reader sees it, with its sign.</param>
/// <param name="Direction">−1 for a fall, 0, 1 for a rise.</param>
/// <param name="Good">Whether the move is good for this metric; null where nothing moved.</param>
internal sealed record Change(string Text, int Direction, bool? Good)
{
    /// <summary>The move, or null where one of the two is missing or it has no measure.</summary>
    public static Change? Of(Figure figure, MetricColumn metric, FigureFormat format)
    {
        if (figure is not { Value: { } now, Compared: { } before } || format.Change(figure, metric) is not { } text || text is FigureFormat.NoValue)
        {
            return null;
        }

        // What reads the same has not moved, whatever the last bit says.
        var direction = string.Equals(format.Text(now, metric), format.Text(before, metric), StringComparison.Ordinal) ? 0 : Math.Sign(now - before);
        return new Change(text, direction, direction == 0 ? null : direction < 0 == metric.LowerIsBetter);
    }
}
