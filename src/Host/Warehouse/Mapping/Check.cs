namespace Merit.Host.Warehouse.Mapping;

/// <summary>A reason to reject a row.</summary>
/// <param name="Condition">True for a row that must be rejected.</param>
/// <param name="Column">The column at fault, or null.</param>
/// <param name="Reason">An expression for the reason, a sentence without a full stop.</param>
/// <param name="MissingRate">Whether the reason is that a currency has no rate.</param>
internal sealed record Check(string Condition, string? Column, string Reason, bool MissingRate = false);
