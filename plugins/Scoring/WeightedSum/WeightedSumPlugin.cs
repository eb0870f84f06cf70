using Merit.Plugins;
using Merit.Scoring.WeightedSum;

[assembly: MeritPlugin(typeof(WeightedSumPlugin), contract: 1)]

namespace Merit.Scoring.WeightedSum;

/// <summary>The scoring model that most scorecards use.</summary>
internal sealed class WeightedSumPlugin : IPlugin
{
    public void Register(IRegistry add) => add.Scoring<NoOptions>("weighted-sum", _ => new WeightedSumModel());
}
