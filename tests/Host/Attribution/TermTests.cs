using FsCheck;
using FsCheck.Fluent;
using Merit.Host.Attribution;
using Merit.Plugins.Attribution;
using Merit.Tests;

namespace Merit.Host.Tests.Attribution;

/// <summary>A weight means the same to the engine and to the evaluator.</summary>
public sealed class TermTests
{
    private static readonly string[] Channels = ["a", "b", "it's", "A"];

    private static readonly Gen<double> Numbers = Gen.Elements(0, 1, 2, 3, 7, .5, -1, -2.5, 1e-300, 1e300, 1 / 3d);

    private static readonly Gen<LeafKind> Leaves = Gen.Elements(LeafKind.Position, LeafKind.Count, LeafKind.AgeDays, LeafKind.SameChannelCount);

    private static Gen<Term> Terms(int size)
    {
        var ends = Gen.OneOf(Numbers.Select(n => (Term)new Constant(n)), Leaves.Select(l => (Term)new Leaf(l)));
        if (size <= 0)
        {
            return ends;
        }

        var smaller = Terms(size / 2);
        var tests = Tests(size / 2);
        return Gen.OneOf(
            ends,
            Gen.Elements(Enum.GetValues<ArithmeticKind>()).SelectMany(k => smaller.SelectMany(l => smaller.Select(r => (Term)new Arithmetic(k, l, r)))),
            smaller.SelectMany(b => smaller.Select(e => (Term)new Power(b, e))),
            tests.SelectMany(t => smaller.SelectMany(l => smaller.Select(r => (Term)new Choice(t, l, r)))),
            tests.Select(t => (Term)new CountWhere(t)));
    }

    private static Gen<Test> Tests(int size)
    {
        var ends = Gen.OneOf(
            Gen.ListOf(Gen.Elements(Channels)).Select(c => (Test)new ChannelTest([.. c])),
            Gen.Elements(Enum.GetValues<Stage>()).Select(s => (Test)new LatestBeforeTest(s)));
        if (size <= 0)
        {
            return ends;
        }

        var terms = Terms(size / 2);
        var smaller = Tests(size / 2);
        return Gen.OneOf(
            ends,
            Gen.Elements(Enum.GetValues<ComparisonKind>()).SelectMany(k => terms.SelectMany(l => terms.Select(r => (Test)new Comparison(k, l, r)))),
            smaller.Select(t => (Test)new LatestWhereTest(t)),
            smaller.Select(t => (Test)new Not(t)),
            smaller.SelectMany(l => smaller.Select(r => (Test)new Both(l, r))),
            smaller.SelectMany(l => smaller.Select(r => (Test)new Either(l, r))));
    }

    [Fact]
    public void The_engine_and_the_evaluator_agree_on_every_weight()
    {
        using var warehouse = new AttributionWarehouse();
        var journeys = RandomJourneys.Fill(warehouse, seed: 7, journeys: 25);
        warehouse.Fill();

        Prop.ForAll(Terms(12).ToArbitrary(), weight =>
        {
            foreach (var (conversion, computed) in Compute(warehouse, weight))
            {
                var evaluator = new TermEvaluator(journeys[conversion]);
                Assert.All(computed, (value, touch) => AssertSame(evaluator.Evaluate(weight, touch), value));
            }
        }).Holds(150);
    }

    [Fact]
    public void Shares_are_those_of_the_evaluator()
    {
        using var warehouse = new AttributionWarehouse()
            .Model("u-shaped")
            .Model("time-decay")
            .Rule("late", t => t.Pow(t.Position, 1.5))
            .Rule("rare", t => 1 / t.SameChannelCount);
        var journeys = RandomJourneys.Fill(warehouse, seed: 11, journeys: 40);
        warehouse.Run();
        var weights = ModelWeights(warehouse);
        Assert.All(journeys.Where(j => j.Value.Touches.Count > 0), journey =>
            Assert.All(weights, w => Assert.Equal(
                new TermEvaluator(journey.Value).Shares(w.Weight) ?? [], warehouse.Shares(w.Model.Name, journey.Key), (a, b) => Math.Abs(a - b) < 1e-12)));
    }

    [Fact]
    public void Staged_weights_find_the_latest_touch_before_each_stage()
    {
        using var warehouse = new AttributionWarehouse().Rule("staged", t =>
            t.If(t.LatestBefore(Stage.Lead), 1, 0) + t.If(t.LatestBefore(Stage.Opportunity), 2, 0) + t.If(t.LatestBefore(Stage.Conversion), 4, 0) + .5);
        foreach (var day in new[] { 1, 2, 3, 4 })
        {
            warehouse.Touch($"{day}", "c", AttributionWarehouse.Day(day), "x");
        }

        warehouse.Session.Execute("INSERT INTO leads VALUES ('l', $1)", AttributionWarehouse.Day(2));
        warehouse.Session.Execute("INSERT INTO sales VALUES ('deal', 'o')");
        warehouse.Session.Execute("INSERT INTO opportunities VALUES ('o', $1)", AttributionWarehouse.Day(3.5));
        warehouse.Convert("deal", "c", AttributionWarehouse.Day(5), lead: "l");
        warehouse.Convert("no lead", "c", AttributionWarehouse.Day(5));
        warehouse.Run();
        Assert.Equal([.5 / 9, 1.5 / 9, 2.5 / 9, 4.5 / 9], warehouse.Shares("staged", "deal"), (a, b) => Math.Abs(a - b) < 1e-12);
        Assert.Equal([.5 / 6, .5 / 6, .5 / 6, 4.5 / 6], warehouse.Shares("staged", "no lead"), (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Last_non_direct_can_be_said()
    {
        using var warehouse = new AttributionWarehouse().Rule("last-non-direct", t =>
        {
            var other = !t.ChannelIs("direct");
            return t.If(t.CountWhere(other).Is(0), t.If(t.LatestBefore(Stage.Conversion), 1, 0), t.If(t.LatestWhere(other), 1, 0));
        });
        warehouse.Path("mixed", "a>b>direct>direct");
        warehouse.Path("all direct", "direct>direct");
        warehouse.Run();
        Assert.Equal([0, 1, 0, 0], warehouse.Shares("last-non-direct", "mixed"));
        Assert.Equal([0, 1], warehouse.Shares("last-non-direct", "all direct"));
    }

    private static IReadOnlyList<ModelWeight> ModelWeights(AttributionWarehouse warehouse) => ModelWeight.Plan(warehouse.Settings, warehouse.Catalog);

    private static IEnumerable<(string Conversion, List<double> Weights)> Compute(AttributionWarehouse warehouse, Term weight)
    {
        var sql = new TermSql();
        var expression = sql.Write(weight);
        var (steps, last) = CreditsStatement.WriteTouches(warehouse.Settings.Journeys, warehouse.ByAccount, sql);
        return warehouse.Session
            .Query($"WITH {steps} SELECT conversion_id, ({expression})::DOUBLE FROM {last} JOIN conversions c ON c.rowid = journey ORDER BY conversion_id, position", row => (Conversion: row.GetString(0), Weight: row.GetDouble(1)))
            .GroupBy(r => r.Conversion, r => r.Weight, (conversion, weights) => (conversion, weights.ToList()), StringComparer.Ordinal);
    }

    private static void AssertSame(double expected, double actual) => Assert.True(
        expected.Equals(actual) || Math.Abs(expected - actual) <= 1e-12 * Math.Max(Math.Abs(expected), Math.Abs(actual)),
        $"The evaluator gives {expected:R}, the engine {actual:R}.");
}
