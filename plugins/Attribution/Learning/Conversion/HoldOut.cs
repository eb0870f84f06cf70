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
        var (train, test) = (Part(groups, held: false), Part(groups, held: true));
        if (!HasBoth(train) || !HasBoth(test))
        {
            return null;
        }

        var model = ConversionModel.Fit(train, channels, ridge, stop);
        var chances = Array.ConvertAll(test.Channels, c => model.Chance(c));
        var usual = train.Conversions.Sum() / (train.Conversions.Sum() + train.Nulls.Sum());
        double Loss(Func<int, double> chance) => -Enumerable.Range(0, test.Count).Sum(i => (test.Conversions[i] * Math.Log(chance(i))) + (test.Nulls[i] * Math.Log(1 - chance(i))));
        return (Auc(test, chances), 1 - (Loss(i => chances[i]) / Loss(_ => usual)));
    }

    // Journeys that are spread over all buckets are so over both parts.
    private static JourneySets Part(IReadOnlyList<Group> groups, bool held)
    {
        var spread = held ? 1d / Folds : 1 - (1d / Folds);
        var part = JourneySets.Of(groups, bucket => bucket == Group.EveryBucket ? spread : bucket % Folds == 0 == held ? 1 : 0);
        return part with { Conversions = Array.ConvertAll(part.Conversions, c => Math.Max(0, c)), Nulls = Array.ConvertAll(part.Nulls, n => Math.Max(0, n)) };
    }

    private static bool HasBoth(JourneySets part) => Array.Exists(part.Conversions, c => c > 0) && Array.Exists(part.Nulls, n => n > 0);

    // The chance that a converting journey is given a higher chance than another; a tie counts half.
    private static double Auc(JourneySets judged, double[] chances)
    {
        int[] order = [.. Enumerable.Range(0, judged.Count)];
        Array.Sort([.. chances], order);
        double below = 0, won = 0;
        for (var i = 0; i < order.Length;)
        {
            var chance = chances[order[i]];
            double conversions = 0, nulls = 0;
            for (; i < order.Length && chances[order[i]] == chance; i++)
            {
                conversions += judged.Conversions[order[i]];
                nulls += judged.Nulls[order[i]];
            }

            won += conversions * (below + (nulls / 2));
            below += nulls;
        }

        return won / below / judged.Conversions.Sum();
    }
}
