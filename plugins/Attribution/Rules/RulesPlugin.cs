using Merit.Attribution.Rules;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(RulesPlugin), contract: 1)]

namespace Merit.Attribution.Rules;

/// <summary>The attribution models that weigh a touch by its place or its age.</summary>
internal sealed class RulesPlugin : IPlugin
{
    public void Register(IRegistry add)
    {
        add.Rule<NoOptions>("first", _ => new FirstTouch());
        add.Rule<NoOptions>("last", _ => new LastTouch());
        add.Rule<NoOptions>("linear", _ => new Linear());
        add.Rule<UShapedOptions>("u-shaped", options => new UShaped(options));
        add.Rule<TimeDecayOptions>("time-decay", options => new TimeDecay(options));
    }
}
