using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <content>What is said once and used in many places.</content>
public static partial class Define
{
    /// <summary>Declares a number that merit.yaml (<c>parameters:</c>) and the command line (<c>--param</c>) may set; used as <c>parameters.id</c>.</summary>
    public static ParameterBuilder Parameter(string id, Constant value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, ColumnType.Number, value.Literal.Value, file, line);

    /// <summary>Declares a text that merit.yaml and the command line may set; used as <c>parameters.id</c>.</summary>
    public static ParameterBuilder Parameter(string id, string value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, ColumnType.Text, value, file, line);

    /// <summary>Declares a yes or no that merit.yaml and the command line may set; used as <c>parameters.id</c>.</summary>
    public static ParameterBuilder Parameter(string id, bool value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, ColumnType.Flag, value, file, line);

    /// <summary>Declares a day that merit.yaml and the command line may set; used as <c>parameters.id</c>.</summary>
    public static ParameterBuilder Parameter(string id, DateOnly value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0) =>
        Declared(id, ColumnType.Date, value, file, line);

    /// <summary>Declares a dimension: a value of each row of one table. It is reached like a column of that table, by every table that looks it up.</summary>
    public static DimensionBuilder Dimension(string id, Expr value, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(value);
        var builder = new DimensionBuilder(id, value, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    /// <summary>Declares a segment: a condition on the rows of one table, usable on all tables that look it up: <c>.Where(segments.id)</c>,
    /// <c>--where "segment = id"</c>.</summary>
    public static SegmentBuilder Segment(string id, Expr<bool> condition, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(condition);
        var builder = new SegmentBuilder(id, condition, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    private static ParameterBuilder Declared(string id, ColumnType type, object value, string file, int line)
    {
        ArgumentNullException.ThrowIfNull(value);
        var builder = new ParameterBuilder(id, type, value, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        return builder;
    }
}
