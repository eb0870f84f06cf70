using System.Runtime.CompilerServices;
using Merit.Diagnostics;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>The words a script starts a sentence with; scripts see them through <c>using static</c>. Definitions are collected by the
/// <see cref="DefinitionScope"/> that is open.</summary>
public static partial class Define
{
    /// <summary>For <see cref="Attributed(CreditOf)"/>: new customers.</summary>
    public static CreditOf customers => CreditOf.Customers;

    /// <summary>For <see cref="Attributed(CreditOf)"/>: what conversions brought.</summary>
    public static CreditOf revenue => CreditOf.Revenue;

    /// <summary>For <see cref="Attributed(CreditOf)"/>: what conversions brought, less what was sold costs; of those whose cost is known.</summary>
    public static CreditOf margin => CreditOf.Margin;

    /// <summary>For <c>.Using(…)</c>: the workspace's usual model, <c>attribution: default:</c> in merit.yaml, whatever the request asks for.</summary>
    public const string DefaultModel = "(default)";

    /// <summary>For <c>.Using(…)</c>: the model the request asks for. It is that one anyway; where an expression names another beside it, it has to say so.</summary>
    public const string AskedModel = "(asked)";

    /// <summary>Declares a metric. The id is what requests, templates and other metrics call it: lower-case letters, digits and underscores.</summary>
    public static MetricBuilder Metric(string id, Measure measure, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        ArgumentNullException.ThrowIfNull(measure);
        var builder = new MetricBuilder(id, measure, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    /// <summary>Declares a scorecard: how campaigns of one type are scored. The version grows whenever weights or curves change.</summary>
    public static ScorecardBuilder Scorecard(string id, int version, [CallerFilePath] string file = "", [CallerLineNumber] int line = 0)
    {
        var builder = new ScorecardBuilder(id, version, new Place(file, line));
        DefinitionScope.Current.Add(builder);
        return builder;
    }

    /// <summary>A curve through the points given, straight between them and level outside: x is the component's value, y its points, 0 to 100.</summary>
    public static ScoreCurve Curve(params (double X, double Y)[] points) => new([.. points.Select(p => new ScorePoint(p.X, p.Y))]);

    /// <summary>The number of rows.</summary>
    public static Aggregate Count(Table table) => new(AggregateFunction.Count, table.TableName, null);

    /// <summary>The credit an attribution model gives for sales, shared out: <see cref="customers"/>, <see cref="revenue"/> or <see cref="margin"/>.</summary>
    public static Aggregate Attributed(CreditOf what) => Attributed(what, "sale");

    /// <summary>The credit an attribution model gives for sales themselves: <c>Attributed(conversions)</c>.</summary>
    public static Aggregate Attributed(ConversionsTable conversions) => Attributed(CreditOf.Conversions);

    /// <summary>The credit an attribution model gives for the conversions of one kind, such as <c>Attributed("mql")</c>.</summary>
    public static Aggregate Attributed(string kind) => Attributed(CreditOf.Conversions, kind);

    /// <summary>The value of the conversions of one kind, shared out, such as <c>AttributedValue("pipeline")</c>; in money, where merit.yaml gives the kind a value.</summary>
    public static Aggregate AttributedValue(string kind) => Attributed(CreditOf.Revenue, kind);

    /// <summary>One measure by another: the same as <c>part / whole</c>; no value where the whole is zero.</summary>
    public static Measure Ratio(Measure part, Measure whole) => part / whole;

    private static Aggregate Attributed(CreditOf what, string kind) => new(AggregateFunction.Sum, CreditsTable.Declaration.Name, null) { Credit = what, Kind = kind };

    // A value without a column has no table to aggregate; the scope reports it where the metric is declared.
    private static Aggregate Over(AggregateFunction function, Expr value) =>
        new(function, value.Node.Columns.FirstOrDefault()?.Table ?? "", value.Node);
}
