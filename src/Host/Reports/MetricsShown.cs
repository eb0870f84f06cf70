using Merit.Host.Reports.Blocks;
using Merit.Metrics.Results;

namespace Merit.Host.Reports;

/// <summary>Which metrics a report shows figures of: those its template names, and those that stand in its blocks. What else was asked for only served them.</summary>
internal sealed class MetricsShown
{
    private readonly List<MetricColumn> _asked = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>The metrics, in the order they were asked for.</summary>
    public IReadOnlyList<MetricColumn> All => [.. _asked.Where(m => _ids.Contains(m.Id))];

    /// <summary>Hears an answer.</summary>
    public void Hear(Answer answer) => _asked.AddRange(answer.Metrics.Where(m => !_asked.Exists(a => a.Id == m.Id)));

    /// <summary>Notes what a tag names and what it made.</summary>
    public void Add(IEnumerable<string> named, IReadOnlyList<Block> blocks)
    {
        _ids.UnionWith(named);
        _ids.UnionWith(blocks.SelectMany(Of));
    }

    private static IEnumerable<string> Of(Block block) => block switch
    {
        KpiBlock kpis => kpis.Cards.Select(c => c.Metric.Id),
        TableBlock table => table.Grid.Columns.Select(c => c.Id),
        FunnelBlock funnel => funnel.Stages.Select(s => s.Metric.Id),
        BudgetBlock budget => budget.Metrics.Select(m => m.Id),
        VerdictBlock verdicts => verdicts.Verdicts.SelectMany(v => v.Evidence).Select(g => g.Metric.Id),
        _ => [],
    };
}
