using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Language;

namespace Merit.Metrics.Planning;

/// <summary>A segment of another table holds for a fact's rows only where these look that table up.</summary>
internal static class SegmentReach
{
    public static IEnumerable<Diagnostic> Problems(PlanContext context, string fact, string metric, RowNode? value, IEnumerable<Condition> conditions) =>
        from place in conditions.Select(c => (c.Node, At: (Place?)c.At)).Concat(value is null ? [] : [(value, null)])
        from found in place.Node.Tree().OfType<FoundNode>()
        where !IsReached(context, fact, found.Table)
        select RequestRules.SegmentOutOfReach.At(place.At, metric, RowText.Of(found), fact, found.Table, Reason(context, found.Table));

    /// <summary>Whether a fact's rows are the table's, or look it up.</summary>
    public static bool IsReached(PlanContext context, string fact, string table) =>
        string.Equals(fact, table, StringComparison.Ordinal)
        || (context.Facts.Lookups.KeyOf(table) is { } key && context.Facts.Lookups.Find(fact, table, key) is not null);

    public static string Reason(PlanContext context, string table) =>
        context.Facts.Lookups.HasBrokenKey(table) ? $", because the key of {table} is not unique" : "";
}
