using Merit.Host.Attribution.Totals;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>Ordered Shapley by place, against its definition written out over all sets of channels, and against the credit that lies on touches.</summary>
public sealed class CreditPlacesTests
{
    private static readonly string[] Channels = ["a", "b", "c", "d"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void By_place_a_channel_has_what_the_definition_gives_it(int seed)
    {
        var random = new Random(seed);
        List<string[]> journeys = [.. Enumerable.Range(0, 120).Select(_ => Enumerable.Range(0, 1 + random.Next(7)).Select(_ => Channels[random.Next(Channels.Length)]).ToArray())];
        using var warehouse = new AttributionWarehouse().Model("shapley-ordered");
        foreach (var (journey, i) in journeys.Select((j, i) => (j, i)))
        {
            warehouse.Path($"j{i}", string.Join(" > ", journey), 10);
        }

        warehouse.Convert("untouched", "nobody", AttributionWarehouse.Day(5), 7);
        warehouse.Run();

        var kept = Read(warehouse, "SELECT channel, place, conversions FROM credit_places WHERE model = 'shapley-ordered' ORDER BY ALL");
        var onTouches = Read(warehouse, "SELECT channel, position, sum(\"shapley-ordered\") FROM credits WHERE touch_id IS NOT NULL GROUP BY ALL ORDER BY ALL");
        var defined =
            (from channel in Channels from place in Enumerable.Range(1, 7) select (channel, (long)place, ByDefinition(journeys, channel, place))).Where(p => p.Item3 > 0).ToList();
        Same(defined, kept);
        Same(defined, onTouches);
        Assert.Equal(120, kept.Sum(k => k.Conversions), 1e-9);

        var totals = new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute("channel", null, null, TestContext.Current.CancellationToken).Rows;
        Same(defined, [.. totals.OrderBy(t => t.Unit, StringComparer.Ordinal).SelectMany(t => t.Places.Select((conversions, i) => (t.Unit, i + 1L, conversions))).Where(p => p.conversions > 0)]);
    }

    [Fact]
    public void Models_that_do_not_tell_places_apart_keep_none()
    {
        using var warehouse = new AttributionWarehouse().Model("shapley").Model("linear");
        warehouse.Path("one", "a > b");
        warehouse.Run();
        Assert.Equal(0, warehouse.Session.Scalar<long>("SELECT count(*) FROM credit_places"));
    }

    // Each set S with the channel gives it 1/|S| of the conversions of journeys with just these channels, as often as it stood at the place among all places where it stood.
    private static double ByDefinition(List<string[]> journeys, string channel, int place)
    {
        double value = 0;
        for (var set = 1; set < 1 << Channels.Length; set++)
        {
            List<string> members = [.. Channels.Where((_, i) => (set & (1 << i)) != 0)];
            if (members.Contains(channel))
            {
                value += journeys.Where(j => j.Distinct().Order().SequenceEqual(members) && j.Length >= place && j[place - 1] == channel).Sum(j => 1d / j.Count(c => c == channel)) / members.Count;
            }
        }

        return value;
    }

    private static IReadOnlyList<(string Channel, long Place, double Conversions)> Read(AttributionWarehouse warehouse, string sql) =>
        warehouse.Session.Query(sql, row => (row.GetString(0), row.GetInt64(1), row.GetDouble(2)));

    private static void Same(IReadOnlyList<(string Channel, long Place, double Conversions)> expected, IReadOnlyList<(string Channel, long Place, double Conversions)> actual)
    {
        Assert.Equal(expected.Select(e => (e.Channel, e.Place)), actual.Select(a => (a.Channel, a.Place)));
        Assert.All(expected.Zip(actual), pair => Assert.Equal(pair.First.Conversions, pair.Second.Conversions, 1e-9));
    }
}
