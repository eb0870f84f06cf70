using Merit.Plugins.Attribution;
using Merit.Plugins.Testing;
using Xunit.Sdk;

namespace Merit.Plugins.Tests.Conformance;

/// <summary>The suite finds what is wrong with rules that break the contract.</summary>
public sealed class WrongRulesTests
{
    [Fact]
    public void A_sound_rule_passes() => Assert.Equal([], Failures(_ => touch => touch.Position));

    [Fact]
    public void A_weight_below_nothing_is_found() => Assert.Equal(["Every_journey_is_shared_out"], Failures(_ => touch => 3 - touch.Position));

    [Fact]
    public void A_weight_that_is_no_number_is_found() => Assert.Equal(["Every_journey_is_shared_out"], Failures(_ => touch => touch.If(touch.Count.Is(3), touch.Position / (touch.Count - 3), 1)));

    [Fact]
    public void A_rule_that_leaves_journeys_without_credit_is_found() =>
        Assert.Equal(["Every_journey_is_shared_out", "The_only_touch_gets_everything"], Failures(_ => touch => touch.If(touch.ChannelIs("search", "email"), 1, 0)));

    [Fact]
    public void A_rule_that_changes_its_mind_is_found() => Assert.Equal(["The_weight_is_always_the_same"], Failures(time => touch => touch.Position + time));

    private static IReadOnlyList<string> Failures(Func<int, Func<Touch, Term>> rule) =>
    [
        .. typeof(RuleConformance).GetMethods().Where(m => m.IsDefined(typeof(FactAttribute), inherit: false)).OrderBy(m => m.Name, StringComparer.Ordinal).Where(test =>
        {
            try
            {
                test.Invoke(new Suite(rule), []);
                return false;
            }
            catch (System.Reflection.TargetInvocationException e) when (e.InnerException is XunitException)
            {
                return true;
            }
        }).Select(m => m.Name),
    ];

    private sealed class Suite(Func<int, Func<Touch, Term>> rule) : RuleConformance
    {
        private int _times;

        protected override IRuleModel Make() => new Toy(rule(_times++));
    }

    private sealed class Toy(Func<Touch, Term> weight) : IRuleModel
    {
        public Term Weigh(Touch touch) => weight(touch);
    }
}
