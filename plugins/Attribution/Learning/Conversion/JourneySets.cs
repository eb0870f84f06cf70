using Merit.Plugins.Attribution;

namespace Merit.Attribution.Learning.Conversion;

/// <summary>Journeys by the channels they have, each set of channels once: there may be millions, and every step of a fit visits them all.</summary>
/// <param name="Channels">The sets, each in ascending order.</param>
/// <param name="Conversions">How many of a set converted.</param>
/// <param name="Value">The value they brought.</param>
/// <param name="Nulls">How many did not convert.</param>
internal sealed record JourneySets(int[][] Channels, double[] Conversions, double[] Value, double[] Nulls)
{
    private const int Parts = 32;

    public int Count => Channels.Length;

    /// <summary>Adds up groups of the same channels; groups that come in order, as the host's do, are not sorted again.</summary>
    /// <param name="groups">The groups.</param>
    /// <param name="part">How much of a group's journeys counts, by its bucket; all unless given.</param>
    public static JourneySets Of(IReadOnlyList<Group> groups, Func<int, double>? part = null)
    {
        var sorted = groups.ToArray();
        for (var i = 1; i < sorted.Length; i++)
        {
            if (Compare(sorted[i - 1], sorted[i]) > 0)
            {
                sorted = [.. sorted.Order(Comparer<Group>.Create(Compare))];
                break;
            }
        }

        var (channels, conversions, value, nulls) = (new List<int[]>(), new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < sorted.Length; i++)
        {
            var group = sorted[i];
            if (i == 0 || Compare(sorted[i - 1], group) != 0)
            {
                channels.Add(Of(group));
                conversions.Add(0);
                value.Add(0);
                nulls.Add(0);
            }

            var counted = part?.Invoke(group.Bucket) ?? 1;
            conversions[^1] += counted * group.Conversions;
            value[^1] += counted * group.Value;
            nulls[^1] += counted * group.Nulls;
        }

        return new JourneySets([.. channels], [.. conversions], [.. value], [.. nulls]);
    }

    /// <summary>Works on all sets side by side. Parts are the same on every machine, so that sums made of them in their order are so too.</summary>
    /// <param name="work">What is done with the sets from one number up to another.</param>
    /// <param name="stop">Asks to stop.</param>
    /// <returns>What came of each part, in order.</returns>
    public T[] InParts<T>(Func<int, int, T> work, CancellationToken stop)
    {
        var made = new T[Parts];
        Parallel.For(0, Parts, new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            made[i] = work((int)((long)Count * i / Parts), (int)((long)Count * (i + 1) / Parts)));
        return made;
    }

    private static int[] Of(Group group) => group.Channels as int[] ?? [.. group.Channels];

    private static int Compare(Group a, Group b) => Of(a).AsSpan().SequenceCompareTo(Of(b));
}
