using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Requests;
using Merit.Metrics.Semantics;

namespace Merit.Metrics.Planning;

/// <summary>Filters by segment: <c>segment = enterprise</c>, <c>segment != enterprise</c>. A column that is called segment has the name only where no script declares a segment.</summary>
internal static class SegmentFilters
{
    public static bool Means(PlanContext context, string dimension) =>
        string.Equals(dimension, DimensionCatalog.Segment, StringComparison.Ordinal) && context.Definitions.Segments.Count > 0;

    public static (Dimension, FilterTest)? Of(Filter filter, PlanContext context, List<Diagnostic> problems)
    {
        var isPlain = filter.Operator is FilterOperator.Equal or FilterOperator.NotEqual || filter is { Operator: FilterOperator.In or FilterOperator.NotIn, Values.Count: 1 };
        if (!isPlain || filter.Values[0] is not { } id)
        {
            problems.Add(RequestRules.BadSegmentFilter.Here());
            return null;
        }

        if (context.Definitions.Segment(id) is not { } segment)
        {
            problems.Add(RequestRules.UnknownSegment.Here(id, MeantInstead(id, context)));
            return null;
        }

        var dimension = context.Segments(segment);
        var isIn = filter.Operator is FilterOperator.Equal or FilterOperator.In;
        return FilterTest.Of(new Filter(dimension.Id, isIn ? FilterOperator.Equal : FilterOperator.NotEqual, ["true"]), dimension, context, problems) is { } test ? (dimension, test) : null;
    }

    private static string MeantInstead(string id, PlanContext context) =>
        Nearest.To(id, context.Definitions.Segments.Select(s => s.Id)) is { } near ? $"Did you mean '{near}'?"
            : $"Use one of: {string.Join(", ", context.Definitions.Segments.Select(s => s.Id))}.";
}
