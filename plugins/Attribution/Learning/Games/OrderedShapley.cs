using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Games;

/// <summary>Shapley values by place: how much of a channel's value it earned as the first touch, as the second, and so on.</summary>
/// <remarks>
/// The ordered method of Zhao, Mahboobi, Bagheri: Shapley value methods for attribution modeling in online advertising (2018). A conversion is split equally over the
/// journey's distinct channels, and a channel's part equally over its places in the journey; over all places a channel has its Shapley value.
/// </remarks>
internal sealed class OrderedShapley : ILearningModel
{
    public Evidence Needs { get; } = new Paths();

    public bool HasIntervals => true;

    public bool SharesEachAlone => true;

    public Learned Learn(JourneyCounts counts, CancellationToken stop)
    {
        _ = Totals.Of(counts.Groups);
        var longest = counts.Groups.Max(g => g.Channels.Count);
        double[][] places = [.. counts.Channels.Select(_ => new double[longest])];
        var value = new double[counts.Channels.Count];

        // Counted for one journey after the other, and set back: there may be millions of them.
        var times = new int[counts.Channels.Count];
        foreach (var group in counts.Groups)
        {
            var path = group.Channels as int[] ?? [.. group.Channels];
            var distinct = 0;
            foreach (var channel in path)
            {
                distinct += ++times[channel] == 1 ? 1 : 0;
            }

            for (var place = 0; place < path.Length; place++)
            {
                var channel = path[place];
                var share = 1d / distinct / times[channel];
                places[channel][place] += share * group.Conversions;
                value[channel] += share * group.Value;
            }

            foreach (var channel in path)
            {
                times[channel] = 0;
            }
        }

        return new Learned([.. places.Select((p, channel) => new Credit(channel, p.Sum(), value[channel]) { Places = p })]);
    }
}
