using Merit.Diagnostics;
using Merit.Metrics.Planning;

namespace Merit.Metrics.Language;

/// <summary>A declared test of the data, run after each load.</summary>
/// <param name="Name">What it says: <c>spend.amount ≥ 0</c>.</param>
/// <param name="Kind">What it looks at.</param>
/// <param name="At">Where it is declared.</param>
public sealed record DataTestDefinition(string Name, DataTestKind Kind, Place At)
{
    /// <summary>What readers see, in English; empty for the name.</summary>
    public string Label { get; init; } = "";

    /// <summary>What readers see, in Chinese; empty for the name.</summary>
    public string LabelZh { get; init; } = "";

    /// <summary>Whether a failure is only worth a warning.</summary>
    public bool IsWarning { get; init; }

    /// <summary>Whether a failure keeps reports from being sent.</summary>
    public bool BlocksDelivery { get; init; }

    /// <summary>The table it looks at; empty for a reconciliation.</summary>
    public string Table { get; init; } = "";

    /// <summary>Columns of the table without which there is nothing to test.</summary>
    public IReadOnlyList<string> Needs { get; init; } = [];

    /// <summary>For a condition or uniqueness: the metric that counts the rows that fail.</summary>
    public MetricDefinition? Failing { get; init; }

    /// <summary>For freshness: how long ago the last day may be.</summary>
    public TimeSpan Age { get; init; }

    /// <summary>For a reconciliation: the two metrics.</summary>
    public (string One, string Other) Metrics { get; init; } = ("", "");

    /// <summary>For a reconciliation: how far they may differ.</summary>
    public Tolerance Within { get; init; }

    /// <summary>For a reconciliation: the dimensions to compare by.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>For a reconciliation: the days to compare.</summary>
    public string Period { get; init; } = "all";

    internal RowNode? Value { get; private init; }

    internal static DataTestDefinition OfCondition(RowNode condition, Place at)
    {
        var name = RowText.Of(condition);
        var table = TableOf(condition);
        return new DataTestDefinition(name, DataTestKind.Condition, at)
        {
            Table = table,
            Needs = [.. NeededColumns.Of(condition).Select(c => c.Name).Distinct(StringComparer.Ordinal)],
            Failing = Metric(name, Counted(table, new NotNode(condition)), at),
            Value = condition,
        };
    }

    internal static DataTestDefinition OfUnique(RowNode value, Place at)
    {
        var name = $"{RowText.Of(value)} is unique";
        var table = TableOf(value);
        var different = new Aggregate(AggregateFunction.CountDistinct, table, value).AllTime();
        return new DataTestDefinition(name, DataTestKind.Unique, at)
        {
            Table = table,
            Needs = [.. value.Columns.Select(c => c.Name)],
            Failing = Metric(name, Counted(table, new HasValueNode(value)) - different, at),
            Value = value,
        };
    }

    internal static DataTestDefinition OfFreshness(string table, TimeSpan age, Place at) =>
        new($"{table} is no older than {Duration(age)}", DataTestKind.Fresh, at) { Table = table, Age = age };

    internal static DataTestDefinition OfReconciliation(string one, string other, Tolerance within, Place at) =>
        new($"{one} agrees with {other}", DataTestKind.Reconcile, at) { Metrics = (one, other), Within = within };

    private static string TableOf(RowNode node) => node.Columns.Select(c => c.Table).FirstOrDefault() ?? "";

    private static Aggregate Counted(string table, RowNode condition) =>
        new Aggregate(AggregateFunction.Count, table, null).Where(new Expr<bool>(condition)).AllTime();

    private static MetricDefinition Metric(string name, Measure measure, Place at) => new($"({name})", measure, at);

    private static string Duration(TimeSpan age) =>
        age.Ticks % TimeSpan.TicksPerDay == 0 ? $"{age.Days} {(age.Days == 1 ? "day" : "days")}" : $"{(int)age.TotalHours} {(age.TotalHours is 1 ? "hour" : "hours")}";
}

/// <summary>What a test of the data looks at.</summary>
public enum DataTestKind
{
    /// <summary>A condition that holds for every row.</summary>
    Condition,

    /// <summary>A column without a value that occurs twice.</summary>
    Unique,

    /// <summary>How long ago the last day is that a table's sources have answered for.</summary>
    Fresh,

    /// <summary>Two metrics that agree.</summary>
    Reconcile,
}
