using System.Globalization;
using System.Text;
using Merit.Metrics.Schema;

namespace Merit.Scripting.Compiling;

/// <summary>Writes the C# that makes the parameters, dimensions and segments of scripts into names a script can use.</summary>
internal static class ReusedTypes
{
    public static string Text(ReusedNames names)
    {
        var text = new StringBuilder($"namespace {TableTypes.AssemblyName}\n{{\n");
        Class(text, "parameters", names.Parameters.Select(p => (p.Id, p.Type == ColumnType.Number ? "NumberParameter" : $"ParameterRef<{TableTypes.Type(p.Type)}>")));
        Class(text, "dimensions", names.Dimensions.Select(d => (d, "DimensionRef")));
        Class(text, "segments", names.Segments.Select(s => (s, "SegmentRef")));
        return text.Append("}\n").ToString();
    }

    private static void Class(StringBuilder text, string name, IEnumerable<(string Id, string Type)> members)
    {
        text.Append(CultureInfo.InvariantCulture, $"public static class {name}\n{{\n");

        // A member cannot have its class's name; such a mention is left to the compiler's own message.
        foreach (var (id, type) in members.Where(m => TableTypes.IsName(m.Id) && m.Id != name).DistinctBy(m => m.Id, StringComparer.Ordinal).OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"public static readonly {TableTypes.Language}{type} @{id} = new {TableTypes.Language}{type}(\"{id}\");\n");
        }

        text.Append("}\n");
    }
}
