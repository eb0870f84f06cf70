using System.Globalization;
using System.Text.RegularExpressions;
using Merit.Diagnostics.Rules;
using Merit.Host.Workspaces.Keys;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Host.Workspaces;

/// <summary>The keys of a kind of conversion.</summary>
internal static partial class ConversionKeys
{
    private const string ExpectedValue = "expected";

    private const string MarginValue = "margin";

    // The usual moment of each table's rows.
    private static readonly IReadOnlyDictionary<string, string> Tables = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["leads"] = "created_at",
        ["opportunities"] = "created_at",
        ["orders"] = "ordered_at",
        ["touchpoints"] = "occurred_at",
    };

    private static readonly Key<string> Of = new("of", Values.OneOf([.. Tables.Keys]), "The table whose rows they are: leads (without duplicates), opportunities, orders or touchpoints.") { Required = true };

    private static readonly Key<string> At = new("at", Values.Text, "The column that says when; a lead that reached a later stage reached this one too. The row's creation unless given.");

    private static readonly Key<string> Where = new("where", Values.Text, "A SQL condition over the table's columns, such as \"kind = 'form'\"; no subquery, no file function.");

    private static readonly Key<string> Value = new(
        "value", Values.Literal, "What each brings: a number, a column of the table, margin (of orders and opportunities: amount − cost_of_goods), or expected (of open opportunities: amount × probability). Nothing unless given.");

    /// <summary>What a kind may be called; sales have theirs.</summary>
    public static ScalarShape<string> Name { get; } = Values.Matching(NameForm(), "a name of small letters, digits and hyphens other than sale", "a name such as mql");

    public static ObjectShape<ConversionKind> Shape { get; } = new(new KeySet([Of, At, Where, Value]), Make);

    private static ConversionKind? Make(KeyValues values, Findings findings)
    {
        if (values.Find(Of) is not { } of || Canonical.Find(of) is not { } table)
        {
            return null;
        }

        var on = values.Get(At, Tables[of]);
        Check(values, At, on, table, "the moment must be a timestamp or date it has", t => t is ColumnType.Timestamp or ColumnType.Date, findings);
        return new ConversionKind { Of = of, On = on, Where = values.Find(Where), Value = Worth(values, table, findings) };
    }

    private static ConversionValue Worth(KeyValues values, CanonicalTable table, Findings findings)
    {
        switch (values.Find(Value))
        {
            case null:
                return ConversionValue.None;
            case var number when decimal.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var amount):
                return new ConversionValue.Fixed(amount);
            case ExpectedValue when table.Name is "opportunities":
                return new ConversionValue.Expected();
            case MarginValue when table.Name is "opportunities" or "orders":
                return new ConversionValue.Margin();
            case var column:
                Check(values, Value, column, table, "the value must be a number it has", t => t is ColumnType.Money or ColumnType.Number or ColumnType.Integer, findings);
                return new ConversionValue.Of(column);
        }
    }

    private static void Check(KeyValues values, Key key, string name, CanonicalTable table, string must, Func<ColumnType, bool> fits, Findings findings)
    {
        // A column of the workspace's own is known only when it is loaded.
        var column = table.Columns.FirstOrDefault(c => string.Equals(c.Name, name, StringComparison.Ordinal));
        if (column is null || !fits(column.Type))
        {
            findings.Add(WorkspaceRules.WrongConversionColumn, values.At(key), values.Written(Of), table.Name, name, must,
                Suggestion.For(name, table.Columns.Where(c => fits(c.Type)).Select(c => c.Name)));
        }
    }

    [GeneratedRegex("^(?!sale$)[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NameForm();
}
