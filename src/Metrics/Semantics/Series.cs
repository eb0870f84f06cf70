using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Semantics;

/// <summary>Which columns tell the series of a level apart: of each series the last value counts, and these add up.</summary>
internal static class Series
{
    /// <summary>The columns, perhaps none where the table is one series; or null where it cannot be told.</summary>
    /// <param name="fact">The table.</param>
    /// <param name="column">The level.</param>
    /// <param name="time">What dates the rows.</param>
    public static IReadOnlyList<string>? Of(TableSchema fact, string column, Reach? time)
    {
        if (Canonical.Find(fact.Name) is { } canonical)
        {
            // A column a workspace has added to a table of levels is one like the others.
            return canonical.Level(column) is { } level ? level.Series
                : canonical.Columns.All(c => !string.Equals(c.Name, column, StringComparison.Ordinal)) ? canonical.Levels.Select(l => l.Series).FirstOrDefault(s => s is not null)
                : null;
        }

        // Of a table of the workspace's own, one row of a series a day: what identifies a row, without the day.
        return fact.Key.Count == 0 ? null : [.. fact.Key.Where(k => time is not OwnColumn own || !string.Equals(k, own.Name, StringComparison.Ordinal))];
    }
}
