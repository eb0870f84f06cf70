using Merit.Host.Warehouse;

namespace Merit.Host.Samples;

/// <summary>
/// Makes a workspace of a company that does not exist: two years of twelve channels and about forty campaigns, journeys of several touches,
/// leads, deals and orders, with the faults real exports have. Rows are streamed; memory does not grow with their number.
/// </summary>
internal static class DemoGenerator
{
    /// <summary>Writes merit.yaml, a README and the data into a folder, which is made.</summary>
    public static DemoSummary Write(string directory, DemoOptions options, CancellationToken stop = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Touchpoints, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Touchpoints, DemoOptions.MostTouchpoints, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Channels, DemoOptions.LeastChannels, nameof(options));
        var data = Directory.CreateDirectory(Path.Combine(directory, "data")).FullName;
        var random = new RandomStream(options.Seed);
        var faults = new DemoFaults();
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var channels = DemoChannel.Of(options.Channels);
        var campaigns = DemoCampaign.Of(channels);
        using (var file = DemoTouches.Open(data))
        using (var sales = new DemoSales(data, random, faults))
        {
            var touches = new DemoTouches(file, campaigns, random, faults);
            using var people = new DemoPeople(data, options, channels, random, touches, sales);
            people.Make(stop);
            var media = new DemoMedia(data, campaigns, random, touches, faults);
            media.Write();
            rows["touchpoints.csv"] = file.Rows;
            foreach (var (name, count) in people.Rows.Concat(sales.Rows).Concat(media.Rows))
            {
                rows[name] = count;
            }
        }

        if (options.Format is DemoFormat.Parquet)
        {
            ParquetFiles.Replace(data, stop);
        }

        var summary = new DemoSummary(rows, faults);
        File.WriteAllText(Path.Combine(directory, "merit.yaml"), DemoText.Yaml(options));
        File.WriteAllText(Path.Combine(directory, "README.md"), DemoText.Readme(options, summary));
        return summary;
    }
}
