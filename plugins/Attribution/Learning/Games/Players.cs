using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Games;

/// <summary>The channels that occur in journeys, numbered without gaps, and the journeys as sets of them.</summary>
internal sealed class Players
{
    private readonly Dictionary<int, int> _numbers;

    public Players(JourneyCounts counts)
    {
        _numbers = counts.Groups.SelectMany(g => g.Channels).Distinct().Order().Select((channel, number) => (channel, number)).ToDictionary(p => p.channel, p => p.number);
        Sets = [.. counts.Groups.Select(g => new JourneySet([.. g.Channels.Select(c => _numbers[c])], g.Conversions, g.Value, g.Conversions + g.Nulls))];
    }

    public int Count => _numbers.Count;

    public IReadOnlyList<JourneySet> Sets { get; }

    /// <summary>The number of a channel; null for one that occurs nowhere.</summary>
    public int? Of(int channel) => _numbers.TryGetValue(channel, out var number) ? number : null;
}

/// <summary>Journeys with the same distinct channels.</summary>
internal sealed record JourneySet(int[] Players, double Conversions, double Value, double Journeys);
