using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution.Totals;
using Merit.Host.Plugins;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution.Learning;

/// <summary>Credit of models that learn, on touches and in total.</summary>
public sealed class LearnedCreditTests
{
    private static AttributionWarehouse Journeys(params string[] models)
    {
        var warehouse = new AttributionWarehouse();
        Array.ForEach(models, m => warehouse.Model(m));
        for (var i = 0; i < 12; i++)
        {
            warehouse.Path($"ab{i}", "a > b", 10);
            warehouse.Path($"aac{i}", "a > a > c", 20);
        }

        for (var i = 0; i < 6; i++)
        {
            warehouse.Path($"b{i}", "b", 5);
            warehouse.Path($"c{i}", "c", 5);
            warehouse.Touch($"lost-{i}-1", $"lost{i}", AttributionWarehouse.Day(3), "a");
            warehouse.Touch($"lost-{i}-2", $"lost{i}", AttributionWarehouse.Day(4), i % 2 == 0 ? "b" : "c");
        }

        warehouse.Convert("untouched", "nobody", AttributionWarehouse.Day(5), 7);
        return warehouse;
    }

    private static AttributedTotals Totals(AttributionWarehouse warehouse, string unit = "channel", string? kind = null) =>
        new WorkspaceTotals(warehouse.Session, warehouse.Settings, warehouse.Catalog).Compute(unit, kind, null, TestContext.Current.CancellationToken);

    [Fact]
    public void On_touches_a_channel_has_what_the_model_gives_it()
    {
        using var warehouse = Journeys("markov", "shapley", "data-driven");
        var findings = warehouse.Run().Findings;
        Assert.DoesNotContain(findings, f => f.Rule == AttributionRules.NotPlaced);
        foreach (var model in new[] { "markov", "shapley", "data-driven" })
        {
            var onTouches = warehouse.Credit(model);
            Assert.All(Totals(warehouse).Rows.Where(r => r.Model == model), r => Assert.Equal(r.Conversions, onTouches[r.Unit].Conversions, 1e-6));
            Assert.Equal(1, warehouse.Shares(model, "aac3").Sum(), 1e-12);
        }
    }

    [Fact]
    public void A_channels_part_of_a_journey_is_split_equally_over_its_touches()
    {
        using var warehouse = Journeys("markov");
        warehouse.Run();
        var shares = warehouse.Shares("markov", "aac0");
        Assert.Equal(shares[0], shares[1], 1e-15);
        Assert.NotEqual(shares[0], shares[2], 1e-3);
    }

    [Fact]
    public void Shapley_on_touches_is_an_equal_split_over_distinct_channels()
    {
        using var warehouse = Journeys("shapley");
        warehouse.Run();
        Assert.Equal([.25, .25, .5], warehouse.Shares("shapley", "aac0"));
    }

    [Fact]
    public void Credit_beyond_a_channels_journeys_cannot_lie_on_touches_and_is_said()
    {
        using var warehouse = Journeys().Entry(new PluginEntry(PluginKind.Learning, "generous", "1", "test", typeof(object), _ => new Generous()));
        var finding = Assert.Single(warehouse.Run().Findings);
        Assert.Same(AttributionRules.NotPlaced, finding.Rule);
        Assert.Equal(37, warehouse.Credit("generous").Values.Sum(c => c.Conversions), 1e-9);
    }

