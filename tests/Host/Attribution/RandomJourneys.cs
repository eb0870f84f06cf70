using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution;

/// <summary>Journeys of every awkward shape: ties in time, channels repeated or missing, none at all, stages reached or not.</summary>
internal static class RandomJourneys
{
    private static readonly string?[] Channels = ["a", "b", "it's", "A", "direct", null];

    /// <summary>Puts journeys into a warehouse; gives each as the evaluator sees it, by conversion.</summary>
    public static IReadOnlyDictionary<string, Journey> Fill(AttributionWarehouse warehouse, int seed, int journeys)
    {
        var random = new Random(seed);
        var made = new Dictionary<string, Journey>(StringComparer.Ordinal);
        for (var i = 0; i < journeys; i++)
        {
            var id = $"j{i}";
            var convertedAt = AttributionWarehouse.Day(60 + random.Next(30));
            var touches = Enumerable.Range(0, random.Next(8))
                .Select(n => (Id: $"{id}-{random.Next(1_000_000)}-{n}", Touch: new JourneyTouch(Pick(random, Channels), Before(random, convertedAt))))
                .ToList();
            var journey = new Journey(
                convertedAt,
                [.. touches.OrderBy(t => t.Touch.OccurredAt).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Touch)])
            {
                LeadAt = random.Next(2) == 0 ? Before(random, convertedAt) : null,
                OpportunityAt = random.Next(2) == 0 ? Before(random, convertedAt) : null,
            };
            touches.ForEach(t => warehouse.Touch(t.Id, id, t.Touch.OccurredAt, t.Touch.Channel));
            warehouse.Convert(id, id, convertedAt, random.Next(-100, 10_000) / 7m, lead: id);
            warehouse.Session.Execute("INSERT INTO leads VALUES ($1, $2)", id, journey.LeadAt);
            warehouse.Session.Execute("INSERT INTO sales VALUES ($1, $1)", id);
            warehouse.Session.Execute("INSERT INTO opportunities VALUES ($1, $2)", id, journey.OpportunityAt);
            made.Add(id, journey);
        }

        return made;
    }

    // Half the time whole days, so that touches and stages coincide; otherwise down to the microsecond.
    private static DateTime Before(Random random, DateTime at) => random.Next(2) == 0
        ? at.AddDays(-random.Next(10))
        : at.AddMicroseconds(-random.NextInt64(50L * 86_400_000_000));

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
