using Merit.Host.Warehouse.Sessions;
using Merit.Host.Workspaces;

namespace Merit.Host.Tests.Attribution;

/// <summary>Journeys under random options, found once more in plain C# that shares nothing with the product.</summary>
public sealed class NaiveJourneyRulesTests
{
    private sealed record Touched(string Id, string Contact, DateTime At, string? Channel, string? Campaign);

    private sealed record Converted(string Id, string Kind, string Contact, DateTime At);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void The_engine_finds_the_journeys_one_would_find_by_hand(int seed)
    {
        var random = new Random(seed);
        DateTime Moment() => AttributionWarehouse.Day(random.Next(60) + (random.Next(2) / 2d));
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        List<Touched> touches = [.. Enumerable.Range(0, 600).Select(i => new Touched($"t{(i * 7919) % 600}", $"c{random.Next(60)}", Moment(), Pick("a", "b", "c", null), Pick("x", "y", null)))];
        List<Converted> conversions = [.. Enumerable.Range(0, 150).Select(i => new Converted($"d{i}", Pick("sale", "mql"), $"c{random.Next(70)}", Moment()))];

        var workspace = new JourneyRules { Lookback = TimeSpan.FromDays(30) };
        List<JourneyChanges> changes = [JourneyChanges.None, .. Enumerable.Range(0, 3).Select(_ => Random(random))];
        using var warehouse = new AttributionWarehouse { Lookback = workspace.Lookback };
        touches.ForEach(t => warehouse.Touch(t.Id, t.Contact, t.At, t.Channel, t.Campaign));
        conversions.ForEach(c => warehouse.Convert(c.Id, c.Contact, c.At, 7, kind: c.Kind));
        for (var i = 0; i < changes.Count; i++)
        {
            warehouse.Model("linear", name: $"m{i}", journeys: changes[i]);
        }

        warehouse.Run();
        for (var i = 0; i < changes.Count; i++)
        {
            var rules = changes[i].ApplyTo(workspace);
            var expected = conversions.SelectMany(c => ShareOut(c, conversions, touches, rules)).OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
            var actual = warehouse.Session.Query(
                $"SELECT conversion_id || ' ' || coalesce(touch_id, ''), {SqlText.Name($"m{i}")} FROM credits WHERE {SqlText.Name($"m{i}")} > 0", r => KeyValuePair.Create(r.GetString(0), r.GetDouble(1)))
                .OrderBy(s => s.Key, StringComparer.Ordinal).ToList();
            Assert.Equal(expected.Select(e => e.Key), actual.Select(a => a.Key));
            Assert.Equal(expected.Select(e => e.Value), actual.Select(a => a.Value), (a, b) => Math.Abs(a - b) < 1e-12);
        }
    }

    private static JourneyChanges Random(Random random)
    {
        bool Maybe() => random.Next(2) == 0;
        return new JourneyChanges(
            Maybe() ? TimeSpan.FromDays(random.Next(1, 40)) : null,
            Maybe() ? new Dictionary<string, TimeSpan>(StringComparer.Ordinal) { ["mql"] = TimeSpan.FromDays(random.Next(1, 20)) } : null,
            Maybe(),
            Maybe() ? ["a"] : null,
            Maybe() ? ["x", "none such"] : null,
            Maybe(),
            Unit: Maybe() ? ["channel", "campaign_id"] : null);
    }

    private static IEnumerable<KeyValuePair<string, double>> ShareOut(Converted conversion, List<Converted> all, List<Touched> touches, JourneyRules rules)
    {
        var lookback = rules.LookbackOf.TryGetValue(conversion.Kind, out var own) ? own : rules.Lookback;
        var earlier = all
            .Where(c => c.Kind == conversion.Kind && c.Contact == conversion.Contact && (c.At < conversion.At || (c.At == conversion.At && string.CompareOrdinal(c.Id, conversion.Id) < 0)))
            .Select(c => c.At).DefaultIfEmpty(DateTime.MinValue).Max();
        var taking = touches
            .FindAll(t => t.Contact == conversion.Contact && t.At <= conversion.At && conversion.At - t.At <= lookback)
            .FindAll(t => !rules.Chained || t.At > earlier)
            .FindAll(t => (t.Channel is null || !rules.ExcludeChannels.Contains(t.Channel)) && (t.Campaign is null || !rules.ExcludeCampaigns.Contains(t.Campaign)));
        taking.Sort((a, b) => a.At != b.At ? a.At.CompareTo(b.At) : string.CompareOrdinal(a.Id, b.Id));
        var kept = new List<Touched>();
        for (var i = 0; i < taking.Count; i++)
        {
            var repeats = i > 0 && taking[i].Channel == taking[i - 1].Channel && (rules.Unit.Count == 1 || taking[i].Campaign == taking[i - 1].Campaign);
            if (!rules.CollapseRepeats || !repeats)
            {
                kept.Add(taking[i]);
            }
        }

        return kept.Count == 0
            ? [KeyValuePair.Create($"{conversion.Id} ", 1d)]
            : kept.Select(t => KeyValuePair.Create($"{conversion.Id} {t.Id}", 1d / kept.Count));
    }
}
