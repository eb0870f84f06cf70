using System.Text.Json;
using System.Text.Json.Nodes;
using ModelContextProtocol.Protocol;

namespace Merit.Host.Agents;

/// <summary>What assistants can ask, as the protocol has it listed: the words of <c>merit query</c>, and never a statement.</summary>
internal static class AgentTools
{
    public const string List = "list_metrics";
    public const string Describe = "describe_metric";
    public const string Query = "query";
    public const string Explain = "explain";

    /// <summary>What an assistant should know before it asks.</summary>
    public const string Instructions =
        "Merit answers questions about marketing: what campaigns and channels cost, brought in and earned. Find metrics with list_metrics, read what one means with describe_metric before you rely on it, "
        + "ask for figures with query, and say where a figure comes from with explain. Figures are final: do not add, divide or average them yourself, ask for the metric or for total instead. "
        + "A figure that is null has no value, which is not zero; notes say why. Ratios are fractions: 0.25 is 25 %. Money is in the workspace's currency.";

    private static readonly JsonObject Metric = Text("A metric's id, such as cost or cpl; list_metrics lists them.");
    private static readonly JsonObject By = Texts("What to group by: campaign, campaign_name, type, channel, campaign_owner, lead_owner, deal_owner, day, week, month, quarter, year, or a column such as leads.source.");
    private static readonly JsonObject Period = Text("The days asked about: 2025, 2025-Q1, 2025-03, 2025-03-01..2025-04-01 (the end is left out), last-30d, last-month, this-quarter, year-to-date or all, which is meant where nothing is given.");
    private static readonly JsonObject Where = Texts("Filters, all of which must hold: channel = email, type != brand, leads.score >= 80, channel in (email, expo), campaign_name contains spring, campaign = (none). Quote a value that holds quotes or brackets.");
    private static readonly JsonObject Model = Text("The attribution model of attributed metrics, where not the workspace's usual one.");

    public static IReadOnlyList<Tool> All { get; } =
    [
        Of(List, "List metrics", "Lists the metrics that can be asked for: id, labels, unit, meaning.", [], ("search", Text("Only metrics whose id, label, meaning or tag holds this text."))),
        Of(Describe, "Describe a metric", "Says what one metric means: its formula, unit, direction, the dimensions it can be grouped by, the tables it needs.", ["metric"], ("metric", Metric)),
        Of(
            Query, "Ask for figures", "Answers one question: metrics by dimensions over a period. The same figures as on every page and in every report.", ["metrics"],
            ("metrics", Texts("Ids of the metrics, in the order of the answer.")), ("by", By), ("period", Period), ("where", Where),
            ("compare", new JsonObject { ["type"] = "string", ["enum"] = new JsonArray("none", "previous", "year-ago", "target"), ["description"] = "What to give beside each figure." }),
            ("total", new JsonObject { ["type"] = "boolean", ["description"] = "Whether to give the total too; it is worked out from rows, never summed." }),
            ("sort", Texts("Metrics or dimensions to sort by; a leading - sorts downwards.")),
            ("limit", Whole("How many groups at most.", 1, int.MaxValue)), ("model", Model)),
        Of(
            Explain, "Explain a figure", "Says where a figure comes from: its value, definition, facts, lineage down to columns of sources, the statement that answers it, how many rows lie behind it.", ["metric"],
            ("metric", Metric), ("by", By), ("period", Period), ("where", Where), ("model", Model),
            ("rows", Whole("How many of the rows behind it to show; none unless given.", 0, MostRows))),
    ];

    /// <summary>How many rows behind a figure are shown at most.</summary>
    public const int MostRows = 20;

    private static Tool Of(string name, string title, string description, string[] required, params (string Name, JsonObject Schema)[] parameters) => new()
    {
        Name = name,
        Title = title,
        Description = description,
        InputSchema = JsonSerializer.SerializeToElement(new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(parameters.Select(p => KeyValuePair.Create(p.Name, (JsonNode?)p.Schema.DeepClone()))),
            ["required"] = new JsonArray([.. required.Select(r => (JsonNode?)r)]),
            ["additionalProperties"] = false,
        }),
        Annotations = new ToolAnnotations { Title = title, ReadOnlyHint = true, DestructiveHint = false, IdempotentHint = true, OpenWorldHint = false },
    };

    private static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    private static JsonObject Texts(string description) => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" }, ["description"] = description };

    private static JsonObject Whole(string description, int least, int most) => new() { ["type"] = "integer", ["minimum"] = least, ["maximum"] = most, ["description"] = description };
}
