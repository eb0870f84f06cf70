using Merit.Attribution.Rules;
using Merit.Plugins;
using Merit.Plugins.Attribution;

[assembly: MeritPlugin(typeof(RulesPlugin), contract: 1)]

namespace Merit.Attribution.Rules;

/// <summary>The attribution models that weigh a touch by its place, its age, its channel or the stage it brought.</summary>
internal sealed class RulesPlugin : IPlugin
{
    public void Register(IRegistry add)
    {
        add.Rule<NoOptions>("first", _ => new FirstTouch());
        add.Rule<NoOptions>("last", _ => new LastTouch());
        add.Rule<LastNonDirectOptions>("last-non-direct", options => LastOf.Except(options.Except, "except"));
        add.Rule<LastPaidOptions>("last-paid", options => LastOf.Among(options.Channels, "channels"));
        add.Rule<LinearOptions>("linear", options => new Linear(options));
        add.Rule<UShapedOptions>("u-shaped", options => new EndWeights(options));
        add.Rule<JShapedOptions>("j-shaped", options => new EndWeights(options));
        add.Rule<InverseJOptions>("inverse-j", options => new EndWeights(options));
        add.Rule<TimeDecayOptions>("time-decay", options => new TimeDecay(options));
        add.Rule<WShapedOptions>("w-shaped", options => new Milestones(options, Stage.Lead, Stage.Opportunity));
        add.Rule<FullPathOptions>("full-path", options => new Milestones(options, Stage.Lead, Stage.Opportunity, Stage.Conversion));
        add.Rule<PlacesOptions>("custom", options => new Places(options));
        add.Rule<NoOptions>("participation", _ => new Participation());
    }
}
