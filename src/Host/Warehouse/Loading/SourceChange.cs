namespace Merit.Host.Warehouse.Loading;

/// <summary>What came of a source that tells changes only.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Rows">Rows that were read this time.</param>
/// <param name="WentOn">Whether it went on from an earlier load; otherwise everything was read.</param>
internal sealed record SourceChange(string Source, long Rows, bool WentOn)
{
    /// <summary>Whether its table was brought up to date by what changed; otherwise all its rows were mapped again.</summary>
    public bool Updated { get; init; }
}
