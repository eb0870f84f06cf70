using System.Text.RegularExpressions;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Keys;
using Merit.Metrics.Schema;

namespace Merit.Host.Workspaces;

/// <summary>The keys of a column's mapping.</summary>
internal static partial class ColumnKeys
{
    public static IReadOnlyDictionary<string, ColumnType> Types { get; } =
        Enum.GetValues<ColumnType>().ToDictionary(t => $"{t}".ToLowerInvariant(), t => t, StringComparer.Ordinal);

    /// <summary>What tables and columns of the user's own may be called: names that scripts can write.</summary>
    public static ScalarShape<string> Name { get; } = Values.Matching(
        NameForm(), "a name of small letters, digits and underscores", "a name such as deal_size");

    private static Key<string> From { get; } = new("from", Values.Text, "The source's column.");

    private static Key<string> Constant { get; } = new("constant", Values.Literal, "A value for every row.");

    private static Key<string> Value { get; } = new("value", Values.Literal, "The same as constant.");

    private static Key<string> Sql { get; } = new("sql", Values.Text, "A SQL expression over the source's own columns; no subquery, no file function.");

    private static Key<string> Format { get; } = new("format", Values.Text, "How dates and times are written, such as \"%Y.%m.%d %H:%M\"; ISO 8601 unless given.");

    private static Key<string> Decimal { get; } = new("decimal", Values.OneOf(".", ","), "The decimal separator of numbers; a point unless given.");

    private static Key<ColumnType> Type { get; } = new("type", Values.OneOf(Types), "The column's type; the columns of Merit's data model have theirs.");

    public static Shape<IReadOnlyList<ColumnMapping>> Mappings { get; } = new ColumnsShape(new ShortOr<ColumnMapping>(
        Values.Text,
        (from, node, _) => new ColumnMapping { Name = "", From = from, At = node.At },
        new ObjectShape<ColumnMapping>(new KeySet([From, Constant, Value, Sql, Format, Decimal, Type]), Make)));

    private static ColumnMapping? Make(KeyValues values, Findings findings)
    {
        List<string> origins = [.. new[] { From, Constant, Value, Sql }.Where(values.Has).Select(k => k.Name)];
        if (origins.Count != 1)
        {
            // A key that is there but wrong has been spoken of already.
            if (origins.Count > 1 || !values.Mapping.Entries.Any(e => e.Key is "from" or "constant" or "value" or "sql"))
            {
                var name = values.Mapping.Path[(values.Mapping.Path.LastIndexOf('.') + 1)..];
                findings.Add(WorkspaceRules.NotOneOrigin, values.Mapping.At, name, origins.Count == 0 ? "nothing" : string.Join(" and ", origins));
            }

            return null;
        }

        return new ColumnMapping
        {
            Name = "",
            From = values.Find(From),
            Constant = values.Find(Constant) ?? values.Find(Value),
            Expression = values.Find(Sql),
            Type = values.Has(Type) ? values.Get(Type, default) : null,
            Format = values.Find(Format),
            DecimalSeparator = values.Get(Decimal, ".")[0],
            At = values.Mapping.At,
        };
    }

    [GeneratedRegex("^[a-z_][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
