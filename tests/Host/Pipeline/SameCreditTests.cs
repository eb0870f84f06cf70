using System.Globalization;
using Merit.Host.Warehouse.Versions;

namespace Merit.Host.Tests.Pipeline;

/// <summary>What credit must not depend on: how rows are cut into files, their order, the zone their times are written in, what channels are called.</summary>
public sealed class SameCreditTests : SmallWorkspace
{
    private const string Models = "first, last, linear, u-shaped, time-decay, last-non-direct, markov, shapley";

    private sealed record Touch(int Id, int Contact, DateTime At, string Channel);

    private sealed record Order(int Id, int Contact, DateTime At, int Amount);

    [Theory]
    [InlineData("files")]
    [InlineData("order")]
    [InlineData("zone")]
    [InlineData("names")]
    public async Task Credit_is_the_same(string other)
    {
        var random = new Random(11);
        DateTime Moment(int days) => new DateTime(2025, 2, 1).AddMinutes(30 * random.Next(48 * days));
        string[] channels = ["email", "expo", "direct", "search", "social"];
        List<Touch> touches = [.. Enumerable.Range(0, 1500).Select(i => new Touch(i, random.Next(90), Moment(50), channels[random.Next(5)]))];
        List<Order> orders = [.. Enumerable.Range(0, 120).Select(i => new Order(i, random.Next(100), Moment(60), random.Next(10_000)))];
        var plain = await Credit([touches], orders, TimeSpan.Zero, c => c);
        Assert.True(plain.Count > 300);

        Touch[] shuffled = [.. touches];
        new Random(5).Shuffle(shuffled);
        Func<string, string> renamed = c => c is "direct" ? c : $"{(char)('z' - c[1] + 'a')} {c}";
        var again = other switch
        {
            "files" => await Credit([.. touches.GroupBy(t => (t.Id * 31 % 7) - 3).Select(g => g.ToList())], orders, TimeSpan.Zero, c => c),
            "order" => await Credit([shuffled], [.. orders.AsEnumerable().Reverse()], TimeSpan.Zero, c => c),
            "zone" => await Credit([touches], orders, TimeSpan.FromHours(8), c => c),
            _ => await Credit([touches], orders, TimeSpan.Zero, renamed),
        };
        Assert.Equal(plain.Select(p => other is "names" && p.Channel is not "(unattributed)" ? (p.Key, renamed(p.Channel)) : (p.Key, p.Channel)), again.Select(a => (a.Key, a.Channel)));
        Assert.All(plain.Zip(again), pair => Assert.Equal(pair.First.Shares, pair.Second.Shares, (a, b) => Math.Abs(a - b) < 1e-9));
    }

    private async Task<IReadOnlyList<(string Key, string Channel, double[] Shares)>> Credit(
        IReadOnlyList<IReadOnlyList<Touch>> files, IReadOnlyList<Order> orders, TimeSpan ahead, Func<string, string> name)
    {
        var zone = ahead == TimeSpan.Zero ? "UTC" : "Asia/Shanghai";
        foreach (var old in Directory.EnumerateFiles(_folder.Path, "touches*.csv"))
        {
            File.Delete(old);
        }

        _folder.Write("metrics/own.csx", "");
        _folder.Write("merit.yaml", $$"""
            name: Same
            currency: CNY
            timezone: UTC
            attribution: { default: linear, models: [{{Models}}], lookback: 30d }
            sources:
              touchpoints: { connector: files, timezone: {{zone}}, path: "touches*.csv", into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, channel: channel } }
              orders: { connector: files, timezone: {{zone}}, path: orders.csv, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }
            """);
        string At(DateTime at) => (at + ahead).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
        for (var i = 0; i < files.Count; i++)
        {
            _folder.Write($"touches-{i}.csv", "id,who,at,channel\n" + string.Concat(files[i].Select(t => $"t{t.Id},c{t.Contact},{At(t.At)},{name(t.Channel)}\n")));
        }

        _folder.Write("orders.csv", "id,who,at,amount\n" + string.Concat(orders.Select(o => $"{o.Id},c{o.Contact},{At(o.At)},{o.Amount}\n")));
        Assert.Equal(0, await Merit("load", "--full"));
        using var session = new PublishedVersions(Path.Combine(_folder.Path, ".merit", "warehouse")).OpenLatest();
        return session.Query(
            $"SELECT conversion_id || ' ' || coalesce(touch_id, '') || ' ' || coalesce(position, 0), channel, \"{Models.Replace(", ", "\", \"", StringComparison.Ordinal)}\" FROM credits ORDER BY conversion_id, position",
            row => (row.GetString(0), row.GetString(1), Enumerable.Range(2, row.FieldCount - 2).Select(row.GetDouble).ToArray()));
    }
}
