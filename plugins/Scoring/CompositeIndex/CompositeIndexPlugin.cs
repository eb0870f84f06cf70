using Merit.Plugins;
using Merit.Scoring.CompositeIndex;

[assembly: MeritPlugin(typeof(CompositeIndexPlugin), contract: 1)]

namespace Merit.Scoring.CompositeIndex;

/// <summary>The scoring model of brand campaigns.</summary>
internal sealed class CompositeIndexPlugin : IPlugin
{
    public void Register(IRegistry add) => add.Scoring<CompositeIndexOptions>("composite-index", options => new CompositeIndexModel(options));
}
