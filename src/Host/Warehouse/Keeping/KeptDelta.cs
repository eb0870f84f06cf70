using Merit.Host.Warehouse.Staging;

namespace Merit.Host.Warehouse.Keeping;

/// <summary>What changes did to the rows kept of a source. A row that changed is in both.</summary>
/// <param name="Before">Rows that are kept no more, as they were.</param>
/// <param name="After">Rows that are kept since.</param>
internal sealed record KeptDelta(Staged Before, Staged After)
{
    /// <summary>Whether of rows that are kept no more only their keys are told, and among them keys that no row had; <see cref="Before"/> counts the rows nevertheless.</summary>
    public bool KeysAlone { get; init; }
}
