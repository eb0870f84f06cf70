using System.Globalization;
using System.Text;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Scripting.Compiling;

/// <summary>Writes the C# that makes a warehouse's tables, and the metrics scripts speak of, into names a script can use.</summary>
/// <remarks>Canonical tables are classes of Merit.Metrics.Tables; only extra columns, the workspace's own tables and the rows of tests are written. Knows no compiler, because the cache key is made of its text. Members are fields: a hundred getters would each be compiled at every start.</remarks>
internal static class TableTypes
{
    /// <summary>The assembly the text is compiled to.</summary>
    public const string AssemblyName = "Merit.Workspace";

    internal const string Language = "global::Merit.Metrics.Language.";

    /// <summary>The tables.</summary>
    public static string Tables(WarehouseSchema schema)
    {
        var text = new StringBuilder();
        var members = new StringBuilder();
        var own = schema.Tables.Where(t => Canonical.Find(t.Name) is null && IsName(t.Name));
        foreach (var canonical in Canonical.Tables)
        {
            var type = $"global::Merit.Metrics.Tables.{ClassName(canonical.Name)}";
            var extra = schema.Table(canonical.Name)?.Columns.Where(c => canonical.Columns.All(k => k.Name != c.Name) && IsName(c.Name)).ToList() ?? [];
            var row = RowMethods.Of(canonical.Name, extra);
            Class(text, canonical.Name, type, "", extra, row);
            Member(members, canonical.Name, extra.Count == 0 && row.Length == 0 ? type : ClassName(canonical.Name));
        }

        foreach (var table in own)
        {
            IReadOnlyList<ColumnSchema> columns = [.. table.Columns.Where(c => IsName(c.Name))];
            Class(text, table.Name, Language + "Table", $"base(\"{table.Name}\")", columns, RowMethods.Of(table.Name, columns));
            Member(members, table.Name, ClassName(table.Name));
        }

        return $"namespace {AssemblyName}\n{{\n{text}public static class Tables\n{{\n{members}}}\n}}\n";
    }

    /// <summary>The object <c>metrics</c> with one member per id.</summary>
    public static string Metrics(IEnumerable<string> ids)
    {
        var text = new StringBuilder($"namespace {AssemblyName}\n{{\npublic static class metrics\n{{\n");
        // A member cannot have its class's name; such a mention is left to the compiler's own message.
        foreach (var id in ids.Where(i => IsName(i) && i != "metrics").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"public static readonly {Language}MetricRef @{id} = new {Language}MetricRef(\"{id}\");\n");
        }

        return text.Append("}\n}\n").ToString();
    }

    private static void Class(StringBuilder text, string table, string parent, string call, IReadOnlyList<ColumnSchema> columns, string row)
    {
        if (columns.Count == 0 && call.Length == 0 && row.Length == 0)
        {
            return;
        }

        var name = ClassName(table);
        text.Append(CultureInfo.InvariantCulture, $"public sealed class {name} : {parent}\n{{\n");
        if (call.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"public {name}() : {call} {{ }}\n");
        }

        foreach (var column in columns)
        {
            text.Append(CultureInfo.InvariantCulture, $"public {Language}Column<{Type(column.Type)}> @{column.Name} => Col<{Type(column.Type)}>(\"{column.Name}\");\n");
        }

        text.Append(row).Append("}\n");
    }

    private static void Member(StringBuilder members, string table, string type) =>
        members.Append(CultureInfo.InvariantCulture, $"public static readonly {type} @{table} = new {type}();\n");

    private static string ClassName(string table) =>
        string.Concat(table.Split('_').Select(w => w.Length == 0 ? "_" : char.ToUpperInvariant(w[0]) + w[1..])) + "Table";

    // A name that cannot be written in C# can still be a dimension; a script just does not see it.
    internal static bool IsName(string name) =>
        name.Length > 0 && (char.IsLetter(name[0]) || name[0] == '_') && name.All(c => char.IsLetterOrDigit(c) || c == '_');

    internal static string Type(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Integer => "long",
        ColumnType.Number => "double",
        ColumnType.Money => "decimal",
        ColumnType.Flag => "bool",
        ColumnType.Date => "global::System.DateOnly",
        ColumnType.Timestamp => "global::System.DateTime",
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "A column type scripts do not know."),
    };
}
