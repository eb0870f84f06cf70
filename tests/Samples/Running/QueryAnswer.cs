using System.Text.Json.Nodes;

namespace Merit.Samples.Tests.Running;

/// <summary>The answer of <c>merit query --format json</c>.</summary>
internal sealed class QueryAnswer(IReadOnlyList<JsonObject> rows)
{
    public IReadOnlyList<JsonObject> Rows { get; } = rows;

    public static QueryAnswer Ask(string project, string metrics, string? by = null, string period = "2025", params IEnumerable<string> more)
    {
        List<string> arguments = ["query", "--metrics", metrics, "--period", period, "--format", "json", .. more];
        if (by is not null)
        {
            arguments.AddRange(["--by", by]);
        }

        var text = MeritHere.Run(project, arguments).Fine().Output;
        return new QueryAnswer([.. (JsonNode.Parse(text) as JsonArray ?? []).OfType<JsonObject>()]);
    }

    /// <summary>The groups by the value of a dimension; a missing value is "".</summary>
    public Dictionary<string, JsonObject> By(string dimension) =>
        Rows.ToDictionary(r => r[dimension]?.ToString() ?? "", StringComparer.Ordinal);

    /// <summary>A figure of the only row.</summary>
    public double? this[string metric] => Assert.Single(Rows)[metric]?.GetValue<double>();
}
