using Merit.Metrics.Language;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Requests;

namespace Merit.Metrics.Planning.OverTime;

/// <summary>A query that gives every group of days the days a measure reads for it.</summary>
/// <param name="Name">Its name in the statement.</param>
/// <param name="From">The column of the first day; null where there is no first.</param>
/// <param name="To">The column of the day after the last.</param>
internal sealed record Frames(string Name, string? From, string To)
{
    /// <summary>Puts a row beside each group of days it is read in.</summary>
    public SqlJoin Join(SqlExpr day)
    {
        SqlExpr before = new SqlBinary(SqlOperator.Less, day, new SqlColumn(Name, To));
        var within = From is null ? before : new SqlBinary(SqlOperator.And, new SqlBinary(SqlOperator.GreaterOrEqual, day, new SqlColumn(Name, From)), before);
        return new SqlJoin(Name, Name, within) { Matching = true };
    }
}

/// <summary>Moves the days of groups in the statement as <see cref="Frame.Moved(IReadOnlyList{TimeMove}, DateOnly, DayOfWeek)"/> moves one.</summary>
/// <param name="groups">The columns of the groups.</param>
/// <param name="from">The name of the column of first days.</param>
/// <param name="to">The name of the column of the days after the last.</param>
/// <param name="today">Today.</param>
/// <param name="functions">The engine's functions.</param>
internal sealed class FrameQuery(IReadOnlyList<string> groups, string from, string to, DateOnly today, SqlFunctions functions)
{
    private static readonly TimeStep Day = new(TimeGrain.Day, 1);

    private SqlExpr First => new SqlColumn(null, from);

    private SqlExpr End => new SqlColumn(null, to);

    /// <summary>The groups with the days moved, and whether there is a first one; null where no days are meant.</summary>
    public (SqlSelect Query, bool HasFrom)? Of(string source, TimeStep step, IReadOnlyList<TimeMove> moves)
    {
        (SqlSource From, TimeStep Step, bool HasFrom)? at = (new SqlTable(source), step, true);
        SqlSelect? query = null;
        foreach (var move in moves)
        {
            if (at is not { } now || Moved(now.From, now.Step, now.HasFrom, move) is not { } next)
            {
                return null;
            }

            query = next.Query;
            at = (new SqlSubquery(next.Query), next.Step, next.HasFrom);
        }

        return query is null || at is not { } last ? null : (query, last.HasFrom);
    }

    private (SqlSelect Query, TimeStep Step, bool HasFrom)? Moved(SqlSource source, TimeStep step, bool hasFrom, TimeMove move)
    {
        switch (move)
        {
            case RollingMove rolling:
                var length = TimeStep.Of(rolling.Grain, rolling.Count);
                return (Select(source, SqlFunctions.DayBefore(End, length), End), length, true);
            case SinceMove { Grain: { } grain }:
                return (Select(source, functions.GroupStart(grain, SqlFunctions.DayBefore(End, Day)), End), TimeStep.Of(grain, 1), true);
            case SinceMove:
                return (Select(source, null, End), step, false);
            case BackMove { Year: true }:
                return (Back(source, step.Year, hasFrom), step, hasFrom);
            case BackMove:
                return hasFrom ? (Back(source, step, hasFrom), step, hasFrom) : null;
            default:
                var begun = hasFrom ? new SqlBinary(SqlOperator.LessOrEqual, First, new SqlConstant(today)) : null;
                return (Select(source, hasFrom ? First : null, End) with { Where = begun }, step, hasFrom);
        }
    }

    // Whole months stay whole; otherwise the last day moves, so that no day meets two.
    private SqlSelect Back(SqlSource source, TimeStep step, bool hasFrom)
    {
        var before = SqlFunctions.DayBefore(End, step);
        if (step.Grain != TimeGrain.Month)
        {
            return Select(source, hasFrom ? SqlFunctions.DayBefore(First, step) : null, before);
        }

        var whole = hasFrom ? new SqlBinary(SqlOperator.And, SqlFunctions.IsFirstOfMonth(First), SqlFunctions.IsFirstOfMonth(End)) : SqlFunctions.IsFirstOfMonth(End);
        var lastDay = SqlFunctions.DayAfter(SqlFunctions.DayBefore(SqlFunctions.DayBefore(End, Day), step), Day);
        return Select(source, hasFrom ? SqlFunctions.DayBefore(First, step) : null, new SqlCase([(whole, before)], lastDay));
    }

    private SqlSelect Select(SqlSource source, SqlExpr? first, SqlExpr end) => new()
    {
        Columns =
        [
            .. groups.Select(g => new SqlOutput(new SqlColumn(null, g), null)),
            .. first is null ? Array.Empty<SqlOutput>() : [new SqlOutput(first, from)],
            new SqlOutput(end, to),
        ],
        From = source,
    };
}
