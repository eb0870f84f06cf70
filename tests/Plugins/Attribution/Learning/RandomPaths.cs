namespace Merit.Plugins.Tests.Attribution.Learning;

/// <summary>Journeys drawn from a seed: a few channels, some of which convert better than others.</summary>
internal static class RandomPaths
{
    public static PathRow[] Of(int seed, int channels = 5, int rows = 60)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(0, rows).Select(i =>
            {
                string[] path = [.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"ch{random.Next(channels)}")];
                var conversions = random.Next(4);
                return new PathRow(path, conversions, conversions * random.Next(1, 100) / 7d, random.Next(6), random.Next(32));
            }),
            new PathRow(["ch0"], 1, 2, 1),
        ];
    }
}
