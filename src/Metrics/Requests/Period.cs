namespace Merit.Metrics.Requests;

/// <summary>A run of days in the workspace's zone: from the first (inclusive) to the last (exclusive).</summary>
/// <param name="From">First day, or null for no bound.</param>
/// <param name="To">The day after the last, or null for no bound.</param>
/// <param name="Name">As the user wrote it: <c>2025-Q1</c>, <c>last-month</c>.</param>
/// <param name="Kind">What sort of period it is, which decides what came before it.</param>
public sealed record Period(DateOnly? From, DateOnly? To, string Name, PeriodKind Kind)
{
    /// <summary>All days.</summary>
    public static Period All { get; } = new(null, null, "all", PeriodKind.All);
}

/// <summary>Sorts of periods.</summary>
public enum PeriodKind
{
    /// <summary>No bounds.</summary>
    All,

    /// <summary>A number of days.</summary>
    Days,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A calendar month.</summary>
    Month,

    /// <summary>A quarter.</summary>
    Quarter,

    /// <summary>A calendar year.</summary>
    Year,
}
