using Merit.Host.Commands;
using Merit.Host.Workers;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Merit.Host.Agents;

/// <summary>The side of the Model Context Protocol that answers, whatever carries it.</summary>
internal static class AgentServer
{
    /// <summary>Who it is, and what can be asked of it.</summary>
    /// <param name="asker">Who asks the workers, until the call is given up.</param>
    public static McpServerOptions Options(Func<CancellationToken, Asker> asker) => new()
    {
        ServerInfo = new Implementation { Name = "merit", Title = "Merit", Version = VersionCommand.Merit },
        ServerInstructions = AgentTools.Instructions,
        Capabilities = new ServerCapabilities { Tools = new ToolsCapability() },
        Handlers = new McpServerHandlers
        {
            ListToolsHandler = (_, _) => ValueTask.FromResult(new ListToolsResult { Tools = [.. AgentTools.All] }),
            CallToolHandler = async (call, stop) => await AgentDesk.CallAsync(asker(stop), call.Params?.Name ?? "", call.Params?.Arguments ?? new Dictionary<string, System.Text.Json.JsonElement>(StringComparer.Ordinal)),
        },
    };
}
