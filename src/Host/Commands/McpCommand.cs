using System.CommandLine;
using Merit.Host.Access;
using Merit.Host.Agents;
using Merit.Host.Workers;
using ModelContextProtocol.Server;

namespace Merit.Host.Commands;

/// <summary><c>merit mcp</c></summary>
internal sealed class McpCommand(Surroundings around) : Verb("mcp", "Answers an assistant through the Model Context Protocol, over standard input and output.", around)
{
    // One may be busy while the other answers.
    private const int Workers = 2;

    protected override async Task<int> DoAsync(ParseResult parsed, CancellationToken stop)
    {
        var project = Project(parsed);
        var limits = WorkerLimits.Of(Workers, Around.Environment);
        await using var pool = new WorkerPool(new WorkerProgram(Around.BaseDirectory, project, limits), limits, () => WorkspaceStamp.Of(project), Around.Clock);
        await pool.OpenAsync(stop);
        if (pool.Opened.Workspace is null)
        {
            pool.Opened.ThrowIfClosed();
        }

        await using var transport = new StdioServerTransport("merit");
        await using var server = McpServer.Create(transport, AgentServer.Options(leaves => new Asker(pool, Visitor.Local, leaves)));
        try
        {
            await server.RunAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Being ended is how it ends.
        }

        return ExitCode.Fine;
    }
}
