using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Learning;
using Merit.Host.Plugins;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit in total from a file of grouped paths. The file is read once, whatever the models.</summary>
/// <param name="session">An engine that may read the file.</param>
/// <param name="file">The file.</param>
internal sealed class PathFileTotals(Session session, PathFile file)
{
    /// <summary>The totals.</summary>
    /// <param name="models">The models.</param>
    /// <param name="catalog">Where they come from.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    public AttributedTotals Compute(IReadOnlyList<ModelSettings> models, PluginCatalog catalog, bool? intervals, CancellationToken stop)
    {
        var planned = ModelWeight.Plan(new AttributionSettings { Default = "", Models = models }, catalog);
        var paths = PathTable.OfRows(session, file.Rows(session), file.Separator);
        CheckCounts();
        var unattributed = session.Query(
            "SELECT coalesce(fsum(conversions), 0), coalesce(fsum(value), 0) FROM temp.grouped_paths WHERE path IS NULL OR path = ''",
            row => (Conversions: row.GetDouble(0), Value: row.GetDouble(1)))[0];
        var rules = new PathRules(session, paths).Totals([.. planned.Where(m => m.Learner is null)], unattributed);
        var learned = LearnedTotals.Of([.. planned.Where(m => m.Learner is not null)], new EvidenceCount(session, paths), unattributed, intervals, stop);
        return learned with
        {
            Rows = [.. planned.SelectMany(m => AttributedTotal.InOrder(rules.Concat(learned.Rows).Where(t => string.Equals(t.Model, m.Model.Name, StringComparison.Ordinal))))],
            Findings = [.. ModelWeight.Participating(planned), .. learned.Findings],
        };
    }

    private void CheckCounts()
    {
        var below = session.Scalar<long>("SELECT sum(below)::BIGINT FROM temp.grouped_paths");
        if (below > 0)
        {
            throw new MeritException(AttributionRules.NegativeCounts.Here(file.File, below));
        }
    }
}
