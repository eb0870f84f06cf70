namespace Merit.Host.Warehouse.Versions;

/// <summary>A warehouse that readers may open. It never changes again.</summary>
/// <param name="Number">Counts up with each publication.</param>
/// <param name="Path">Its file.</param>
internal sealed record PublishedVersion(long Number, string Path);
