namespace Merit.Metrics.Planning;

/// <summary>The rows of one fact that a value is taken from: those of the period that meet the filters and the metric's own conditions and hold a value.</summary>
/// <param name="Table">The fact.</param>
/// <param name="Measure">What is taken of them.</param>
/// <param name="Columns">The columns shown: what identifies and dates a row, and what the metric reads of it.</param>
/// <param name="Sql">The statement that shows some of them.</param>
/// <param name="Parameters">Its values.</param>
/// <param name="CountSql">The statement that counts all of them.</param>
/// <param name="CountParameters">Its values.</param>
public sealed record RowsBehind(
    string Table, string Measure, IReadOnlyList<string> Columns, string Sql, IReadOnlyList<object?> Parameters, string CountSql, IReadOnlyList<object?> CountParameters)
{
    /// <summary>The column that holds what is aggregated; null where the rows themselves are counted.</summary>
    public string? Value { get; init; }
}
