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
    /// <summary>What each model that learned gives in total.</summary>
    public IReadOnlyList<(string Model, LearnedCredit Credit)> Totals { get; private init; } = [];

    // Of all conversions; less is not worth a word.
    private const double Noticeable = 1e-6;

    /// <summary>The kind of conversion that models learn from where there are several: sales.</summary>
    public static string UsualKind(IReadOnlyList<string> kinds) => kinds.Contains("sale", StringComparer.Ordinal) ? "sale" : kinds[0];

    /// <summary>Learns; without a model that has to, or without journeys, nothing is counted.</summary>
    /// <param name="session">A warehouse.</param>
    /// <param name="settings">What belongs to a journey.</param>
    /// <param name="models">The models.</param>
    /// <param name="of">The kind of conversion to learn from; the usual one unless given.</param>
    /// <param name="intervals">Whether to make intervals; null leaves it to each model.</param>
    /// <param name="stop">Asks to stop.</param>
    public static LearnedWeights Learn(Session session, AttributionSettings settings, IReadOnlyList<ModelWeight> models, string? of, bool? intervals, CancellationToken stop)
    {
        if (models.All(m => m.Learner is null))
        {
            return new LearnedWeights(models, []);
        }

        var kinds = session.Query("SELECT DISTINCT kind FROM conversions ORDER BY kind", row => row.GetString(0));
        if (kinds.Count == 0)
        {
            return new LearnedWeights(models, []);
        }

        var kind = of ?? UsualKind(kinds);
        var findings = new List<Diagnostic>();
        var totals = new List<(string, LearnedCredit)>();
        (string Key, EvidenceCount Evidence, bool Any, JourneyCounts Sets)? last = null;
        ModelWeight[] weighed = [.. models.Select(Weigh)];
        return new LearnedWeights(weighed, findings) { Totals = totals };

        ModelWeight Weigh(ModelWeight model)
        {
            if (model.Learner is not { } learner)
            {
                return model;
            }

            // Channels have factors, and nothing else: the touches of one channel share what it has.
            model = model with { Model = model.Model with { Journeys = model.Model.Journeys with { Unit = JourneyRules.ByChannel } } };
            var (_, evidence, any, sets) = Counted(settings.JourneysOf(model.Model));
            if (!any)
            {
                return model;
            }

            var learned = LearningRun.Run(model.Model, learner, evidence, intervals, stop);
            totals.Add((model.Model.Name, learned));
            findings.AddRange(learned.Findings);
            var weights = new ChannelWeights(sets, learned.Credits.ToDictionary(c => learned.Channels[c.Channel], c => c.Conversions, StringComparer.Ordinal));
            if (weights.Off > Noticeable)
            {
                findings.Add(AttributionRules.NotPlaced.At(model.Model.At, model.Model.Name, (100 * weights.Off).ToString("0.####", CultureInfo.InvariantCulture)));
            }

            return model with { Weight = weights.Weight(new Touch()) };
        }

        // Most often all models have the same journeys: then their paths are counted once.
        (string Key, EvidenceCount Evidence, bool Any, JourneyCounts Sets) Counted(JourneyRules rules)
        {
            var key = PathTable.Key(rules, settings.ByAccount, kind);
            if (last is { } known && string.Equals(known.Key, key, StringComparison.Ordinal))
            {
                return known;
            }

            var evidence = new EvidenceCount(session, PathTable.OfJourneys(session, rules, settings.ByAccount, kind, "channel"));
            var any = PathTable.Totals(session).Conversions is not 0;
            var counted = (key, evidence, any, any ? evidence.Count(new ChannelSets(), byBucket: false) : new JourneyCounts([], []));
            last = counted;
            return counted;
        }
    }
}
