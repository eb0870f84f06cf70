using Merit.Host.Reports.Blocks;
using Merit.Host.Reports.Wording;

namespace Merit.Host.Reports.Writers;

/// <summary>A funnel as a table.</summary>
internal static class FunnelText
{
    public static Grid Grid(FunnelBlock block, Voice voice)
    {
        var rates = block.Stages.Any(s => s.Rate is not null);
        List<GridColumn> columns = [new(voice.Words["funnel.stage"]), new(voice.Words["funnel.count"], Numeric: true)];
        if (rates)
        {
            columns.Add(new GridColumn(voice.Words["funnel.rate"], Numeric: true));
        }

        return new Grid(columns, [.. block.Stages.Select(s => new GridRow(
        [
            new GridCell(voice.Label(s.Metric)), voice.Cell(s.Figure, s.Metric),
            .. rates ? new[] { s is { Rate: { } rate, RateMetric: { } metric } ? voice.Cell(rate, metric) : new GridCell("") } : [],
        ]))]);
    }
}
