using System.Text.Json.Nodes;
using Merit.Host.Commands.Answers;
using Merit.Metrics.Results;

namespace Merit.Host.Dashboard.Api;

/// <summary>Figures for programs: what <c>merit query --format json</c> says, and why some are missing.</summary>
internal static class FiguresJson
{
    public static JsonObject Of(Answer answer)
    {
        var listing = AnswerListing.Of(answer, "en", "");
        var rows = JsonNode.Parse(JsonWriter.Text(listing with { HasTotal = false }))?.AsArray() ?? [];
        JsonNode? total = null;
        if (listing.HasTotal)
        {
            total = rows[^1];
            rows.RemoveAt(rows.Count - 1);
        }

        return new JsonObject { ["rows"] = rows, ["total"] = total, ["notes"] = new JsonArray([.. AnswerListing.Reasons(answer).Select(r => (JsonNode)r)]) };
    }
}
