using Merit.Diagnostics;
using Merit.Metrics.Results;

namespace Merit.Metrics.Language;

/// <summary>A declared test of metrics.</summary>
/// <param name="Name">Its name.</param>
/// <param name="At">Where it is declared.</param>
public sealed record TestDefinition(string Name, Place At)
{
    /// <summary>The rows given.</summary>
    public IReadOnlyList<TestRow> Rows { get; init; } = [];

    /// <summary>Tables that are loaded without a row.</summary>
    public IReadOnlyList<string> EmptyTables { get; init; } = [];

    /// <summary>Columns that no source is to fill.</summary>
    public IReadOnlyList<(string Table, string Column)> Without { get; init; } = [];

    /// <summary>The days that tables' sources answer for, where it is not those of their rows: table and period.</summary>
    public IReadOnlyList<(string Table, string Period)> Covers { get; init; } = [];

    /// <summary>The period asked about, as it is written.</summary>
    public string Period { get; init; } = "all";

    /// <summary>Today, or null for the day after the period.</summary>
    public TimeValue? Today { get; init; }

    /// <summary>The dimensions asked by.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Filters, as they are written.</summary>
    public IReadOnlyList<string> Where { get; init; } = [];

    /// <summary>The attribution model asked for, or null for the workspace's default.</summary>
    public string? Model { get; init; }

    /// <summary>What is expected of figures.</summary>
    public IReadOnlyList<Expectation> Expectations { get; init; } = [];

    /// <summary>The groups expected, all of them and no other; null where any will do.</summary>
    public IReadOnlyList<TestGroup>? Groups { get; init; }

    /// <summary>Where the groups are expected.</summary>
    public Place? GroupsAt { get; init; }
}

/// <summary>What a test expects of one figure.</summary>
/// <param name="Metric">The metric.</param>
/// <param name="Group">The group, or null for the whole.</param>
/// <param name="Value">The value, or null where there is to be none.</param>
/// <param name="Reason">Why there is to be none; <see cref="NoValue.None"/> for any reason.</param>
/// <param name="Within">How far the figure may lie from the value.</param>
/// <param name="At">Where it is expected.</param>
public sealed record Expectation(string Metric, TestGroup? Group, double? Value, NoValue Reason, Tolerance Within, Place At);
