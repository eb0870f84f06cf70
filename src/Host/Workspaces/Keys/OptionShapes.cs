using System.Collections;
using System.Text.Json.Nodes;
using Merit.Host.Workspaces.Yaml;

namespace Merit.Host.Workspaces.Keys;

/// <summary>The shapes of the types a plugin's options may have.</summary>
internal static class OptionShapes
{
    public static Shape For(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Values.OneOf(Enum.GetValues(type).Cast<object>().ToDictionary(v => OptionsBinder.SnakeCase($"{v}").Replace('_', '-'), v => v, StringComparer.Ordinal));
        }

        if (Element(type) is { } element)
        {
            return new TypedList(For(element), element, type.IsArray);
        }

        if (Value(type) is { } value)
        {
            return new TypedMap(For(value), value);
        }

        return Type.GetTypeCode(type) switch
        {
            TypeCode.String => Values.Text,
            TypeCode.Boolean => Values.Flag,
            TypeCode.Int32 => Values.Integer,
            TypeCode.Int64 => Values.Long,
            TypeCode.Double => Values.Number,
            TypeCode.Decimal => Values.Decimal,
            _ when type == typeof(TimeSpan) => Values.Duration,
            _ when type == typeof(DateOnly) => Values.Date,
            _ => throw new NotSupportedException($"An option cannot be of the type {type}."),
        };
    }

    private static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.GetGenericTypeDefinition() is var open
            && (open == typeof(IReadOnlyList<>) || open == typeof(IList<>) || open == typeof(List<>) || open == typeof(IEnumerable<>)
                || open == typeof(IReadOnlyCollection<>) || open == typeof(ICollection<>))
            ? type.GetGenericArguments()[0]
            : null;

    private static Type? Value(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() is var open
        && (open == typeof(IReadOnlyDictionary<,>) || open == typeof(IDictionary<,>) || open == typeof(Dictionary<,>))
        && type.GetGenericArguments()[0] == typeof(string)
            ? type.GetGenericArguments()[1]
            : null;

    // One value will do for a list of one: "paths: a.csv".
    private sealed class TypedList(Shape item, Type element, bool array) : Shape
    {
        public override string Expected => "a list";

        public override object? Read(Node node, Findings findings)
        {
            IReadOnlyList<Node> nodes = node is SequenceNode sequence ? sequence.Items : [node];
            var read = nodes.Select(n => item.Read(n, findings)).ToList();
            if (read.Contains(null))
            {
                return null;
            }

            var list = (IList)Make(typeof(List<>).MakeGenericType(element));
            read.ForEach(value => list.Add(value));
            if (!array)
            {
                return list;
            }

            var result = Array.CreateInstance(element, list.Count);
            list.CopyTo(result, 0);
            return result;
        }

        public override JsonObject Schema() =>
            new() { ["anyOf"] = new JsonArray(item.Schema(), new JsonObject { ["type"] = "array", ["items"] = item.Schema() }) };
    }

    private sealed class TypedMap(Shape entry, Type element) : Shape
    {
        public override string Expected => "a mapping of names to values";

        public override object? Read(Node node, Findings findings)
        {
            if (node is not MappingNode mapping)
            {
                Wrong(node, findings);
                return null;
            }

            var map = (IDictionary)Make(typeof(Dictionary<,>).MakeGenericType(typeof(string), element));
            foreach (var each in mapping.Entries)
            {
                if (entry.Read(each.Value, findings) is { } value)
                {
                    map[each.Key] = value;
                }
            }

            return map.Count == mapping.Entries.Count ? map : null;
        }

        public override JsonObject Schema() => new() { ["type"] = "object", ["additionalProperties"] = entry.Schema() };
    }

    private static object Make(Type type) => Activator.CreateInstance(type) ?? throw new InvalidOperationException($"{type} cannot be made.");
}
