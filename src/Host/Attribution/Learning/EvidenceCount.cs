using System.Data.Common;
using System.Globalization;
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
            ChannelSets => Lists($"SELECT list_sort(list_distinct(touches)) AS channels, bucket, {Figures} FROM ({split})", isSet: true),
            Paths => Lists($"SELECT touches AS channels, bucket, {Figures} FROM ({split})", isSet: false),
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
            GROUP BY {columns}, bucket ORDER BY ALL
            """,
            row => new Counted([.. Enumerable.Range(0, length).TakeWhile(i => !row.IsDBNull(i)).Select(i => Written(row, i))], Read(row, length)));
        return Index(counted, isSet: false);
    }

    private JourneyCounts Lists(string lists, bool isSet)
    {
        var counted = session.Query(
            $"SELECT channels, bucket, {Sums} FROM ({lists}) GROUP BY channels, bucket ORDER BY ALL",
            row => new Counted(paths.Names is { } names ? [.. row.GetFieldValue<List<int>>(0).Select(number => names[number])] : [.. row.GetFieldValue<List<string>>(0)], Read(row, 1)));
        return Index(counted, isSet);
    }

    private string Written(DbDataReader row, int at) => paths.Names is { } names ? names[row.GetInt32(at)] : row.GetString(at);

    private static Sum Read(DbDataReader row, int at)
    {
        double Figure(int i) => row.GetDouble(at + 1 + i);
        return new Sum(row.GetInt32(at), Figure(0), Figure(1), Figure(2), Figure(3), Figure(4), Figure(5));
    }

    private JourneyCounts Index(IReadOnlyList<Counted> counted, bool isSet)
    {
        string[] channels = [.. counted.SelectMany(c => c.Channels).Distinct(StringComparer.Ordinal).Select(Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var index = channels.Select((channel, i) => (channel, i)).ToDictionary(c => c.channel, c => c.i, StringComparer.Ordinal);
        return new JourneyCounts(channels, [.. counted.SelectMany(c => Groups(Indexes(c.Channels), c.Sum))]);

        int[] Indexes(string[] names)
        {
            int[] indexes = [.. names.Select(n => index.TryGetValue(n, out var known) ? known : index[Name(n)])];
            return isSet ? [.. indexes.Distinct().Order()] : indexes;
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

    private sealed record Counted(string[] Channels, Sum Sum);

    private sealed record Sum(int Bucket, double Conversions, double Value, double Nulls, double OwnConversions, double OwnValue, double OwnNulls);
}
