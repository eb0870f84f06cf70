using Merit.Metrics.Schema;

namespace Merit.Host.Pipeline;

/// <summary>The day up to which the data tell: the last day any table of facts has answered for, and no later than today.</summary>
internal static class DataDate
{
    // Their dates are of plans, not of what has happened.
    private static readonly HashSet<string> Plans = new(StringComparer.Ordinal) { "campaigns", "targets", "benchmarks", "rates", "annotations", "experiments" };

    /// <summary>Whether the dates of a table are of plans.</summary>
    public static bool IsPlan(string table) => Plans.Contains(table);

    public static DateOnly Of(WarehouseSchema schema, DateOnly today) =>
        schema.Tables.Where(t => !Plans.Contains(t.Name)).Max(t => t.CoveredTo) is { } last && last < today ? last : today;
}
