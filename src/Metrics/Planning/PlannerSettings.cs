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

    /// <summary>Which rows whoever asks may see: filters that every question gets beside its own, on named dimensions or on columns such as <c>leads.source</c>, never on time.
    /// A measure of a fact that one of them does not reach has no value (<see cref="Results.NoValue.NotPermitted"/>).</summary>
    public IReadOnlyList<Requests.Filter> Rows { get; init; } = [];
}
