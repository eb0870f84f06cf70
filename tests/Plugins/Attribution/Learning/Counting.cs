using System.Globalization;
using Merit.Plugins.Attribution;
using Merit.Tests;

namespace Merit.Plugins.Tests.Attribution.Learning;

/// <summary>Journeys with the same path.</summary>
internal sealed record PathRow(string[] Path, double Conversions, double Value = 0, double Nulls = 0, int Bucket = 0)
{
    /// <summary>Reads <c>a>b: 3 and 1 null</c> as <c>a&gt;b:3:1</c>; a list of such, separated by semicolons.</summary>
    public static PathRow[] Parse(string text) =>
    [
        .. text.Split(';', StringSplitOptions.TrimEntries).Select(row => row.Split(':')).Select(parts => new PathRow(
            parts[0].Split('>', StringSplitOptions.TrimEntries), Number(parts[1]), 10 * Number(parts[1]), parts.Length > 2 ? Number(parts[2]) : 0)),
    ];

    /// <summary>The example data of the R package ChannelAttribution.</summary>
    public static PathRow[] PathData()
    {
        var file = SharedData.Require("pathdata", "paths.csv");
        return [.. File.ReadLines(file).Skip(1).Select(line => line.Split(',')).Select((cells, i) =>
            new PathRow(cells[0].Trim('"').Split(" > "), Number(cells[1]), Number(cells[2]), Number(cells[3]), i % 8))];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>Counts journeys as the engine does for a learning model, one by one.</summary>
internal static class Counting
{
    public static JourneyCounts Of(IReadOnlyList<PathRow> rows, Evidence needs)
    {
        string[] channels = [.. rows.SelectMany(r => r.Path).Distinct().Order(StringComparer.Ordinal)];
        var groups = new Dictionary<(string Key, int Bucket), Group>();
        foreach (var row in rows)
        {
            int[] path = [.. row.Path.Select(c => Array.IndexOf(channels, c))];
            foreach (var seen in Seen(path, needs))
            {
                var key = (string.Join(',', seen), row.Bucket);
                var group = groups.GetValueOrDefault(key) ?? new Group(seen, 0, 0, 0, row.Bucket);
                groups[key] = group with { Conversions = group.Conversions + row.Conversions, Value = group.Value + row.Value, Nulls = group.Nulls + row.Nulls };
            }
        }

        return new JourneyCounts(channels, [.. groups.Values]);
    }

    public static Dictionary<string, Credit> Credits(this ILearningModel model, IReadOnlyList<PathRow> rows)
    {
        var counts = Of(rows, model.Needs);
        return model.Learn(counts, TestContext.Current.CancellationToken).Credits.ToDictionary(c => counts.Channels[c.Channel], StringComparer.Ordinal);
    }

    private static IEnumerable<int[]> Seen(int[] path, Evidence needs)
    {
        switch (needs)
        {
            case Transitions(var order):
                for (var start = 0; start + order < path.Length; start++)
                {
                    yield return path[start..(start + order + 1)];
                }

                yield return path[Math.Max(0, path.Length - order)..];
                break;
            case ChannelSets:
                yield return [.. path.Distinct().Order()];
                break;
            default:
                yield return path;
                break;
        }
    }
}
