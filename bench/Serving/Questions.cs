using System.Text.Json.Nodes;

namespace Merit.Bench.Serving;

/// <summary>Questions that have answers: metrics that people ask for, by what the catalogue says reaches all of them.</summary>
internal sealed class Questions
{
    private static readonly string[] Asked = ["cost", "new_leads", "cpl", "mqls", "lead_to_mql", "customers", "revenue", "roi", "attributed_revenue", "touches", "journeys"];
    private static readonly string[] Groups = ["channel", "campaign_name", "month", "week", "type", "campaign_owner", "lead_owner"];
    private static readonly string[] Channels = ["google-ads", "email", "webinar", "expo", "social", "seo"];

    private readonly IReadOnlyList<(string Metrics, string By, bool Filtered)> _all;

    private Questions(IReadOnlyList<(string Metrics, string By, bool Filtered)> all) => _all = all;

    /// <summary>Those of a site.</summary>
    public static async Task<Questions> OfAsync(Site site)
    {
        var listed = JsonNode.Parse(await site.TextAsync("/api/metrics"))?["metrics"]?.AsArray() ?? [];
        var reached = listed.OfType<JsonObject>().Where(m => Asked.Contains($"{m["id"]}") && m["requires"]?.AsArray() is not { Count: > 0 })
            .ToDictionary(m => $"{m["id"]}", m => m["dimensions"]?.AsArray().Select(d => $"{d}").ToHashSet(StringComparer.Ordinal) ?? [], StringComparer.Ordinal);
        return new Questions(
        [
            .. from first in reached
               from second in reached
               where string.CompareOrdinal(first.Key, second.Key) < 0
               from dimension in Groups
               where first.Value.Contains(dimension) && second.Value.Contains(dimension)
               select ($"{first.Key},{second.Key}", dimension, first.Value.Contains("channel") && second.Value.Contains("channel")),
        ]);
    }

    /// <summary>One of them, of some month and perhaps of some channel: few have asked it before.</summary>
    public string Next(Random random)
    {
        var (metrics, by, filtered) = _all[random.Next(_all.Count)];
        var where = filtered && random.Next(2) == 0 ? $"&where=channel+%3D+{Channels[random.Next(Channels.Length)]}" : "";
        return $"/explore?metrics={metrics}&by={by}&period=2025-{1 + random.Next(12):00}{where}";
    }
}
