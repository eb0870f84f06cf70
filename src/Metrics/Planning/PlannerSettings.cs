namespace Merit.Metrics.Planning;

/// <summary>What a plan depends on besides the request, the definitions and the warehouse.</summary>
/// <param name="TimeZone">IANA name of the workspace's zone: days, weeks and months are its own.</param>
/// <param name="WeekStart">First day of a week.</param>
/// <param name="Today">Today in that zone.</param>
/// <param name="DefaultModel">The attribution model of attributed metrics unless a request or a metric names another.</param>
public sealed record PlannerSettings(string TimeZone, DayOfWeek WeekStart, DateOnly Today, string DefaultModel)
{
    /// <summary>The workspace's industry, whose benchmarks go before those for all; or null.</summary>
    public string? Industry { get; init; }
}
