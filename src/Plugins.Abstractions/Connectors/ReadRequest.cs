namespace Merit.Plugins.Connectors;

/// <summary>What to read.</summary>
/// <param name="Source">The source's name in merit.yaml, for messages.</param>
/// <param name="Directory">The workspace's folder, absolute; relative paths of the options start here.</param>
/// <param name="State">What the last <see cref="Checkpoint"/> said, or null for a full read.</param>
public sealed record ReadRequest(string Source, string Directory, string? State = null)
{
    /// <summary>How far before the state to read again, for rows that are restated or come late; null leaves it to the connector.</summary>
    public TimeSpan? Lookback { get; init; }

    /// <summary>The time; never the machine's own clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The zone of the source's days and of its times that name none.</summary>
    public TimeZoneInfo Zone { get; init; } = TimeZoneInfo.Utc;
}
