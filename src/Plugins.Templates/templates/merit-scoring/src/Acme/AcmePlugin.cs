using Acme;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(AcmePlugin), contract: 1)]

namespace Acme;

/// <summary>What Merit finds in this assembly.</summary>
public sealed class AcmePlugin : IPlugin
{
    /// <inheritdoc/>
    public void Register(IRegistry add) => add.Scoring<AcmeOptions>("acme-id", options => new AcmeModel(options));
}
