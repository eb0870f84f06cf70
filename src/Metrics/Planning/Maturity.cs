using Merit.Metrics.Language;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning;

/// <summary>Whether a metric counts rows by what became of them later, by the day they began: leads of a month that were won, say. Of the
/// latest days it is too low yet, so that they cannot be held against earlier ones.</summary>
internal static class Maturity
{
    public static bool Of(Definitions definitions, Measure measure) => measure.Tree().Any(part => part switch
    {
        Aggregate aggregate => AsksForLater(aggregate),
        MetricRef reference => definitions.Metric(reference.Id) is { } found && Of(definitions, found.Measure),
        _ => false,
    });

    private static bool AsksForLater(Aggregate aggregate) =>
        aggregate.Span == Span.Period && Canonical.Find(aggregate.Table) is { } table
        && aggregate.Conditions.SelectMany(c => c.Node.Columns).Any(column =>
            !string.Equals(column.Name, aggregate.TimeColumn?.Name ?? table.Time, StringComparison.Ordinal)
            && table.Columns.Any(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal) && c.Type is ColumnType.Timestamp or ColumnType.Date));
}
