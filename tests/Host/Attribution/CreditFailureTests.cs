using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Attribution;
using Merit.Plugins.Attribution;

namespace Merit.Host.Tests.Attribution;

/// <summary>A model that cannot share out fairly ends the run and is named.</summary>
public sealed class CreditFailureTests
{
    private static Diagnostic Failure(Action<AttributionWarehouse> given)
    {
        using var warehouse = new AttributionWarehouse();
        warehouse.Path("good", "a>b", 10);
        warehouse.Path("long", "a>b>c", 10);
        given(warehouse);
        return Assert.Single(Assert.Throws<MeritException>(() => warehouse.Run()).Diagnostics);
    }

    public static TheoryData<string, Func<Touch, Term>> UnusableWeights() => new()
    {
        { "zero", t => t.If(t.Count.Is(3), 0, 1) },
        { "negative", t => t.If(t.Count.Is(3), -1, 1) },
        { "negative beside positive", t => t.If(t.Count.Is(3), t.Position - 1.5, 1) },
        { "summing to zero", t => t.If(t.Count.Is(3), t.Position - 2, 1) },
        { "infinite", t => t.If(t.Count.Is(3), 1 / (t.Position - 1), 1) },
        { "no number", t => t.If(t.Count.Is(3), t.Pow(-1, .5), 1) },
        { "too large together", t => t.If(t.Count.Is(3), 1.7e308, 1) },
    };

    [Theory]
    [MemberData(nameof(UnusableWeights), DisableDiscoveryEnumeration = true)]
    public void Weights_that_cannot_be_shared_out_name_the_model_and_a_conversion(string model, Func<Touch, Term> weigh)
    {
        var finding = Failure(w => w.Rule(model, weigh));
        Assert.Same(AttributionRules.UnusableWeights, finding.Rule);
        Assert.Contains($"`{model}`", finding.Message, StringComparison.Ordinal);
        Assert.Contains("`long`", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("`good`", finding.Message, StringComparison.Ordinal);
        Assert.Equal(new Place("merit.yaml", 7, 3), finding.At);
    }

    [Fact]
    public void A_weight_below_the_smallest_number_is_no_credit_lost_in_silence()
    {
        var finding = Failure(w => w.Rule("steep", t => t.Pow(2, 0 - (1e6 * (t.AgeDays + 1)))));
        Assert.Same(AttributionRules.UnusableWeights, finding.Rule);
    }

    [Theory]
    [InlineData("DELETE FROM credits WHERE conversion_id = 'long' AND position = 1", "conversions")]
    [InlineData("UPDATE credits SET value = 11 WHERE conversion_id = 'long' AND position = 1", "value")]
    [InlineData("INSERT INTO credits FROM credits WHERE conversion_id = 'long' AND position = 1", "conversions")]
    [InlineData("UPDATE credits SET linear = linear + 1e-7 WHERE conversion_id = 'long' AND position = 1", "conversions")]
    public void Credit_that_does_not_add_up_fails(string change, string what)
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("good", "a>b", 10);
        warehouse.Path("long", "a>b>c", -10);
        warehouse.Run();
        warehouse.Session.Execute(change);
        var finding = Assert.Single(Assert.Throws<MeritException>(() => Conservation.Check(warehouse.Session, ModelWeight.Plan(warehouse.Settings, warehouse.Catalog))).Diagnostics);
        Assert.Same(AttributionRules.NotConserved, finding.Rule);
        Assert.EndsWith($"{what}.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_conversion_without_value_has_none_to_share_out()
    {
        using var warehouse = new AttributionWarehouse().Model("linear");
        warehouse.Path("good", "a>b", 10);
        warehouse.Touch("1", "c", AttributionWarehouse.Day(1), "a");
        warehouse.Convert("of no value", "c", AttributionWarehouse.Day(2), null);
        warehouse.Run();
        Assert.Equal((1.5, 5d), warehouse.Credit("linear")["a"]);
    }

    [Fact]
    public void A_model_called_like_a_column_is_refused() =>
        Assert.Same(AttributionRules.NameTaken, Failure(w => w.Model("linear", name: "Channel")).Rule);

    [Fact]
    public void A_model_that_no_plugin_offers_is_named() =>
        Assert.Same(AttributionRules.UnknownModel, Failure(w => w.Model("no-such-model")).Rule);

    [Fact]
    public void A_model_that_throws_while_planning_is_named()
    {
        var finding = Failure(w => w.Rule("broken", _ => throw new InvalidOperationException("no luck.")));
        Assert.Same(AttributionRules.WeighFailed, finding.Rule);
        Assert.Contains("no luck.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_that_do_not_go_together_are_said_in_the_plugins_words()
    {
        var finding = Failure(w => w.Model("u-shaped", new Merit.Attribution.Rules.UShapedOptions { First = 0, Middle = 0, Last = 0 }));
        Assert.Same(PluginRules.CreateFailed, finding.Rule);
        Assert.EndsWith("One of first, middle and last must be above 0.", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_models_that_cannot_run_are_named_at_once()
    {
        using var warehouse = new AttributionWarehouse().Model("no-such-model").Model("linear", name: "value");
        Assert.Equal(2, Assert.Throws<MeritException>(() => warehouse.Run()).Diagnostics.Count);
    }
}
