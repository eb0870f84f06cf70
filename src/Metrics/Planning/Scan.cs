using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Results;
using Merit.Metrics.Schema;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>One pass over one fact, dated one way; every measure of it is taken in this pass.</summary>
internal sealed class Scan(TableSchema fact, Reach? time, bool dated, Span span, string name)
{
    private readonly List<ScanMeasure> measures = [];

    public TableSchema Fact { get; } = fact;

    public Reach? Time { get; } = time;

    /// <summary>Whether a row without that date does not count at all: a lead that never became an MQL is not on the MQLs' line of time.</summary>
    public bool Dated { get; } = dated;

    public Span Span { get; } = span;

    /// <summary>For levels: the columns whose values tell their series apart; null for anything that is added up over all rows.</summary>
    public IReadOnlyList<string>? Series { get; init; }

    /// <summary>Its name in the statement.</summary>
    public string Name { get; } = name;

    /// <summary>Which days its rows are of and which dimensions do not tell them apart, where a figure does not simply stand for itself.</summary>
    public Reading Reading { get; init; } = Reading.Plain;

    /// <summary>Along which events contacts are followed; then its rows are their first events.</summary>
    public EventPath? Path { get; init; }

    /// <summary>For spreads: the column whose values are aggregated each by itself first.</summary>
    public ColumnNode? Among { get; init; }

    /// <summary>In a cohort, where rows are dated by when their member began: when they happened.</summary>
    public Reach? Happened { get; init; }

    /// <summary>The measures the engine computes.</summary>
    public IEnumerable<ScanMeasure> Measures => measures.Where(m => m.Reason == NoValue.None);

    /// <summary>The measure that is already taken and the same, or null.</summary>
    public ScanMeasure? Find(ScanMeasure measure) => measures.Find(m => m.IsSameAs(measure));

    public ScanMeasure Add(ScanMeasure measure)
    {
        measures.Add(measure);
        return measure;
    }
}

/// <summary>An aggregate of a scan.</summary>
/// <param name="Column">Its column in the statement.</param>
/// <param name="Function">What is done with the values.</param>
/// <param name="Value">The value of a row; null for rows themselves.</param>
/// <param name="Condition">Which rows; null for all.</param>
/// <param name="Credit">For attributed measures: what is shared out.</param>
/// <param name="Model">For attributed measures: by which model.</param>
/// <param name="Reason">Why there can be no value, whatever the rows.</param>
/// <param name="Metric">The metric it was first needed for, for messages.</param>
internal sealed record ScanMeasure(
    string Column, AggregateFunction Function, RowNode? Value, RowNode? Condition, CreditOf? Credit, string? Model, NoValue Reason, string Metric)
{
    /// <summary>For a percentile: which, 0 to 1.</summary>
    public double? Fraction { get; init; }

    /// <summary>The goals toward which its rows count; null for all rows.</summary>
    public GoalCover? Cover { get; init; }

    /// <summary>Whether it is how far the values of the scan's column lie apart.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Whether no rows means zero.</summary>
    public bool IsAdditive => !IsSpread && Function is AggregateFunction.Sum or AggregateFunction.Count or AggregateFunction.CountDistinct;

    public bool IsSameAs(ScanMeasure other) =>
        this with { Column = other.Column, Metric = other.Metric } == other;
}
