using FsCheck;
using FsCheck.Fluent;
using Merit.Attribution.Learning;
using Merit.Attribution.Learning.Chains;
using Merit.Attribution.Learning.Conversion;
using Merit.Attribution.Learning.Games;
using Merit.Plugins.Attribution;

namespace Merit.Plugins.Tests.Attribution.Learning;

/// <summary>What holds for every model that learns, whatever the journeys.</summary>
public sealed class EveryModelTests
{
    public static TheoryData<string> Models => ["markov-1", "markov-2", "markov-3", "markov-4", "markov-without-nulls", "shapley", "shapley-rate", "shapley-ordered", "data-driven", "data-driven-removal"];

    private static ILearningModel Make(string model) => model switch
    {
        "markov-without-nulls" => new Markov(new MarkovOptions { Nulls = false }),
        "shapley" => new Shapley(new ShapleyOptions()),
        "shapley-rate" => new Shapley(new ShapleyOptions { Worth = Worth.ConversionRate }),
        "shapley-ordered" => new OrderedShapley(),
        "data-driven" => new DataDriven(new DataDrivenOptions()),
        "data-driven-removal" => new DataDriven(new DataDrivenOptions { Credit = Contribution.Removal }),
        _ => new Markov(new MarkovOptions { Order = model[^1] - '0' }),
    };

    [Theory]
    [MemberData(nameof(Models))]
    public void Credit_adds_up_to_conversions_and_value(string model) => Always(rows =>
    {
        var credits = Make(model).Credits(rows);
        Near(rows.Sum(r => r.Conversions), credits.Values.Sum(c => c.Conversions));
        Near(rows.Sum(r => r.Value), credits.Values.Sum(c => c.Value));
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void Names_do_not_matter(string model) => Always(rows =>
    {
        // Reversed, the names come in another order, so that every index changes.
        static string Renamed(string channel) => $"x{9 - (channel[^1] - '0')}";
        var (credits, renamed) = (Make(model).Credits(rows), Make(model).Credits([.. rows.Select(r => r with { Path = [.. r.Path.Select(Renamed)] })]));
        Assert.All(credits, e => Near(e.Value.Conversions, renamed[Renamed(e.Key)].Conversions));
    });

    [Theory]
    [MemberData(nameof(Models))]
    public void The_order_of_rows_and_how_they_are_split_do_not_matter(string model) => Always(rows =>
    {
        PathRow[] halves = [.. rows.Reverse().SelectMany(r => new[] { r with { Conversions = r.Conversions / 2, Value = r.Value / 2, Nulls = r.Nulls / 2 }, r with { Conversions = r.Conversions / 2, Value = r.Value / 2, Nulls = r.Nulls / 2 } })];
        var (credits, split) = (Make(model).Credits(rows), Make(model).Credits(halves));
        Assert.All(credits, e => Near(e.Value.Conversions, split[e.Key].Conversions));
        Assert.All(credits, e => Near(e.Value.Value, split[e.Key].Value));
    });

    [Fact]
    public void The_plugin_offers_them()
    {
        var registry = new Offered();
        new LearningPlugin().Register(registry);
        Assert.Equal(["markov", "shapley", "shapley-ordered", "data-driven"], registry.Ids);
    }

    private static void Always(Action<PathRow[]> holds) =>
        Prop.ForAll(Gen.Choose(0, 1_000_000).ToArbitrary(), seed => holds(RandomPaths.Of(seed))).Check(Config.QuickThrowOnFailure.WithMaxTest(25).WithQuietOnSuccess(true));

    private static void Near(double expected, double actual) => Assert.Equal(expected, actual, 1e-8 * Math.Max(1, Math.Abs(expected)));

    private sealed class Offered : IRegistry
    {
        public List<string> Ids { get; } = [];

        public void Connector<TOptions>(string id, Func<TOptions, Plugins.Connectors.IConnector> create)
            where TOptions : class, new() => Ids.Add(id);

        public void Rule<TOptions>(string id, Func<TOptions, IRuleModel> create)
            where TOptions : class, new() => Ids.Add(id);

        public void Learning<TOptions>(string id, Func<TOptions, ILearningModel> create)
            where TOptions : class, new() => Ids.Add(id);

        public void Scoring<TOptions>(string id, Func<TOptions, Plugins.Scoring.IScoringModel> create)
            where TOptions : class, new() => Ids.Add(id);
    }
}
