using System.Text;
using System.Text.Json.Nodes;

namespace Merit.Host.Tests.Workspaces;

/// <summary>docs/merit-yaml.md, made from the schema, which is made from the keys that merit.yaml is checked by.</summary>
internal sealed class ReferencePage
{
    private readonly StringBuilder _text = new(
        "# merit.yaml\n\nEvery key of a workspace's `merit.yaml`. This page is made from the declaration the file is checked by; `schemas/merit.schema.json` is the same for editors.\n"
        + "Any value may hold `${NAME}` or `${NAME:-default}`: from the environment, then from a file `.env` beside merit.yaml. **Bold** keys must be given.\n");

    private readonly Queue<(string Title, JsonObject Schema)> _pending = new();

    public static string Of(JsonObject schema)
    {
        var page = new ReferencePage();
        page._pending.Enqueue(("The file", schema));
        while (page._pending.TryDequeue(out var next))
        {
            page.Section(next.Title, next.Schema);
        }

        return page._text.ToString();
    }

    private void Section(string title, JsonObject schema)
    {
        _text.Append($"\n## {title}\n\n| key | value | meaning |\n|---|---|---|\n");
        var required = Names(schema["required"]);
        foreach (var (name, value) in schema["properties"]?.AsObject() ?? [])
        {
            var path = title is "The file" ? name : $"{title}.{name}";
            var shape = value?.AsObject() ?? [];
            _text.Append($"| {(required.Contains(name) ? $"**{name}**" : name)} | {Value(path, shape)} | {Cell((string?)shape["description"] ?? "")} |\n");
        }

        foreach (var branch in schema["allOf"]?.AsArray().OfType<JsonObject>() ?? [])
        {
            if (branch["if"]?["properties"]?["connector"]?["const"] is { } connector && branch["then"] is JsonObject options)
            {
                _pending.Enqueue(($"{title}, connector {connector}", options));
            }
        }
    }

    private string Value(string path, JsonObject shape)
    {
        if (shape["anyOf"] is JsonArray choices)
        {
            var texts = choices.OfType<JsonObject>().Where(c => (string?)c["pattern"] is not @"\$\{").Select(c => Value(path, c)).Where(v => v.Length > 0);
            return string.Join(" or ", texts.Distinct(StringComparer.Ordinal));
        }

        if (shape["enum"] is JsonArray words)
        {
            return string.Join(", ", words.Select(w => $"`{w}`"));
        }

        if (shape["properties"] is JsonObject properties)
        {
            // A plugin's own keys stand in the section of its mapping under its name.
            var title = properties["model"]?["const"] is { } model ? $"{path}, model {model}" : path;
            _pending.Enqueue((title, shape));
            return $"keys of [{title}](#{Anchor(title)})";
        }

        if (shape["additionalProperties"] is JsonObject entry)
        {
            return $"names, each with {Value($"{path}.*", entry)}";
        }

        return shape["items"] is JsonObject item ? $"a list: {Value($"{path}[]", item)}"
            : shape["const"] is { } only ? $"`{only}`"
            : shape["type"] is JsonArray types ? string.Join(" or ", types.Select(t => Kind($"{t}")))
            : Kind((string?)shape["type"] ?? "");
    }

    private static string Kind(string type) => type switch { "string" => "text", "boolean" => "true or false", "integer" => "whole number", _ => type };

    private static string Anchor(string title) =>
        string.Concat(title.ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ')).Replace(' ', '-');

    private static List<string> Names(JsonNode? list) => [.. list?.AsArray().Select(n => $"{n}") ?? []];

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).Replace("*", "\\*", StringComparison.Ordinal);
}
