namespace Merit.Plugins.Attribution;

/// <summary>Journeys, counted.</summary>
/// <param name="Channels">The channels' names; groups refer to them by index.</param>
/// <param name="Groups">What the evidence asked for. The same channels may occur in several groups, of different buckets.</param>
public sealed record JourneyCounts(IReadOnlyList<string> Channels, IReadOnlyList<Group> Groups);

/// <summary>Journeys that look the same.</summary>
/// <param name="Channels">Indexes into the channels: a run, a set in ascending order, or a path.</param>
/// <param name="Conversions">How many converted.</param>
/// <param name="Value">The value they brought.</param>
/// <param name="Nulls">How many did not convert.</param>
/// <param name="Bucket">The hash bucket of the journeys, or <see cref="EveryBucket"/>.</param>
public sealed record Group(IReadOnlyList<int> Channels, double Conversions, double Value, double Nulls, int Bucket)
{
    /// <summary>These journeys lie in equal parts in all buckets.</summary>
    public const int EveryBucket = -1;
}
