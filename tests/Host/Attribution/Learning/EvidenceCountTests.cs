using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>What the engine counts, against the same journeys gone through one by one.</summary>
public sealed class EvidenceCountTests
{
    private static readonly (string[] Path, double Conversions, double Value, double Nulls)[] Rows = Random(120);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Runs_are_counted_as_by_hand(int order) => Same(new Transitions(order), path =>
        [.. Enumerable.Range(0, Math.Max(0, path.Length - order)).Select(i => path[i..(i + order + 1)]), path[Math.Max(0, path.Length - order)..]]);

    [Fact]
    public void Sets_are_counted_as_by_hand() => Same(new ChannelSets(), path => [[.. path.Distinct().Order(StringComparer.Ordinal)]]);

    [Fact]
    public void Paths_are_counted_as_by_hand() => Same(new Paths(), path => [path]);

    [Fact]
    public void Buckets_add_up_to_the_whole_and_every_bucket_has_its_own()
    {
        using var engine = new Engine();
        var counts = engine.Count(Rows).Count(new ChannelSets(), byBucket: true);
        Assert.Equal(Rows.Sum(r => r.Conversions), counts.Groups.Sum(g => g.Conversions), 1e-9);
        Assert.Equal(Rows.Sum(r => r.Value), counts.Groups.Sum(g => g.Value), 1e-9);
        Assert.Equal(Rows.Sum(r => r.Nulls), counts.Groups.Sum(g => g.Nulls), 1e-9);
        Assert.True(counts.Groups.Select(g => g.Bucket).Distinct().Count() > 20);
        Assert.All(counts.Groups, g => Assert.InRange(g.Bucket, Group.EveryBucket, PathTable.Buckets - 1));
    }

    [Fact]
    public void Single_journeys_lie_in_their_bucket_whole()
    {
        using var engine = new Engine();
        var counts = engine.Count([.. Enumerable.Range(0, 50).Select(i => ((string[])[$"c{i}"], 1d, 2d, 0d))]).Count(new Paths(), byBucket: true);
        Assert.All(counts.Groups, g => Assert.True(g.Bucket >= 0 || g is { Conversions: 0, Value: 0, Nulls: 0 }));
    }

    [Fact]
    public void Spaces_around_a_name_are_not_the_channels()
    {
        using var engine = new Engine();
        engine.Session.Execute("CREATE TABLE spaced AS SELECT 'a >b> a ' AS path, 1e0 AS conversions, 0e0 AS value, 0e0 AS nulls");
        var counts = new EvidenceCount(engine.Session, PathTable.OfRows(engine.Session, "FROM spaced", ">")).Count(new ChannelSets(), byBucket: false);
        Assert.Equal(["a", "b"], counts.Channels);
        Assert.Equal([0, 1], Assert.Single(counts.Groups).Channels);
    }

    private static void Same(Evidence needs, Func<string[], string[][]> seen)
    {
        using var engine = new Engine();
        var counts = engine.Count(Rows).Count(needs, byBucket: false);
        var byHand = Rows.SelectMany(r => seen(r.Path).Select(s => (Key: string.Join('>', s), r.Conversions, r.Value, r.Nulls)))
            .GroupBy(r => r.Key, StringComparer.Ordinal).ToDictionary(g => g.Key, g => (g.Sum(r => r.Conversions), g.Sum(r => r.Value), g.Sum(r => r.Nulls)), StringComparer.Ordinal);
        var engines = counts.Groups.ToDictionary(g => string.Join('>', g.Channels.Select(c => counts.Channels[c])), g => (g.Conversions, g.Value, g.Nulls), StringComparer.Ordinal);
        Assert.Equal(byHand.Keys.Order(StringComparer.Ordinal), engines.Keys.Order(StringComparer.Ordinal));
        Assert.All(byHand, e =>
        {
            Assert.Equal(e.Value.Item1, engines[e.Key].Conversions, 1e-9);
            Assert.Equal(e.Value.Item2, engines[e.Key].Value, 1e-9);
            Assert.Equal(e.Value.Item3, engines[e.Key].Nulls, 1e-9);
        });
    }

    private static (string[], double, double, double)[] Random(int rows)
    {
        var random = new Random(4);
        return [.. Enumerable.Range(0, rows).Select(_ => ((string[])[.. Enumerable.Range(0, 1 + random.Next(6)).Select(_ => $"ch{random.Next(4)}")], (double)random.Next(5), random.Next(100) / 8d, (double)random.Next(5)))];
    }

    private sealed class Engine : IDisposable
    {
        private readonly TemporaryFolder _folder = new();

        public Engine() => Session = Session.Open(":memory:", new SessionSettings { TempDirectory = _folder.Path, Threads = 2 });

        public Session Session { get; }

        public EvidenceCount Count((string[] Path, double Conversions, double Value, double Nulls)[] rows)
        {
            Session.Execute("CREATE TABLE given (path VARCHAR, conversions DOUBLE, value DOUBLE, nulls DOUBLE)");
            foreach (var (path, conversions, value, nulls) in rows)
            {
                Session.Execute("INSERT INTO given VALUES ($1, $2, $3, $4)", string.Join(" > ", path), conversions, value, nulls);
            }

            return new EvidenceCount(Session, PathTable.OfRows(Session, "FROM given", " > "));
        }

        public void Dispose()
        {
            Session.Dispose();
            _folder.Dispose();
        }
    }
}
