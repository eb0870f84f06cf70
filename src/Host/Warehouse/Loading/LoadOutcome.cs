using Merit.Diagnostics;

namespace Merit.Host.Warehouse.Loading;

/// <summary>What came of a load.</summary>
/// <param name="Loads">Each source, in the order of merit.yaml.</param>
/// <param name="Findings">What the user must know. An error among them is about rows that were not loaded: all others were, and the version may be published.</param>
internal sealed record LoadOutcome(IReadOnlyList<LoadSummary> Loads, IReadOnlyList<Diagnostic> Findings);
