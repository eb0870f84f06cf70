using Microsoft.AspNetCore.Http;

namespace Merit.Host.Dashboard.Api;

/// <summary><c>GET /api/query</c>: what <c>merit query --format json</c> says, and why figures are missing.</summary>
internal static class QueryEndpoint
{
    public static async Task AnswerAsync(HttpContext context) =>
        await Answers.WriteAsync(context, FiguresJson.Of(await new View(context).AskAsync(Asked.Read(context.Request.Query))));
}
