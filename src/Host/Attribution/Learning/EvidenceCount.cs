using System.Data.Common;
using System.Globalization;
using System.Runtime.InteropServices;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Attribution.Learning;

/// <summary>Lets the engine count what a learning model asks for; only the counts come here.</summary>
/// <param name="session">The engine that holds the paths.</param>
/// <param name="paths">The paths.</param>
internal sealed class EvidenceCount(Session session, PathTable paths)
{
    // All figures as they are needed: what lies everywhere, and what lies in the bucket.
    private const string Sums =
        """
        sum(conversions - own_conversions), fsum(value - own_value), sum(nulls - own_nulls), sum(own_conversions), fsum(own_value), sum(own_nulls)
        """;

    private const int MostBits = 63;

    // The same of one row.
    private const string Parts = "conversions - own_conversions, value - own_value, nulls - own_nulls, own_conversions, own_value, own_nulls";

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _met = [];

    private const string Figures = "conversions, value, nulls, own_conversions, own_value, own_nulls";

    /// <summary>Counts.</summary>
    /// <param name="needs">What.</param>
    /// <param name="byBucket">Bucket by bucket; all together else.</param>
    public JourneyCounts Count(Evidence needs, bool byBucket)
    {
        var bucket = byBucket ? "bucket" : Text(Group.EveryBucket);
        var split = $"SELECT {paths.Touches} AS touches, {bucket} AS bucket, {Figures} FROM {PathTable.Name}";
        return needs switch
        {
            Transitions transitions => Transitions(split, transitions.Order + 1),
            ChannelSets when paths.Names is { Count: <= MostBits } => Masks(split),
            ChannelSets => Lists($"SELECT list_sort(list_distinct(touches)) AS channels, bucket, {Figures} FROM ({split})", isSet: true),
            Paths => WholePaths(split, byBucket),
            _ => throw new NotSupportedException($"Unknown evidence {needs.GetType().Name}."),
        };
    }

    // Lists unnested side by side, each one touch further on, are the runs. A journey has one for each touch that still has enough after it, and one that ends it.
    private JourneyCounts Transitions(string split, int length)
    {
        var runs = string.Join(", ", Enumerable.Range(1, length).Select(i => $"unnest(touches[{Text(i)}:runs + {Text(i - 1)}]) AS c{Text(i)}"));
        var columns = string.Join(", ", Enumerable.Range(1, length).Select(i => $"c{Text(i)}"));
        var counted = session.Query(
            $"""
            SELECT {columns}, bucket, {Sums}
            FROM (SELECT {runs}, bucket, {Figures} FROM (SELECT *, greatest(1, len(touches) - {Text(length - 2)}) AS runs FROM ({split})))
            GROUP BY {columns}, bucket
            """,
            row => new Counted([.. Enumerable.Range(0, length).TakeWhile(i => !row.IsDBNull(i)).Select(i => paths.Names is null ? NumberOf(row.GetString(i)) : row.GetInt32(i))], Read(row, length)));
        return Index(counted, isSet: false);
    }

    // Paths of journeys are one row for each bucket as they are.
    private JourneyCounts WholePaths(string split, bool byBucket) => byBucket && paths.Names is not null
        ? Read($"SELECT touches, bucket, {Parts} FROM ({split})", isSet: false)
        : Lists($"SELECT touches AS channels, bucket, {Figures} FROM ({split})", isSet: false);

    // Few channels are a set as the bits of a number, which is far cheaper to make and to group by than a list.
    private JourneyCounts Masks(string split) => Index(
        session.Query(
            $"""
            SELECT channels, bucket, {Sums}
            FROM (SELECT list_bit_or(list_transform(touches, lambda touch: 1::UBIGINT << touch::UBIGINT)) AS channels, bucket, {Figures} FROM ({split})) GROUP BY channels, bucket
            """,
            row => new Counted([.. Enumerable.Range(0, MostBits).Where(i => (row.GetFieldValue<ulong>(0) >> i & 1) == 1)], Read(row, 1))),
        isSet: true);

    private JourneyCounts Lists(string lists, bool isSet) => Read($"SELECT channels, bucket, {Sums} FROM ({lists}) GROUP BY channels, bucket", isSet);

    private JourneyCounts Read(string lists, bool isSet)
    {
        var counted = session.Query(
            lists,
            row => new Counted(paths.Names is null ? [.. row.GetFieldValue<List<string>>(0).Select(NumberOf)] : [.. row.GetFieldValue<List<int>>(0)], Read(row, 1)));
        return Index(counted, isSet);
    }

    // Paths made of names: each gets the next number when it is first met.
    private int NumberOf(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            _numbers.Add(name, number = _met.Count);
            _met.Add(name);
        }

        return number;
    }

    private static Sum Read(DbDataReader row, int at)
    {
        double Figure(int i) => row.GetDouble(at + 1 + i);
        return new Sum(row.GetInt32(at), Figure(0), Figure(1), Figure(2), Figure(3), Figure(4), Figure(5));
    }

    private JourneyCounts Index(IReadOnlyList<Counted> counted, bool isSet)
    {
        var names = paths.Names ?? _met;
        var known = new bool[names.Count];
        foreach (var channels in counted.Select(c => c.Channels))
        {
            Array.ForEach(channels, channel => known[channel] = true);
        }

        string[] found = [.. names.Where((_, number) => known[number]).Select(Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = found.Select((channel, i) => (channel, i)).ToDictionary(c => c.channel, c => c.i, StringComparer.Ordinal);
        int[] indexes = [.. names.Select((name, number) => known[number] ? index[Name(name)] : -1)];

        // The engine gives its rows in any order, and sums depend on it.
        var groups = counted.Select(c => c with { Channels = Indexes(c.Channels) }).ToArray();
        Array.Sort(groups, (a, b) => a.Channels.AsSpan().SequenceCompareTo(b.Channels) is not 0 and var order ? order : a.Sum.Bucket.CompareTo(b.Sum.Bucket));
        return new JourneyCounts(found, [.. groups.SelectMany(c => Groups(c.Channels, c.Sum))]);

        int[] Indexes(int[] numbers)
        {
            var path = Array.ConvertAll(numbers, number => indexes[number]);
            return isSet ? [.. path.Distinct().Order()] : path;
        }
    }

    private string Name(string written) => paths.Spaced ? written.Trim() : written;

    private static IEnumerable<Group> Groups(int[] channels, Sum sum)
    {
        if (sum.Bucket == Group.EveryBucket)
        {
            yield return new Group(channels, sum.Conversions + sum.OwnConversions, sum.Value + sum.OwnValue, sum.Nulls + sum.OwnNulls, Group.EveryBucket);
            yield break;
        }

        yield return new Group(channels, sum.OwnConversions, sum.OwnValue, sum.OwnNulls, sum.Bucket);
        if (sum is not { Conversions: 0, Value: 0, Nulls: 0 })
        {
            yield return new Group(channels, sum.Conversions, sum.Value, sum.Nulls, Group.EveryBucket);
        }
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Counted(int[] Channels, Sum Sum);

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Sum(int Bucket, double Conversions, double Value, double Nulls, double OwnConversions, double OwnValue, double OwnNulls);
}
