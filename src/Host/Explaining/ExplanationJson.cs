using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Merit.Host.Commands.Answers;
using Merit.Metrics.Results;

namespace Merit.Host.Explaining;

/// <summary>An explanation for other programs; keys are snake_case, raw values.</summary>
internal static class ExplanationJson
{
    private static readonly JsonSerializerOptions Options = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Explanation explanation)
    {
        var (metric, request) = (explanation.Definition, explanation.Plan.Request);
        return new JsonObject
        {
            ["id"] = metric.Id,
            ["label"] = metric.Label,
            ["label_zh"] = metric.LabelZh,
            ["description"] = metric.Description,
            ["description_zh"] = metric.DescriptionZh,
            ["unit"] = $"{metric.Unit}".ToLowerInvariant(),
            ["format"] = metric.Format,
            ["lower_is_better"] = metric.LowerIsBetter,
            ["requires"] = Texts(metric.Requires),
            ["owner"] = metric.Owner,
            ["tags"] = Texts(metric.Tags),
            ["deprecated"] = metric.Deprecated,
            ["declared_at"] = metric.At.ToString(),
            ["tests"] = List(explanation.Tests, t => new JsonObject { ["name"] = t.Name, ["declared_at"] = t.At.ToString() }),
            ["formula"] = explanation.Made.Formula,
            ["made_of"] = List(explanation.Made.Parts, p => new JsonObject { ["id"] = p.Id, ["formula"] = p.Formula }),
            ["parameters_used"] = Texts(explanation.Made.Parameters),
            ["facts"] = List(explanation.Made.Facts, f => new JsonObject
            {
                ["table"] = f.Table,
                ["measure"] = f.Measure,
                ["dated_by"] = f.DatedBy,
                ["key"] = f.Key,
                ["paths"] = List(f.Paths, p => new JsonObject { ["dimension"] = p.Dimension, ["path"] = p.Path }),
                ["reads"] = Texts(f.Reads),
            }),
            ["lineage"] = List(explanation.Lineage, Branch),
            ["period"] = request.Period.Name,
            ["by"] = Texts(request.By),
            ["values"] = explanation.Answer is { } answer ? List(answer.Rows, r => Value(answer, r)) : null,
            ["rows"] = List(explanation.Rows, r => new JsonObject
            {
                ["table"] = r.Behind.Table,
                ["measure"] = r.Behind.Measure,
                ["count"] = r.Count,
                ["shown"] = List(r.Shown, row => new JsonObject(r.Behind.Columns.Select((c, i) => KeyValuePair.Create(c, Raw(row[i]))))),
            }),
            ["sql"] = explanation.Plan.Sql,
            ["parameters"] = List(explanation.Plan.Parameters, Raw),
            ["engine_plan"] = explanation.EnginePlan.Length > 0 ? explanation.EnginePlan : null,
        }.ToJsonString(Options);
    }

    private static JsonNode Branch(Lineage lineage) => new JsonObject
    {
        ["column"] = lineage.Column,
        ["sources"] = List(lineage.Origins, o => new JsonObject
        {
            ["source"] = o.Source, ["connector"] = o.Connector, ["from"] = o.From, ["constant"] = o.Constant, ["expression"] = o.Expression,
        }),
        ["made_of"] = List(lineage.MadeOf, Branch),
    };

    private static JsonObject Value(Answer answer, AnswerRow row)
    {
        var value = new JsonObject(answer.Dimensions.Select((d, i) => KeyValuePair.Create(d.Id, Raw(row.Dimensions[i]))))
        {
            ["value"] = row.Figures[0].Value,
            ["reason"] = row.Figures[0].Reason == NoValue.None ? null : $"{row.Figures[0].Reason}",
        };
        return value;
    }

    private static JsonNode? Raw(object? value) => value switch
    {
        null => null,
        bool flag => flag,
        long number => number,
        int number => number,
        double number when double.IsFinite(number) => number,
        decimal number => number,
        _ => Cell.Raw(value),
    };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => (JsonNode?)t)];

    private static JsonArray List<T>(IEnumerable<T> items, Func<T, JsonNode?> one) => [.. items.Select(one)];
}
