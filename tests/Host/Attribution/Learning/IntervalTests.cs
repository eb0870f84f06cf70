using Merit.Attribution.Learning.Chains;
using Merit.Attribution.Learning.Games;
using Merit.Host.Attribution.Learning;
using Merit.Host.Warehouse.Sessions;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>Journeys are drawn again and again from a known truth: an interval of 95 % must hold it about so often.</summary>
public sealed class IntervalTests
{
    // A path, how often it is walked, and how often it converts.
    private static readonly (string Path, double Chance, double Converts)[] Truth = Make();

    private const int Journeys = 3000;
    private const int Draws = 100;

    public static TheoryData<string> Models => ["markov", "markov-2", "shapley"];

    [Theory]
    [MemberData(nameof(Models))]
    public void Single_journeys_in_buckets_cover_the_truth(string name) => Covers(name, grouped: false);

    [Theory]
    [MemberData(nameof(Models))]
    public void Grouped_paths_whose_buckets_are_not_known_cover_the_truth(string name) => Covers(name, grouped: true);

    [Fact]
    public void The_same_journeys_have_the_same_interval()
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder.Path, Threads = 2 });
        var rows = Draw(new Random(5));
        IReadOnlyList<(Interval, Interval)>? Once()
        {
            var counts = Count(session, rows, grouped: true, new Transitions(1));
            var model = Make("markov");
            return new Jackknife(model, counts, TestContext.Current.CancellationToken).Around(model.Learn(counts, TestContext.Current.CancellationToken).Credits);
        }

        Assert.Equal(Once(), Once());
    }

    [Fact]
    public void Where_nothing_converts_without_some_bucket_there_is_no_interval()
    {
        Group[] groups = [new([0], 5, 5, 0, 3), new([0], 0, 0, 9, 7)];
        var counts = new JourneyCounts(["a"], groups);
        var model = Make("markov");
        Assert.Null(new Jackknife(model, counts, TestContext.Current.CancellationToken).Around(model.Learn(counts, TestContext.Current.CancellationToken).Credits));
    }

    [Theory]
    [InlineData("shapley", true)]
    [InlineData("shapley", false)]
    [InlineData("shapley-ordered", true)]
    [InlineData("shapley-ordered", false)]
    public void Credit_that_adds_up_has_the_interval_of_learning_again(string name, bool grouped)
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder.Path, Threads = 2 });
        var model = Make(name);
        Assert.True(model.SharesEachAlone);
        var counts = Count(session, Draw(new Random(6)), grouped, model.Needs);
        var credits = model.Learn(counts, TestContext.Current.CancellationToken).Credits;
        var summed = new Jackknife(model, counts, TestContext.Current.CancellationToken).Around(credits) ?? [];
        var learned = new Jackknife(new Relearned(model), counts, TestContext.Current.CancellationToken).Around(credits) ?? [];
        Assert.NotEmpty(summed);
        Assert.Equal(
            learned.SelectMany(i => new[] { i.Conversions.Low, i.Conversions.High, i.Value.Low, i.Value.High }),
            summed.SelectMany(i => new[] { i.Conversions.Low, i.Conversions.High, i.Value.Low, i.Value.High }),
            (a, b) => Math.Abs(a - b) <= 1e-9 * Math.Abs(a));
    }

    private static void Covers(string name, bool grouped)
    {
        using var folder = new TemporaryFolder();
        using var session = Session.Open(":memory:", new SessionSettings { TempDirectory = folder.Path, Threads = 2 });
        var model = Make(name);
        var truth = model.Learn(Count(session, [.. Truth.Select(t => (t.Path, Journeys * t.Chance * t.Converts, Journeys * t.Chance * (1 - t.Converts)))], grouped: true, model.Needs), default)
            .Credits.Select(c => c.Conversions).ToList();
        var random = new Random(20_26);
        var held = 0;
        for (var draw = 0; draw < Draws; draw++)
        {
            // A path's bucket is its name's: other names each time, as the buckets of single journeys are others each time.
            var named = Draw(random).Select(r => r with { Path = string.Concat(r.Path.Select(c => c is '>' ? ">" : $"{c}{draw}")) }).ToArray();
            var counts = Count(session, named, grouped, model.Needs);
            var intervals = new Jackknife(model, counts, TestContext.Current.CancellationToken).Around(model.Learn(counts, TestContext.Current.CancellationToken).Credits) ?? [];
            held += intervals.Zip(truth).Count(t => t.First.Conversions.Low <= t.Second && t.Second <= t.First.Conversions.High);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{name}, grouped {grouped}: {held / (4d * Draws)}");

        // Of 400 looks 95 % should hold; those of one draw hang together, so that one in a hundred fair tries would lie three points off.
        Assert.InRange(held / (4d * Draws), .92, .985);
    }

    private static (string Path, double Conversions, double Nulls)[] Draw(Random random)
    {
        var drawn = Truth.ToDictionary(t => t.Path, _ => (Conversions: 0, Nulls: 0), StringComparer.Ordinal);
        for (var i = 0; i < Journeys; i++)
        {
            var at = random.NextDouble();
            var path = Truth.First(t => (at -= t.Chance) < 0 || t == Truth[^1]);
            var (conversions, nulls) = drawn[path.Path];
            drawn[path.Path] = random.NextDouble() < path.Converts ? (conversions + 1, nulls) : (conversions, nulls + 1);
        }

        return [.. drawn.Select(d => (d.Key, (double)d.Value.Conversions, (double)d.Value.Nulls))];
    }

    private static JourneyCounts Count(Session session, (string Path, double Conversions, double Nulls)[] rows, bool grouped, Evidence needs)
    {
        var values = string.Join(", ", rows.Select(r => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"('{r.Path}', {r.Conversions:R}, {r.Nulls:R})")));
        session.Execute($"CREATE OR REPLACE TEMP TABLE drawn AS SELECT path, c::DOUBLE AS conversions, c::DOUBLE AS value, n::DOUBLE AS nulls FROM (VALUES {values}) v(path, c, n)");
        var table = PathTable.OfRows(session, "FROM temp.drawn", ">");
        if (!grouped)
        {
            var random = new Random((int)rows.Sum(r => r.Conversions) + (31 * (int)rows[0].Nulls));
            var own = rows.SelectMany(r => Enumerable.Range(0, (int)(r.Conversions + r.Nulls)).Select(i => (r.Path, Converts: i < r.Conversions, Bucket: random.Next(PathTable.Buckets))))
                .GroupBy(r => (r.Path, r.Bucket)).Select(g => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"('{g.Key.Path}', {g.Key.Bucket}, {g.Count(r => r.Converts)}e0, {g.Count(r => !r.Converts)}e0)"));
            session.Execute(
                $"""
                DROP VIEW temp.counted_paths;
                CREATE OR REPLACE TEMP VIEW counted_paths AS
                SELECT path, bucket, c AS conversions, c AS value, n AS nulls, c AS own_conversions, c AS own_value, n AS own_nulls FROM (VALUES {string.Join(", ", own)}) v(path, bucket, c, n)
                """);
        }

        return new EvidenceCount(session, table).Count(needs, byBucket: true);
    }

    private static (string, double, double)[] Make()
    {
        var random = new Random(8);
        return
        [
            .. Enumerable.Range(0, 60).Select(_ => string.Join('>', Enumerable.Range(0, 1 + random.Next(5)).Select(_ => "abcd"[random.Next(4)]))).Distinct().ToArray() is var paths
                ? paths.Select(p => (p, 1d / paths.Length, .05 + (p.Contains('a', StringComparison.Ordinal) ? .2 : 0) + (p.Length / 40d)))
                : [],
        ];
    }

    private static ILearningModel Make(string name) => name switch
    {
        "shapley" => new Shapley(new ShapleyOptions()),
        "shapley-ordered" => new OrderedShapley(),
        "markov-2" => new Markov(new MarkovOptions { Order = 2 }),
        _ => new Markov(new MarkovOptions()),
    };

    /// <summary>The same model, silent about its credit adding up.</summary>
    private sealed class Relearned(ILearningModel model) : ILearningModel
    {
        public Evidence Needs => model.Needs;

        public bool HasIntervals => model.HasIntervals;

        public Learned Learn(JourneyCounts counts, CancellationToken stop) => model.Learn(counts, stop);
    }
}
