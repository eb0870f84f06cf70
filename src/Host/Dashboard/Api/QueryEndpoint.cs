using System.Text.Json.Nodes;
using Merit.Host.Commands.Answers;
using Merit.Host.Workers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Merit.Host.Dashboard.Api;

/// <summary><c>GET /api/query</c>: what <c>merit query --format json</c> says, and why figures are missing.</summary>
internal static class QueryEndpoint
{
    public static async Task AnswerAsync(HttpContext context)
    {
        var pool = context.RequestServices.GetRequiredService<WorkerPool>();
        var answer = await pool.AskAsync(Asked.Read(context.Request.Query), context.RequestAborted);
        var listing = AnswerListing.Of(answer, "en", "");
        var rows = JsonNode.Parse(JsonWriter.Text(listing with { HasTotal = false }))?.AsArray() ?? [];
        JsonNode? total = null;
        if (listing.HasTotal)
        {
            total = rows[^1];
            rows.RemoveAt(rows.Count - 1);
        }

        await Answers.WriteAsync(context, new JsonObject
        {
            ["rows"] = rows,
            ["total"] = total,
            ["notes"] = new JsonArray([.. AnswerListing.Reasons(answer).Select(r => (JsonNode)r)]),
        });
    }
}
