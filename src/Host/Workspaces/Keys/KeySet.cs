using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>The keys a mapping may have.</summary>
internal sealed class KeySet(IReadOnlyList<Key> keys)
{
    public IReadOnlyList<Key> Keys { get; } = keys;

    public KeySet With(IEnumerable<Key> more) => new([.. Keys, .. more]);

    /// <summary>The values given; unknown, missing and wrong ones are among the findings.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="findings">Takes what is wrong.</param>
    /// <param name="open">Whether other keys may stand beside these, because which there are could not be found out.</param>
    public KeyValues Read(MappingNode mapping, Findings findings, bool open = false)
    {
        var values = new Dictionary<Key, (object Value, Node Node)>();
        foreach (var entry in mapping.Entries)
        {
            var key = Keys.FirstOrDefault(k => string.Equals(k.Name, entry.Key, StringComparison.Ordinal));
            if (key is null)
            {
                if (!open)
                {
                    findings.Add(WorkspaceRules.UnknownKey, entry.At, entry.Key, Suggestion.For(entry.Key, Keys.Select(k => k.Name)));
                }
            }
            else if (entry.Value is not ScalarNode { IsNull: true } && key.Shape.Read(entry.Value, findings) is { } value)
            {
                values[key] = (value, entry.Value);
            }
        }

        foreach (var key in Keys.Where(k => k.Required && mapping.Find(k.Name) is null or ScalarNode { IsNull: true }))
        {
            findings.Add(WorkspaceRules.MissingKey, PlaceOf(mapping, key), key.Name, key.Description);
        }

        return new KeyValues(mapping, values);
    }

    public JsonObject Schema()
    {
        var properties = new JsonObject();
        foreach (var key in Keys)
        {
            var schema = key.Shape.Schema();
            schema["description"] = key.Description;
            properties[key.Name] = schema;
        }

        var result = new JsonObject { ["type"] = "object", ["properties"] = properties };
        if (Keys.Any(k => k.Required))
        {
            result["required"] = new JsonArray([.. Keys.Where(k => k.Required).Select(k => JsonValue.Create(k.Name))]);
        }

        result["additionalProperties"] = false;
        return result;
    }

    private static Place PlaceOf(MappingNode mapping, Key key) =>
        mapping.Entries.FirstOrDefault(e => string.Equals(e.Key, key.Name, StringComparison.Ordinal))?.At ?? mapping.At;
}

/// <summary>The values of a mapping's keys.</summary>
internal sealed class KeyValues(MappingNode mapping, IReadOnlyDictionary<Key, (object Value, Node Node)> values)
{
    public MappingNode Mapping { get; } = mapping;

    public bool Has(Key key) => values.ContainsKey(key);

    /// <summary>The value, or null where it is not given or not right.</summary>
    public T? Find<T>(Key<T> key)
        where T : class => (T?)FindObject(key);

    /// <summary>The value, or another where it is not given or not right.</summary>
    public T Get<T>(Key<T> key, T otherwise)
        where T : notnull => FindObject(key) is T value ? value : otherwise;

    public object? FindObject(Key key) => values.TryGetValue(key, out var found) ? found.Value : null;

    /// <summary>The value as it stands in the file.</summary>
    public string Written(Key key) => values.TryGetValue(key, out var found) && found.Node is ScalarNode scalar ? scalar.Written : "…";

    /// <summary>Where the key's value stands; the mapping's place where it is not given.</summary>
    public Place At(Key key) => values.TryGetValue(key, out var found) ? found.Node.At : Mapping.At;
}
