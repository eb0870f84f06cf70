using System.Globalization;
using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Games;

/// <summary>A channel's credit is its Shapley value: what it adds to a coalition of channels, averaged over all orders in which they could have joined.</summary>
/// <remarks>
/// Shapley: A value for n-person games (1953). Where a coalition is worth the conversions of the journeys inside it, that is an equal split over a journey's distinct
/// channels. Where it is worth their conversion rate, the values of all coalitions of up to 20 channels are computed; of more, orders are drawn.
/// </remarks>
internal sealed class Shapley(ShapleyOptions options) : ILearningModel
{
    public Evidence Needs { get; } = new ChannelSets();

    public bool HasIntervals => true;

    public bool SharesEachAlone => options.Worth == Worth.Conversions;

    public Learned Learn(JourneyCounts counts, CancellationToken stop)
    {
        var totals = Totals.Of(counts.Groups);
        if (options.Worth == Worth.Conversions)
        {
            return new Learned(EqualSplit(counts));
        }

        totals.RequireNulls();
        var players = new Players(counts);
        if (players.Count <= RateGame.MostPlayers)
        {
            return Learned(counts, players, RateGame.Values(players, totals.Journeys, stop), []);
        }

        var drawn = RateSample.Values(players, totals.Journeys, options.Samples, stop);
        return Learned(counts, players, drawn.Values,
        [
            string.Create(
                CultureInfo.InvariantCulture,
                $"{players.Count} channels have too many coalitions to try all: {options.Samples} pairs of orders were drawn; the standard error of a credit is at most {drawn.StandardError:0.###} conversions."),
        ]);
    }

    private static Credit[] EqualSplit(JourneyCounts counts)
    {
        var (conversions, value) = (new double[counts.Channels.Count], new double[counts.Channels.Count]);
        foreach (var group in counts.Groups)
        {
            foreach (var channel in group.Channels)
            {
                conversions[channel] += group.Conversions / group.Channels.Count;
                value[channel] += group.Value / group.Channels.Count;
            }
        }

        return [.. conversions.Select((c, channel) => new Credit(channel, c, value[channel]))];
    }

    private static Learned Learned(JourneyCounts counts, Players players, (double Conversions, double Value)[] values, IEnumerable<string> notes)
    {
        Credit[] credits = [.. counts.Channels.Select((_, c) => players.Of(c) is { } player ? new Credit(c, values[player].Conversions, values[player].Value) : new Credit(c, 0, 0))];
        var harmful = string.Join(", ", credits.Where(c => c.Conversions < 0).Select(c => counts.Channels[c.Channel]));
        return new Learned(credits)
        {
            Notes = harmful.Length == 0 ? [.. notes] :
                [.. notes, $"Journeys with {harmful} convert less often than those without: a negative credit says so, and is not an error."],
        };
    }
}
