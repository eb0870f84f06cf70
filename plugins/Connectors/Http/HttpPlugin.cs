using Merit.Connectors.Http;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(HttpPlugin), contract: 1)]

namespace Merit.Connectors.Http;

/// <summary>The connector <c>http</c>.</summary>
internal sealed class HttpPlugin : IPlugin
{
    public void Register(IRegistry add) => add.Connector<HttpOptions>("http", options => new HttpConnector(options));
}
