using Merit.Host.Attribution.Learning;
using Merit.Host.Workspaces;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>Paths that the engine makes of journeys, against the same journeys gone through one by one. Half of the moments are shared, so that touch ids decide.</summary>
public sealed class JourneyPathsTests
{
    private sealed record Touched(string Id, string Contact, DateTime At, string? Channel, string? Campaign);

    private sealed record Converted(string Id, string Kind, string Contact, DateTime At, decimal Value);

    [Theory]
    [InlineData(1, false, "channel", false, false, 1)]
    [InlineData(2, true, "channel", false, false, 1)]
    [InlineData(3, false, "campaign_id", true, false, 1)]
    [InlineData(4, false, "channel", false, true, 1)]
    [InlineData(5, false, "channel", true, true, 4000)]
    [InlineData(6, true, "channel", false, false, 4000)]
    public void Paths_are_those_one_would_find_by_hand(int seed, bool byAccount, string unit, bool collapses, bool chained, int years)
    {
        var random = new Random(seed);
        DateTime Moment() => AttributionWarehouse.Day(random.Next(60) + (random.Next(2) / 2d)).AddMicroseconds(seed % 2);
        T Pick<T>(params T[] values) => values[random.Next(values.Length)];
        List<Touched> touches = [.. Enumerable.Range(0, 900).Select(i => new Touched($"t{(i * 7919) % 900}", $"c{random.Next(80)}", Moment(), Pick("a", "b", "c", "d", null), Pick("x", "y", null)))];
        List<Converted> conversions = [.. Enumerable.Range(0, 120).Select(i => new Converted($"d{i}", Pick("sale", "mql"), $"c{random.Next(90)}", Moment(), random.Next(1000)))];
        var rules = new JourneyRules { Lookback = TimeSpan.FromDays(15 * years), ExcludeChannels = ["d"], CollapseRepeats = collapses, Chained = chained };
        using var warehouse = new AttributionWarehouse { ByAccount = byAccount };
        var accounts = byAccount ? Enumerable.Range(0, 60).ToDictionary(i => $"c{i}", _ => $"a{random.Next(25)}", StringComparer.Ordinal) : [];
        Array.ForEach([.. accounts], a => warehouse.Contact(a.Key, a.Value));
        touches.ForEach(t => warehouse.Touch(t.Id, t.Contact, t.At, t.Channel, t.Campaign));
        conversions.ForEach(c => warehouse.Convert(c.Id, c.Contact, c.At, c.Value, kind: c.Kind));
        warehouse.Fill();

        var table = PathTable.OfJourneys(warehouse.Session, rules, byAccount, "sale", unit);
        var names = table.Names ?? [];
        var engine = warehouse.Session.Query(
            $"SELECT path, sum(conversions), sum(value), sum(nulls) FROM {PathTable.Name} GROUP BY path",
            row => (Path: string.Join('>', row.GetFieldValue<List<int>>(0).Select(n => names[n])), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3))).Order().ToList();

        var found = conversions.FindAll(c => c.Kind is "sale").Select(c => (Path: PathTo(Owner(c.Contact), c.At, Earlier(c)), Conversions: 1d, Value: (double)c.Value, Nulls: 0d));
        var lost = touches.FindAll(Kept).GroupBy(t => Owner(t.Contact), StringComparer.Ordinal).Select(Lost);
        var byHand = found.Concat(lost).Where(j => j.Path.Length > 0).GroupBy(j => j.Path, StringComparer.Ordinal)
            .Select(g => (g.Key, g.Sum(j => j.Conversions), g.Sum(j => j.Value), g.Sum(j => j.Nulls))).Order().ToList();
        Assert.Contains(byHand, p => p.Item4 > 0);
        Assert.Equal(byHand, engine);

        var sets = new EvidenceCount(warehouse.Session, table).Count(new ChannelSets(), byBucket: false);
        Assert.Equal(
            byHand.GroupBy(p => string.Join(' ', p.Key.Split('>').Distinct().Order(StringComparer.Ordinal)), StringComparer.Ordinal).Select(g => (g.Key, g.Sum(p => p.Item2), g.Sum(p => p.Item4))).Order(),
            sets.Groups.Select(g => (string.Join(' ', g.Channels.Select(c => sets.Channels[c])), g.Conversions, g.Nulls)).Order());

        string Owner(string contact) => accounts.TryGetValue(contact, out var account) ? account : contact;
        bool Kept(Touched t) => t.Channel is not "d";

        DateTime? Earlier(Converted c) => !chained ? null : conversions
            .FindAll(o => o.Kind == c.Kind && Owner(o.Contact) == Owner(c.Contact) && (o.At < c.At || (o.At == c.At && string.CompareOrdinal(o.Id, c.Id) < 0)))
            .Select(o => (DateTime?)o.At).Max();

        (string Path, double Conversions, double Value, double Nulls) Lost(IGrouping<string, Touched> owned)
        {
            var last = conversions.FindAll(c => c.Kind is "sale" && Owner(c.Contact) == owned.Key).Select(c => (DateTime?)c.At).Max();
            var after = owned.Where(t => last is null || t.At > last).ToList();
            return (after.Count == 0 ? "" : PathTo(owned.Key, after.Max(t => t.At), last), 0, 0, 1);
        }

        string PathTo(string owner, DateTime at, DateTime? after)
        {
            var units = touches.FindAll(t => Kept(t) && Owner(t.Contact) == owner && t.At <= at && at - t.At <= rules.Lookback && (after is null || t.At > after))
                .OrderBy(t => t.At).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
            var first = units.Where((t, i) => !collapses || i == 0 || t.Channel != units[i - 1].Channel);
            return string.Join('>', first.Select(t => (unit is "channel" ? t.Channel : t.Campaign) ?? "(none)"));
        }
    }
}
