namespace Merit.Host.Warehouse.Loading;

/// <summary>What came of a source that tells changes only.</summary>
/// <param name="Source">The source's name.</param>
/// <param name="Rows">Rows that were read this time.</param>
/// <param name="WentOn">Whether it went on from an earlier load; otherwise everything was read.</param>
internal sealed record SourceChange(string Source, long Rows, bool WentOn);
