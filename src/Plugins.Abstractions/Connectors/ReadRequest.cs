namespace Merit.Plugins.Connectors;

/// <summary>What to read.</summary>
/// <param name="Source">The source's name in merit.yaml, for messages.</param>
/// <param name="Directory">The workspace's folder, absolute; relative paths of the options start here.</param>
/// <param name="State">What the last <see cref="Checkpoint"/> said, or null for a full read.</param>
public sealed record ReadRequest(string Source, string Directory, string? State = null);
