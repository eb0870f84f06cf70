using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>How well a conversion model foretells journeys that it was not fitted on: every fifth bucket.</summary>
internal static class HoldOut
{
    private const int Folds = 5;

    /// <summary>
    /// The area under the ROC curve (.5 is guessing) and the part of the log loss of a constant guess that the model saves (0 is none); null where the
    /// held-out or the other journeys all convert, or none does.
    /// </summary>
    public static (double Auc, double Gain)? Accuracy(IReadOnlyList<Group> groups, int channels, double ridge, CancellationToken stop)
    {
        var train = Part(groups, held: false);
        var test = Part(groups, held: true);
        if (!HasBoth(train) || !HasBoth(test))
        {
            return null;
        }

        var model = ConversionModel.Fit(train, channels, ridge, stop);
        var judged = test.Select(g => (Chance: model.Chance(g.Channels), g.Conversions, g.Nulls)).OrderBy(g => g.Chance).ToList();
        var usual = train.Sum(g => g.Conversions) / train.Sum(g => g.Conversions + g.Nulls);
        double Loss(Func<double, double> chance) => -judged.Sum(g => (g.Conversions * Math.Log(chance(g.Chance))) + (g.Nulls * Math.Log(1 - chance(g.Chance))));
        return (Auc(judged), 1 - (Loss(chance => chance) / Loss(_ => usual)));
    }

    // Journeys that are spread over all buckets are so over both parts.
    private static List<Group> Part(IEnumerable<Group> groups, bool held)
    {
        var spread = held ? 1d / Folds : 1 - (1d / Folds);
        return [.. groups.Where(g => g.Bucket == Group.EveryBucket || g.Bucket % Folds == 0 == held)
            .Select(g => g.Bucket == Group.EveryBucket ? g with { Conversions = g.Conversions * spread, Nulls = g.Nulls * spread } : g)
            .GroupBy(g => string.Join(',', g.Channels), (_, same) => same.Aggregate((a, b) => a with { Conversions = a.Conversions + b.Conversions, Nulls = a.Nulls + b.Nulls }), StringComparer.Ordinal)
            .Select(g => g with { Conversions = Math.Max(0, g.Conversions), Nulls = Math.Max(0, g.Nulls) })];
    }

    private static bool HasBoth(List<Group> part) => part.Exists(g => g.Conversions > 0) && part.Exists(g => g.Nulls > 0);

    // The chance that a converting journey is given a higher chance than another; a tie counts half.
    private static double Auc(List<(double Chance, double Conversions, double Nulls)> judged)
    {
        double below = 0, won = 0;
        foreach (var tie in judged.GroupBy(g => g.Chance))
        {
            var nulls = tie.Sum(g => g.Nulls);
            won += tie.Sum(g => g.Conversions) * (below + (nulls / 2));
            below += nulls;
        }

        return won / below / judged.Sum(g => g.Conversions);
    }
}
