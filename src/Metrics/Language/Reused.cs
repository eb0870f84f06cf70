using Merit.Diagnostics;
using Merit.Metrics.Schema;

namespace Merit.Metrics.Language;

/// <summary>A declared parameter: a value that merit.yaml and the command line may set.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Type">Number, Text, Flag or Date.</param>
/// <param name="Value">Its value: what was declared, or what it was set to; long, double, decimal, string, bool or DateOnly.</param>
/// <param name="At">Where it is declared.</param>
public sealed record ParameterDefinition(string Id, ColumnType Type, object Value, Place At)
{
    /// <summary>Its label in English.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Its label in Chinese.</summary>
    public string LabelZh { get; init; } = Id;

    /// <summary>Whether it was set to another value than the declared one.</summary>
    public bool IsSet { get; init; }
}

/// <summary>A declared dimension: a value of each row of one table, by which that table's rows, and rows that look it up, can be grouped and filtered.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Value">The value of a row.</param>
/// <param name="At">Where it is declared.</param>
public sealed record DimensionDefinition(string Id, Expr Value, Place At)
{
    /// <summary>Its label in English.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Its label in Chinese.</summary>
    public string LabelZh { get; init; } = Id;
}

/// <summary>A declared segment: a condition on the rows of one table, for those rows and for all that look them up.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Condition">Which rows are in it.</param>
/// <param name="At">Where it is declared.</param>
public sealed record SegmentDefinition(string Id, Expr<bool> Condition, Place At)
{
    /// <summary>Its label in English.</summary>
    public string Label { get; init; } = Id;

    /// <summary>Its label in Chinese.</summary>
    public string LabelZh { get; init; } = Id;
}

/// <summary>What a parameter is set to, as it is written.</summary>
/// <param name="Id">The parameter.</param>
/// <param name="Value">Its value, as text.</param>
/// <param name="At">Where it is set; null for the command line.</param>
public sealed record ParameterSetting(string Id, string Value, Place? At)
{
    /// <summary>The value as messages may show it.</summary>
    public string Shown { get; init; } = Value;
}
