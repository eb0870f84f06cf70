using Merit.Plugins.Connectors;

namespace Merit.Connectors.Http.Describing;

/// <summary>What a description makes a table's columns of: a field's name, or a mapping with from, constant or sql.</summary>
internal static class ProposedColumns
{
    private static readonly string[] Origins = ["from", "constant", "sql"];

    private static readonly string[] Others = ["type", "format"];

    public static IReadOnlyList<ProposedColumn> Of(StreamDescription stream, IReadOnlyDictionary<string, string> values) => [.. stream.Columns.Select(c => Column(c.Key, c.Value, values))];

    /// <summary>What is wrong with one, or null.</summary>
    public static string? Wrong(string name, object column, StreamDescription stream) => column switch
    {
        string field => stream.Fields.ContainsKey(field) ? null : $"makes '{name}' of '{field}', which is no field",
        IDictionary<object, object> keys when keys.Keys.FirstOrDefault(k => !Origins.Contains($"{k}") && !Others.Contains($"{k}")) is { } unknown => $"has an unknown key '{unknown}' of the column '{name}'",
        IDictionary<object, object> keys when keys.Keys.Count(k => Origins.Contains($"{k}")) != 1 => $"does not say in one way what '{name}' is made of: from, constant or sql",
        IDictionary<object, object> keys when keys.TryGetValue("from", out var from) && !stream.Fields.ContainsKey($"{from}") => $"makes '{name}' of '{from}', which is no field",
        IDictionary<object, object> => null,
        _ => $"does not say what '{name}' is made of",
    };

    private static ProposedColumn Column(string name, object column, IReadOnlyDictionary<string, string> values) => column is IDictionary<object, object> keys
        ? new ProposedColumn(name)
        {
            From = Find(keys, "from"),
            Constant = Find(keys, "constant") is { } constant ? Template.Fill(constant, values) : null,
            Expression = Find(keys, "sql"),
            Type = Find(keys, "type"),
            Format = Find(keys, "format"),
        }
        : new ProposedColumn(name) { From = $"{column}" };

    private static string? Find(IDictionary<object, object> keys, string key) => keys.TryGetValue(key, out var value) ? $"{value}" : null;
}
