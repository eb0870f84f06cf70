using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Charts;

/// <summary>What a chart shows, in a sentence: when its lines peaked, or which of its bars are the longest and the shortest.</summary>
internal static class ChartFinding
{
    // Of two months one is always the higher.
    private const int FewestTimes = 3;
    private const int FewestGroups = 2;
    private const int MostLines = 2;

    /// <summary>The sentence; empty where nothing stands out.</summary>
    public static string Of(Chart chart, Words words) => chart switch
    {
        { Time: true, Series.Count: <= MostLines } => string.Join(words["evidence.separator"], chart.Series.Select(s => Peak(chart, s, words)).Where(p => p.Length > 0)),
        { Time: false, Series: [var only] } => Extremes(chart, only, words),
        _ => "",
    };

    // What is not over may still grow: it peaks when it is.
    private static string Peak(Chart chart, ChartSeries series, Words words)
    {
        var known = Known(series).Where(p => !p.Point.Unfinished).ToList();
        return known.Count < FewestTimes || Alike(known) ? "" : known.MaxBy(p => p.Value) is var (at, point, _) ? words.Say("chart.peak", series.Name, chart.Positions[at], point.Text) : "";
    }

    private static string Extremes(Chart chart, ChartSeries series, Words words)
    {
        var known = Known(series);
        if (known.Count < FewestGroups || Alike(known))
        {
            return "";
        }

        var (most, least) = (known.MaxBy(p => p.Value), known.MinBy(p => p.Value));
        return words.Say("chart.extremes", chart.Positions[most.At], most.Point.Text, chart.Positions[least.At], least.Point.Text);
    }

    private static List<(int At, ChartPoint Point, double Value)> Known(ChartSeries series) =>
        [.. series.Points.Select((p, i) => (At: i, Point: p, p.Value)).Where(p => p.Value is not null).Select(p => (p.At, p.Point, p.Value ?? 0))];

    // What reads the same does not stand out.
    private static bool Alike(List<(int At, ChartPoint Point, double Value)> points) => points.TrueForAll(p => p.Point.Text == points[0].Point.Text);
}
