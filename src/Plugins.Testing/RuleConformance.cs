using Merit.Plugins.Attribution;
using Xunit;

namespace Merit.Plugins.Testing;

/// <summary>What every attribution rule keeps to. Inherit it, say how to make the model, and run the tests; what your rule means, test beside them with <see cref="TermEvaluator"/>.</summary>
public abstract class RuleConformance
{
    private static readonly DateTime Sold = new(2025, 3, 31, 18, 0, 0, DateTimeKind.Utc);

    /// <summary>Journeys to be shared out: their channels, and how many days before the sale each touch was.</summary>
    protected virtual IReadOnlyList<Journey> Journeys =>
    [
        Of([("search", 0)]),
        Of([(null, 12)]),
        Of([("(direct)", 3)]),
        Of([("search", 30), ("search", 30), ("search", 0)]),
        Of([("social", 89.5), ("email", 20), ("(direct)", 1)]) with { LeadAt = Sold.AddDays(-20) },
        Of([("events", 60), ("email", 40), ("search", 35), ("email", 5), ("(direct)", 0.001)]) with { LeadAt = Sold.AddDays(-50), OpportunityAt = Sold.AddDays(-10) },
        Of([.. Enumerable.Range(0, 60).Select(i => ((string?)$"channel {i % 7}", 60.0 - i))]) with { LeadAt = Sold.AddDays(-90), OpportunityAt = Sold },
    ];

    /// <summary>Makes the model.</summary>
    protected abstract IRuleModel Make();

    /// <summary>Every journey can be shared out: no weight is negative or no number, and not all of them are nothing.</summary>
    [Fact]
    public void Every_journey_is_shared_out()
    {
        var weight = Make().Weigh(new Touch());
        Assert.All(Journeys, journey =>
        {
            var of = new TermEvaluator(journey);
            double[] weights = [.. journey.Touches.Select((_, touch) => of.Evaluate(weight, touch))];
            Assert.True(Array.TrueForAll(weights, w => w >= 0 && double.IsFinite(w)), $"A weight is negative or no number in {Told(journey, weights)}.");
            Assert.True(weights.Sum() > 0, $"Nobody gets anything in {Told(journey, weights)}.");
        });
    }

    /// <summary>The only touch of a journey gets all of it.</summary>
    [Fact]
    public void The_only_touch_gets_everything() => Assert.All(
        Journeys.Where(j => j.Touches.Count == 1), journey => Assert.True(new TermEvaluator(journey).Shares(Make().Weigh(new Touch())) is [1.0], $"The only touch of {Told(journey, [])} does not get everything."));

    /// <summary>The model says the same whenever it is asked: the host asks once, and explains later.</summary>
    [Fact]
    public void The_weight_is_always_the_same()
    {
        var (first, second) = (Make().Weigh(new Touch()), Make().Weigh(new Touch()));
        Assert.All(Journeys, journey => Assert.Equal(new TermEvaluator(journey).Shares(first), new TermEvaluator(journey).Shares(second)));
    }

    private static Journey Of(IReadOnlyList<(string? Channel, double Days)> touches) => new(Sold, [.. touches.Select(t => new JourneyTouch(t.Channel, Sold.AddDays(-t.Days)))]);

    private static string Told(Journey journey, double[] weights) =>
        string.Join(" > ", journey.Touches.Take(8).Select(t => t.Channel ?? "(none)")) + (weights.Length > 0 ? FormattableString.Invariant($" ({string.Join(", ", weights.Take(8))})") : "");
}
