using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using Merit.Diagnostics;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>A list of values.</summary>
internal sealed class ListShape<T>(Shape<T> item, bool oneWillDo = false) : Shape<IReadOnlyList<T>>
    where T : notnull
{
    public override string Expected => "a list";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out IReadOnlyList<T> value)
    {
        IReadOnlyList<Node> nodes;
        switch (node)
        {
            case SequenceNode sequence:
                nodes = sequence.Items;
                break;
            case var one when oneWillDo:
                nodes = [one];
                break;
            default:
                Wrong(node, findings);
                value = null;
                return false;
        }

        var items = new List<T>();
        foreach (var child in nodes)
        {
            if (item.TryRead(child, findings, out var read))
            {
                items.Add(read);
            }
        }

        value = items;
        return items.Count == nodes.Count;
    }

    public override JsonObject Schema()
    {
        var list = new JsonObject { ["type"] = "array", ["items"] = item.Schema() };
        return oneWillDo ? new JsonObject { ["anyOf"] = new JsonArray(item.Schema(), list) } : list;
    }
}

/// <summary>Names of the user's own, each with a value, in the file's order.</summary>
/// <param name="entry">What each is.</param>
/// <param name="name">What a name must be.</param>
internal sealed class MapShape<T>(Shape<T> entry, ScalarShape<string>? name = null) : Shape<IReadOnlyList<Named<T>>>
    where T : notnull
{
    public override string Expected => "a mapping of names to values";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out IReadOnlyList<Named<T>> value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        var items = new List<Named<T>>();
        foreach (var each in mapping.Entries)
        {
            var named = name is null || name.TryRead(new ScalarNode(each.At, each.Value.Path) { Value = each.Key, Written = each.Key }, findings, out _);
            if (entry.TryRead(each.Value, findings, out var read) && named)
            {
                items.Add(new Named<T>(each.Key, read, each.At));
            }
        }

        value = items;
        return items.Count == mapping.Entries.Count;
    }

    public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = entry.Schema() };
}

/// <summary>An entry of a map.</summary>
internal sealed record Named<T>(string Name, T Value, Place At);

/// <summary>A mapping with declared keys.</summary>
internal sealed class ObjectShape<T>(KeySet keys, Func<KeyValues, Findings, T?> make) : Shape<T>
    where T : class
{
    public override string Expected => "a mapping";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        if (node is not MappingNode mapping)
        {
            Wrong(node, findings);
            return false;
        }

        value = make(keys.Read(mapping, findings), findings);
        return value is not null;
    }

    public override JsonObject Schema() => keys.Schema();
}

/// <summary>A short form, a single value, or the whole mapping.</summary>
internal sealed class ShortOr<T>(ScalarShape<string> brief, Func<string, ScalarNode, Findings, T?> expand, Shape<T> whole) : Shape<T>
    where T : class
{
    public override string Expected => $"{brief.Expected} or {whole.Expected}";

    public override bool TryRead(Node node, Findings findings, [MaybeNullWhen(false)] out T value)
    {
        value = null;
        switch (node)
        {
            case ScalarNode scalar:
                value = brief.TryRead(scalar, findings, out var text) ? expand(text, scalar, findings) : null;
                return value is not null;
            case MappingNode:
                return whole.TryRead(node, findings, out value);
            default:
                Wrong(node, findings);
                return false;
        }
    }

    public override JsonObject Schema() => new() { ["anyOf"] = new JsonArray(brief.Schema(), whole.Schema()) };
}
