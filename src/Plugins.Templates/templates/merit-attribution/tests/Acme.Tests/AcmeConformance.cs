using Merit.Plugins.Attribution;
using Merit.Plugins.Testing;

namespace Acme.Tests;

/// <summary>The tests every rule passes. They come with the base class; this says how to make the model, and what it means.</summary>
public sealed class AcmeConformance : RuleConformance
{
    [Fact]
    public void Later_touches_count_more()
    {
        var sold = new DateTime(2025, 3, 31);
        var journey = new Journey(sold, [new("search", sold.AddDays(-9)), new("email", sold.AddDays(-5)), new("search", sold.AddDays(-1))]);

        var shares = new TermEvaluator(journey).Shares(new AcmeModel(new AcmeOptions { Power = 2 }).Weigh(new Touch()));

        Assert.Equal([1 / 14.0, 4 / 14.0, 9 / 14.0], shares);
    }

    protected override IRuleModel Make() => new AcmeModel(new AcmeOptions());
}
