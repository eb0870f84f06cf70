using Merit.Diagnostics;
using Merit.Host.Attribution.Learning;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Totals;

/// <summary>Credit in total of models that learn, from whatever journeys were counted.</summary>
internal static class LearnedTotals
{
    /// <param name="models">The models; each has to learn.</param>
    /// <param name="evidence">Counts the journeys.</param>
    /// <param name="unattributed">Conversions, and their value, that have no touches.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    public static AttributedTotals Of(
        IReadOnlyList<ModelWeight> models, EvidenceCount evidence, (double Conversions, double Value) unattributed, bool? intervals, CancellationToken stop)
    {
        var rows = new List<AttributedTotal>();
        var findings = new List<Diagnostic>();
        var quality = new List<(string Model, Quality Quality)>();
        foreach (var (model, learner) in models.Select(m => (m.Model, m.Learner)))
        {
            var learned = LearningRun.Run(model, learner ?? throw new InvalidOperationException($"{model.Name} does not learn."), evidence, intervals, stop);
            rows.AddRange(AttributedTotal.Of(model.Name, learned));
            findings.AddRange(learned.Findings);
            quality.AddRange(learned.Quality.Select(q => (model.Name, q)));
            if (unattributed.Conversions > 0)
            {
                rows.Add(new AttributedTotal(model.Name, AttributedTotals.Unattributed, unattributed.Conversions, unattributed.Value));
            }
        }

        return new AttributedTotals(rows) { Findings = findings, Quality = quality };
    }
}
