using Merit.Metrics.Planning.OverTime;
using Merit.Metrics.Planning.Sql;
using Merit.Metrics.Schema;
using Merit.Metrics.Tables;

namespace Merit.Metrics.Planning.Goals;

/// <summary>The rows of facts that count toward the goals of a metric: those of a campaign, channel or owner with a goal, on the days it counts for.</summary>
/// <param name="Set">The goals.</param>
internal sealed record GoalCover(GoalSchema Set)
{
    /// <summary>Its place in a statement: the same text, the same rows.</summary>
    public string Text => $"toward {Set.Metric} target{(Set.Level == GoalLevels.All ? "" : $" of {Set.Level}")}{(Set.Undated ? "" : " for the day")}";

    /// <summary>Whether a row counts.</summary>
    /// <param name="context">What is known.</param>
    /// <param name="key">What the row says of that for which the goals are set; null where they are set for everything.</param>
    /// <param name="day">The row's day; null where every day reads the same.</param>
    /// <param name="period">The days asked about.</param>
    public SqlExpr Condition(PlanContext context, SqlExpr? key, SqlExpr? day, Frame period)
    {
        return day is null ? Keyed(context, key, period, null)
            : !Set.Dated ? Keyed(context, key, period, false)
            : !Set.Undated ? Daily(context, key, day, period)
            : new SqlBinary(SqlOperator.Or, Keyed(context, key, period, false), Daily(context, key, day, period));
    }

    // Set for everything, one will do.
    private SqlInQuery Keyed(PlanContext context, SqlExpr? key, Frame period, bool? dated)
    {
        var rows = new FactRows(TargetsTable.Declaration.Name, context);
        return new SqlInQuery(key ?? SqlExpr.True, Goals(rows, new GoalDays(rows, period), key is null ? SqlExpr.True : Own(rows), dated));
    }

    private SqlInQuery Daily(PlanContext context, SqlExpr? key, SqlExpr day, Frame period)
    {
        var rows = new FactRows(TargetsTable.Declaration.Name, context);
        var days = new GoalDays(rows, period);
        return key is null
            ? new SqlInQuery(day, Goals(rows, days, days.Each(), dated: true))
            : new SqlInQuery(new SqlCall("row", [key, day]), Goals(rows, days, new SqlCall("row", [Own(rows), days.Each()]), dated: true));
    }

    private SqlSelect Goals(FactRows rows, GoalDays days, SqlExpr value, bool? dated)
    {
        var isOfMetric = new SqlBinary(SqlOperator.Equal, rows.Own(nameof(TargetsTable.metric)), new SqlParameter(Set.Metric));
        SqlExpr? isMeant = dated switch { true => days.IsDated, false => new SqlIsNotTrue(days.IsDated), null => null };
        var isOfLevel = new SqlBinary(SqlOperator.Equal, GoalQuery.LevelOf(rows), new SqlConstant(Set.Level));
        return new SqlSelect
        {
            Columns = [new SqlOutput(value, null)],
            From = rows.Source,
            Where = SqlExpr.All(new[] { isOfMetric, isOfLevel, isMeant, dated == false ? null : days.Overlaps }.OfType<SqlExpr>()),
        };
    }

    private SqlExpr Own(FactRows rows) => rows.Own(Set.Level switch
    {
        GoalLevels.Channel => nameof(TargetsTable.channel),
        GoalLevels.Owner => nameof(TargetsTable.owner),
        _ => nameof(TargetsTable.campaign_id),
    });
}
