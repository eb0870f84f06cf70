using System.Text.Json;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Access;
using Merit.Host.Agents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;
using ModelContextProtocol.Server;

namespace Merit.Host.Dashboard.Api;

/// <summary>
/// <c>POST /mcp</c>: the Model Context Protocol over HTTP. Every request stands for itself, so nothing is kept between two of them; a page of another site may not send any.
/// </summary>
internal static class AgentEndpoint
{
    public const string Address = "/mcp";

    private const string VersionHeader = "MCP-Protocol-Version";

    public static void MapAgents(this IEndpointRouteBuilder app)
    {
        app.MapPost(Address, AnswerAsync);

        // The protocol has clients look whether they can listen, or end what was begun.
        app.MapMethods(Address, [HttpMethods.Get, HttpMethods.Delete], context =>
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return Task.CompletedTask;
        });
    }

    private static async Task AnswerAsync(HttpContext context)
    {
        FromHere(context.Request);
        var message = await ReadAsync(context);
        context.Items[Gate.Detail] = message is JsonRpcRequest { Method: RequestMethods.ToolsCall } call ? call.Params?.ToJsonString() : (message as JsonRpcRequest)?.Method;
        message.Context = new JsonRpcMessageContext { ProtocolVersion = context.Request.Headers[VersionHeader].LastOrDefault() };
        await using var transport = new StreamableHttpServerTransport { Stateless = true };
        await using var server = McpServer.Create(transport, AgentServer.Options(stop => View.AskerOf(context, stop)));
        var running = server.RunAsync(context.RequestAborted);
        context.Response.ContentType = "text/event-stream";
        if (!await transport.HandlePostRequestAsync(message, context.Response.Body, context.RequestAborted))
        {
            context.Response.ContentType = null;
            context.Response.StatusCode = StatusCodes.Status202Accepted;
        }

        await transport.DisposeAsync();
        await running;
    }

    // A browser says which site's page sends; a program says nothing. JSON as JSON: a form of a stranger's page cannot be that.
    private static void FromHere(HttpRequest request)
    {
        var origin = request.Headers.Origin.ToString();
        if (origin.Length > 0 && !(Uri.TryCreate(origin, UriKind.Absolute, out var site) && string.Equals(site.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase)))
        {
            throw new MeritException(ServeRules.ForeignPage.Here());
        }

        if (!request.HasJsonContentType())
        {
            throw new MeritException(CommandRules.Usage.Here("the request is no JSON.", "send a message of the Model Context Protocol as application/json."));
        }
    }

    private static async Task<JsonRpcMessage> ReadAsync(HttpContext context)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonRpcMessage>(context.Request.Body, McpJsonUtilities.DefaultOptions, context.RequestAborted)
                ?? throw new JsonException();
        }
        catch (JsonException wrong)
        {
            throw new MeritException(CommandRules.Usage.Here("the request is no message of the Model Context Protocol.", "send one JSON-RPC 2.0 message."), wrong);
        }
    }
}