    [Fact]
    public void What_a_model_that_learns_cannot_learn_from_ends_the_run_in_its_words()
    {
        using var warehouse = new AttributionWarehouse().Model("data-driven");
        warehouse.Path("p", "a > b");
        var failure = Assert.Throws<MeritException>(() => warehouse.Run());
        Assert.Same(AttributionRules.CannotLearn, failure.Diagnostics[0].Rule);
        Assert.Contains("All journeys convert", failure.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_model_that_keeps_credit_to_itself_or_fails_is_named()
    {
        Assert.Same(AttributionRules.NotConserved, Failure(new Miserly()));
        Assert.Same(AttributionRules.LearnFailed, Failure(new Broken()));

        static DiagnosticRule Failure(ILearningModel model)
        {
            using var warehouse = Journeys().Entry(new PluginEntry(PluginKind.Learning, "learner", "1", "test", typeof(object), _ => model));
            return Assert.Throws<MeritException>(() => warehouse.Run()).Diagnostics[0].Rule;
        }
    }

    [Fact]
    public void Totals_are_those_of_the_credits_table_with_what_is_unattributed_last()
    {
        using var warehouse = Journeys("u-shaped", "shapley", "participation");
        warehouse.Run();
        var totals = Totals(warehouse).Rows;
        Assert.Equal(["u-shaped", "shapley", "participation"], totals.Select(t => t.Model).Distinct());
        Assert.All(totals, t => Assert.Equal(warehouse.Credit(t.Model)[t.Unit], (t.Conversions, t.Value), (a, b) => Math.Abs(a.Conversions - b.Conversions) < 1e-9 && (t.Model != "u-shaped" || Math.Abs(a.Value - b.Value) < 1e-9)));
        Assert.All(totals.GroupBy(t => t.Model), model => Assert.Equal(("(unattributed)", 1, 7), (model.Last().Unit, model.Last().Conversions, model.Last().Value)));
        Assert.All(totals.Where(t => t.Model == "shapley" && t.Unit != "(unattributed)"), t => Assert.True(t.ConversionsInterval?.Low <= t.Conversions && t.Conversions <= t.ConversionsInterval?.High));
    }

    [Fact]
    public void By_campaign_a_model_learns_of_campaigns()
    {
        using var warehouse = Journeys("shapley");
        warehouse.Touch("spring", "ab0", AttributionWarehouse.Day(10), "a", "spring");
        warehouse.Run();
        var totals = Totals(warehouse, "campaign_id").Rows.ToDictionary(r => r.Unit, r => r.Conversions, StringComparer.Ordinal);
        Assert.Equal(.5, totals["spring"], 1e-12);
        Assert.Equal(35.5, totals["(none)"], 1e-12);
    }

    [Fact]
    public void Kinds_of_conversions_are_never_mixed()
    {
        using var warehouse = Journeys("shapley", "linear");
        warehouse.Touch("form-touch", "visitor", AttributionWarehouse.Day(1), "d");
        warehouse.Convert("form", "visitor", AttributionWarehouse.Day(2), kind: "form");
        warehouse.Run();
        Assert.DoesNotContain(Totals(warehouse).Rows, r => r.Unit == "d" && r.Conversions != 0);
        Assert.All(Totals(warehouse, kind: "form").Rows.Where(r => r.Unit == "d"), r => Assert.Equal(1, r.Conversions, 1e-12));
        Assert.Same(AttributionRules.NoSuchKind, Assert.Throws<MeritException>(() => Totals(warehouse, kind: "from")).Diagnostics[0].Rule);
    }

    [Fact]
    public void A_journey_without_conversion_is_what_came_after_the_last_one_inside_the_lookback()
    {
        var seen = new Remembering();
        using var warehouse = new AttributionWarehouse { Lookback = TimeSpan.FromDays(10) }.Entry(new PluginEntry(PluginKind.Learning, "learner", "1", "test", typeof(object), _ => seen));
        warehouse.Touch("1", "ann", AttributionWarehouse.Day(1), "before");
        warehouse.Convert("won", "ann", AttributionWarehouse.Day(2));
        warehouse.Touch("2", "ann", AttributionWarehouse.Day(3), "old");
        warehouse.Touch("3", "ann", AttributionWarehouse.Day(20), "a");
        warehouse.Touch("4", "ann", AttributionWarehouse.Day(25), "b");
        warehouse.Touch("5", "bob", AttributionWarehouse.Day(4), null);
        warehouse.Run();
        Assert.Equal(["(none): 0 1", "a>b: 0 1", "before: 1 0"], seen.Seen.Order(StringComparer.Ordinal));
    }

    private abstract class Learner : ILearningModel
    {
        public Evidence Needs { get; } = new Paths();

        public bool HasIntervals => false;

        public abstract Learned Learn(JourneyCounts counts, CancellationToken stop);
    }

    // Everything to the first channel.
    private sealed class Generous : Learner
    {
        public override Learned Learn(JourneyCounts counts, CancellationToken stop) =>
            new([.. counts.Channels.Select((_, c) => new Credit(c, c == 0 ? counts.Groups.Sum(g => g.Conversions) : 0, c == 0 ? counts.Groups.Sum(g => g.Value) : 0))]);
    }

    private sealed class Miserly : Learner
    {
        public override Learned Learn(JourneyCounts counts, CancellationToken stop) => new([.. counts.Channels.Select((_, c) => new Credit(c, 1, 1))]);
    }

    private sealed class Broken : Learner
    {
        public override Learned Learn(JourneyCounts counts, CancellationToken stop) => throw new InvalidOperationException("no luck.");
    }

    private sealed class Remembering : Learner
    {
        public List<string> Seen { get; } = [];

        public override Learned Learn(JourneyCounts counts, CancellationToken stop)
        {
            Seen.AddRange(counts.Groups.Select(g => $"{string.Join('>', g.Channels.Select(c => counts.Channels[c]))}: {g.Conversions} {g.Nulls}"));
            var (conversions, value) = (counts.Groups.Sum(g => g.Conversions), counts.Groups.Sum(g => g.Value));
            return new Learned([.. counts.Channels.Select((name, c) => new Credit(c, name == "before" ? conversions : 0, name == "before" ? value : 0))]);
        }
    }
}
