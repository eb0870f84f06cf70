using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Scripting.Compiling;

/// <summary>Writes <c>spend.Row(date: …, amount: …)</c> for every table a test may give rows of: its columns are parameters, so that a wrong one is a compile error.</summary>
internal static class RowMethods
{
    // Nothing in a test's warehouse makes scores, intervals and places only where a model learns, and which models an experiment is held against the workspace says: a test may give them.
    private static readonly string[] GivenThoughDerived = ["scores", "credit_intervals", "credit_buckets", "credit_places", "experiment_credits"];

    /// <summary>The method of a table; empty where a test cannot give rows of it.</summary>
    /// <param name="table">The table.</param>
    /// <param name="extra">The columns it has beside the data model's.</param>
    public static string Of(string table, IReadOnlyList<ColumnSchema> extra)
    {
        var canonical = Canonical.Find(table);
        if ((canonical is { Derived: true } && !GivenThoughDerived.Contains(canonical.Name)) || extra.Any(c => c.Name == "Row"))
        {
            return "";
        }

        const string Compiler = "global::System.Runtime.CompilerServices.";
        var given = canonical is { Derived: true } ? canonical.Columns : canonical?.Columns.Where(c => !c.Derived) ?? [];
        var columns = given.Select(c => (c.Name, c.Type)).Concat(extra.Select(c => (c.Name, c.Type))).ToList();
        var parameters = string.Concat(columns.Select(c => $"{Type(c.Type)} @{c.Name} = null, "));
        var values = string.Concat(columns.Select(c => $", (\"{c.Name}\", @{c.Name})"));
        return $"public {TableTypes.Language}TestRow Row({parameters}[{Compiler}CallerFilePath] string __file = \"\", [{Compiler}CallerLineNumber] int __line = 0) => "
            + $"new {TableTypes.Language}TestRow(this, __file, __line{values});\n";
    }

    /// <summary>Whether a parameter is one that the compiler fills, and nobody writes.</summary>
    public static bool IsHidden(string parameter) => parameter.StartsWith("__", StringComparison.Ordinal);

    private static string Type(ColumnType type) => type switch
    {
        ColumnType.Text => "string",
        ColumnType.Integer => "long?",
        ColumnType.Number => "double?",
        ColumnType.Money => TableTypes.Language + "Constant?",
        ColumnType.Flag => "bool?",
        _ => TableTypes.Language + "TimeValue?",
    };
}
