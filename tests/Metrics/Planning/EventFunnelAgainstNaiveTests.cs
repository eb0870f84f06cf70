using FsCheck;
using FsCheck.Fluent;
using Merit.Metrics.Language;
using Merit.Metrics.Tables;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Planning;

/// <summary>Contacts followed through random events, by the planner and by going through the events of each contact one by one.</summary>
public sealed class EventFunnelAgainstNaiveTests
{
    private const int Cases = 200;

    private static readonly TouchpointsTable Touchpoints = new();

    private static readonly Definitions Metrics = Declared(() => Funnel(
        "f", within: 48.Hours(), Stage("one", Touchpoints.occurred_at, where: Touchpoints.kind == "view"), Stage("two", Touchpoints.occurred_at), Leads.created_at, Sales.sold_at));

    [Fact]
    public void Random_events_are_followed_as_one_by_one()
    {
        using var warehouse = new TestWarehouse().OnOneThread().With("touchpoints", "touch_id contact_id occurred_at kind channel").With("leads", "lead_id contact_id created_at").With("sales", "sale_id contact_id sold_at");
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var events = Events(new Random(seed));
            warehouse.Clear("touchpoints", "leads", "sales");
            warehouse.With("touchpoints", "touch_id contact_id occurred_at kind channel", [.. events.Where(e => e.Table == 't').Select(e => new object?[] { e.Id, e.Contact, e.At, e.Kind, e.Channel })]);
            warehouse.With("leads", "lead_id contact_id created_at", [.. events.Where(e => e.Table == 'l').Select(e => new object?[] { e.Id, e.Contact, e.At })]);
            warehouse.With("sales", "sale_id contact_id sold_at", [.. events.Where(e => e.Table == 's').Select(e => new object?[] { e.Id, e.Contact, e.At })]);

            var answer = Ask.Lines(warehouse.Ask(Metrics, Ask.For("f_one f_two f_created f_sold f_created_days f_days", "channel", total: true)));

            Assert.Equal(Naive(events), answer);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Cases));
    }

    private static IEnumerable<string> Naive(IReadOnlyList<Event> events)
    {
        var followed = events.Select(e => e.Contact).OfType<string>().Distinct().Select(contact => Follow([.. events.Where(e => e.Contact == contact)])).OfType<Followed>().ToList();
        var groups = followed.GroupBy(f => f.Channel ?? "(none)", StringComparer.Ordinal).OrderBy(g => g.Key == "(none)").ThenBy(g => g.Key, StringComparer.Ordinal);
        return groups.Select(g => Line(g.Key, [.. g])).Append($"total {Line("(none)", followed)}");
    }

    private static string Line(string group, IReadOnlyList<Followed> followed) =>
        $"{group}: {followed.Count} {followed.Count(f => f.Times.Count > 1)} {followed.Count(f => f.Times.Count > 2)} {followed.Count(f => f.Times.Count > 3)} {Median(followed, 1, 2)} {Median(followed, 0, 3)}";

    private static string Median(IEnumerable<Followed> followed, int from, int to)
    {
        var days = followed.Where(f => f.Times.Count > to).Select(f => (f.Times[to] - f.Times[from]).TotalDays).Order().ToList();
        return days.Count == 0 ? "NoRows" : ((days[(days.Count - 1) / 2] + days[days.Count / 2]) / 2).ToString("0.######");
    }

    private static Followed? Follow(IReadOnlyList<Event> events)
    {
        var inOrder = events.Where(e => e.At is not null).OrderBy(e => e.At).ThenBy(e => e.Id, StringComparer.Ordinal).ToList();
        if (inOrder.Find(e => e.Table == 't' && e.Kind == "view") is not { At: { } first } entry)
        {
            return null;
        }

        List<DateTime> times = [first];
        foreach (var table in "tls")
        {
            var last = times[^1];
            if (inOrder.Find(e => e.Table == table && e.At <= first.AddHours(48) && (table == 't' ? e.At > last : e.At >= last)) is not { At: { } at })
            {
                break;
            }

            times.Add(at);
        }

        return new Followed(entry.Channel, times);
    }

    private static IReadOnlyList<Event> Events(Random random) =>
    [
        .. Enumerable.Range(0, random.Next(0, 40)).Select(i => new Event(
            "ttls"[random.Next(4)], $"{random.Next(100):00}-{i:00}", random.Next(12) == 0 ? null : $"c{random.Next(4)}",
            random.Next(15) == 0 ? null : new DateTime(2025, 3, 30).AddHours(random.Next(72)), random.Next(3) == 0 ? "click" : "view", random.Next(4) switch { 0 => null, 1 => "ads", _ => "email" })),
    ];

    private sealed record Event(char Table, string Id, string? Contact, DateTime? At, string Kind, string? Channel);

    private sealed record Followed(string? Channel, IReadOnlyList<DateTime> Times);
}
