using System.Text.Json.Nodes;
using Merit.Host.Pipeline;

namespace Merit.Host.Dashboard.Api;

/// <summary>A metric as <c>merit metrics --format json</c> lists it.</summary>
internal static class MetricEntry
{
    public static JsonObject Of(MetricListing metric) => new()
    {
        ["id"] = metric.Column.Id,
        ["label"] = metric.Column.Label,
        ["label_zh"] = metric.Column.LabelZh,
        ["description"] = metric.Column.Description,
        ["description_zh"] = metric.Column.DescriptionZh,
        ["unit"] = $"{metric.Column.Unit}".ToLowerInvariant(),
        ["lower_is_better"] = metric.Column.LowerIsBetter,
        ["formula"] = metric.Formula,
        ["dimensions"] = Texts(metric.Dimensions),
        ["requires"] = Texts(metric.Requires),
        ["attributed"] = metric.Attributed,
        ["deprecated"] = metric.Column.Deprecated,
        ["owner"] = metric.Owner,
        ["tags"] = Texts(metric.Tags),
        ["declared_at"] = metric.DeclaredAt,
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)t)];
}
