using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Dashboard;
using Merit.Host.Dashboard.Api;
using Merit.Host.Dashboard.Pages;
using Merit.Host.Pipeline;
using Merit.Host.Workers;
using Merit.Host.Workers.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using ModelContextProtocol;
using ModelContextProtocol.Protocol;

namespace Merit.Host.Agents;

/// <summary>Answers what assistants ask with the questions of the interface for programs, read by the same readers and answered by the same workers.</summary>
internal static class AgentDesk
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What a tool says; what is wrong with a question is said too, with its code, so that the assistant can put it right.</summary>
    public static async Task<CallToolResult> CallAsync(Asker asker, string tool, IEnumerable<KeyValuePair<string, JsonElement>> arguments)
    {
        try
        {
            return Said(await AnswerAsync(asker, tool, Words(arguments)), isError: false);
        }
        catch (MeritException wrong)
        {
            return Said(Problem.Of(wrong.Diagnostics).ToJsonString(Json), isError: true);
        }
    }

    private static async Task<string> AnswerAsync(Asker asker, string tool, QueryCollection asked)
    {
        switch (tool)
        {
            case AgentTools.List:
                Only(asked, "search");
                return Listed((await asker.AskAsync(new CatalogueQuestion())).Metrics, Asked.Text(asked, "search")).ToJsonString(Json);
            case AgentTools.Describe:
                Only(asked, "metric");
                return MetricEntry.Of(Found((await asker.AskAsync(new CatalogueQuestion())).Metrics, Asked.Text(asked, "metric") ?? "")).ToJsonString(Json);
            case AgentTools.Query:
                return FiguresJson.Of(await asker.AskAsync(Asked.Read(asked))).ToJsonString(Json);
            case AgentTools.Explain:
                var question = ExplainPage.Question(new QueryCollection(asked.Where(a => a.Key is not "rows").ToDictionary(a => a.Key, a => a.Value, StringComparer.Ordinal)));
                return (await asker.AskAsync(question with { Rows = Rows(Asked.Text(asked, "rows")) })).Json;
            default:
                throw new McpProtocolException($"There is no tool '{tool}'.", McpErrorCode.InvalidParams);
        }
    }

    private static JsonObject Listed(IReadOnlyList<MetricListing> metrics, string? search) => new()
    {
        ["metrics"] = new JsonArray([.. metrics.Where(m => search is null || Holds(m, search)).Select(m => (JsonNode?)new JsonObject
        {
            ["id"] = m.Column.Id, ["label"] = m.Column.Label, ["label_zh"] = m.Column.LabelZh, ["unit"] = $"{m.Column.Unit}".ToLowerInvariant(), ["description"] = m.Column.Description,
        })]),
    };

    private static bool Holds(MetricListing metric, string text) =>
        metric.Tags.Concat([metric.Column.Id, metric.Column.Label, metric.Column.LabelZh, metric.Column.Description, metric.Column.DescriptionZh]).Any(t => t.Contains(text, StringComparison.OrdinalIgnoreCase));

    private static MetricListing Found(IReadOnlyList<MetricListing> metrics, string id) => metrics.FirstOrDefault(m => m.Column.Id == id)
        ?? throw new MeritException(RequestRules.UnknownMetric.Here(id, Nearest.To(id, metrics.Select(m => m.Column.Id)) is { } near ? $"Did you mean '{near}'?" : $"'{AgentTools.List}' lists them all."));

    private static int Rows(string? text) => text is null ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var rows) && rows <= AgentTools.MostRows ? rows
        : throw Wrong($"'{text}' is not a value of rows.", $"write a whole number up to {AgentTools.MostRows}.");

    private static void Only(QueryCollection asked, params string[] known)
    {
        if (asked.Keys.FirstOrDefault(k => !known.Contains(k, StringComparer.Ordinal)) is { } unknown)
        {
            throw Wrong($"there is no parameter '{unknown}'.", $"say {string.Join(", ", known)} or nothing.");
        }
    }

    // As an address would put it, so that there is one reader of questions.
    private static QueryCollection Words(IEnumerable<KeyValuePair<string, JsonElement>> arguments) => new(arguments
        .Where(a => a.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
        .ToDictionary(a => a.Key, a => new StringValues([.. Texts(a.Key, a.Value)]), StringComparer.Ordinal));

    private static IEnumerable<string> Texts(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(v => Texts(name, v)),
        JsonValueKind.String => [value.GetString() ?? ""],
        JsonValueKind.True or JsonValueKind.False or JsonValueKind.Number => [value.GetRawText()],
        _ => throw Wrong($"'{name}' is no text, number, flag or list of texts.", "give it as the tool describes it."),
    };

    private static CallToolResult Said(string text, bool isError) => new() { Content = [new TextContentBlock { Text = text }], IsError = isError };

    private static MeritException Wrong(string what, string instead) => new(CommandRules.Usage.Here(what, instead));
}
