using Merit.Plugins.Scoring;
using Merit.Plugins.Testing;

namespace Acme.Tests;

/// <summary>The tests every scoring model passes. They come with the base class; this says how to make the model.</summary>
public sealed class AcmeConformance : ScoringConformance
{
    [Fact]
    public void No_component_brings_more_than_the_ceiling()
    {
        var card = new Scorecard("test", 1, [new Component("leads", 50, new Curve([new(0, 0), new(100, 100)])), new Component("cpl", 50, new Curve([new(0, 0), new(100, 100)]))]);

        var score = Assert.Single(new AcmeModel(new AcmeOptions { Ceiling = 60 }).Score(card, [new Subject("spring", [90, 40])]));

        Assert.Equal(50, score.Value);
    }

    protected override IScoringModel Make() => new AcmeModel(new AcmeOptions());
}
