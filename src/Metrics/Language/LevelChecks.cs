using Merit.Diagnostics;
using Merit.Diagnostics.Rules;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Language;

/// <summary>What may be done with a level: never added up over days; added up over its series where it has any.</summary>
internal static class LevelChecks
{
    public static Diagnostic? Of(string owner, Aggregate aggregate, RowNode value, Place at) => aggregate.Function switch
    {
        AggregateFunction.Sum when value.Columns.FirstOrDefault(IsOverTime) is { } level =>
            DefinitionRules.LevelSummed.At(at, owner, level, LevelOf(level)?.Series is null ? $"Use Max({level}) or Average({level})." : $"Use Last({level}), Max({level}) or Average({level})."),
        AggregateFunction.First or AggregateFunction.Last when value is ColumnNode column && IsDeclared(column) && LevelOf(column)?.Series is null =>
            DefinitionRules.NoLevel.At(at, owner, aggregate.Function == AggregateFunction.Last ? "last" : "first", column, Why(column)),
        _ => null,
    };

    // A level of rows that are each a series of their own, such as a campaign's budget, has one value in time and adds up.
    private static bool IsOverTime(ColumnNode column) =>
        Canonical.Find(column.Table) is { } table && table.Level(column.Name) is { } level && level.Series?.SequenceEqual(table.Key, StringComparer.Ordinal) != true;

    private static bool IsDeclared(ColumnNode column) => Canonical.Find(column.Table)?.Columns.Any(c => string.Equals(c.Name, column.Name, StringComparison.Ordinal)) == true;

    private static Level? LevelOf(ColumnNode column) => Canonical.Find(column.Table)?.Level(column.Name);

    private static string Why(ColumnNode column) => LevelOf(column) is not null
        ? $"the same people are in it again and again. Use Max({column}) or Average({column})."
        : $"it is counted anew in every row. Use Sum({column}), Average({column}) or Max({column}).";
}
