using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Merit.Diagnostics;
using Merit.Host.Warehouse.Loading;
using Merit.Host.Workspaces;
using Merit.Metrics.Schema;
using Merit.Plugins;
using Merit.Plugins.Connectors;

namespace Merit.Host.Tests.Warehouse.Updating;

/// <summary>Rows that go are found by their keys alone where that is enough; the table is what saying everything one by one comes to, whatever is said in whatever order.</summary>
public sealed class KeysAloneTests
{
    [Fact]
    public void Whatever_is_said_comes_to_the_same_one_by_one() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2),
        Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed => RunAsync(new Random(seed)).GetAwaiter().GetResult()));

    private static async Task RunAsync(Random random)
    {
        using var bed = new LoadBed();
        var known = new SortedDictionary<(string Shop, long Id), (string Day, long Amount)>();
        var updated = 0;
        for (var load = 0; load < 4; load++)
        {
            // A value that is none rejects its row: then keys alone do not tell, and nobody sees a difference.
            var said = Say(random, first: load == 0, broken: random.Next(3) == 0).ToList();
            Apply(said, known);
            var outcome = await LoadAsync(bed, said);
            updated += outcome.Changes[0].Updated ? 1 : 0;
            var sound = known.Where(k => k.Value.Amount >= 0).Select(k => $"{k.Key.Shop}|{k.Key.Id}|{k.Value.Day}|{k.Value.Amount}").ToList();
            Assert.Equal(sound, bed.Rows("SELECT shop, number, day, amount FROM things ORDER BY shop, number::BIGINT"));
            Assert.Equal(known.Select(k => $"{k.Key.Shop}|{k.Key.Id}"), bed.Rows("SELECT shop, id FROM kept.given ORDER BY ALL"));
            Assert.Equal((known.Count, sound.Count, known.Count - sound.Count), (outcome.Loads[0].Read, outcome.Loads[0].Loaded, outcome.Loads[0].Rejected));
        }

        Assert.True(updated > 0 || known.Count < 40, "No load updated the table.");
    }

    private static IEnumerable<Chunk> Say(Random random, bool first, bool broken)
    {
        yield return new Changes(["shop", "id"]);
        if (first)
        {
            yield return Page([.. Enumerable.Range(0, 60).Select(i => ($"s{i % 3}", i / 3L, Day(i % 9), i * 10L))]);
        }

        for (var change = random.Next(4); change > 0; change--)
        {
            (string, long) Key() => ($"s{random.Next(3)}", random.Next(24));
            switch (random.Next(first ? 2 : 5))
            {
                case 0:
                case 1:
                    yield return Page([.. Enumerable.Range(0, random.Next(3)).Select(_ => Key()).Select(k => (k.Item1, k.Item2, Day(random.Next(9)), broken && random.Next(4) == 0 ? -1L : random.Next(100)))]);
                    break;
                case 2:
                    var gone = Enumerable.Range(0, random.Next(3)).Select(_ => Key()).ToList();
                    yield return new Removed([new IntegerColumn("id", [.. gone.Select(g => (long?)g.Item2)]), new TextColumn("shop", [.. gone.Select(g => g.Item1)])]);
                    break;
                case 3:
                    yield return new Restated("day", new DateOnly(2025, 1, 5), new DateOnly(2025, 1, 5));
                    break;
                default:
                    yield return new Present([new TextColumn("shop", [.. Enumerable.Range(0, 66).Select(i => $"s{i % 3}")]), new IntegerColumn("id", [.. Enumerable.Range(0, 66).Select(i => (long?)(i / 3))])]);
                    break;
            }
        }

        yield return new Checkpoint(random.Next().ToString(CultureInfo.InvariantCulture));
    }

    // As a reader would do it who takes one piece after the other; what is there is told for all that was said.
    private static void Apply(IReadOnlyList<Chunk> said, SortedDictionary<(string Shop, long Id), (string Day, long Amount)> known)
    {
        foreach (var chunk in said)
        {
            switch (chunk)
            {
                case Rows rows:
                    for (var i = 0; i < rows.RowNumbers.Count; i++)
                    {
                        known[(Texts(rows.Columns[0])[i] ?? "", Numbers(rows.Columns[1])[i] ?? 0)] = (Texts(rows.Columns[2])[i] ?? "", long.Parse(Texts(rows.Columns[3])[i] is "much" ? "-1" : Texts(rows.Columns[3])[i] ?? "", CultureInfo.InvariantCulture));
                    }

                    break;
                case Removed removed:
                    foreach (var (id, shop) in Numbers(removed.Keys[0]).Zip(Texts(removed.Keys[1])))
                    {
                        known.Remove((shop ?? "", id ?? 0));
                    }

                    break;
                case Restated:
                    known.Where(k => k.Value.Day == "2025-01-05").Select(k => k.Key).ToList().ForEach(k => known.Remove(k));
                    break;
            }
        }

        foreach (var present in said.OfType<Present>().Take(1))
        {
            var there = Texts(present.Keys[0]).Zip(Numbers(present.Keys[1])).Select(k => (k.First ?? "", k.Second ?? 0)).ToHashSet();
            known.Keys.Where(k => !there.Contains(k)).ToList().ForEach(k => known.Remove(k));
        }
    }

    private static IReadOnlyList<string?> Texts(Merit.Plugins.Connectors.Column column) => ((TextColumn)column).Values;

    private static IReadOnlyList<long?> Numbers(Merit.Plugins.Connectors.Column column) => ((IntegerColumn)column).Values;

    private static string Day(int day) => $"2025-01-0{day + 1}";

    private static Rows Page(IReadOnlyList<(string Shop, long Id, string Day, long Amount)> rows) => new(
        "page",
        [
            new TextColumn("shop", [.. rows.Select(r => r.Shop)]), new IntegerColumn("id", [.. rows.Select(r => (long?)r.Id)]), new TextColumn("day", [.. rows.Select(r => r.Day)]),
            new TextColumn("amount", [.. rows.Select(r => r.Amount < 0 ? "much" : r.Amount.ToString(CultureInfo.InvariantCulture))]),
        ],
        [.. Enumerable.Range(1, rows.Count).Select(n => (long)n)]);

    private static Task<LoadOutcome> LoadAsync(LoadBed bed, IReadOnlyList<Chunk> said) => bed.LoadAsync(LoadBed.With("given", new Given(said)), new Source
    {
        Name = "given", Connector = "given", Options = new NoOptions(), Into = "things", Zone = TimeZoneInfo.Utc, At = new Place("merit.yaml", 5, 3), Key = ["shop", "number"],
        Columns = [LoadBed.Typed("shop", ColumnType.Text), new ColumnMapping { Name = "number", From = "id", Type = ColumnType.Text, At = new Place("merit.yaml", 6, 3) }, LoadBed.Typed("day", ColumnType.Date), LoadBed.Typed("amount", ColumnType.Integer)],
    });

    private sealed class Given(IReadOnlyList<Chunk> chunks) : IConnector
    {
        public IAsyncEnumerable<Chunk> ReadAsync(ReadRequest request, CancellationToken stop) => chunks.ToAsyncEnumerable();
    }
}
