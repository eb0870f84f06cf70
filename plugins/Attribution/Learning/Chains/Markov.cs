using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Chains;

/// <summary>A channel's credit is in proportion to the conversions that would be lost without it, in a Markov chain of the journeys.</summary>
/// <remarks>
/// The removal effects are the chain's own, by linear algebra; nothing is simulated. See Anderl, Becker, von Wangenheim, Schumann: Mapping the customer journey (2016).
/// Value is shared out by the same chain, with the value that ends in a state in place of the conversions.
/// </remarks>
internal sealed class Markov(MarkovOptions options) : ILearningModel
{
    /// <summary>Up to so many states the whole chain is inverted at once; above, its emptiness is worth more.</summary>
    private const int DenseStates = 192;

    /// <summary>Above this order a chain has so many states that learning it again for every bucket is no longer done unasked.</summary>
    private const int OrderWithIntervals = 2;

    // An effect this near to one differs from it by rounding only.
    private const double Whole = 1 - 1e-12;

    public Evidence Needs => new Transitions(options.Order);

    public bool HasIntervals => options.Order <= OrderWithIntervals;

    public Learned Learn(JourneyCounts counts, CancellationToken stop)
    {
        var chain = new ChainBuilder(counts, options.Order, options.Nulls).Build();
        var effects = (chain.States <= DenseStates ? new DenseRemoval(chain).Effects() : new SparseRemoval(chain, stop).Effects()).ToList();
        var conversions = Shares([.. effects.Select(e => e.Conversions)]);
        var byValue = chain.HasRefunds ? null : Shares([.. effects.Select(e => e.Value)]);
        var value = byValue ?? conversions;

        return new Learned([.. effects.Select((_, c) => new Credit(c, conversions[c] * chain.Conversions, value[c] * chain.Value))])
        {
            Notes = [.. Notes(counts.Channels, effects, chain)],
        };
    }

    // Nothing to share out gives everybody nothing.
    private static double[] Shares(double[] effects)
    {
        var sum = effects.Sum();
        return sum > 0 ? [.. effects.Select(e => e / sum)] : new double[effects.Length];
    }

    private static IEnumerable<string> Notes(IReadOnlyList<string> channels, IReadOnlyList<Effect> effects, Chain chain)
    {
        var needed = effects.Select((e, c) => (e.Conversions, Channel: c)).Where(e => e.Conversions >= Whole).Select(e => channels[e.Channel]).ToList();
        if (effects.Count(e => e.Conversions > 0) == 1)
        {
            yield return $"Only {string.Join(", ", needed)} is in any converting journey: it has all credit, and nothing was compared.";
        }
        else if (needed.Count > 0)
        {
            yield return $"Every converting journey goes through {string.Join(" and ", needed)}: its removal effect is 1 whatever it contributes, so that its credit says little.";
        }

        if (chain.HasRefunds)
        {
            yield return "Some journeys brought a negative value, which a chain cannot carry: value is shared out as conversions are.";
        }
    }
}

/// <summary>What is lost with a channel, as a part of all.</summary>
internal sealed record Effect(double Conversions, double Value);
