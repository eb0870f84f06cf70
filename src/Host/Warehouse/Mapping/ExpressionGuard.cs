using System.Text.Json;
using Merit.Host.Warehouse.Sessions;

namespace Merit.Host.Warehouse.Mapping;

/// <summary>
/// Lets through expressions that compute a value from a row and nothing else. It judges the engine's own parse of the text, by a list of what is
/// allowed: no subquery, no table, no aggregate or window, no function that reads files or the environment or gives another answer next time.
/// </summary>
internal sealed class ExpressionGuard(Session session)
{
    private static readonly HashSet<string> Functions = new(StringComparer.OrdinalIgnoreCase)
    {
        "abs", "ceil", "ceiling", "floor", "round", "round_even", "trunc", "sign", "sqrt", "exp", "ln", "log", "log10", "log2", "pow", "power", "mod", "fmod",
        "greatest", "least", "ifnull", "nullif", "coalesce", "if", "isnan", "isfinite",
        "lower", "lcase", "upper", "ucase", "trim", "ltrim", "rtrim", "substr", "substring", "left", "right", "length", "len", "strlen", "replace", "translate",
        "regexp_replace", "regexp_extract", "regexp_matches", "regexp_full_match", "split_part", "string_split", "str_split", "concat", "concat_ws", "contains",
        "starts_with", "ends_with", "prefix", "suffix", "instr", "position", "strpos", "lpad", "rpad", "reverse", "md5", "sha256", "hash", "chr", "ascii", "unicode",
        "strip_accents", "nfc_normalize", "format", "printf", "url_decode", "url_encode", "like_escape", "not_like_escape", "ilike_escape", "not_ilike_escape",
        "list_value", "list_extract", "array_extract", "list_contains", "struct_extract", "array_slice", "list_slice",
        "strptime", "try_strptime", "strftime", "date_trunc", "datetrunc", "date_part", "datepart", "date_diff", "datediff", "date_sub", "datesub", "date_add", "age",
        "make_date", "make_timestamp", "make_time", "to_timestamp", "epoch", "epoch_ms", "epoch_us", "timezone", "last_day",
        "year", "quarter", "month", "week", "day", "dayofmonth", "dayofweek", "dayofyear", "isodow", "weekday", "hour", "minute", "second",
        "to_years", "to_months", "to_weeks", "to_days", "to_hours", "to_minutes", "to_seconds",
        "json_extract", "json_extract_string", "json_array_length", "json_valid", "json_type", "json_exists", "json_value",
    };

    private static readonly HashSet<string> Classes = new(StringComparer.Ordinal)
    {
        "CONSTANT", "COLUMN_REF", "FUNCTION", "CAST", "CASE", "CONJUNCTION", "COMPARISON", "OPERATOR", "BETWEEN", "COLLATE",
    };

    /// <summary>Why an expression cannot be used, or null.</summary>
    public string? Refusal(string expression)
    {
        var json = session.Scalar<string>($"SELECT json_serialize_sql({SqlText.Text($"SELECT ({expression}\n)")})::VARCHAR") ?? "{}";
        using var parsed = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 1000 });
        var root = parsed.RootElement;
        if (root.GetProperty("error").GetBoolean())
        {
            return root.GetProperty("error_message").GetString()?.Replace('\n', ' ') is { } message && !message.StartsWith("Only SELECT", StringComparison.Ordinal)
                ? message.TrimEnd('.')
                : "it is more than one expression";
        }

        var statements = root.GetProperty("statements");
        var node = statements[0].GetProperty("node");
        return statements.GetArrayLength() == 1 && IsOneExpression(node) ? Refusal(node.GetProperty("select_list")[0]) : "it is more than one expression";
    }

    private static bool IsOneExpression(JsonElement node) =>
        Is(node, "type", "SELECT_NODE")
        && node.GetProperty("select_list").GetArrayLength() == 1
        && Is(node.GetProperty("select_list")[0], "alias", "")
        && Is(node.GetProperty("from_table"), "type", "EMPTY")
        && node.GetProperty("modifiers").GetArrayLength() == 0
        && node.GetProperty("cte_map").GetProperty("map").GetArrayLength() == 0
        && new[] { "where_clause", "having", "qualify", "sample" }.All(clause => node.GetProperty(clause).ValueKind == JsonValueKind.Null)
        && node.GetProperty("group_expressions").GetArrayLength() == 0;

    private static string? Refusal(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(Refusal).FirstOrDefault(r => r is not null),
        JsonValueKind.Object => OfNode(element) ?? element.EnumerateObject().Select(p => Refusal(p.Value)).FirstOrDefault(r => r is not null),
        _ => null,
    };

    private static string? OfNode(JsonElement node)
    {
        if (!node.TryGetProperty("class", out var kind) || kind.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return kind.GetString() switch
        {
            "SUBQUERY" => "it holds a subquery",
            "WINDOW" => "it holds a window function, which looks at other rows",
            "STAR" => "it names all columns at once",
            "FUNCTION" => OfFunction(node),
            { } known when Classes.Contains(known) => null,
            var other => $"it holds a {other?.ToLowerInvariant().Replace('_', ' ')}",
        };
    }

    private static string? OfFunction(JsonElement node)
    {
        var name = node.GetProperty("function_name").GetString() ?? "";
        var allowed = node.GetProperty("is_operator").GetBoolean() || Functions.Contains(name) || name.All(c => !char.IsAsciiLetterOrDigit(c));
        return !allowed ? $"the function {name} is not among those allowed"
            : node.GetProperty("distinct").GetBoolean() || node.GetProperty("filter").ValueKind != JsonValueKind.Null ? $"{name} is used as an aggregate"
            : null;
    }

    private static bool Is(JsonElement node, string property, string value) =>
        node.TryGetProperty(property, out var found) && found.ValueKind == JsonValueKind.String && string.Equals(found.GetString(), value, StringComparison.Ordinal);
}
