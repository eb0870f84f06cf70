using System.Globalization;
using System.Text.Json;
using Merit.Host.Commands;
using Merit.Host.Pipeline;

namespace Merit.Host.Tests.Pipeline;

/// <summary>The same events give the same credit, however they are written down: in one file or several, in any order, in any zone, under any names of channels.</summary>
public sealed class AttributionInvarianceTests
{
    private const string Models = "first, last, linear, u-shaped, j-shaped, inverse-j, time-decay, w-shaped, full-path, markov, { id: markov-2, model: markov, order: 2 }, shapley, { id: rate, model: shapley, worth: conversion-rate }, shapley-ordered, data-driven";

    private static readonly string[] Channels = ["email", "ads", "expo", "search"];

    private readonly List<(string Id, string Who, DateTime At, string Channel)> _touches = [];
    private readonly List<(string Id, string Who, DateTime At, int Amount)> _orders = [];

    public AttributionInvarianceTests()
    {
        var random = new Random(4);
        for (var contact = 0; contact < 240; contact++)
        {
            var at = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(random.Next(60 * 24 * 60));
            for (var left = 1 + random.Next(5); left > 0; left--)
            {
                // Some at one moment, which their identifiers put in order.
                _touches.Add(($"t{_touches.Count:D5}", $"c{contact}", at, Channels[random.Next(Channels.Length)]));
                at = random.Next(4) == 0 ? at : at.AddMinutes(random.Next(60 * 24 * 8));
            }

            if (random.Next(3) > 0)
            {
                _orders.Add(($"o{contact}", $"c{contact}", at.AddMinutes(5), 10 + random.Next(500)));
            }
        }
    }

    [Fact]
    public async Task Files_order_zones_and_names_do_not_matter()
    {
        var told = await Attribute(_touches, files: 1, offset: TimeSpan.Zero, name: c => c);

        var random = new Random(9);
        var written = await Attribute([.. _touches.OrderBy(_ => random.Next())], files: 3, offset: TimeSpan.FromHours(8), name: c => c);
        Same(told, written, c => c);

        var names = Channels.Zip(["zeta", "Ünter", "a b", "渠道"]).ToDictionary(n => n.First, n => n.Second, StringComparer.Ordinal);
        Same(told, await Attribute(_touches, files: 1, offset: TimeSpan.Zero, name: c => names[c]), c => names.GetValueOrDefault(c, c));

        Assert.Equal(15, told.Select(t => t.Model).Distinct(StringComparer.Ordinal).Count());
        Assert.All(told.GroupBy(t => t.Model, StringComparer.Ordinal), m => Assert.Equal(_orders.Count, m.Sum(t => t.Conversions), 1e-7));
    }

    private static void Same(IReadOnlyList<(string Model, string Channel, double Conversions, double Value)> one, IReadOnlyList<(string Model, string Channel, double Conversions, double Value)> other, Func<string, string> name)
    {
        var found = other.ToDictionary(o => (o.Model, o.Channel));
        Assert.Equal(one.Count, other.Count);
        Assert.All(one, o =>
        {
            Assert.Equal(o.Conversions, found[(o.Model, name(o.Channel))].Conversions, 1e-9 * 240);
            Assert.Equal(o.Value, found[(o.Model, name(o.Channel))].Value, 1e-9 * 1e5);
        });
    }

    private async Task<IReadOnlyList<(string Model, string Channel, double Conversions, double Value)>> Attribute(
        IReadOnlyList<(string Id, string Who, DateTime At, string Channel)> touches, int files, TimeSpan offset, Func<string, string> name)
    {
        using var folder = new TemporaryFolder();
        folder.Write("merit.yaml",
            $$"""
            name: Small
            currency: CNY
            timezone: Asia/Shanghai
            sources:
              touches: { connector: files, path: "touches-*.csv", into: touchpoints, columns: { touch_id: id, contact_id: who, occurred_at: at, channel: channel } }
              orders: { connector: files, path: orders.csv, into: orders, columns: { order_id: id, contact_id: who, ordered_at: at, amount: amount } }
            attribution:
              models: [{{Models}}]
              default: linear
            """);
        string Written(DateTime at) => new DateTimeOffset(at).ToOffset(offset).ToString("yyyy-MM-ddTHH:mm:sszzz", CultureInfo.InvariantCulture);
        foreach (var (some, i) in touches.Chunk(1 + (touches.Count / files)).Select((s, i) => (s, i)))
        {
            folder.Write($"touches-{i}.csv", "id,who,at,channel\n" + string.Concat(some.Select(t => $"{t.Id},{t.Who},{Written(t.At)},{name(t.Channel)}\n")));
        }

        folder.Write("orders.csv", "id,who,at,amount\n" + string.Concat(_orders.Select(o => $"{o.Id},{o.Who},{Written(o.At)},{o.Amount}\n")));
        var (data, notes) = (new StringWriter(), new StringWriter());
        var around = new Surroundings
        {
            Output = new Terminal(data, notes, interactive: false, colour: false),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal),
            CurrentDirectory = folder.Path,
            BaseDirectory = AppContext.BaseDirectory,
            Clock = TimeProvider.System,
            Stages = new Stages(AppContext.BaseDirectory, TimeProvider.System),
        };
        Assert.True(await CommandLine.RunAsync(["load", "--quiet"], around, TestContext.Current.CancellationToken) == 0, notes.ToString());
        Assert.True(await CommandLine.RunAsync(["attribute", "--intervals", "off", "--format", "json"], around, TestContext.Current.CancellationToken) == 0, notes.ToString());
        using var json = JsonDocument.Parse(data.ToString());
        return [.. json.RootElement.EnumerateArray().Select(r => (r.GetProperty("model").GetString() ?? "", r.GetProperty("channel").GetString() ?? "", r.GetProperty("conversions").GetDouble(), r.GetProperty("value").GetDouble()))];
    }
}
