using Merit.Attribution.Learning;
using Merit.Attribution.Learning.Chains;
using Merit.Attribution.Learning.Conversion;
using Merit.Attribution.Learning.Games;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(LearningPlugin), contract: 1)]

namespace Merit.Attribution.Learning;

/// <summary>The attribution models that learn from all journeys at once.</summary>
internal sealed class LearningPlugin : IPlugin
{
    public void Register(IRegistry add)
    {
        add.Learning<MarkovOptions>("markov", options => new Markov(options));
        add.Learning<ShapleyOptions>("shapley", options => new Shapley(options));
        add.Learning<NoOptions>("shapley-ordered", _ => new OrderedShapley());
        add.Learning<DataDrivenOptions>("data-driven", options => new DataDriven(options));
    }
}
