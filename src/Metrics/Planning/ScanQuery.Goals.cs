using Merit.Metrics.Language;
using Merit.Metrics.Planning.Goals;
using Merit.Metrics.Planning.Sql;

namespace Merit.Metrics.Planning;

/// <content>Which rows of a group a measure takes: those that meet its condition and, of a measure held against goals, count toward one.</content>
internal sealed partial class ScanQuery
{
    private SqlExpr? Filter(ScanMeasure measure)
    {
        SqlExpr? condition = measure.Condition is null ? null : Named(measure.Condition, $"{measure.Column} if");
        SqlExpr? counts = measure.Cover is { } cover ? Column($"counts {cover.Text}", () => Toward(cover)) : null;
        return SqlExpr.All(new[] { condition, counts }.OfType<SqlExpr>());
    }

    private SqlExpr Toward(GoalCover cover)
    {
        var key = GoalLevels.Key(question.Context.Facts, scan.Fact.Name, cover.Set.Level) is { } reach ? rows.Value(reach) : null;
        return cover.Condition(question.Context, key, scan.Time is null || scan.Span != Span.Period ? null : Day(), days);
    }
}
