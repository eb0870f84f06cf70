using Merit.Diagnostics;
using static Merit.Metrics.Language.Define;
using static Merit.Metrics.Tests.Planning.StandardMetrics;

namespace Merit.Metrics.Tests.Language;

public sealed class ModelMixingTests
{
    [Fact]
    public void Two_models_in_one_expression_must_both_be_said_there()
    {
        Assert.Equal(["MRT2162 mixed"], Found(() => Metric("mixed", Attributed(revenue) / Attributed(revenue).Using("first"))));
        Assert.Equal(["MRT2162 mixed"], Found(() =>
        {
            Metric("by_first", Attributed(revenue).Using("first"));
            Metric("by_last", Attributed(revenue).Using("last"));
            Metric("mixed", Ref("by_first") / Ref("by_last"));
        }));
        Assert.Empty(Found(() =>
        {
            Metric("credit", Attributed(revenue));
            Metric("said", Ref("credit").Using("first") / Ref("credit").Using("last"));
            Metric("also_said", Attributed(revenue).Using("first") - Attributed(revenue).Using("last"));
            Metric("of_it", Ref("said") * 100);
            Metric("with_cost", (Attributed(revenue).Using("first") - Sum(Spend.amount)) / Sum(Spend.amount));
        }));
    }

    [Fact]
    public void A_metric_that_names_its_model_cannot_be_asked_by_another()
    {
        Assert.Equal(["MRT2163 other"], Found(() =>
        {
            Metric("by_first", Attributed(revenue).Using("first"));
            Metric("other", Ref("by_first").Using("last"));
        }));
    }

    [Fact]
    public void The_message_says_which_part_is_by_which_model()
    {
        var refused = Assert.Throws<MeritException>(() => Declared(() => Metric("mixed", Attributed(revenue) / Attributed(revenue).Using("first"))));

        Assert.Contains("attributed revenue is by the model asked for; attributed revenue by first is by 'first'", refused.Message, StringComparison.Ordinal);
    }

    private static string[] Found(Action declare)
    {
        try
        {
            Declared(declare);
            return [];
        }
        catch (MeritException refused)
        {
            return [.. refused.Diagnostics.Select(d => $"{d.Code} {d.Message.Split('\'')[1]}")];
        }
    }
}
