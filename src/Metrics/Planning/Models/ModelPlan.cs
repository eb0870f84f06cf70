namespace Merit.Metrics.Planning;

/// <summary>How a model's input is read: two statements, in DuckDB's dialect; values stand in them as <c>$1</c>, <c>$2</c>…</summary>
/// <param name="Rows">Its rows, always in the same order.</param>
/// <param name="RowsParameters">The values of <paramref name="Rows"/>.</param>
/// <param name="Content">One text that is another as soon as one of its rows is.</param>
/// <param name="ContentParameters">The values of <paramref name="Content"/>.</param>
/// <param name="Loaded">Whether sources fill all it reads.</param>
public sealed record ModelPlan(string Rows, IReadOnlyList<object?> RowsParameters, string Content, IReadOnlyList<object?> ContentParameters, bool Loaded);
