using System.Globalization;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Learning;

/// <summary>Lets the models of a workspace learn, and gives each the weight by which its credit lies on touches.</summary>
/// <param name="Models">All models, each with its weight.</param>
/// <param name="Findings">What the models said, and how far weights miss the credit.</param>
internal sealed record LearnedWeights(IReadOnlyList<ModelWeight> Models, IReadOnlyList<Diagnostic> Findings)
{
    // Of all conversions; less is not worth a word.
    private const double Noticeable = 1e-6;

    /// <summary>Learns; without a model that has to, or without journeys, nothing is counted.</summary>
    public static LearnedWeights Learn(Session session, AttributionSettings settings, IReadOnlyList<ModelWeight> models, CancellationToken stop)
    {
        if (models.All(m => m.Learner is null))
        {
            return new LearnedWeights(models, []);
        }

        var evidence = new EvidenceCount(session, PathTable.OfJourneys(session, settings, "channel"));
        if (PathTable.Totals(session).Conversions is 0)
        {
            return new LearnedWeights(models, []);
        }

        var sets = evidence.Count(new ChannelSets(), byBucket: false);
        var findings = new List<Diagnostic>();
        ModelWeight Weigh(ModelWeight model)
        {
            if (model.Learner is not { } learner)
            {
                return model;
            }

            var learned = LearningRun.Run(model.Model, learner, evidence, intervals: false, stop);
            findings.AddRange(learned.Findings);
            var weights = new ChannelWeights(sets, learned.Credits.ToDictionary(c => learned.Channels[c.Channel], c => c.Conversions, StringComparer.Ordinal));
            if (weights.Off > Noticeable)
            {
                findings.Add(AttributionRules.NotPlaced.At(model.Model.At, model.Model.Name, (100 * weights.Off).ToString("0.####", CultureInfo.InvariantCulture)));
            }

            return model with { Weight = weights.Weight(new Touch()) };
        }

        ModelWeight[] weighed = [.. models.Select(Weigh)];
        return new LearnedWeights(weighed, findings);
    }
}
