using System.Globalization;
using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>Learns what makes journeys convert, and shares out each conversion by what its channels contributed to the predicted chance.</summary>
/// <remarks>
/// A logistic regression with a ridge on which channels a journey has, fitted on journeys with and without conversion. A contribution below zero counts as none; a
/// journey whose channels all have none is split equally. How well the model foretells journeys it has not seen is told beside the credit.
/// </remarks>
internal sealed class DataDriven(DataDrivenOptions options) : ILearningModel
{
    /// <summary>Below this the model hardly does better than guessing, and a reader must know.</summary>
    private const double WeakAuc = 0.55;

    public Evidence Needs { get; } = new ChannelSets();

    public bool HasIntervals => false;

    public Learned Learn(JourneyCounts counts, CancellationToken stop)
    {
        Totals.Of(counts.Groups).RequireNulls();
        var (journeys, channels) = (JourneySets.Of(counts.Groups), counts.Channels.Count);
        var model = ConversionModel.Fit(journeys, channels, options.Ridge, stop);
        var shared = journeys.InParts((from, to) => Share(model, journeys, channels, from, to), stop);
        var accuracy = HoldOut.Accuracy(counts.Groups, channels, options.Ridge, stop);
        return new Learned([.. Enumerable.Range(0, channels).Select(c => new Credit(c, shared.Sum(s => s.Conversions[c]), shared.Sum(s => s.Value[c])))])
        {
            Notes = [.. Notes(accuracy?.Auc, shared.Sum(s => s.Split))],
            Quality = accuracy is { } held ? [new Quality("hold-out-auc", held.Auc), new Quality("hold-out-gain", held.Gain)] : [],
        };
    }

    // What a part of the journeys gives each channel, and how many of its conversions are split equally.
    private (double[] Conversions, double[] Value, double Split) Share(ConversionModel model, JourneySets journeys, int channels, int from, int to)
    {
        var (conversions, value, split) = (new double[channels], new double[channels], 0d);
        for (var i = from; i < to; i++)
        {
            var (set, converted, brought) = (journeys.Channels[i], journeys.Conversions[i], journeys.Value[i]);
            if (converted == 0 && brought == 0)
            {
                continue;
            }

            var contributions = options.Credit == Contribution.Removal ? JourneyGame.Removal(model, set) : JourneyGame.Shapley(model, set);
            var sum = contributions.Sum(c => Math.Max(0, c));
            split += sum > 0 ? 0 : converted;
            for (var c = 0; c < set.Length; c++)
            {
                var share = sum > 0 ? Math.Max(0, contributions[c]) / sum : 1d / set.Length;
                conversions[set[c]] += share * converted;
                value[set[c]] += share * brought;
            }
        }

        return (conversions, value, split);
    }

    private static IEnumerable<string> Notes(double? auc, double split)
    {
        if (auc is null)
        {
            yield return "There are too few journeys to hold some back: nothing says how well the model foretells others.";
        }
        else if (auc < WeakAuc)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"On journeys held back the model does little better than guessing (area under the curve {auc:0.00}): the channels hardly tell who converts, and its credit says little.");
        }

        if (split > 0)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture, $"{split:0.##} conversions came by channels that, by the model, make conversion less likely; they are split equally.");
        }
    }
}
