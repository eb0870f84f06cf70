namespace Merit.Metrics.Language;

/// <summary>Measures over other days and other groups in words.</summary>
internal static class DerivedText
{
    public static string? Of(Measure measure) => measure switch
    {
        MovedMeasure { Move: RollingMove or TodayMove or SinceMove } moved => $"{Inner(moved.Inner)} {moved.Move.Text}",
        MovedMeasure { Move: BackMove { Year: true } } moved => $"{Inner(moved.Inner)} a year ago",
        MovedMeasure moved => $"previous {Inner(moved.Inner)}",
        ChangeMeasure change => $"{(change.Relative ? "relative change" : "change")} of {Inner(change.Inner)}{(change.Since.Year ? " on a year ago" : "")}",
        ShareMeasure { Dimensions.Count: 0 } share => $"share of total {Inner(share.Inner)}",
        ShareMeasure share => $"share of {Inner(share.Inner)} over {string.Join(" and ", share.Dimensions)}",
        AcrossMeasure across => $"{Inner(across.Inner)} over all of {string.Join(" and ", across.Dimensions)}",
        RankMeasure rank => $"rank of {Inner(rank.Inner)}{(rank.Dimension is { } dimension ? $" by {dimension}" : "")}",
        CohortSize size => $"{FormulaText.Of(size.Began)} that began together",
        CohortMeasure cohort => $"{Inner(cohort.Inner)} within {cohort.Span.Text}",
        TargetedMeasure targeted => $"{Inner(targeted.Metric)} where it has a target",
        OnTrackMeasure track => $"1 if {Inner(track.Metric)} has reached {Inner(track.Expected)}",
        _ => null,
    };

    private static string Inner(Measure measure) => measure is Combination or Aggregate { Conditions.Count: > 0 } ? $"({FormulaText.Of(measure)})" : FormulaText.Of(measure);
}
