using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Learning;

/// <summary>Turns credit by channel into a weight for each touch, so that credit can be sliced by campaign, by day, or by anything else of a touch.</summary>
/// <remarks>
/// A journey's conversion is shared out over its distinct channels in proportion to one factor per channel, and a channel's part equally over its touches. The
/// factors are found by scaling each by how much its channel still lacks, again and again, until the channels have what the model gives them. That is possible
/// wherever no group of channels is given more than the conversions it took part in, nor less than those that it made alone. Else the factors come as near as
/// they can, and what is off is told.
/// </remarks>
internal sealed class ChannelWeights
{
    private const int MostRounds = 1000;
    private const double Close = 1e-10;

    /// <summary>A channel with credit for nothing still needs a weight where it is alone.</summary>
    private const double Least = 1e-12;

    private readonly IReadOnlyList<string> _channels;
    private readonly double[] _factors;

    /// <param name="sets">Journeys by their distinct channels.</param>
    /// <param name="credit">The conversions to give to each channel, by name.</param>
    public ChannelWeights(JourneyCounts sets, IReadOnlyDictionary<string, double> credit)
    {
        _channels = sets.Channels;
        var converted = sets.Groups.Where(g => g.Conversions != 0).ToArray();
        var conversions = converted.Sum(g => g.Conversions);

        // No share is below nothing: credit below it is not given to touches.
        double[] wanted = [.. _channels.Select(c => Math.Max(0, credit.GetValueOrDefault(c)))];
        var scale = conversions / wanted.Sum();
        wanted = [.. wanted.Select(w => w * scale)];
        _factors = [.. _channels.Select(_ => 1d)];
        for (var round = 0; round < MostRounds; round++)
        {
            var given = Given(converted);
            Off = conversions > 0 ? given.Zip(wanted, (g, w) => Math.Abs(g - w)).Max() / conversions : 0;
            if (Off <= Close)
            {
                break;
            }

            for (var c = 0; c < _factors.Length; c++)
            {
                _factors[c] = given[c] > 0 ? _factors[c] * wanted[c] / given[c] : 1;
            }

            var largest = _factors.Max();
            for (var c = 0; c < _factors.Length; c++)
            {
                _factors[c] = Math.Max(Least, _factors[c] / largest);
            }
        }
    }

    /// <summary>By how many of all conversions the channel that is farthest from its credit misses it.</summary>
    public double Off { get; }

    /// <summary>The weight of a touch.</summary>
    public Term Weight(Touch touch)
    {
        var factors = _channels.Zip(_factors).Reverse().ToList();
        var none = factors.Find(c => c.First is UnitNumbers.None) is (not null, var known) ? known : 1;
        var factor = factors.Where(c => c.First is not UnitNumbers.None).Aggregate((Term)none, (otherwise, c) => touch.If(touch.ChannelIs(c.First), c.Second, otherwise));
        return factor / touch.SameChannelCount;
    }

    private double[] Given(Group[] converted)
    {
        var given = new double[_factors.Length];
        foreach (var group in converted)
        {
            double sum = 0;
            foreach (var channel in group.Channels)
            {
                sum += _factors[channel];
            }

            foreach (var channel in group.Channels)
            {
                given[channel] += group.Conversions * _factors[channel] / sum;
            }
        }

        return given;
    }
}
