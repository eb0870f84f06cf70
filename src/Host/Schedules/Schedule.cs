using Merit.Diagnostics;

namespace Merit.Host.Schedules;

/// <summary>What is done again and again: at which times, over which data, with which reports, and for whom.</summary>
internal sealed record Schedule
{
    /// <summary>The name under <c>schedules</c>, or that of the report that names its own time.</summary>
    public required string Name { get; init; }

    public required Timing Timing { get; init; }

    /// <summary>The reports to send, by their names; none for a schedule that only loads and renders.</summary>
    public IReadOnlyList<string> Reports { get; init; } = [];

    /// <summary>Who gets them, by the names under <c>recipients</c>.</summary>
    public IReadOnlyList<string> Recipients { get; init; } = [];

    public required Place At { get; init; }

    /// <summary>The zone of its times.</summary>
    public TimeZoneInfo Zone(TimeZoneInfo usual) => Timing.Zone ?? usual;
}

/// <summary>When something is done, and over which data.</summary>
/// <param name="Cron">Five fields, as cron reads them.</param>
/// <param name="Zone">The zone of its times; the workspace's where null.</param>
/// <param name="Loads">Whether the sources are loaded first.</param>
/// <param name="MaxAge">How old the data may be; any age where null.</param>
internal sealed record Timing(string Cron, TimeZoneInfo? Zone, bool Loads, TimeSpan? MaxAge);
