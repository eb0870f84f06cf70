using Merit.Diagnostics;

namespace Merit.Host.Warehouse.Loading;

/// <summary>What came of a load.</summary>
/// <param name="Loads">Each source, in the order of merit.yaml.</param>
/// <param name="Warnings">What the user should know beside what was rejected.</param>
internal sealed record LoadOutcome(IReadOnlyList<LoadSummary> Loads, IReadOnlyList<Diagnostic> Warnings)
{
    /// <summary>What came of the sources that tell changes only.</summary>
    public IReadOnlyList<SourceChange> Changes { get; init; } = [];

    /// <summary>Whether something was deleted that must not be left in the file.</summary>
    public bool LeavesRemains { get; init; }
}
