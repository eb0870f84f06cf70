using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Tests.Attribution;

/// <summary>The five rules, once more, written down touch by touch with nothing in common with the product, on random data.</summary>
public sealed class NaiveAttributionTests
{
    private sealed record Touched(string Id, string Contact, DateTime At, string Channel);

    private sealed record Converted(string Id, string Contact, DateTime At, decimal Value);

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    public void The_engine_shares_out_as_one_would_by_hand(int seed, bool byAccount)
    {
        var random = new Random(seed);
        var lookback = TimeSpan.FromDays(30);
        DateTime Moment() => AttributionWarehouse.Day(random.Next(90) + (random.Next(3) / 4d));
        List<Touched> touches = [.. Enumerable.Range(0, 1500).Select(i => new Touched($"t{(i * 7919) % 1500}", $"c{random.Next(200)}", Moment(), $"ch{random.Next(5)}"))];
        List<Converted> conversions = [.. Enumerable.Range(0, 300).Select(i => new Converted($"d{i}", $"c{random.Next(220)}", Moment(), random.Next(100_000) / 100m))];

        string[] models = ["first", "last", "linear", "u-shaped", "time-decay"];
        using var warehouse = new AttributionWarehouse { Lookback = lookback, ByAccount = byAccount };
        var accounts = Enumerable.Range(0, 150).ToDictionary(i => $"c{i}", _ => $"a{random.Next(60)}", StringComparer.Ordinal);
        Array.ForEach([.. accounts], a => warehouse.Contact(a.Key, a.Value));
        touches.ForEach(t => warehouse.Touch(t.Id, t.Contact, t.At, t.Channel));
        conversions.ForEach(c => warehouse.Convert(c.Id, c.Contact, c.At, c.Value));
        Array.ForEach(models, m => warehouse.Model(m));
        warehouse.Run();

        var engine = warehouse.Session.Query(
            $"SELECT conversion_id, coalesce(touch_id, ''), {SqlText.Names(models)} FROM credits",
            row => (Key: (row.GetString(0), row.GetString(1)), Shares: models.Select((_, i) => row.GetDouble(i + 2)).ToArray()))
            .ToDictionary(r => r.Key, r => r.Shares);

        var byHand = conversions.SelectMany(c => ShareOut(c, touches.FindAll(t => Owner(t.Contact) == Owner(c.Contact)), lookback)).ToDictionary(r => r.Key, r => r.Shares);
        Assert.True(byHand.Count > conversions.Count, "The data set has journeys of several touches.");
        Assert.Equal(byHand.Keys.Order(), engine.Keys.Order());
        Assert.All(byHand, row => Assert.Equal(row.Value, engine[row.Key], (a, b) => Math.Abs(a - b) < 1e-12));

        string Owner(string contact) => byAccount ? accounts.GetValueOrDefault(contact, contact) : contact;
    }

    private static IEnumerable<((string, string) Key, double[] Shares)> ShareOut(Converted conversion, List<Touched> owners, TimeSpan lookback)
    {
        var touches = owners.FindAll(t => t.At <= conversion.At && conversion.At - t.At <= lookback);
        touches.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : string.CompareOrdinal(a.Id, b.Id));
        if (touches.Count == 0)
        {
            yield return ((conversion.Id, ""), [1, 1, 1, 1, 1]);
        }

        var n = touches.Count;
        double Decay(Touched t) => Math.Exp(-Math.Log(2) * (conversion.At - t.At).TotalDays / 7);
        var decay = touches.Sum(Decay);
        for (var i = 0; i < n; i++)
        {
            double end = i == 0 || i == n - 1 ? 1 : 0;
            yield return ((conversion.Id, touches[i].Id),
            [
                i == 0 ? 1 : 0,
                i == n - 1 ? 1 : 0,
                1d / n,
                n switch { 1 => 1, 2 => .5, _ => end == 1 ? .4 : .2 / (n - 2) },
                Decay(touches[i]) / decay,
            ]);
        }
    }
}
