using Merit.Host.Measures.Formatting;
using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;
using Merit.Metrics.Requests;
using Merit.Metrics.Results;

namespace Merit.Host.Reports.Charts;

/// <summary>Turns an answer of one unit into a chart: its first dimension along the axis, a series for every metric and every other group.</summary>
internal static class ChartBuilder
{
    private const int MostSeries = 6;

    public static Chart Build(Answer answer, ChartKind? kind, Voice voice)
    {
        var axis = answer.Dimensions[0];
        var grain = answer.Rows.All(r => r.Dimensions[0] is DateOnly) ? TimeGrains.Of(axis.Id) : null;
        var time = grain is not null;
        var positions = grain is { } known
            ? [.. TimeRun.Between([.. answer.Rows.Select(r => r.Dimensions[0]).OfType<DateOnly>()], known).Select(d => (object?)d)]
            : answer.Rows.Select(r => r.Dimensions[0]).Distinct().ToList();
        var groups = answer.Rows.Select(Group).Distinct(StringComparer.Ordinal).ToList();
        var figures = new Dictionary<(object? Position, string Group), AnswerRow>();
        foreach (var row in answer.Rows)
        {
            figures.TryAdd((row.Dimensions[0], Group(row)), row);
        }

        var unit = answer.Metrics[0];
        var series = groups.SelectMany(group => answer.Metrics.Select((metric, m) => new ChartSeries(
            (answer.Metrics.Count, groups.Count) switch { (1, > 1) => group, ( > 1, > 1) => $"{group} · {voice.Label(metric)}", _ => voice.Label(metric) },
            [.. positions.Select((p, at) => figures.TryGetValue((p, group), out var row) ? Point(row.Figures[m], metric, voice) : Empty(at, m))])))
            .ToList();
        return new Chart(
            kind ?? (time ? ChartKind.Line : ChartKind.Bar), time, [.. positions.Select(p => voice.Group(p, axis))], series,
            AxisScale.For(series.SelectMany(s => s.Points).Select(p => p.Value).OfType<double>(), v => voice.Format.Compact(v, unit.Unit)))
        {
            Unit = unit.Unit, Days = time ? [.. positions.OfType<DateOnly>()] : [],
        };

        // Rows are there only for what happened. Between days that are known the sources have answered, so of a sum or count nothing is zero.
        ChartPoint Empty(int at, int metric)
        {
            var zero = answer.Metrics[metric].Additive && (!time || (Known(0, at, metric) && Known(at, positions.Count, metric)));
            return zero ? Point(new Figure(0, NoValue.None), answer.Metrics[metric], voice) : new ChartPoint(null, FigureFormat.NoValue, Unfinished: false);
        }

        bool Known(int from, int to, int metric) => positions.Take(new Range(from, Math.Min(to + 1, positions.Count)))
            .Any(p => groups.Exists(g => figures.TryGetValue((p, g), out var row) && row.Figures[metric].Value is not null));

        string Group(AnswerRow row) => string.Join(" · ", row.Dimensions.Skip(1).Select((d, i) => voice.Group(d, answer.Dimensions[i + 1])));
    }

    /// <summary>What is drawn: no more series than there are colours to tell apart, the largest in their own order; of groups, those with a value.</summary>
    public static Chart Drawn(Chart chart)
    {
        if (!chart.Time)
        {
            var valued = Enumerable.Range(0, chart.Positions.Count).Where(p => chart.Series.Any(s => s.Points[p].Value is not null)).ToList();
            chart = chart with
            {
                Positions = [.. valued.Select(p => chart.Positions[p])],
                Series = [.. chart.Series.Select(s => s with { Points = [.. valued.Select(p => s.Points[p])] })],
            };
        }

        var largest = chart.Series.OrderByDescending(s => s.Points.Sum(p => Math.Abs(p.Value ?? 0))).Take(MostSeries).ToHashSet();
        return chart with { Series = [.. chart.Series.Where(largest.Contains)] };
    }

    /// <summary>The same numbers as a table: a row for every position, a column for every series.</summary>
    public static Grid Numbers(Chart chart, string positions, Words words) => new(
        [new GridColumn(positions), .. chart.Series.Select(s => new GridColumn(s.Name, Numeric: true))],
        [.. chart.Positions.Select((position, i) => new GridRow(
        [
            new GridCell(IsOpen(chart, i) ? words.Say("chart.so-far", position) : position) { Day = i < chart.Days.Count ? chart.Days[i] : null },
            .. chart.Series.Select(s => new GridCell(s.Points[i].Text) { Value = s.Points[i].Value, Unit = chart.Unit }),
        ]))]);

    private static bool IsOpen(Chart chart, int position) => chart.Series.Any(s => s.Points[position].Unfinished);

    private static ChartPoint Point(Figure figure, MetricColumn metric, Voice voice) =>
        new(figure.Value, voice.Format.Text(figure, metric), figure.Unfinished);
}
