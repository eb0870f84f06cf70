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
        var model = ConversionModel.Fit(counts.Groups, counts.Channels.Count, options.Ridge, stop);
        var (conversions, value) = (new double[counts.Channels.Count], new double[counts.Channels.Count]);
        double split = 0;
        foreach (var journeys in counts.Groups.Where(g => g.Conversions != 0 || g.Value != 0).GroupBy(g => string.Join(',', g.Channels), StringComparer.Ordinal))
        {
            stop.ThrowIfCancellationRequested();
            var channels = journeys.First().Channels;
            var (converted, brought) = (journeys.Sum(g => g.Conversions), journeys.Sum(g => g.Value));
            var contributions = options.Credit == Contribution.Removal ? JourneyGame.Removal(model, channels) : JourneyGame.Shapley(model, channels);
            var sum = contributions.Sum(c => Math.Max(0, c));
            split += sum > 0 ? 0 : converted;
            for (var i = 0; i < channels.Count; i++)
            {
                var share = sum > 0 ? Math.Max(0, contributions[i]) / sum : 1d / channels.Count;
                conversions[channels[i]] += share * converted;
                value[channels[i]] += share * brought;
            }
        }

        var accuracy = HoldOut.Accuracy(counts.Groups, counts.Channels.Count, options.Ridge, stop);
        return new Learned([.. conversions.Select((c, channel) => new Credit(channel, c, value[channel]))])
        {
            Notes = [.. Notes(accuracy?.Auc, split)],
            Quality = accuracy is { } held ? [new Quality("hold-out-auc", held.Auc), new Quality("hold-out-gain", held.Gain)] : [],
        };
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
