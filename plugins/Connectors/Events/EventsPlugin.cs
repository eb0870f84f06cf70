using Merit.Connectors.Events;
using Merit.Plugins;

[assembly: MeritPlugin(typeof(EventsPlugin), contract: 1)]

namespace Merit.Connectors.Events;

/// <summary>The connector <c>inbound</c>.</summary>
internal sealed class EventsPlugin : IPlugin
{
    public void Register(IRegistry add) => add.Connector<InboundOptions>("inbound", options => new InboundConnector(options));
}
